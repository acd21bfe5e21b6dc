"""For what a unit may make an estimate: the plans whose tasks it was given, and those that it holds itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from quyen.accounts.models import User
from quyen.budget.models import Estimate
from quyen.core.text.sorting import sort_key
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.organisation.queries import unit_ids
from quyen.plans.enums import COUNTED, PlanState
from quyen.plans.models import Assignment, Plan, Task
from quyen.plans.queries.lists import line_of, years_of


@dataclass(frozen=True)
class Offer:
    """`key`: "unit-plan-year" as a form carries it."""

    unit: int
    unit_name: str
    plan: int
    plan_label: str
    year: int

    @property
    def key(self) -> str:
        return f"{self.unit}-{self.plan}-{self.year}"


def offers(user: User) -> tuple[Offer, ...]:
    """All that the person could begin now and is not begun, by unit, then plan and year: four queries."""
    pairs = estimable(user)
    units = Unit.objects.in_bulk({unit for unit, _plan in pairs})
    plans = Plan.objects.select_related("source").in_bulk({plan for _unit, plan in pairs})
    begun = set(Estimate.objects.filter(unit__in=units).values_list("unit", "plan", "year"))
    found = [
        Offer(unit, units[unit].name, plan, line_of(plans[plan]).label, year)
        for unit, plan in pairs
        for year in years_of(plans[plan])
        if (unit, plan, year) not in begun
    ]
    return tuple(sorted(found, key=lambda one: (sort_key(one.unit_name), sort_key(one.plan_label), one.year)))


def estimable(user: User, *, unit: int | None = None, plan: int | None = None) -> set[tuple[int, int]]:
    """Pairs of unit and plan: two queries."""
    units = unit_ids(user, Role.EDITOR)
    given = Assignment.objects.given().filter(unit__in=units)
    held = Plan.objects.filter(unit__in=units, state=PlanState.CONFIRMED)
    if unit is not None:
        given, held = given.filter(unit=unit), held.filter(unit=unit)
    if plan is not None:
        given, held = given.filter(task__plan=plan), held.filter(pk=plan)
    pairs: Iterable[tuple[int, int]] = given.order_by().values_list("unit", "task__plan").distinct()
    return {*pairs, *held.order_by().values_list("unit", "pk")}


def offered_tasks(unit_id: int, plan: Plan) -> QuerySet[Task]:
    """The tasks that a unit's estimate for the plan may name: those given to it, or all of a plan of its own."""
    tasks = Task.objects.filter(plan=plan, state__in=COUNTED)
    if plan.unit_id != unit_id:
        given = Assignment.objects.given().filter(unit=unit_id, task__plan=plan)
        tasks = tasks.filter(Q(pk__in=given.values("task")))
    return tasks.order_by("position", "pk")  # type: ignore[return-value]  # the manager comes from Item
