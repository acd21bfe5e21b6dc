"""What the steps above answer when units are about to change, when people are to be told what is due, and when somebody
hands their work over."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.dispatch import Signal

from quyen.organisation.enums import Role


@dataclass(frozen=True)
class OpenWork:
    """So much of one thing lies in each unit. `word`: what it is called after a number ("kế hoạch")."""

    word: str
    counts: dict[int, int]


units_changed = Signal()  # sent within the transaction of every change of units or of their kinds

work_asked = Signal()  # sent with `units`, a frozenset of numbers; a receiver answers with an OpenWork


@dataclass(frozen=True)
class DueItem:
    """Something that a unit still owes at a day. `duty` names it together with that day ("plans.Assignment:12:2026-03-31"):
    each name is reminded of once a step. `unit` owes it, `giver` waits for it and hears of it a week late. `path` is
    where on this site it is done. `known_since`: the day from which the unit could know of it; what was over by then is
    never written about. `lead_days`: how long before the day the first reminder comes, None for none ahead. `role`: the least
    role in the unit with which one hears of it; `person`: the only one who does, and a week late the unit's coordinators."""

    duty: str
    unit: int
    giver: int
    title: str
    due: date
    path: str
    known_since: date
    lead_days: int | None = 7
    role: int = Role.EDITOR
    person: int | None = None


due_asked = (
    Signal()
)  # sent with `since` and `until`; a receiver answers with its DueItems still open, due in [since, until)


@dataclass(frozen=True)
class PersonalWork:
    """What is open in one person's own name. `word`: what it is called after a number; `titles`: the first few, for the
    successor to know of. `ends`: it does not pass to the successor but stops (a private address of a calendar)."""

    word: str
    count: int
    titles: tuple[str, ...] = field(default=())
    ends: bool = False


personal_work_asked = (
    Signal()
)  # sent with `person` and `units`, numbers; a receiver answers with a PersonalWork
work_handed_over = (
    Signal()
)  # sent with `actor`, `person` and `units`, within the transaction, on the day itself
