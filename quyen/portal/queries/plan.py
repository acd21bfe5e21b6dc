"""What the public sees of a plan that was issued: what it is, and its targets and tasks as they were confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from quyen.core.arithmetic import paged
from quyen.plans.enums import COUNTED, ItemKind
from quyen.plans.models import Item, Plan


@dataclass(frozen=True)
class PublicItem:
    pk: int
    number: str
    text: str
    by_when: str


@dataclass(frozen=True)
class PublicPlan:
    plan: Plan
    targets: tuple[PublicItem, ...]
    tasks: tuple[PublicItem, ...]


PAGE, NEWEST = 30, 5


@dataclass(frozen=True)
class PlanLine:
    plan: Plan
    targets: int
    tasks: int


@dataclass(frozen=True)
class PlanList:
    lines: tuple[PlanLine, ...]
    found: int
    page: int
    pages: int


def newest_plans() -> tuple[PlanLine, ...]:
    """The plans issued last. One query."""
    return tuple(PlanLine(one, one.targets_told, one.tasks_told) for one in _issued()[:NEWEST])


def public_plans(page: int = 1) -> PlanList:
    """All plans that everyone may read, the latest first. Two queries."""
    rows = _issued()
    found = Plan.objects.public().count()
    page, pages, cut = paged(found, page, PAGE)
    lines = tuple(PlanLine(one, one.targets_told, one.tasks_told) for one in rows[cut])
    return PlanList(lines, found, page, pages)


def _issued() -> QuerySet[Any]:
    counted = Q(items__state__in=COUNTED)
    return (
        Plan.objects.public()
        .select_related("unit")
        .annotate(
            targets_told=Count("items", filter=counted & Q(items__kind=ItemKind.TARGET)),
            tasks_told=Count("items", filter=counted & Q(items__kind=ItemKind.TASK)),
        )
        .order_by("-issued_on", "-pk")
    )


def public_plan(pk: int) -> PublicPlan | None:
    """Two queries. None where there is no such plan, or it is not public."""
    plan = Plan.objects.public().filter(pk=pk).select_related("unit").first()
    if plan is None:
        return None
    rows = plan.items.filter(kind__in=(ItemKind.TARGET, ItemKind.TASK), state__in=COUNTED).select_related(
        "task"
    )
    told: dict[str, list[PublicItem]] = {ItemKind.TARGET: [], ItemKind.TASK: []}
    for item in rows.order_by("position", "pk"):
        told[item.kind].append(_item(item))
    return PublicPlan(plan, tuple(told[ItemKind.TARGET]), tuple(told[ItemKind.TASK]))


def _item(item: Item) -> PublicItem:
    if item.kind != ItemKind.TASK:
        return PublicItem(item.pk, "", item.text, "")
    return PublicItem(item.pk, item.task.no, item.text, item.task.deadline)
