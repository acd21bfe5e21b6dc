"""A few short histories with every run of the suite; many long ones by hand: python -m tests.histories."""

from __future__ import annotations

import pytest

from tests.histories.history import live_through

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("seed", [1, 2])
def test_a_history_of_units_loses_nothing_and_is_undone_to_the_byte(seed: int) -> None:
    seen = live_through(seed, small=True)
    assert seen.steps and seen.undone and seen.figures > 1000
    assert not seen.wrong, "\n".join([*seen.told, *seen.wrong[:12]])
