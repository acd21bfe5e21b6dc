"""The plan above a plan."""

from __future__ import annotations

from django.db import transaction

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.plans.models import Plan
from quyen.plans.queries.parents import descendants


class ParentRefused(ValueError):
    """The plan above may not be the plan itself, nor one that stands below it."""


@transaction.atomic
def set_parent(*, actor: User, plan: Plan, parent: Plan | None) -> Plan:
    """A coordinator says which plan stands above; None takes it away. The same again changes nothing.

    Errors: PermissionDenied; ParentRefused where it would make a circle.
    """
    require(actor, plan.unit_id, Role.COORDINATOR)
    held = Plan.objects.select_for_update().get(pk=plan.pk)
    if held.parent_id == (parent.pk if parent else None):
        return held
    if parent and parent.pk in descendants(held.pk, Plan.objects.values_list("pk", "parent_id")):
        raise ParentRefused
    before, held.parent = {"parent": held.parent_id}, parent
    held.save(update_fields=["parent"])
    after = {"parent": held.parent_id}
    record(
        [entry(actor=actor, verb=Verb.LINK, subject=held, unit_id=held.unit_id, before=before, after=after)]
    )
    return held
