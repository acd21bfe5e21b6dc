"""What the public sees of a plan that was issued: what it is, and its targets and tasks as they were confirmed."""

from __future__ import annotations

from dataclasses import dataclass

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
