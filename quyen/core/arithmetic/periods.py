"""Calendar periods: half-open stretches of whole months, [start, end)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from quyen.core.text.rhythm import Period, shifted


def period_at(day: date, months: int) -> Period:
    """The period of so many months that holds a day. `months` divides the year: 1, 2, 3, 4, 6, 12."""
    first = (day.month - 1) // months * months
    return Period(date(day.year, first + 1, 1), shifted(date(day.year, first + 1, 1), months))


def periods_within(whole: Period, months: int) -> Iterator[Period]:
    """The calendar periods of so many months that lie in a longer one, from the first."""
    one = period_at(whole.start, months)
    if one.start < whole.start:
        one = Period(one.until, shifted(one.until, months))
    while one.until <= whole.until:
        yield one
        one = Period(one.until, shifted(one.until, months))


def year(number: int) -> Period:
    """The calendar year of that number."""
    return Period(date(number, 1, 1), date(number + 1, 1, 1))
