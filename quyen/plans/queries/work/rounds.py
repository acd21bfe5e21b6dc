"""Work that comes back: which of its days is waited for now, and whether what was reported is about that one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quyen.core.text.rhythm import MONTHS, next_day, shifted
from quyen.plans.enums import CLOSED, WorkState


@dataclass(frozen=True)
class Round:
    """`due_on` the day now waited for (None: none named); `state` of the work for that day."""

    due_on: date | None
    state: str


@dataclass(frozen=True)
class Rhythm:
    """How an assignment comes back, since it was given."""

    first: date | None
    recurs: str
    last_year: int | None
    given_on: date


def round_of(rhythm: Rhythm, state: str, reported: date | None, today: date) -> Round:
    """What was reported in an earlier round does not count for this one; a round left open stays late until it is
    reported, for one round."""
    step = MONTHS.get(rhythm.recurs)
    if rhythm.first is None or step is None:
        return Round(rhythm.first, state)
    due = next_day(rhythm.first, rhythm.recurs, today, rhythm.last_year)
    before = shifted(due, -step)
    if (
        rhythm.given_on <= before < today
        and before >= rhythm.first
        and not _closed(before, step, state, reported)
    ):
        return Round(before, _within(shifted(before, -step), state, reported))
    return Round(due, _within(before, state, reported))


def _closed(due: date, step: int, state: str, reported: date | None) -> bool:
    """Whether the round that ended at a day was closed, or work on the next one has begun."""
    if reported is None:
        return False
    return reported > due or (state in CLOSED and reported > shifted(due, -step))


def _within(start: date, state: str, reported: date | None) -> str:
    return state if reported is not None and reported > start else WorkState.NOT_STARTED
