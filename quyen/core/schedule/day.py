"""Which day it is. Duties are due by the calendar of Việt Nam, wherever the machine stands."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

HOME = ZoneInfo("Asia/Ho_Chi_Minh")


def today(now: datetime | None = None) -> date:
    """The day in Việt Nam at a moment (the present one by default): 17:00 UTC is the next day there.

    Raises ValueError for a moment without a time zone: nobody could say which day it is."""
    moment = datetime.now(UTC) if now is None else now
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone has no day")
    return moment.astimezone(HOME).date()
