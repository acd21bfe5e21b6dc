"""The work of a unit and the units below it, as rows of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Q, prefetch_related_objects
from django.utils import timezone

from quyen.plans.enums import CLOSED, Part, WorkState
from quyen.plans.models import Assignment, Plan
from quyen.plans.queries.parents import descendants
from quyen.plans.queries.work.lines import line_of
from quyen.reports.models import Cycle, Submission


@dataclass(frozen=True)
class TaskRow:
    """One task (or share of one) with the units that carry it out. `notes`: what they said last, with their names."""

    text: str
    plan: str
    part: str
    units: tuple[str, ...]
    state: str
    due_on: date | None
    notes: tuple[tuple[str, str], ...]

    @property
    def units_said(self) -> str:
        first = ", ".join(self.units[:3])
        return first if len(self.units) <= 3 else f"{first} và {len(self.units) - 3} đơn vị khác"

    @property
    def state_said(self) -> str:
        return str(WorkState(self.state).label)


def plans_of(cycle: Cycle) -> set[int] | None:
    """The plan of the regime and the plans below it; None, for all plans, where it names none. One query."""
    top = cycle.regime.plan_id
    return None if top is None else descendants(top, Plan.objects.order_by().values_list("pk", "parent_id"))


def task_rows(submission: Submission, plans: set[int] | None, day: date) -> list[TaskRow]:
    """Of those plans (None: of all): two queries, and two more where work comes back.

    A task that a unit broke down for units below it stands once, where the scope begins.
    """
    rows = _assignments(submission.unit_id, plans)
    grouped: dict[tuple[int, str, str], list[Any]] = {}
    for row in rows:
        if _belongs(row, submission.cycle, day):
            grouped.setdefault((row.task_id, row.text, row.part), []).append(row)
    return [_row(held, day) for held in grouped.values()]


def _assignments(unit_id: int, plans: set[int] | None) -> list[Any]:
    """Each with what `lines.line_of` needs and its last `note`. What was reported is asked beside the rows: as columns of the
    same statement it takes more time to write the statement than to answer it."""
    rows = Assignment.objects.given().filter(unit__above__contains=[unit_id])
    if plans is not None:
        rows = rows.filter(task__plan__in=plans)
    rows = rows.exclude(Q(parent__isnull=False) & Q(parent__unit__above__contains=[unit_id]))
    rows = rows.select_related("task__plan", "unit")
    found: list[Any] = list(rows.order_by("task__plan_id", "task__position", "task_id", "part", "unit__name"))
    latest = _latest([row.pk for row in found])
    comes_back = [row for row in found if row.recurs]
    said = _said(comes_back)
    for row in found:
        row.work, row.work_day, row.note = latest.get(row.pk, (WorkState.NOT_STARTED, None, ""))
        row.said = said.get(row.pk, [])
    prefetch_related_objects(comes_back, "timetables")
    return found


_LATEST = """
    SELECT DISTINCT ON (assignment_id) assignment_id, state, day, note FROM plans_progress
    WHERE assignment_id = ANY(%s) ORDER BY assignment_id, id DESC
"""


def _latest(pks: list[int]) -> dict[int, tuple[str, date, str]]:
    """What was reported last of each: state, day, note."""
    if not pks:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_LATEST, [pks])
        return {pk: (state, day, note) for pk, state, day, note in cursor.fetchall()}


def _said(rows: list[Any]) -> dict[int, Any]:
    """As `with_said`."""
    if not rows:
        return {}
    found: Any = Assignment.objects.filter(pk__in=[row.pk for row in rows]).with_said()
    return {row.pk: row.said for row in found.order_by()}


def _belongs(row: Any, cycle: Cycle, day: date) -> bool:
    """Given before the round's end; and not closed already before it began."""
    given = timezone.localdate(row.given_at) if row.given_at else day
    closed = row.work in CLOSED and row.work_day < cycle.period_start and not row.recurs
    return given < cycle.period_end and not closed


def _row(held: Sequence[Any], day: date) -> TaskRow:
    first = held[0]
    lines = [line_of(row, day) for row in held]
    plan = first.task.plan
    return TaskRow(
        text=first.words,
        plan=plan.reference or plan.title,
        part=Part(first.part),
        units=tuple(line.unit_name for line in lines),
        state=together([line.state for line in lines]),
        due_on=min((line.due_on for line in lines if line.due_on), default=None),
        notes=tuple((row.unit.name, row.note) for row in held if row.note),
    )


def together(states: Sequence[str]) -> str:
    """The state of a task that several units carry out: done where all are, begun where one is."""
    if all(state == WorkState.DONE for state in states):
        return WorkState.DONE
    if all(state in CLOSED for state in states):
        return WorkState.CANNOT
    if all(state == WorkState.NOT_STARTED for state in states):
        return WorkState.NOT_STARTED
    return WorkState.UNDER_WAY
