"""When something that comes back is due next."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from quyen.core.text.due import HALF_YEARLY, MONTHLY, QUARTERLY, YEARLY

MONTHS = {MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, YEARLY: 12}  # rhythms with days that can be named


def next_day(first: date, recurs: str, today: date, last_year: int | None = None) -> date:
    """The first of its days that is not over; the last one where all are, or where it does not come back.

    `last_year`: no day falls after it. Short months take their last day (31/01, 28/02, 31/03).
    """
    step = MONTHS.get(recurs)
    if step is None or first >= today:
        return first
    passed = (today.year - first.year) * 12 + today.month - first.month
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
    place = day.year * 12 + day.month - 1 + months
    year, month = place // 12, place % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
