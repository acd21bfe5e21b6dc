"""What people decide about the findings of a plan: mend as suggested, or keep the text as it is."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.plans.actions.guard import keep_header, open_plan, snapshot, stamp, trace
from quyen.plans.actions.rows import set_value
from quyen.plans.enums import FindingState, ItemState
from quyen.plans.models import Finding, Item, Plan

Json = dict[str, Any]


@transaction.atomic
def mend_finding(*, actor: User, finding: Finding) -> list[Item]:
    """Writes the suggestion into every item read from that place, as corrections of this person, and returns
    them. The source itself is never changed."""
    plan, held = _hold(actor, finding)
    if held.state != FindingState.OPEN or held.suggestion is None:
        return []
    mended = [item for item in _items_at(plan, held) if _mend(actor, item, held.quote, held.suggestion)]
    keep_header(plan, mended)
    _close(actor, held, FindingState.MENDED, Verb.MEND, {"items": [item.pk for item in mended]})
    return mended


@transaction.atomic
def keep_finding(*, actor: User, finding: Finding) -> Finding:
    """The text is right as it stands. No item changes, so a confirmed plan may be looked at this way too: what
    is seen beside a plan above comes after its confirmation."""
    held = _hold_alone(actor, finding)
    if held.state == FindingState.OPEN:
        _close(actor, held, FindingState.KEPT, Verb.KEEP, {})
    return held


@transaction.atomic
def reopen_finding(*, actor: User, finding: Finding) -> Finding:
    """Asks again; what was mended in the items stays, and is taken back item by item."""
    held = _hold_alone(actor, finding)
    if held.state != FindingState.OPEN:
        _close(actor, held, FindingState.OPEN, Verb.REOPEN, {})
    return held


def _hold(actor: User, finding: Finding) -> tuple[Plan, Finding]:
    plan = open_plan(actor, finding.plan)
    return plan, Finding.objects.get(pk=finding.pk, plan=plan)


def _hold_alone(actor: User, finding: Finding) -> Finding:
    require(actor, finding.plan.unit_id, Role.EDITOR)
    return Finding.objects.select_for_update().get(pk=finding.pk)


def _items_at(plan: Plan, finding: Finding) -> list[Item]:
    items = list(plan.items.filter(start__lt=finding.end, end__gt=finding.start).detailed())
    for item in items:
        item.plan = plan
    return items


def _mend(actor: User, item: Item, wrong: str, right: str) -> bool:
    value = item.as_value()
    mended = _replaced(value, wrong, right)
    if mended == value or item.state == ItemState.REJECTED:
        return False
    before = snapshot(item)
    set_value(item, mended)
    item.state = ItemState.CORRECTED
    stamp(actor, item)
    item.save()
    record([trace(actor, Verb.CORRECT, item, before, mended)])
    return True


def _replaced(value: Any, wrong: str, right: str) -> Any:
    """In every text of a value, however deep."""
    if isinstance(value, str):
        return value.replace(wrong, right)
    if isinstance(value, dict):
        return {name: _replaced(inner, wrong, right) for name, inner in value.items()}
    if isinstance(value, list):
        return [_replaced(inner, wrong, right) for inner in value]
    return value


def _close(actor: User, finding: Finding, state: FindingState, verb: Verb, more: Json) -> None:
    before = {"state": finding.state}
    finding.state = state
    is_open = state == FindingState.OPEN
    finding.decided_by, finding.decided_at = (None, None) if is_open else (actor, timezone.now())
    finding.save(update_fields=["state", "decided_by", "decided_at"])
    after = {"state": state, **more}
    record([
        entry(actor=actor, verb=verb, subject=finding, unit_id=finding.plan.unit_id, before=before, after=after)
    ])  # fmt: skip
