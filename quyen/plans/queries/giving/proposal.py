"""What a plan would hand to whom: task by task, the names with the units they mean, and the rows there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from quyen.accounts.models import User
from quyen.organisation.enums import Role
from quyen.organisation.queries import may
from quyen.plans.enums import Giving, ItemKind, Part
from quyen.plans.models import Assignment, Item, Plan, Responsibility, Task
from quyen.plans.queries.board import confirmed_tasks
from quyen.plans.queries.days import recurs_word
from quyen.plans.queries.giving.naming import Meaning, Named, Register, register_of
from quyen.plans.queries.lists import PlanLine, line_of
from quyen.plans.queries.page import Passage, passage_of
from quyen.plans.queries.review import readable_plans

SHOWN = 3  # units named in a line before the rest is counted
Key = tuple[int, int, str]  # task, unit, part


@dataclass(frozen=True)
class Wish:
    """A unit that a name of the plan means."""

    unit: Named
    name: str


@dataclass(frozen=True)
class NameLine:
    """A name as written, and whom it means. `is_settled`: a person chose units beside those that names mean."""

    name: str
    part: str
    meaning: Meaning
    is_settled: bool = False

    @property
    def part_said(self) -> str:
        return str(Part(self.part).label)

    @property
    def is_open(self) -> bool:
        return bool(self.meaning.problem) and not self.is_settled

    @property
    def shown(self) -> tuple[Named, ...]:
        return self.meaning.units[:SHOWN]

    @property
    def more(self) -> int:
        return max(0, len(self.meaning.units) - SHOWN)


@dataclass(frozen=True)
class UnitLine:
    """A unit of a task. `pk` is that of its row, None where it is only proposed by a name."""

    pk: int | None
    unit: int
    unit_name: str
    part: str
    state: str
    name: str  # of the plan, that led to it; empty where a person added it

    @property
    def key(self) -> str:
        """As a form sends it."""
        return f"{self.part}:{self.unit}"

    @property
    def is_given(self) -> bool:
        return self.state == Giving.GIVEN


@dataclass(frozen=True)
class TaskGiving:
    pk: int
    no: str
    text: str
    deadline: str
    due_on: date | None
    recurs: str
    names: tuple[NameLine, ...]
    units: tuple[UnitLine, ...]

    @property
    def key(self) -> str:
        return str(self.pk)

    @property
    def open_names(self) -> int:
        return sum(name.is_open for name in self.names)

    @property
    def given(self) -> int:
        return sum(unit.is_given for unit in self.units)

    @property
    def waiting(self) -> int:
        return len(self.units) - self.given

    @property
    def is_bare(self) -> bool:
        """Nobody is named and nobody chosen."""
        return not self.units and not self.names

    @property
    def recurs_said(self) -> str:
        return recurs_word(self.recurs)

    @property
    def by_part(self) -> tuple[tuple[str, str, tuple[UnitLine, ...]], ...]:
        return tuple(
            (part.value, str(part.label), tuple(unit for unit in self.units if unit.part == part))
            for part in Part
        )


@dataclass(frozen=True)
class GivingPage:
    plan: PlanLine
    tasks: tuple[TaskGiving, ...]
    may_give: bool

    @property
    def open_names(self) -> int:
        return sum(task.open_names for task in self.tasks)

    @property
    def waiting(self) -> int:
        return sum(task.waiting for task in self.tasks)

    @property
    def given(self) -> int:
        return sum(task.given for task in self.tasks)

    @property
    def receivers(self) -> int:
        return len({unit.unit for task in self.tasks for unit in task.units})

    @property
    def is_ready(self) -> bool:
        return self.plan.is_confirmed and self.may_give and self.waiting > 0


@dataclass(frozen=True)
class ItemChoice:
    """A target or goal that a task may serve."""

    pk: int
    text: str
    plan: str
    is_served: bool


@dataclass(frozen=True)
class TaskPage:
    plan: PlanLine
    task: TaskGiving
    passage: Passage | None
    may_give: bool
    kinds: tuple[tuple[str, int], ...]  # kinds of units there, with how many
    items: tuple[ItemChoice, ...]


def giving_page(user: User, plan_id: int) -> GivingPage:
    """Eleven queries at most, however many tasks and units. Errors: Http404 where the person may not read the plan."""
    plan = readable_plan(user, plan_id)
    register = register_of(plan)
    tasks = list(tasks_to_give(plan))
    rows = Assignment.objects.filter(task__plan=plan, parent=None).select_related("unit")
    lines = _lines(tasks, register, rows)
    ordered = sorted(lines, key=lambda line: (not line.open_names, not line.is_bare, not line.waiting))
    return GivingPage(line_of(plan), tuple(ordered), may(user, plan.unit_id, Role.COORDINATOR))


def task_page(user: User, plan_id: int, task_id: int) -> TaskPage:
    """One task of the proposal, with all its units. Errors: Http404."""
    plan = readable_plan(user, plan_id)
    task = get_object_or_404(tasks_to_give(plan), pk=task_id)
    register = register_of(plan)
    rows = Assignment.objects.filter(task=task, parent=None).select_related("unit")
    kinds: dict[str, int] = defaultdict(int)
    for unit in register.active.values():
        kinds[unit.kind] += 1
    return TaskPage(
        plan=line_of(plan),
        task=_lines([task], register, rows)[0],
        passage=passage_of(task),
        may_give=may(user, plan.unit_id, Role.COORDINATOR),
        kinds=tuple(kinds.items()),
        items=servable(plan, task),
    )


def readable_plan(user: User, plan_id: int) -> Plan:
    plans = readable_plans(user).select_related("source", "unit", "issuer_unit")
    return get_object_or_404(plans, pk=plan_id)


def tasks_to_give(plan: Plan) -> QuerySet[Task]:
    """The counted tasks of a plan with their names, in the order of the document."""
    tasks = confirmed_tasks(Plan.objects.filter(pk=plan.pk)).prefetch_related("responsibilities")
    return tasks.order_by("position", "pk")


def servable(plan: Plan, task: Task) -> tuple[ItemChoice, ...]:
    """The counted targets and goals of the plan and of those above it: three queries at most."""
    plans = [plan.pk, *([plan.parent_id] if plan.parent_id else [])]
    if plan.parent and plan.parent.parent_id:
        plans.append(plan.parent.parent_id)
    served = set(task.servings.values_list("item_id", flat=True))
    items = Item.objects.filter(plan__in=plans, kind__in=(ItemKind.TARGET, ItemKind.OBJECTIVE)).counted()
    rows = items.select_related("plan").order_by("kind", "plan_id", "position")
    own = sorted(rows, key=lambda item: (item.kind != ItemKind.TARGET, item.plan_id != plan.pk))
    return tuple(
        ItemChoice(
            item.pk,
            item.text,
            "" if item.plan_id == plan.pk else str(item.plan.reference or item.plan),
            item.pk in served,
        )
        for item in own
    )


def wishes(task: Task, register: Register) -> tuple[dict[Key, Wish], list[tuple[Responsibility, Meaning]]]:
    """Whom the names of a task mean, each unit once: who leads does not coordinate as well because a group holds it."""
    found: dict[Key, Wish] = {}
    named = sorted(task.responsibilities.all(), key=lambda one: one.part != Part.LEAD)
    meanings = [(one, _meaning(one, register)) for one in named]
    leads = {unit.pk for one, meaning in meanings if one.part == Part.LEAD for unit in meaning.units}
    for one, meaning in meanings:
        for unit in meaning.units:
            if one.part == Part.LEAD or unit.pk not in leads:
                found.setdefault((task.pk, unit.pk, one.part), Wish(unit, one.name))
    return found, meanings


def _meaning(one: Responsibility, register: Register) -> Meaning:
    """A unit that was found for the name when it was read counts as long as it is there."""
    known = register.active.get(one.unit_id or 0)
    return Meaning((known,)) if known else register.meaning(one.canonical)


def _lines(tasks: Sequence[Task], register: Register, rows: Iterable[Assignment]) -> list[TaskGiving]:
    by_task: dict[int, list[Assignment]] = defaultdict(list)
    for row in rows:
        by_task[row.task_id].append(row)
    return [_line(task, register, by_task[task.pk]) for task in tasks]


def _line(task: Task, register: Register, rows: list[Assignment]) -> TaskGiving:
    wanted, meanings = wishes(task, register)
    chosen = {
        row.part
        for row in rows
        if row.state != Giving.WITHDRAWN and (task.pk, row.unit_id, row.part) not in wanted
    }
    held = {(task.pk, row.unit_id, row.part): row for row in rows}
    units = [_kept(row, wanted) for row in rows if row.state != Giving.WITHDRAWN]
    units += [
        UnitLine(None, unit, wish.unit.name, part, Giving.PROPOSED, wish.name)
        for (one, unit, part), wish in wanted.items()
        if (one, unit, part) not in held
    ]
    first = next((row for row in rows if row.state != Giving.WITHDRAWN), None)
    return TaskGiving(
        pk=task.pk,
        no=task.no,
        text=task.text,
        deadline=task.deadline,
        due_on=first.due_on if first else task.due_on,
        recurs=first.recurs if first else task.recurs,
        names=tuple(NameLine(one.name, one.part, meaning, one.part in chosen) for one, meaning in meanings),
        units=tuple(sorted(units, key=lambda unit: (unit.part != Part.LEAD, unit.is_given, unit.unit_name))),
    )


def _kept(row: Assignment, wanted: dict[Key, Wish]) -> UnitLine:
    wish = wanted.get((row.task_id, row.unit_id, row.part))
    return UnitLine(row.pk, row.unit_id, row.unit.name, row.part, row.state, wish.name if wish else "")
