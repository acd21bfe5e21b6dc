"""The screen on which the giver extends, shortens or moves a schedule: what holds, what would change, what was changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from zlib import crc32

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from quyen.accounts.models import User
from quyen.core.schedule import DuePeriod, Replan, Rhythm, Schedule, replan, usual
from quyen.organisation.enums import Role
from quyen.organisation.queries import unit_ids
from quyen.plans.models import Assignment, Timetable
from quyen.plans.queries.days import recurs_word
from quyen.plans.queries.work.access import readable_assignments
from quyen.plans.queries.work.comings import Comings, comings_of, given_on
from quyen.plans.queries.work.rounds import said_of

FAR = timedelta(days=800)  # how far an endless schedule is shown
SHOWN = 60  # periods listed at most


@dataclass(frozen=True)
class ChangeLine:
    """`what`: reported, kept, dropped, added, moved (the same days, due on another; `old_due` was it before)."""

    what: str
    period: DuePeriod
    old_due: date | None = None


@dataclass(frozen=True)
class Change:
    """What a schedule would make of the present one. `begins`: the day from which the new one holds."""

    plan: Replan
    reported: frozenset[date]  # first days of the periods that a report names
    begins: date

    @property
    def sign(self) -> str:
        """The same sign, the same change: a person is told where it is no longer what they saw."""
        return f"{crc32(repr((self.plan, sorted(self.reported), self.begins)).encode()):x}"

    @property
    def is_none(self) -> bool:
        return not self.plan.added and not self.plan.dropped

    @property
    def lines(self) -> tuple[ChangeLine, ...]:
        """Every period before and after, in order, each with what becomes of it."""
        old = {(one.start, one.until): one.due for one in self.plan.dropped}
        new = {(one.start, one.until) for one in self.plan.added}
        rows = [
            ChangeLine("reported" if one.start in self.reported else "kept", one) for one in self.plan.kept
        ]
        rows += [ChangeLine("dropped", one) for one in self.plan.dropped if (one.start, one.until) not in new]
        for one in self.plan.added:
            due = old.get((one.start, one.until))
            rows.append(ChangeLine("moved" if due else "added", one, due))
        return tuple(sorted(rows, key=lambda row: (row.period.start, row.what))[:SHOWN])


def change_of(row: Assignment, schedule: Schedule, day: date, old: Comings | None = None) -> Change:
    """`row`: with its task and plan; `old`: the periods as they are, where the row no longer tells. Two queries."""
    old = old or comings_of(row)
    through = max(day, schedule.anchor) + FAR
    planned = list(old.every(through)) if old else []
    spoken: Any = Assignment.objects.with_said().get(pk=row.pk)
    named = said_of(old, spoken.said) if old else {}
    reported = frozenset(one.start for one in planned if one.start in named)
    found = replan(planned, reported, schedule, through)
    last = max((one for one in planned if one.start in reported), default=None)
    return Change(found, reported, last.until if last else schedule.anchor)


@dataclass(frozen=True)
class TimetablePage:
    """`schedule` as it is now; of work that does not come back, what its day would usually mean (`is_new`)."""

    assignment: Assignment
    schedule: Schedule
    is_new: bool
    change: Change | None
    history: tuple[Timetable, ...]

    @property
    def rhythm_said(self) -> str:
        return recurs_word(self.schedule.rhythm)


def scheduled_assignments(user: User) -> QuerySet[Assignment]:
    """Those that the person may set the schedule of: they stand behind the giving."""
    units = unit_ids(user, Role.COORDINATOR)
    rows = readable_assignments(user).select_related("task__plan", "unit", "parent__unit")
    return rows.filter(parent=None, task__plan__unit__in=units) | rows.filter(parent__unit__in=units)


def timetable_page(user: User, pk: int, wish: Schedule | None, day: date) -> TimetablePage:
    """Five queries at most. Errors: Http404 where the person does not stand behind the giving."""
    row = get_object_or_404(scheduled_assignments(user).prefetch_related("timetables"), pk=pk)
    comings = comings_of(row)
    schedule = comings.schedule if comings else usual(row.due_on, Rhythm.QUARTERLY, given_on=given_on(row))
    return TimetablePage(
        assignment=row,
        schedule=_from_its_beginning(comings) if comings else schedule,
        is_new=comings is None,
        change=change_of(row, wish, day) if wish else None,
        history=tuple(sorted(row.timetables.all(), key=lambda one: one.pk, reverse=True)),
    )


def _from_its_beginning(comings: Comings) -> Schedule:
    """The schedule in force with the first day that people know as its anchor, where the grid allows it."""
    held, first = comings.schedule, comings.stretches[-1].begins
    moved = Schedule(first, held.rhythm, held.every, held.until, held.due, held.lead_days)
    same = all(moved.boundary(turn) == held.boundary(held.turn_of(first) + turn) for turn in range(13))
    return moved if same else held


def said_by(schedule: Schedule) -> dict[str, Any]:
    """A schedule as the audit trail keeps it."""
    return {
        "anchor": schedule.anchor.isoformat(), "rhythm": schedule.rhythm.value, "every": schedule.every,
        "until": schedule.until.isoformat() if schedule.until else None, "due": list(schedule.due),
        "lead_days": schedule.lead_days,
    }  # fmt: skip
