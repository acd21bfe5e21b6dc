"""The board: confirmed tasks by day, by lead or by plan; late first, then what is due soon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.core.arithmetic import paged
from quyen.core.text.due import parse_due
from quyen.core.text.rhythm import MONTHS, next_day
from quyen.core.text.sorting import sort_key
from quyen.organisation.queries import unit_ids
from quyen.plans.enums import COUNTED, Part
from quyen.plans.models import Plan, Responsibility, Task
from quyen.plans.queries.days import (
    BUCKETS,
    LATE,
    LATER,
    MONTH,
    NEXT,
    NO_DAY,
    Dated,
    bucket_labels,
)
from quyen.plans.queries.lists import has_words, label_of, years_of
from quyen.plans.queries.review import readable_plans
from quyen.plans.queries.work.access import given_to
from quyen.plans.queries.work.lines import WorkLine, work_lines

PAGE = 100
BY_DAY, BY_LEAD, BY_PLAN = "han", "don-vi", "ke-hoach"


@dataclass(frozen=True)
class BoardFilter:
    words: str = ""
    unit: str = ""  # part of a lead's or coordinator's name, marks apart
    plan: int | None = None
    year: int | None = None
    when: str = ""  # LATE, MONTH, NEXT or NO_DAY

    @property
    def is_set(self) -> bool:
        return bool(self.words or self.unit or self.plan or self.year or self.when)

    @property
    def plan_key(self) -> str:
        return str(self.plan or "")


@dataclass(frozen=True)
class TaskLine(Dated):
    """One task. `due_on` is the next of its days; `days` until then, below 0 where it is over. `assignment`: it was
    given to a unit that does not hold the plan, and is opened there."""

    pk: int
    plan: int
    plan_label: str
    plan_years: range
    text: str
    no: str
    deadline: str
    product: str
    due_on: date | None
    recurs: str
    days: int | None
    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    assignment: int | None = None


@dataclass(frozen=True)
class BoardGroup:
    """The tasks of a group that fall on this page; `total` counts those on other pages too."""

    key: str
    label: str
    total: int
    tasks: tuple[TaskLine, ...]
    is_continued: bool = False


@dataclass(frozen=True)
class Board:
    groups: tuple[BoardGroup, ...]
    found: int
    total: int
    counts: dict[str, int]  # by bucket, of all that the filter without its day finds
    page: int
    pages: int
    by: str
    asked: BoardFilter
    units: tuple[str, ...]
    plans: tuple[tuple[str, str], ...]
    years: tuple[int, ...]

    @property
    def late(self) -> int:
        return self.counts[LATE]

    @property
    def next(self) -> int:
        return self.counts[NEXT]

    @property
    def later(self) -> int:
        return self.counts[LATER]

    @property
    def no_day(self) -> int:
        return self.counts[NO_DAY]


def board(user: User, asked: BoardFilter, by: str = BY_DAY, page: int = 1) -> Board:
    """Five queries however many tasks."""
    today = timezone.localdate()
    tasks = tasks_of(user, today)
    found = [task for task in tasks if _fits(task, asked)]
    counts = {bucket: sum(task.bucket == bucket for task in found) for bucket in BUCKETS}
    found = [task for task in found if _is_when(task, asked.when, today)]
    groups = _grouped(found, by)
    lines = sum(len(group.tasks) for group in groups)
    page, pages, cut = paged(lines, page, PAGE)
    return Board(
        groups=tuple(_cut(groups, cut.start, cut.stop)),
        found=len(found),
        total=len(tasks),
        counts=counts,
        page=page,
        pages=pages,
        by=by,
        asked=asked,
        units=tuple(sorted({name for task in tasks for name in task.lead}, key=sort_key)),
        plans=tuple(sorted({(str(t.plan), t.plan_label) for t in tasks}, key=lambda p: sort_key(p[1]))),
        years=tuple(sorted({year for task in tasks for year in task.plan_years}, reverse=True)),
    )


def board_tasks(user: User, asked: BoardFilter) -> list[TaskLine]:
    """All tasks that the filter finds, in the board's order: five queries."""
    today = timezone.localdate()
    tasks = tasks_of(user, today)
    return [task for task in tasks if _fits(task, asked) and _is_when(task, asked.when, today)]


