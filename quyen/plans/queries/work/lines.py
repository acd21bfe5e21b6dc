"""Lists of assignments: late and due first, what is closed last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from quyen.accounts.models import User
from quyen.core.arithmetic import paged
from quyen.core.schedule import DuePeriod
from quyen.core.text.sorting import sort_key
from quyen.organisation.queries import unit_ids
from quyen.plans.enums import CLOSED, Part, WorkState
from quyen.plans.models import Assignment, AssignmentQuerySet, Plan
from quyen.plans.queries.days import LATE, LATER, NEXT, NO_DAY, Dated
from quyen.plans.queries.lists import has_words, label_of, years_of
from quyen.plans.queries.work.awaited import DONE, ORDER, in_order, waited_for, with_awaited
from quyen.plans.queries.work.rounds import Round
from quyen.plans.queries.work.words import with_words

PAGE = 50
OURS, HANDED = "cua-don-vi", "da-giao"


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
        return bool(self.when or self.narrows)

    @property
    def narrows(self) -> bool:
        """Beside the bucket, which only says what of the counted is listed."""
        return bool(self.words or self.unit or self.state)


@dataclass(frozen=True)
class WorkLine(Dated):
    """One assignment. `due_on` is the day now waited for, `state` what is reported for that day; `period` is [first
    day, the day after its last) of work that comes back; lists leave it out."""

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
    period: DuePeriod | None = None

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
        return DONE if self.is_closed else super().bucket


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
    """Four queries; one more with filters, one more on later pages, four more for words, one more where days must be worked
    out. The database says which lines are on the page; only those are read."""
    waiting = with_awaited(_scope(user, asked.scope), timezone.localdate())
    every = list(
        waiting.order_by().values_list("unit_id", "unit__name", "bucket").annotate(number=Count("pk"))
    )
    units = {pk: name for pk, name, _bucket, _number in every}
    fitting = _fitting(waiting, asked, units)
    counts = _counts(fitting) if asked.narrows else _added(row[2:] for row in every)
    when = ORDER.index(asked.when) if asked.when else None
    found = fitting if when is None else fitting.filter(bucket=when)
    number = counts.total() if when is None else counts[when]
    page, pages, cut = paged(number, page, PAGE)
    ordered = in_order(found)
    lines = _lines(ordered[cut])
    return WorkList(
        lines=tuple(lines),
        found=number,
        total=sum(row[3] for row in every),
        counts={bucket: counts[place] for place, bucket in enumerate(ORDER)},
        page=page,
        pages=pages,
        asked=asked,
        units=tuple(sorted(set(units.values()), key=sort_key)),
        first=_first_open(lines if page == 1 else _lines(ordered[:1])),
    )


def work_lines(rows: AssignmentQuerySet, *, with_closed: bool = True) -> list[WorkLine]:
    """In the order of lists: three queries, two more where days must be worked out."""
    waiting = with_awaited(rows, timezone.localdate())
    return _lines(in_order(waiting if with_closed else waiting.exclude(stands__in=CLOSED)))


def _counts(rows: Any) -> Counter[int]:
    return _added(rows.order_by().values_list("bucket").annotate(number=Count("pk")))


def _added(rows: Iterable[tuple[int, int]]) -> Counter[int]:
    """By bucket."""
    counts: Counter[int] = Counter()
    for bucket, number in rows:
        counts[bucket] += number
    return counts


def _first_open(lines: Sequence[WorkLine]) -> int | None:
    """Of lines from the top: what is closed stands last."""
    return lines[0].pk if lines and not lines[0].is_closed else None


COLUMNS = (
    "pk", "unit_id", "unit__name", "text", "task__text", "part", "waits_on", "recurs", "stands", "task__plan_id",
    "task_id", "parent_id",
)  # fmt: skip


def _lines(rows: Any) -> list[WorkLine]:
    """Two queries: the rows as plain values, for they may be many, and their plans, which are few."""
    found, today = list(rows.values_list(*COLUMNS, named=True)), timezone.localdate()
    plans = Plan.objects.in_bulk({row.task__plan_id for row in found})
    said = {pk: (label_of(plan), years_of(plan)) for pk, plan in plans.items()}
    return [_line(row, today, *said[row.task__plan_id]) for row in found]


def _line(row: Any, today: date, label: str, years: range) -> WorkLine:
    return WorkLine(
        pk=row.pk,
        unit=row.unit_id,
        unit_name=row.unit__name,
        text=row.text or row.task__text,
        part=row.part,
        due_on=row.waits_on,
        recurs=row.recurs,
        days=(row.waits_on - today).days if row.waits_on else None,
        state=row.stands,
        plan_label=label,
        plan=row.task__plan_id,
        plan_years=years,
        task=row.task_id,
        is_share=row.parent_id is not None,
    )


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
        plan_label=label_of(plan),
        plan=plan.pk,
        plan_years=years_of(plan),
        task=row.task_id,
        is_share=row.parent_id is not None,
        period=due.period,
    )


def _scope(user: User, scope: str) -> AssignmentQuerySet:
    """The person's units and those below; or what those units gave: tasks of their plans, shares of their work."""
    units = unit_ids(user)
    if scope != HANDED:
        return Assignment.objects.given().filter(unit__in=units)  # all readable: they are the person's
    wholes = Assignment.objects.filter(task__plan__unit__in=units, parent=None)
    readable = Q(unit__in=units) | Q(task__plan__unit__in=units)
    shares = Assignment.objects.filter(readable, parent__unit__in=units)
    # two ways, each by its own index; with "or" the database looks at every assignment of the country
    return Assignment.objects.given().filter(pk__in=wholes.values("pk").union(shares.values("pk")))


def _fitting(rows: Any, asked: WorkFilter, units: Mapping[int, str]) -> Any:
    """`rows` of `with_awaited`; `units`: theirs, by number."""
    if asked.state:
        rows = rows.filter(stands=asked.state)
    if asked.unit:
        rows = rows.filter(unit__in=[pk for pk, name in units.items() if has_words(asked.unit, (name,))])
    return with_words(rows, asked.words, units)


def place_in(lines: Sequence[WorkLine], pk: int) -> tuple[int | None, int]:
    """The next open assignment after this one (from the top again where there is none), and how many are closed."""
    keys = [line.pk for line in lines]
    start = keys.index(pk) + 1 if pk in keys else 0
    open_ones: Iterable[WorkLine] = (*lines[start:], *lines[:start])
    after = next((line.pk for line in open_ones if not line.is_closed and line.pk != pk), None)
    return after, sum(line.is_closed for line in lines)
