"""The trace of what left the house as a file."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.plans.models import Plan


@transaction.atomic
def record_export(*, actor: User, plans: Iterable[int], name: str) -> None:
    """Notes for each plan whose content is in the file that the actor took it. Errors: PermissionDenied."""
    held = list(Plan.objects.filter(pk__in=set(plans)).order_by("pk"))
    for unit_id in {plan.unit_id for plan in held}:
        require(actor, unit_id, Role.VIEWER)
    record(
        entry(actor=actor, verb=Verb.EXPORT, subject=plan, unit_id=plan.unit_id, after={"file": name})
        for plan in held
    )
