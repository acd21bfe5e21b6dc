"""What comes back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyen.core.text.rhythm import next_day, shifted

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("first", "recurs", "last_year", "next_one"),
    [
        (date(2024, 12, 14), "yearly", None, date(2026, 12, 14)),
        (date(2024, 11, 23), "yearly", None, date(2026, 11, 23)),
        (date(2024, 3, 1), "yearly", None, date(2027, 3, 1)),
        (date(2024, 3, 1), "yearly", 2026, date(2026, 3, 1)),
        (date(2026, 1, 31), "monthly", None, date(2026, 11, 30)),
        (date(2025, 3, 31), "quarterly", None, date(2026, 12, 31)),
        (date(2025, 6, 30), "half_yearly", 2025, date(2025, 12, 30)),
        (date(2025, 6, 30), "", None, date(2025, 6, 30)),
        (date(2027, 1, 5), "yearly", 2026, date(2027, 1, 5)),
    ],
)
def test_the_next_day_of_a_rhythm(first, recurs, last_year, next_one) -> None:
    assert next_day(first, recurs, TODAY, last_year) == next_one


@pytest.mark.slow
@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.sampled_from(["monthly", "quarterly", "yearly"]))
def test_the_next_day_is_not_over_and_the_one_before_it_is(first: date, recurs: str) -> None:
    day = next_day(first, recurs, TODAY)
    assert day >= TODAY
    assert day == first or shifted(day, {"monthly": -1, "quarterly": -3, "yearly": -12}[recurs]) < TODAY
