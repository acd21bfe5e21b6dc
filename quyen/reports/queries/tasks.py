"""The work of a unit and the units below it, as rows of a report."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from quyen.plans.enums import CLOSED, COUNTED, Giving, Part, WorkState
from quyen.plans.models import Assignment, Plan
from quyen.plans.queries.work.awaited import waited_for
from quyen.plans.queries.work.rounds import Round
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


def task_rows(submission: Submission, plans: Collection[int] | None, day: date) -> list[TaskRow]:
    """Of those plans (None: of all): one query, and three more where work comes back.

    A task that a unit broke down for units below it stands once, where the scope begins.
    """
    grouped: dict[tuple[int, str, str], list[_Held]] = {}
    for row in _held(submission.unit_id, plans, day):
        if _belongs(row, submission.cycle, day):
            grouped.setdefault((row.task, row.text, row.part), []).append(row)
    return [_row(held) for held in grouped.values()]


class _Held(NamedTuple):
    """An assignment with what was reported of it last. `due_on` and `state` of the round that is waited for."""

    pk: int
    task: int
    text: str
    part: str
    due_on: date | None
    recurs: str
    given_at: datetime | None
    unit: str
    words: str
    number: str
    symbol: str
    title: str
    work: str
    work_day: date | None
    note: str
    state: str


# as `AssignmentQuerySet.given`; written out, for the columns of all its tables take longer to name than to read. The units
# come first: a planner that knows nothing of the tables yet would look at each assignment of the country
_HELD = """
    WITH here AS MATERIALIZED (SELECT id, name FROM organisation_unit WHERE above @> ARRAY[%(unit)s]::bigint[])
    SELECT a.id, a.task_id, a.text, a.part, a.due_on, a.recurs, a.given_at, u.name,
        CASE WHEN a.text = '' THEN i.text ELSE a.text END, p.number, p.symbol, p.title,
        coalesce(said.state, %(none)s), said.day, coalesce(said.note, ''), coalesce(said.state, %(none)s)
    FROM plans_assignment a
    JOIN here u ON u.id = a.unit_id
    JOIN plans_item i ON i.id = a.task_id
    JOIN plans_plan p ON p.id = i.plan_id
    LEFT JOIN LATERAL (
        SELECT g.state, g.day, g.note FROM plans_progress g WHERE g.assignment_id = a.id ORDER BY g.id DESC LIMIT 1
    ) AS said ON true
    WHERE a.state = %(given)s AND i.state = ANY(%(counted)s)
        AND (%(plans)s::bigint[] IS NULL OR i.plan_id = ANY(%(plans)s::bigint[]))
        AND (a.parent_id IS NULL OR NOT EXISTS (
            SELECT FROM plans_assignment w WHERE w.id = a.parent_id AND w.unit_id IN (SELECT id FROM here)))
    ORDER BY i.plan_id, i.position, a.task_id, a.part, u.name
"""


def _held(unit_id: int, plans: Collection[int] | None, day: date) -> list[_Held]:
    asked = {
        "unit": unit_id, "plans": None if plans is None else list(plans), "given": str(Giving.GIVEN),
        "counted": [str(state) for state in COUNTED], "none": str(WorkState.NOT_STARTED),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_HELD, asked)
        rows = [_Held(*row) for row in cursor.fetchall()]
    rounds = _rounds([row.pk for row in rows if row.recurs], day)
    return [
        row._replace(due_on=rounds[row.pk].due_on, state=rounds[row.pk].state) if row.pk in rounds else row
        for row in rows
    ]


def _rounds(pks: list[int], day: date) -> dict[int, Round]:
    """Of work that comes back: the round waited for."""
    if not pks:
        return {}
    rows = Assignment.objects.filter(pk__in=pks).with_work().with_said().select_related("task__plan")
    return {row.pk: waited_for(row, day) for row in rows.order_by().prefetch_related("timetables")}


def _belongs(row: _Held, cycle: Cycle, day: date) -> bool:
    """Given before the round's end; and not closed already before it began."""
    given = timezone.localdate(row.given_at) if row.given_at else day
    closed = (
        row.work in CLOSED
        and row.work_day is not None
        and row.work_day < cycle.period_start
        and not row.recurs
    )
    return given < cycle.period_end and not closed


def _row(held: Sequence[_Held]) -> TaskRow:
    first = held[0]
    plan = Plan(number=first.number, symbol=first.symbol, title=first.title)
    return TaskRow(
        text=first.words,
        plan=plan.reference or plan.title,
        part=Part(first.part),
        units=tuple(row.unit for row in held),
        state=together([row.state for row in held]),
        due_on=min((row.due_on for row in held if row.due_on), default=None),
        notes=tuple((row.unit, row.note) for row in held if row.note),
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
