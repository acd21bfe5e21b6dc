"""Calendar periods: half-open stretches of whole months, [start, end)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from quyen.core.text.rhythm import shifted

MONTHS = 12


class Period(NamedTuple):
    """From `start` on, before `end`."""

    start: date
    end: date

    @property
    def last_day(self) -> date:
        return self.end - timedelta(days=1)

    @property
    def months(self) -> int:
        """Whole months; 0 where it does not begin and end with a month."""
        if self.start.day != 1 or self.end.day != 1:
            return 0
        return (self.end.year - self.start.year) * MONTHS + self.end.month - self.start.month


def period_at(day: date, months: int) -> Period:
    """The period of so many months that holds a day. `months` divides the year: 1, 2, 3, 4, 6, 12."""
    first = (day.month - 1) // months * months
    return Period(date(day.year, first + 1, 1), shifted(date(day.year, first + 1, 1), months))


def periods_within(whole: Period, months: int) -> Iterator[Period]:
    """The calendar periods of so many months that lie in a longer one, from the first."""
    one = period_at(whole.start, months)
    if one.start < whole.start:
        one = Period(one.end, shifted(one.end, months))
    while one.end <= whole.end:
        yield one
        one = Period(one.end, shifted(one.end, months))


def year(number: int) -> Period:
    """The calendar year of that number."""
    return Period(date(number, 1, 1), date(number + 1, 1, 1))
