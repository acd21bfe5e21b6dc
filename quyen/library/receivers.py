"""What the library answers when a step below asks, and what it registers with them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count
from django.dispatch import receiver
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quyen.accounts.models import User
from quyen.indicators.measures import Measure, register
from quyen.library.actions.publishing import release_products
from quyen.library.measures import count_digitised, count_languages, count_titles
from quyen.library.models import Product
from quyen.library.queries.bundle_kinds import BundleKind, register_bundle_kind
from quyen.library.queries.bundles import offered_products, product_things
from quyen.library.queries.day import day_block
from quyen.library.queries.due import due_products
from quyen.library.queries.page import SORT
from quyen.library.queries.shown import evidence_found, evidence_offered
from quyen.organisation.signals import (
    DueItem,
    OpenWork,
    PersonalWork,
    due_asked,
    personal_work_asked,
    work_asked,
)
from quyen.plans.queries.work.evidence_kinds import EvidenceSort, register_evidence
from quyen.plans.signals import Block, today_asked


def register_all() -> None:
    """Once, when the app is ready: measures, evidence, and what may go out in a bundle."""
    register(Measure("library.titles", "Thư viện: đầu sách", count_titles))
    register(
        Measure(
            "library.languages",
            "Thư viện: sản phẩm tiếng dân tộc thiểu số, tiếng nước ngoài, số",
            count_languages,
        )
    )
    register(
        Measure("library.digitised", "Thư viện: sản phẩm đã số hóa và mở để dùng chung", count_digitised)
    )
    word = gettext_lazy("sản phẩm truyền thông")
    register_evidence(EvidenceSort(SORT, word, evidence_found, evidence_offered))  # type: ignore[arg-type]
    register_bundle_kind(BundleKind(SORT, word, product_things, offered_products, release_products))  # type: ignore[arg-type]


@receiver(work_asked, dispatch_uid="library.products_of_units")
def products_of_units(sender: object, units: frozenset[int], **__: Any) -> OpenWork:
    rows = Product.objects.under_way().filter(unit__in=units).order_by()
    return OpenWork(_("sản phẩm đang làm"), dict(rows.values_list("unit").annotate(Count("pk"))))


@receiver(personal_work_asked, dispatch_uid="library.products_of_a_person")
def products_of_a_person(sender: object, person: User, units: frozenset[int], **__: Any) -> PersonalWork:
    """Products that wait for just this person. They stay with their unit."""
    rows = Product.objects.under_way().filter(unit__in=units, waits_for=person).order_by("due_on", "pk")
    titles = tuple(rows.values_list("title", flat=True))
    return PersonalWork(_("sản phẩm chờ xử lý"), len(titles), titles[:5])


@receiver(due_asked, dispatch_uid="library.due_products")
def products_due(sender: object, since: date, until: date, **__: Any) -> list[DueItem]:
    return list(due_products(since, until))


@receiver(today_asked, dispatch_uid="library.day_block")
def library_today(sender: object, user: User, day: date, **__: Any) -> tuple[Block, ...]:
    return (day_block(user, day),)
