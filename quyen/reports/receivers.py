"""What the reports step does when a step below calls."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.organisation.signals import DueItem, due_asked
from quyen.plans.signals import Block, Chip, deeds_asked, today_asked
from quyen.reports.queries.day import day_blocks
from quyen.reports.queries.due import due_reports


@receiver(due_asked, dispatch_uid="reports.due_reports")
def reports_due(sender: object, since: date, until: date, **__: Any) -> list[DueItem]:
    """Reports of open rounds that were not sent, or were given back."""
    return list(due_reports(since, until))


@receiver(today_asked, dispatch_uid="reports.day_blocks")
def reports_today(sender: object, user: User, day: date, **__: Any) -> tuple[Block, ...]:
    """What is to be written, and what comes in."""
    return day_blocks(user, day)


@receiver(deeds_asked, dispatch_uid="reports.regime_of_a_plan")
def regime_of_a_plan(sender: object, plan: int, **__: Any) -> Chip:
    return Chip(_("Đặt chế độ báo cáo"), f"{reverse('reports:regime-new')}?ke-hoach={plan}")
