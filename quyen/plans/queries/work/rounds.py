"""Work that comes back: which of its periods is waited for now, and what was reported of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from quyen.core.schedule import DuePeriod
from quyen.plans.enums import CLOSED, WorkState
from quyen.plans.queries.work.comings import Comings

Said = Mapping[date, str]  # by the first day of a period: the state that was last reported of it


@dataclass(frozen=True)
class Round:
    """`due_on` the day now waited for (None: none named); `state` of the work for that day; `period` where it comes
    back."""

    due_on: date | None
    state: str
    period: DuePeriod | None = None


def said_of(comings: Comings, rows: Iterable[Any]) -> dict[date, str]:
    """`rows` as those of `with_said`. A report that names no period is about the first one due on its day or later."""
    named: dict[date, str] = {}
    for start, day, state in rows:
        if start is not None:
            named[_day(start)] = state
        elif period := comings.now(_day(day)) or comings.before(_day(day)):
            named.setdefault(period.start, state)
    return named


def round_of(comings: Comings, said: Said, today: date) -> Round:
    """What was reported of an earlier period does not count for this one; a period left open stays late until it is
    closed or work on the next one has begun, for one round."""
    late, now = comings.before(today), comings.now(today)
    is_open = (
        late is not None and said.get(late.start) not in CLOSED and (now is None or now.start not in said)
    )
    period = late if is_open or now is None else now
    assert period is not None  # a Comings is never empty
    return round_in(period, said)


def round_in(period: DuePeriod, said: Said) -> Round:
    """One period, whichever is waited for."""
    return Round(period.due, said.get(period.start, WorkState.NOT_STARTED), period)


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def open_periods(comings: Comings, said: Said, since: date, until: date) -> Iterable[DuePeriod]:
    """Those not closed and due in [since, until): the one before and the ones ahead of the window's beginning."""
    day = since
    while (period := comings.now(day)) and period.due < until:
        if said.get(period.start) not in CLOSED:
            yield period
        day = period.due + timedelta(days=1)
