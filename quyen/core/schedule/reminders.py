"""Which reminder a duty asks for today. One at most: the latest step that the day has reached.

A machine that stood still for a month sends one message when it wakes, the last, and not the four it missed. How many
messages one person gets on one day is the business of whoever sends them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Reminder(StrEnum):
    """The kinds, in the order in which they come."""

    AHEAD = "ahead"  # the lead time begins
    TOMORROW = "tomorrow"
    TODAY = "today"
    LATE = "late"
    ESCALATED = "escalated"  # to whoever leads the unit


class Step(NamedTuple):
    """`days` after the due day; before it where negative."""

    kind: Reminder
    days: int


def ladder(lead_days: int | None, *, late: int = 1, escalated: int = 7) -> tuple[Step, ...]:
    """The steps of a duty with that lead time (None or 0: nothing ahead); `late` and `escalated` in days after the
    due day, in this order. Raises ValueError where they do not follow one another."""
    if not 0 < late < escalated:
        raise ValueError("the step late comes after the due day and before the step escalated")
    after = (Step(Reminder.TODAY, 0), Step(Reminder.LATE, late), Step(Reminder.ESCALATED, escalated))
    ahead = (Step(Reminder.AHEAD, -lead_days),) if lead_days else ()
    eve = (Step(Reminder.TOMORROW, -1),) if lead_days and lead_days > 1 else ()
    return ahead + eve + after


def reminder(
    due: date, today: date, sent: Collection[Reminder], steps: Sequence[Step] = ladder(7)
) -> Step | None:
    """The step to be sent now; None where its time has not come, or where it or a later one was sent.

    `sent` are the kinds already sent for this due day; `steps` in any order. Steps between the last one sent and
    the present one are passed over for good."""
    reached = [step for step in sorted(steps, key=_days) if step.days <= (today - due).days]
    if not reached:
        return None
    gone = {step.days for step in steps if step.kind in sent}
    return None if any(days >= reached[-1].days for days in gone) else reached[-1]


def _days(step: Step) -> int:
    return step.days
