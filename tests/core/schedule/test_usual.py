"""What a first due day and a rhythm mean."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest

from quyen.core.schedule import Rhythm, next_due, periods, periods_from, usual

D = date
GIVEN = D(2026, 1, 10)


def dues(day: date | None, rhythm: Rhythm, given=GIVEN, last_year: int | None = None, number=4):
    schedule = usual(day, rhythm, given_on=given, last_year=last_year)
    start = next_due(schedule, (day or given).replace(day=1))
    found = [one.due for one in islice(periods_from(schedule, start.start), number + 2)] if start else []
    return [one for one in found if day is None or one >= day][:number]


@pytest.mark.parametrize(
    ("day", "rhythm", "wanted"),
    [
        (D(2026, 1, 31), Rhythm.MONTHLY, [D(2026, 1, 31), D(2026, 2, 28), D(2026, 3, 31), D(2026, 4, 30)]),
        (D(2027, 2, 28), Rhythm.MONTHLY, [D(2027, 2, 28), D(2027, 3, 31), D(2027, 4, 30), D(2027, 5, 31)]),
        (D(2028, 2, 28), Rhythm.MONTHLY, [D(2028, 2, 28), D(2028, 3, 28), D(2028, 4, 28), D(2028, 5, 28)]),
        (D(2026, 6, 30), Rhythm.QUARTERLY, [D(2026, 6, 30), D(2026, 9, 30), D(2026, 12, 31), D(2027, 3, 31)]),
        (D(2026, 3, 30), Rhythm.QUARTERLY, [D(2026, 3, 30), D(2026, 6, 30), D(2026, 9, 30), D(2026, 12, 30)]),
        (D(2026, 1, 30), Rhythm.MONTHLY, [D(2026, 1, 30), D(2026, 2, 28), D(2026, 3, 30), D(2026, 4, 30)]),
        (D(2026, 3, 15), Rhythm.QUARTERLY, [D(2026, 3, 15), D(2026, 6, 15), D(2026, 9, 15), D(2026, 12, 15)]),
        (D(2026, 11, 29), Rhythm.YEARLY, [D(2026, 11, 29), D(2027, 11, 29), D(2028, 11, 29), D(2029, 11, 29)]),
        (D(2026, 1, 5), Rhythm.WEEKLY, [D(2026, 1, 5), D(2026, 1, 12), D(2026, 1, 19), D(2026, 1, 26)]),
        (None, Rhythm.QUARTERLY, [D(2026, 3, 31), D(2026, 6, 30), D(2026, 9, 30), D(2026, 12, 31)]),
        (None, Rhythm.HALF_YEARLY, [D(2026, 6, 30), D(2026, 12, 31), D(2027, 6, 30), D(2027, 12, 31)]),
    ],
)  # fmt: skip
def test_the_days_that_are_meant(day, rhythm, wanted) -> None:
    assert dues(day, rhythm) == wanted


@pytest.mark.parametrize("day", [D(2026, 3, 15), D(2026, 3, 30), D(2026, 3, 31)])
def test_nothing_is_due_after_the_last_year_but_for_the_first_time(day) -> None:
    assert [one.year for one in dues(day, Rhythm.QUARTERLY, last_year=2026, number=9)] == [2026] * 4
    assert dues(day.replace(year=2028), Rhythm.QUARTERLY, last_year=2026) == [day.replace(year=2028)]
    schedule = usual(day, Rhythm.QUARTERLY, given_on=day, last_year=2026)
    assert not any(one.cut for one in periods(schedule))
