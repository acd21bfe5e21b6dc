"""Kept pages are made anew when something public changes, those first that are about it."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from quyen.indicators.signals import definitions_changed, figures_changed
from quyen.library.signals import gathered, published
from quyen.organisation.signals import units_changed
from quyen.plans.signals import plan_settled
from quyen.portal.actions.generation import changed
from quyen.portal.queries.addresses import pages_of_rights, pages_of_site
from quyen.reports.signals import report_settled
from quyen.rights.signals import text_changed


@receiver(published, dispatch_uid="portal.kept.products")
def products_changed(sender: object, products: tuple[int, ...], **_: Any) -> None:
    few = [f"/thu-vien/{pk}-*" for pk in products] if len(products) <= 100 else ["/thu-vien/*"]
    changed("/", "/thu-vien/", *few)


@receiver(gathered, dispatch_uid="portal.kept.gathered")
def gathered_changed(sender: object, rows: tuple[int, ...], **_: Any) -> None:
    few = [f"/thu-vien/tu-noi-khac/{pk}/" for pk in rows] if len(rows) <= 100 else ["/thu-vien/tu-noi-khac/*"]
    changed("/thu-vien/tu-noi-khac/", *few)


@receiver(text_changed, dispatch_uid="portal.kept.rights")
def rights_changed(sender: object, kind: str, pk: int, **_: Any) -> None:
    changed(*pages_of_rights(kind, pk))


@receiver(plan_settled, dispatch_uid="portal.kept.plans")
def plan_changed(sender: object, plan: int, **_: Any) -> None:
    changed("/", "/tien-do/", "/tien-do/ke-hoach/", f"/tien-do/ke-hoach/{plan}/")


@receiver(figures_changed, dispatch_uid="portal.kept.figures")
@receiver(definitions_changed, dispatch_uid="portal.kept.definitions")
@receiver(report_settled, dispatch_uid="portal.kept.reports")
def figures_moved(sender: object, **_: Any) -> None:
    """Not told of what is still being worked on: a draft, or a value of a period that nobody has closed."""
    changed("/", "/tien-do/*")


@receiver(units_changed, dispatch_uid="portal.kept.units")
def units_renamed(sender: object, **_: Any) -> None:
    """Their names may stand on any page."""
    changed()


@receiver(page_published, dispatch_uid="portal.kept.pages")
@receiver(page_unpublished, dispatch_uid="portal.kept.pages_gone")
def page_changed(sender: object, instance: Any, **_: Any) -> None:
    changed(*pages_of_site(instance))
