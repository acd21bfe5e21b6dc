"""Figures said."""

from __future__ import annotations

from decimal import Decimal

import pytest

from quyen.core.text.saying import say_number


@pytest.mark.parametrize(
    ("value", "said"),
    [(Decimal("1000.5000"), "1.000,5"), (70.0, "70"), (0.125, "0,125"), (1_234_567, "1.234.567"), (0, "0")],
)
def test_a_number_is_said_with_points_for_thousands(value, said: str) -> None:
    assert say_number(value) == said


def test_halves_go_up_where_digits_are_left_out() -> None:
    said = [say_number(Decimal(text), 1) for text in ("0.25", "1000.05", "-0.25", "10")]
    assert said == ["0,3", "1.000,1", "-0,3", "10"]
