"""Amounts divided in shares."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.arithmetic import divided, paged


@settings(max_examples=25)
@given(st.integers(0, 10**15), st.lists(st.integers(1, 1000), min_size=1, max_size=8))
def test_parts_add_up_to_the_dong(amount: int, weights: list[int]) -> None:
    shares = {key: Fraction(weight, sum(weights)) for key, weight in enumerate(weights)}
    parts = divided(amount, shares)
    assert sum(parts.values()) == amount
    assert all(abs(parts[key] - share * amount) < 1 for key, share in shares.items())


def test_the_page_asked_for_is_one_that_there_is() -> None:
    assert paged(0, 7, 50) == (1, 1, slice(0, 50))
    assert paged(101, 9, 50) == (3, 3, slice(100, 150))
    assert paged(100, -1, 50) == (1, 2, slice(0, 50))
