"""What the portal does when something public changes below: the search finds it as it is now.

After the commit, in the process that made the change; should that fail, it is logged and the nightly rebuilding mends it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from quyen.indicators.signals import definitions_changed
from quyen.library.signals import gathered, published
from quyen.plans.signals import plan_settled
from quyen.portal.actions.index import is_built, refresh
from quyen.portal.enums import EntryKind
from quyen.portal.models import NewsPage, TextPage
from quyen.rights.models import Provision
from quyen.rights.signals import text_changed

AT_ONCE = 1000
_OF_RIGHTS = {
    "situation": EntryKind.SITUATION, "provision": EntryKind.ARTICLE, "instrument": EntryKind.INSTRUMENT,
    "recommendation": EntryKind.RECOMMENDATION,
}  # fmt: skip
_PAGES: dict[type, EntryKind] = {NewsPage: EntryKind.NEWS, TextPage: EntryKind.PAGE}


def _refreshed(kind: str, numbers: Collection[int]) -> None:
    """Nothing before the first index was built, as while a demo world is being made: that finds all there is."""

    def now() -> None:
        if is_built():
            refresh(kind=kind, numbers=numbers)

    transaction.on_commit(now, robust=True)


@receiver(text_changed, dispatch_uid="portal.find_rights")
def find_rights(sender: object, kind: str, pk: int, **_: Any) -> None:
    if kind in _OF_RIGHTS:
        _refreshed(_OF_RIGHTS[kind], [pk])
    if kind == "instrument":  # its name stands in each of its articles
        _refreshed(
            EntryKind.ARTICLE, list(Provision.objects.filter(instrument=pk).values_list("pk", flat=True))
        )


@receiver(published, dispatch_uid="portal.find_products")
def find_products(sender: object, products: tuple[int, ...], **_: Any) -> None:
    _refreshed(EntryKind.PRODUCT, products)


@receiver(gathered, dispatch_uid="portal.find_gathered")
def find_gathered(sender: object, rows: tuple[int, ...], **_: Any) -> None:
    """A source may hold many: some at a time, so that each transaction is short."""
    for first in range(0, len(rows), AT_ONCE):
        _refreshed(EntryKind.ELSEWHERE, rows[first : first + AT_ONCE])


@receiver(definitions_changed, dispatch_uid="portal.find_indicators")
def find_indicators(sender: object, indicators: tuple[int, ...], **_: Any) -> None:
    _refreshed(EntryKind.INDICATOR, indicators)


@receiver(plan_settled, dispatch_uid="portal.find_plans")
def find_plans(sender: object, plan: int, **_: Any) -> None:
    _refreshed(EntryKind.PLAN, [plan])


@receiver(page_published, dispatch_uid="portal.find_pages")
@receiver(page_unpublished, dispatch_uid="portal.lose_pages")
def find_pages(sender: type, instance: Any, **_: Any) -> None:
    """A page that goes is first unpublished by Wagtail."""
    if sender in _PAGES:
        _refreshed(_PAGES[sender], [instance.pk])
