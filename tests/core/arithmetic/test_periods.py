"""Calendar periods: whole, side by side, inside what was asked."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from quyen.core.arithmetic import Period, period_at, periods_within, year


@pytest.mark.parametrize("months", [1, 2, 3, 4, 6, 12])
def test_periods_lie_side_by_side_and_fill_the_year(months: int) -> None:
    found = list(periods_within(year(2024), months))
    assert Period(found[0].start, found[-1].until) == year(2024)
    assert all(one.until == after.start for one, after in pairwise(found))
    assert {one.months for one in found} == {months}


@pytest.mark.parametrize("months", [1, 3, 6, 12])
def test_a_day_lies_in_its_own_period(months: int) -> None:
    day = date(2023, 12, 25)
    for _ in range(400):
        day += timedelta(days=1)
        one = period_at(day, months)
        assert one.start <= day < one.until and one.months == months


def test_only_whole_periods_within_a_stretch_count() -> None:
    stretch = Period(date(2024, 2, 10), date(2024, 6, 20))
    months = list(periods_within(stretch, 1))
    assert (months[0].start, months[-1].until) == (date(2024, 3, 1), date(2024, 6, 1))
    assert [one.start for one in periods_within(stretch, 3)] == []
    assert stretch.months == 0 and stretch.last_day == date(2024, 6, 19)
