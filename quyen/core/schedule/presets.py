"""Schedules that are prescribed, and what a first day and a rhythm usually mean.

`decree_09`: Nghị định 09/2019/NĐ-CP (chế độ báo cáo của cơ quan hành chính nhà nước), Điều 12, days on which data of
periodic reports close:

| khoản | report | from | to |
|---|---|---|---|
| 1 | monthly | the 15th of the month before | the 14th of the month |
| 2 | quarterly | the 15th of the month before the quarter | the 14th of its last month |
| 3 | half-yearly | 15/12 of the year before; 15/6 | 14/6; 14/12 |
| 4 | yearly | 15/12 of the year before | 14/12 |

All four follow one grid that begins on 15 December. The article says when data close, not when a report must arrive:
that is for whoever prescribes the report, so `send_days` has no default.

`programme_year`: the yearly report of the programme, "trước ngày 30/11". As everywhere in the core (`text.due`) that
is read as lawyers read it: the last day in time is 29 November.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from quyen.core.schedule.periods import BadSchedule, Due, Schedule, next_due
from quyen.core.text.rhythm import MONTHS, Rhythm, shifted

CLOSING = (12, 15)  # month and day in the year before
WEEK = 7
SURE_DAY = 27  # every month has it, and a day after it


class ProgrammeYear(StrEnum):
    """What a yearly report is about; either way it is due before 30 November."""

    DECEMBER = "december"  # 1 December of the year before to 30 November: the default
    CALENDAR = "calendar"  # 1 January to 31 December; the report foresees December


def decree_09(
    rhythm: Rhythm, year: int, *, send_days: int, until: date | None = None, lead_days: int | None = WEEK
) -> Schedule:
    """Periodic reports by Điều 12 from the first period of a year on, due `send_days` after data close (0: that day).

    Raises BadSchedule for a weekly rhythm, which the article does not know (khoản 5 leaves others to whoever
    prescribes them)."""
    if rhythm is Rhythm.WEEKLY:
        raise BadSchedule("Điều 12 Nghị định 09/2019/NĐ-CP không quy định báo cáo hằng tuần.")
    anchor = date(year - 1, *CLOSING)
    return Schedule(anchor, rhythm, until=until, due=Due(0, send_days - 1), lead_days=lead_days)


def programme_year(
    year: int,
    period: ProgrammeYear = ProgrammeYear.DECEMBER,
    *,
    last_year: int | None = None,
    lead_days: int | None = 30,
) -> Schedule:
    """The yearly report of the programme from `year` to `last_year` (None: without end), due on 29 November."""
    if period is ProgrammeYear.DECEMBER:
        anchor, due = date(year - 1, 12, 1), Due(0, -2)
    else:
        anchor, due = date(year, 1, 1), Due(-1, -2)
    until = None if last_year is None else anchor.replace(year=anchor.year + last_year - year + 1)
    return Schedule(anchor, Rhythm.YEARLY, until=until, due=due, lead_days=lead_days)


def usual(
    due_on: date | None,
    rhythm: Rhythm,
    *,
    given_on: date,
    last_year: int | None = None,
    lead_days: int | None = WEEK,
) -> Schedule:
    """What a text means that names a first due day and a rhythm ("15/3, hằng quý"), or a rhythm alone.

    A month's last day means the last day of each period's last month: 28/2 is followed by 31/3, 30/6 by 30/9. Any other
    day stays that day, short months take their last. Without a day the periods are those of the calendar, due on
    their last day, from the one in which it was given. Nothing is due after `last_year`, but for the first time."""
    if due_on is None:
        anchor, due = _calendar_start(given_on, rhythm), Due()
        first_until = Schedule(anchor, rhythm).boundary(1)
    else:
        anchor, due, first_until = _ending_on(due_on, rhythm)
    endless = Schedule(anchor, rhythm, due=due, lead_days=lead_days)
    late = next_due(endless, date(last_year, 12, 31)) if last_year else None
    until = max(late.start, first_until) if late else None
    return Schedule(anchor, rhythm, until=until, due=due, lead_days=lead_days)


def _ending_on(due_on: date, rhythm: Rhythm) -> tuple[date, Due, date]:
    """Anchor, due day, and the end of the first period, which is due on that day."""
    after = due_on + timedelta(days=1)
    if rhythm is Rhythm.WEEKLY:
        return after - timedelta(weeks=1), Due(), after
    step = MONTHS[rhythm]
    if after.day == 1 or due_on.day <= SURE_DAY:
        return shifted(after, -step), Due(), after
    # 28 to 30 within a longer month: the boundaries themselves are the due days, so that each month keeps its own
    turns = 12 // step
    anchor = shifted(due_on, -step * turns)
    return anchor, Due(0, 0), due_on


def _calendar_start(day: date, rhythm: Rhythm) -> date:
    if rhythm is Rhythm.WEEKLY:
        return day - timedelta(days=day.weekday())
    step = MONTHS[rhythm]
    return date(day.year, (day.month - 1) // step * step + 1, 1)
