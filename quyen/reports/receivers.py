"""What the reports step does when a step below calls."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.dispatch import receiver

from quyen.accounts.models import User
from quyen.organisation.signals import DueItem, due_asked
from quyen.plans.signals import Block, today_asked
from quyen.reports.queries.day import day_blocks
from quyen.reports.queries.due import due_reports


@receiver(due_asked, dispatch_uid="reports.due_reports")
def reports_due(sender: object, since: date, until: date, **_: Any) -> list[DueItem]:
    """Reports of open rounds that were not sent, or were given back."""
    return list(due_reports(since, until))


@receiver(today_asked, dispatch_uid="reports.day_blocks")
def reports_today(sender: object, user: User, day: date, **_: Any) -> tuple[Block, ...]:
    """What is to be written, and what comes in."""
    return day_blocks(user, day)
