"""What comes back: how often, in which stretches of the calendar, and when next."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

IN_YEAR = 12  # months


class Rhythm(StrEnum):
    """How often something comes back, in the one set of words for texts, schedules, plans and reports."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    ALWAYS = "always"
    PERIODIC = "periodic"


MONTHS: dict[str, int] = {
    Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3, Rhythm.HALF_YEARLY: 6, Rhythm.YEARLY: IN_YEAR,
}  # fmt: skip
DATED = (
    Rhythm.WEEKLY,
    Rhythm.MONTHLY,
    Rhythm.QUARTERLY,
    Rhythm.HALF_YEARLY,
    Rhythm.YEARLY,
)  # have days with a name


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of the calendar, [start, until)."""

    start: date
    until: date

    @property
    def last_day(self) -> date:
        """The last day that belongs to it."""
        return self.until - timedelta(days=1)

    @property
    def months(self) -> int:
        """Whole months; 0 where it does not begin and end with a month."""
        if self.start.day != 1 or self.until.day != 1:
            return 0
        return (self.until.year - self.start.year) * IN_YEAR + self.until.month - self.start.month


def next_day(first: date, recurs: str, today: date, last_year: int | None = None) -> date:
    """The first of its days that is not over; the last one where all are, or where it does not come back.

    `last_year`: no day falls after it. Short months take their last day (31/01, 28/02, 31/03).
    """
    step = MONTHS.get(recurs)
    if step is None or first >= today:
        return first
    passed = (today.year - first.year) * IN_YEAR + today.month - first.month
    turn = passed // step * step
    day = shifted(first, turn)
    if day < today:
        turn += step
        day = shifted(first, turn)
    while last_year is not None and turn > 0 and day.year > last_year:
        turn -= step
        day = shifted(first, turn)
    return day


def shifted(day: date, months: int) -> date:
    """The same day some months later; the last of a month that is too short."""
    place = day.year * IN_YEAR + day.month - 1 + months
    year, month = place // IN_YEAR, place % IN_YEAR + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
