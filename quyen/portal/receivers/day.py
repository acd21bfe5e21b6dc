"""What readers wait for stands on the landing page."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.dispatch import receiver

from quyen.accounts.models import User
from quyen.plans.signals import Block, today_asked
from quyen.portal.queries.desk import day_block


@receiver(today_asked, dispatch_uid="portal.day_block")
def mistakes_of_the_day(sender: object, user: User, day: date, **_: Any) -> tuple[Block, ...]:
    return (day_block(user, day),)
