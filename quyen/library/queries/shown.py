"""Products as evidence of tasks."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from quyen.accounts.models import User
from quyen.library.models import Product
from quyen.library.queries.access import own_products
from quyen.plans.queries.work.evidence_kinds import EvidenceItem

MOST = 300


def evidence_found(pks: Sequence[int]) -> list[EvidenceItem]:
    """Those of the numbers that there are: one query."""
    return [_item(one) for one in Product.objects.filter(pk__in=pks)]


def evidence_offered(user: User) -> list[EvidenceItem]:
    """What the person's units have published, the newest first: one query."""
    rows = own_products(user).published().order_by("-republished_on", "-pk")
    return [_item(one) for one in rows[:MOST]]


def _item(one: Product) -> EvidenceItem:
    return EvidenceItem(
        one.pk,
        f"{one.title} ({one.get_kind_display()}, {one.tongue.label})",
        reverse("library:product", args=[one.pk]),
    )
