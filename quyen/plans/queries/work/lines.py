"""Lists of assignments: late and due first, what is closed last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from quyen.accounts.models import User
from quyen.core.schedule import Period
from quyen.core.text.sorting import sort_key
from quyen.organisation.queries import unit_ids
from quyen.plans.enums import CLOSED, Part, WorkState
from quyen.plans.models import AssignmentQuerySet
from quyen.plans.queries.days import BUCKETS, LATE, LATER, NEXT, NO_DAY, bucket_of, recurs_word
from quyen.plans.queries.lists import has_words, years_of, years_said
from quyen.plans.queries.work.access import readable_assignments
from quyen.plans.queries.work.comings import comings_of
from quyen.plans.queries.work.rounds import Round, round_of, said_of

PAGE = 50
OURS, HANDED = "cua-don-vi", "da-giao"
DONE = "da-xong"  # a bucket beside those of the board


@dataclass(frozen=True)
class WorkFilter:
    """`scope` OURS or HANDED; `when` a bucket; `state` one of WorkState; `unit` part of a unit's name."""

    words: str = ""
    unit: str = ""
    when: str = ""
    state: str = ""
    scope: str = OURS

    @property
    def is_set(self) -> bool:
        return bool(self.words or self.unit or self.when or self.state)


@dataclass(frozen=True)
class WorkLine:
    """One assignment. `due_on` is the day now waited for, `state` what is reported for that day; `period` is [first
    day, the day after its last) of work that comes back."""

    pk: int
    unit: int
    unit_name: str
    text: str
    part: str
    due_on: date | None
    recurs: str
    days: int | None
    state: str
    plan: int
    plan_label: str
    plan_years: range
    task: int
    is_share: bool
    period: Period | None = None

    @property
    def key(self) -> str:
        return str(self.pk)

    @property
    def is_closed(self) -> bool:
        return self.state in CLOSED

    @property
    def state_said(self) -> str:
        return str(WorkState(self.state).label)

    @property
    def part_said(self) -> str:
        return str(Part(self.part).label)

    @property
    def bucket(self) -> str:
        return DONE if self.is_closed else bucket_of(self.days)

    @property
    def days_over(self) -> int:
        return -(self.days or 0)

    @property
    def recurs_said(self) -> str:
        return recurs_word(self.recurs)


@dataclass(frozen=True)
class WorkList:
    lines: tuple[WorkLine, ...]
    found: int
    total: int
    counts: dict[str, int]
    page: int
    pages: int
    asked: WorkFilter
    units: tuple[str, ...]
    first: int | None  # where a phone begins: the first open assignment

    @property
    def late(self) -> int:
        return self.counts[LATE]

    @property
    def next(self) -> int:
        return self.counts[NEXT]

    @property
    def later(self) -> int:
        return self.counts[LATER] + self.counts[NO_DAY]

    @property
    def closed(self) -> int:
        return self.counts[DONE]


def work_list(user: User, asked: WorkFilter, page: int = 1) -> WorkList:
    """Two queries however many assignments."""
    lines = work_lines(_scope(user, asked.scope))
    fitting = [line for line in lines if _fits(line, asked)]
    found = [line for line in fitting if not asked.when or line.bucket == asked.when]
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(page, 1), pages)
    return WorkList(
        lines=tuple(found[(page - 1) * PAGE : page * PAGE]),
        found=len(found),
        total=len(lines),
        counts={bucket: sum(line.bucket == bucket for line in fitting) for bucket in (*BUCKETS, DONE)},
        page=page,
        pages=pages,
        asked=asked,
        units=tuple(sorted({line.unit_name for line in lines}, key=sort_key)),
        first=next((line.pk for line in found if not line.is_closed), None),
    )


def work_lines(rows: AssignmentQuerySet) -> list[WorkLine]:
    """In the order of lists: two queries."""
    today = timezone.localdate()
    detailed = (
        rows.with_work().with_said().select_related("task__plan", "unit").prefetch_related("timetables")
    )
    lines = [
        line_of(row, today) for row in detailed.order_by("task__plan_id", "task__position", "unit__name")
    ]
    return sorted(lines, key=_order)


def line_of(row: Any, today: date, due: Round | None = None) -> WorkLine:
    """`row`: an Assignment with the columns of `with_work` and `with_said`, its task, plan, unit and timetables. `due`:
    the round that is asked for, else the one waited for."""
    plan = row.task.plan
    due = due or waited_for(row, today)
    return WorkLine(
        pk=row.pk,
        unit=row.unit_id,
        unit_name=row.unit.name,
        text=row.words,
        part=row.part,
        due_on=due.due_on,
        recurs=row.recurs,
        days=(due.due_on - today).days if due.due_on else None,
        state=due.state,
        plan_label=" · ".join(p for p in (plan.reference or plan.title, plan.issuer, years_said(plan)) if p),
        plan=plan.pk,
        plan_years=years_of(plan),
        task=row.task_id,
        is_share=row.parent_id is not None,
        period=due.period,
    )


def waited_for(row: Any, today: date) -> Round:
    """The same columns and rows are needed."""
    comings = comings_of(row)
    return round_of(comings, said_of(comings, row.said), today) if comings else Round(row.due_on, row.work)


def _scope(user: User, scope: str) -> AssignmentQuerySet:
    """The person's units and those below; or what those units gave: tasks of their plans, shares of their work."""
    rows = readable_assignments(user)
    units = unit_ids(user)
    if scope == HANDED:
        return rows.filter(Q(task__plan__unit__in=units, parent=None) | Q(parent__unit__in=units))
    return rows.filter(unit__in=units)


def _order(line: WorkLine) -> tuple[int, date]:
    return (*BUCKETS, DONE).index(line.bucket), line.due_on or date.max


def _fits(line: WorkLine, asked: WorkFilter) -> bool:
    if asked.state and line.state != asked.state:
        return False
    if asked.unit and not has_words(asked.unit, (line.unit_name,)):
        return False
    return has_words(asked.words, (line.text, line.plan_label, line.unit_name))


def place_in(lines: Sequence[WorkLine], pk: int) -> tuple[int | None, int]:
    """The next open assignment after this one (from the top again where there is none), and how many are closed."""
    keys = [line.pk for line in lines]
    start = keys.index(pk) + 1 if pk in keys else 0
    open_ones: Iterable[WorkLine] = (*lines[start:], *lines[:start])
    after = next((line.pk for line in open_ones if not line.is_closed and line.pk != pk), None)
    return after, sum(line.is_closed for line in lines)
