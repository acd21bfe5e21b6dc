"""The periods of one assignment as its page lists them: reported, missed, waited for, to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from quyen.core.schedule import DuePeriod
from quyen.plans.enums import CLOSED, WorkState
from quyen.plans.queries.work.comings import comings_of
from quyen.plans.queries.work.rounds import Round, round_in, said_of

AHEAD = timedelta(days=400)  # of an endless schedule
PAST, COMING = 24, 6  # listed at most: those due before today, and those due later


@dataclass(frozen=True)
class PeriodLine:
    """`state` what was reported last of it, empty for nothing. `is_here`: the page is about this one."""

    period: DuePeriod
    state: str
    days: int  # until it is due, below 0 where that is over
    is_here: bool
    is_begun: bool

    @property
    def state_said(self) -> str:
        return str(WorkState(self.state).label) if self.state else ""

    @property
    def is_closed(self) -> bool:
        return self.state in CLOSED

    @property
    def is_missed(self) -> bool:
        return self.days < 0 and not self.state

    @property
    def days_over(self) -> int:
        return -self.days


def asked_round(row: Any, start: date | None) -> Round | None:
    """The round of the period with that first day; None where none is asked for, or there is no such one. `row` as for
    `lines.line_of`."""
    comings = comings_of(row) if start else None
    period = comings.starting(start) if comings and start else None
    return round_in(period, said_of(comings, row.said)) if comings and period else None


def period_lines(row: Any, here: DuePeriod | None, today: date) -> tuple[PeriodLine, ...]:
    """In order; empty for work that does not come back."""
    comings = comings_of(row)
    if comings is None:
        return ()
    said = said_of(comings, row.said)
    lines = [
        PeriodLine(one, said.get(one.start, ""), (one.due - today).days, one == here, one.start <= today)
        for one in comings.every(today + AHEAD)
    ]
    past = sum(line.days < 0 for line in lines)
    return tuple(lines[max(0, past - PAST) : past + COMING])
