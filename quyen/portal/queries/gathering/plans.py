"""Public plans: their title, targets and tasks; what is still being read, not issued or put aside is nobody's to find.
And the national indicators with their definitions."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from quyen.indicators.models import Indicator
from quyen.plans.enums import COUNTED, ItemKind
from quyen.plans.models import Item, Plan
from quyen.portal.enums import EntryKind
from quyen.portal.queries.gathering.gathered import Gathered


def plans(numbers: Collection[int] | None) -> Iterator[Gathered]:
    """Each plan with its targets and tasks, all by the number of the plan; the item's own is the `part`."""
    public = Plan.objects.public().order_by("pk")
    if numbers is not None:
        public = public.filter(pk__in=numbers)
    with override("vi"):
        for plan in public.iterator(chunk_size=500):
            yield _plan(plan)
        for item in _items(public).iterator(chunk_size=1000):
            yield _item(item)


def _items(public: QuerySet[Plan]) -> QuerySet[Item]:
    kinds = (ItemKind.TARGET, ItemKind.TASK)
    return (
        Item.objects.filter(plan__in=public.values("pk"), kind__in=kinds, state__in=COUNTED)
        .select_related("plan", "task", "target")
        .order_by("pk")
    )


def _plan(plan: Plan) -> Gathered:
    return Gathered(
        kind=EntryKind.PLAN, number=plan.pk, title=str(plan), address=_address(plan), labels=_labels(plan),
        note=plan.reference, unit=plan.unit_id, year=_year(plan),
    )  # fmt: skip


def _item(item: Item) -> Gathered:
    is_task = item.kind == ItemKind.TASK
    number = item.task.no if is_task else ""
    note = _("nhiệm vụ %(number)s") % {"number": number} if number else ""
    return Gathered(
        kind=item.kind, number=item.plan_id, part=str(item.pk), title=_short(item.text),
        address=f"{_address(item.plan)}#muc-{item.pk}",
        labels="; ".join(part for part in (str(EntryKind(item.kind).label), _labels(item.plan)) if part),
        body=item.text, note=" · ".join(part for part in (note, item.plan.reference) if part), unit=item.plan.unit_id,
        year=_year(item.plan),
    )  # fmt: skip


def _address(plan: Plan) -> str:
    return reverse("portal:plan", args=[plan.pk])


def _labels(plan: Plan) -> str:
    return "; ".join(part for part in (plan.reference, plan.issuer) if part)


def _year(plan: Plan) -> int | None:
    return plan.first_year or (plan.issued_on.year if plan.issued_on else None)


def _short(text: str) -> str:
    """The first sentence, or as much of it as fits a heading."""
    first = text.strip().partition("\n")[0]
    return first if len(first) <= 160 else f"{first[:160].rpartition(' ')[0]} …"


def indicators(numbers: Collection[int] | None) -> Iterator[Gathered]:
    rows = Indicator.objects.filter(is_national=True).order_by("pk")
    if numbers is not None:
        rows = rows.filter(pk__in=numbers)
    with override("vi"):
        for one in rows:
            yield Gathered(
                kind=EntryKind.INDICATOR, number=one.pk, title=one.name, labels=one.code, body=one.definition,
                address=reverse("portal:indicator", args=[one.code]), note=one.code,
            )  # fmt: skip
