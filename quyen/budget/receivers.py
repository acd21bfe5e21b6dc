"""What the budget step answers when a step below asks."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count
from django.dispatch import receiver
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.budget.models import Estimate
from quyen.budget.queries.day import day_block
from quyen.organisation.signals import OpenWork, work_asked
from quyen.plans.signals import Block, today_asked


@receiver(work_asked, dispatch_uid="budget.estimates_of_units")
def estimates_of_units(sender: object, units: frozenset[int], **__: Any) -> OpenWork:
    rows = Estimate.objects.current().filter(unit__in=units).order_by()
    return OpenWork(_("bản dự toán"), dict(rows.values_list("unit").annotate(Count("pk"))))


@receiver(today_asked, dispatch_uid="budget.day_block")
def estimates_today(sender: object, user: User, day: date, **__: Any) -> tuple[Block, ...]:
    return (day_block(user),)
