"""Schedules that are prescribed.

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

from datetime import date
from enum import StrEnum

from quyen.core.schedule.periods import BadSchedule, Due, Rhythm, Schedule

CLOSING = (12, 15)  # month and day in the year before
WEEK = 7


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
