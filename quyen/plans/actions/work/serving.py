"""Which targets and goals a task serves."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.plans.actions.work.giving import GivingRefused
from quyen.plans.models import Plan, Serving, Task
from quyen.plans.queries.giving.proposal import servable


@transaction.atomic
def set_servings(*, actor: User, plan: Plan, task: Task, items: Collection[int]) -> None:
    """The task serves these items and no others. The same again changes nothing.

    Errors: PermissionDenied; GivingRefused for an item of another plan, or one that does not count.
    """
    require(actor, plan.unit_id, Role.EDITOR)
    held = Plan.objects.select_for_update(of=["self"]).select_related("parent").get(pk=plan.pk)
    choices = servable(held, task)
    if set(items) - {choice.pk for choice in choices}:
        raise GivingRefused(_("Mục được chọn không thuộc kế hoạch này hay kế hoạch cấp trên."))
    before = sorted(choice.pk for choice in choices if choice.is_served)
    if before == sorted(items):
        return
    task.servings.exclude(item__in=items).delete()
    new = [Serving(task=task, item_id=pk, by=actor) for pk in items if pk not in before]
    Serving.objects.bulk_create(new)
    trace = entry(
        actor=actor, verb=Verb.LINK, subject=task, unit_id=plan.unit_id,
        before={"serves": before}, after={"serves": sorted(items)},
    )  # fmt: skip
    record([trace])