def tasks_of(user: User, today: date) -> list[TaskLine]:
    """The confirmed tasks of a person's plans, and what was given to the person's units out of others, by day: five
    queries."""
    plans = readable_plans(user)
    rows = confirmed_tasks(plans).order_by("plan_id", "position")
    parts: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    named = Responsibility.objects.filter(task__plan__in=plans, task__state__in=COUNTED)
    for task, part, name in named.order_by("position", "id").values_list("task_id", "part", "canonical"):
        parts[task][part].append(name)
    lines = [_line(row, parts[row.pk], today) for row in rows]
    lines += [_given(line) for line in work_lines(given_to(unit_ids(user)), with_closed=False)]
    return sorted(lines, key=_order)


def confirmed_tasks(plans: QuerySet[Plan]) -> QuerySet[Task]:
    """With their plans."""
    tasks = Task.objects.filter(plan__in=plans, state__in=COUNTED).select_related("plan")
    return cast("QuerySet[Task]", tasks)  # the manager comes from Item, and says so


def _order(task: TaskLine) -> tuple[int, date]:
    return BUCKETS.index(task.bucket), task.due_on or date.max


def _line(task: Task, parts: dict[str, list[str]], today: date) -> TaskLine:
    plan = task.plan
    due = due_day(task, plan, today)
    return TaskLine(
        pk=task.pk,
        plan=plan.pk,
        plan_label=label_of(plan),
        plan_years=years_of(plan),
        text=task.text,
        no=task.no,
        deadline=task.deadline,
        product=task.product,
        due_on=due,
        recurs=task.recurs,
        days=(due - today).days if due else None,
        lead=tuple(parts[Part.LEAD]),
        coordinate=tuple(parts[Part.COORDINATE]),
    )


def _given(line: WorkLine) -> TaskLine:
    own = (line.unit_name,)
    return TaskLine(
        pk=line.task,
        plan=line.plan,
        plan_label=line.plan_label,
        plan_years=line.plan_years,
        text=line.text,
        no="",
        deadline="",
        product="",
        due_on=line.due_on,
        recurs=line.recurs,
        days=line.days,
        lead=own if line.part == Part.LEAD else (),
        coordinate=own if line.part == Part.COORDINATE else (),
        assignment=line.pk,
    )


def first_day(task: Task, plan: Plan) -> date | None:
    """The first day that a task is due; what comes back without a year begins in the plan's first."""
    if task.due_on or task.recurs not in MONTHS:
        return task.due_on
    year = plan.first_year or (plan.issued_on.year if plan.issued_on else None)
    return parse_due(task.deadline, year=year).on


def due_day(task: Task, plan: Plan, today: date) -> date | None:
    """The next day that a task is due, no later than its plan reaches; the last one where all are over."""
    first = first_day(task, plan)
    return next_day(first, task.recurs, today, plan.last_year) if first else None


def _fits(task: TaskLine, asked: BoardFilter) -> bool:
    if asked.plan and task.plan != asked.plan:
        return False
    if (
        asked.year
        and asked.year not in task.plan_years
        and (not task.due_on or task.due_on.year != asked.year)
    ):
        return False
    if asked.unit and not has_words(asked.unit, (*task.lead, *task.coordinate)):
        return False
    return has_words(asked.words, (task.text, task.product, *task.lead, task.plan_label))


def _is_when(task: TaskLine, when: str, today: date) -> bool:
    if when == MONTH:
        return task.due_on is not None and (task.due_on.year, task.due_on.month) == (today.year, today.month)
    return not when or task.bucket == when


def _grouped(tasks: Sequence[TaskLine], by: str) -> list[BoardGroup]:
    """All tasks in groups; a task with two leads stands under both."""
    named: dict[str, list[TaskLine]] = defaultdict(list)
    for task in tasks:
        for name in _names(task, by):
            named[name].append(task)
    order = list(named) if by == BY_DAY else sorted(named, key=lambda name: (not name, sort_key(name)))
    labels = bucket_labels() if by == BY_DAY else {"": _("Chưa rõ cơ quan chủ trì")}
    return [BoardGroup(name, labels.get(name, name), len(named[name]), tuple(named[name])) for name in order]


def _names(task: TaskLine, by: str) -> Iterable[str]:
    if by == BY_LEAD:
        return dict.fromkeys(task.lead) or ("",)
    return (task.plan_label,) if by == BY_PLAN else (task.bucket,)


def _cut(groups: Sequence[BoardGroup], start: int, end: int) -> Iterable[BoardGroup]:
    place = 0
    for group in groups:
        first, last = max(start - place, 0), min(end - place, len(group.tasks))
        if first < last:
            yield BoardGroup(group.key, group.label, group.total, group.tasks[first:last], first > 0)
        place += len(group.tasks)
