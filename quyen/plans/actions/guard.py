"""What every change of an item begins and ends with: permission, the plan's lock, the revision seen, the trace."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry, User
from quyen.core.errors import QuyenError
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.plans.actions.drafts import HEADER
from quyen.plans.actions.reading import header_columns
from quyen.plans.enums import PlanState
from quyen.plans.models import Item, Plan

Json = dict[str, Any]


class Conflict(QuyenError):
    """Another person changed the item first. `item` is as it stands now; nothing was written."""

    def __init__(self, item: Item) -> None:
        super().__init__(_("Mục này vừa được người khác thay đổi. Chưa ghi gì của bạn."))
        self.item = item


class PlanIsConfirmed(QuyenError):
    """The plan is confirmed as a whole; its items change only after it is opened again."""

    def __init__(self) -> None:
        super().__init__(_("Kế hoạch đã được xác nhận nên các mục không đổi được nữa."))
        self.advice = _("Điều phối viên bấm “Mở lại để sửa” rồi làm tiếp.")


def open_plan(actor: User | None, plan: Plan) -> Plan:
    """The plan, locked, for one who may review it. Errors: PermissionDenied, PlanIsConfirmed."""
    require(actor, plan.unit_id, Role.EDITOR)
    locked = Plan.objects.select_for_update(of=["self"]).select_related("source", "reading").get(pk=plan.pk)
    if locked.state == PlanState.CONFIRMED:
        raise PlanIsConfirmed
    return locked


def locked_items(plan: Plan, pks: Iterable[int]) -> list[Item]:
    """Three queries. The plan's lock guards its items: every change of one takes it first."""
    items = list(plan.items.filter(pk__in=list(pks)).detailed().order_by("position", "id"))
    for item in items:
        item.plan = plan
    return items


def locked_item(actor: User | None, item: Item, revision: int) -> Item:
    """One item as the person saw it. Errors: Conflict where another changed it since."""
    found = locked_items(open_plan(actor, item.plan), [item.pk])
    if not found:
        raise PermissionDenied
    if found[0].revision != revision:
        raise Conflict(found[0])
    return found[0]


def stamp(actor: User | None, item: Item) -> None:
    item.revision += 1
    item.decided_by, item.decided_at = actor, timezone.now()


def keep(actor: User | None, verb: Verb, item: Item, before: Json, value: Json) -> Item:
    """Saves one changed item with its trace; `value` is what it says now."""
    stamp(actor, item)
    item.save()
    record([trace(actor, verb, item, before, value)])
    keep_header(item.plan, [item])
    return item


def snapshot(item: Item) -> Json:
    return {"state": item.state, **item.as_value()}


def trace(actor: User | None, verb: Verb, item: Item, before: Json | None, value: Json) -> AuditEntry:
    """The state before and after, and of the value what changed (all of it for a new item)."""
    after = {"state": item.state, **value}
    changed = [name for name in after if name == "state" or before is None or before.get(name) != after[name]]
    return entry(
        actor=actor, verb=verb, subject=item, unit_id=item.plan.unit_id,
        before={name: before.get(name) for name in changed} if before else None,
        after={name: after[name] for name in changed},
    )  # fmt: skip


def keep_header(plan: Plan, changed: Iterable[Item]) -> None:
    if any(item.kind in HEADER for item in changed):
        header_columns(plan, plan.items.filter(kind__in=HEADER))
        plan.save()
