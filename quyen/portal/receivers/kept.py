"""Kept pages are made anew when something public changes."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from quyen.indicators.signals import definitions_changed, figures_changed
from quyen.library.signals import gathered, published
from quyen.organisation.signals import units_changed
from quyen.plans.signals import plan_settled
from quyen.portal.actions.generation import changed
from quyen.reports.signals import report_settled
from quyen.rights.signals import text_changed


@receiver(published, dispatch_uid="portal.kept.products")
@receiver(gathered, dispatch_uid="portal.kept.gathered")
@receiver(text_changed, dispatch_uid="portal.kept.rights")
@receiver(plan_settled, dispatch_uid="portal.kept.plans")
@receiver(figures_changed, dispatch_uid="portal.kept.figures")
@receiver(definitions_changed, dispatch_uid="portal.kept.definitions")
@receiver(report_settled, dispatch_uid="portal.kept.reports")
@receiver(units_changed, dispatch_uid="portal.kept.units")
@receiver(page_published, dispatch_uid="portal.kept.pages")
@receiver(page_unpublished, dispatch_uid="portal.kept.pages_gone")
def public_site_changed(sender: object, **_: Any) -> None:
    """Not told of what is still being worked on: a draft, or a value of a period that nobody has closed."""
    changed()
