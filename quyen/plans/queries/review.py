"""What the review screen shows."""

from __future__ import annotations

from django.db.models import QuerySet

from quyen.accounts.models import User
from quyen.organisation.enums import Role
from quyen.organisation.queries import unit_ids
from quyen.plans.models import Plan


def readable_plans(user: User) -> QuerySet[Plan]:
    """Plans in the units where the person holds any role today."""
    return Plan.objects.filter(unit__in=unit_ids(user))


def editable_plans(user: User) -> QuerySet[Plan]:
    """Plans that the person may review."""
    return Plan.objects.filter(unit__in=unit_ids(user, Role.EDITOR))
