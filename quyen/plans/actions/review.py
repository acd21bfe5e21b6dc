"""What people decide about the items of a plan: one by one or many at once, each change with its trace.

Every change says which revision of the item the person saw. Where another was quicker nothing is written,
and the person is shown both versions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.core.text.due import parse_due
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.plans.actions.drafts import place_of
from quyen.plans.actions.guard import (
    keep,
    keep_header,
    locked_item,
    locked_items,
    open_plan,
    snapshot,
    stamp,
    trace,
)
from quyen.plans.actions.merge import find_again
from quyen.plans.actions.rows import data_of, insert_details, put_at, set_value
from quyen.plans.enums import COUNTED, ItemState, PlanState
from quyen.plans.models import Item, Plan, Task
from quyen.plans.signals import plan_settled

Json = dict[str, Any]


@dataclass(slots=True)
class Decided:
    """Items that were changed, and those that another person had changed first."""

    changed: list[Item] = field(default_factory=list)
    conflicts: list[Item] = field(default_factory=list)


@transaction.atomic
def decide_items(*, actor: User, plan: Plan, verb: Verb, seen: Mapping[int, int]) -> Decided:
    """Confirms, rejects or reopens items. `seen`: item -> the revision the person saw.

    An item for which the verb changes nothing (confirming a confirmed one) is left alone, without a trace.
    """
    locked = open_plan(actor, plan)
    decided, entries = Decided(), []
    for item in locked_items(locked, seen):
        if item.revision != seen[item.pk]:
            decided.conflicts.append(item)
            continue
        before = snapshot(item)
        if _APPLY[verb](item):
            stamp(actor, item)
            decided.changed.append(item)
            entries.append(trace(actor, verb, item, before, _value_after(verb, item)))
    Item.objects.bulk_update(decided.changed, _CHANGED, batch_size=500)
    record(entries)
    keep_header(locked, decided.changed)
    return decided


@transaction.atomic
def correct_item(*, actor: User, item: Item, revision: int, value: Json) -> Item:
    """Writes a person's value. The same value as before only confirms. Errors: Conflict, PlanIsConfirmed."""
    locked = locked_item(actor, item, revision)
    before, same = snapshot(locked), value == locked.as_value()
    if not same:
        set_value(locked, value)
    locked.state = (
        ItemState.CONFIRMED if same and locked.state != ItemState.CORRECTED else ItemState.CORRECTED
    )
    locked.newer = None if locked.newer == value else locked.newer
    return keep(actor, Verb.CONFIRM if same else Verb.CORRECT, locked, before, value)


@transaction.atomic
def add_item(*, actor: User, plan: Plan, kind: str, value: Json, at: tuple[int, int] | None = None) -> Item:
    """An item that the reader did not see. Without a place, its text is looked for in the source."""
    locked = open_plan(actor, plan)
    text = locked.reading.text
    place = place_of(text, at) if at else find_again(text, value["text"], "", "")
    item = Item(
        plan=locked, kind=kind, text=value["text"], data=data_of(kind, value), state=ItemState.CONFIRMED
    )
    item.position = len(text)
    put_at(item, place)
    stamp(actor, item)
    item.save()
    insert_details(item, value)
    record([trace(actor, Verb.ADD, item, None, value)])
    keep_header(locked, [item])
    return item


@transaction.atomic
def settle_newer(*, actor: User, item: Item, revision: int, take: bool) -> Item:
    """Takes what a later reading says, or keeps the person's own; either way the question is closed."""
    locked = locked_item(actor, item, revision)
    newer = locked.newer
    if newer is None:
        return locked
    before = snapshot(locked)
    if take:
        set_value(locked, newer)
        locked.state = ItemState.CONFIRMED
    locked.proposed, locked.newer = newer, None
    value = newer if take else locked.as_value()
    return keep(actor, Verb.CONFIRM if take else Verb.KEEP, locked, before, value)


@transaction.atomic
def set_period(*, actor: User, plan: Plan, first_year: int, last_year: int) -> Plan:
    """The years that the plan is for, as a person says; tasks whose words name no year get their last day by it
    where they had none."""
    locked = open_plan(actor, plan)
    before = {"first_year": locked.first_year, "last_year": locked.last_year}
    locked.first_year, locked.last_year, locked.period_decided = first_year, last_year, True
    locked.save(update_fields=["first_year", "last_year", "period_decided"])
    if first_year == last_year:
        _fill_days(locked, first_year)
    after = {"first_year": first_year, "last_year": last_year}
    record([
        entry(actor=actor, verb=Verb.CORRECT, subject=locked, unit_id=locked.unit_id, before=before, after=after)
    ])  # fmt: skip
    return locked


def _fill_days(plan: Plan, year: int) -> None:
    dated = []
    for task in cast("list[Task]", list(Task.objects.filter(plan=plan))):
        if task.due_on or not task.deadline:
            continue
        task.due_on = parse_due(task.deadline, year=year).on
        if task.due_on:
            dated.append(task)
    Task._base_manager.bulk_update(dated, ["due_on"], batch_size=500)


@transaction.atomic
def confirm_plan(*, actor: User, plan: Plan, leave_proposed: bool = False) -> Plan:
    """A coordinator says that the plan is read right. Proposals that nobody looked at stay uncounted, which
    must be said (`leave_proposed`). Errors: QuyenError where it was not."""
    require(actor, plan.unit_id, Role.COORDINATOR)
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    waiting = locked.items.filter(state__in=[ItemState.PROPOSED, ItemState.OUT_OF_DATE]).count()
    if waiting and not leave_proposed:
        raise QuyenError(_("Còn %(count)s mục chưa rà.") % {"count": waiting})
    if locked.state == PlanState.CONFIRMED:
        return locked
    locked.state, locked.confirmed_by, locked.confirmed_at = PlanState.CONFIRMED, actor, timezone.now()
    locked.save(update_fields=["state", "confirmed_by", "confirmed_at"])
    after = {"state": locked.state, "left": waiting, "counted": locked.items.counted().count()}
    record([entry(actor=actor, verb=Verb.CONFIRM, subject=locked, unit_id=locked.unit_id, after=after)])
    _tell(locked)
    return locked


@transaction.atomic
def reopen_plan(*, actor: User, plan: Plan) -> Plan:
    """A coordinator opens a confirmed plan for changes; what was decided about its items stands."""
    require(actor, plan.unit_id, Role.COORDINATOR)
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if locked.state == PlanState.CONFIRMED:
        locked.state, locked.confirmed_by, locked.confirmed_at = PlanState.IN_REVIEW, None, None
        locked.save(update_fields=["state", "confirmed_by", "confirmed_at"])
        record([entry(actor=actor, verb=Verb.REOPEN, subject=locked, unit_id=locked.unit_id)])
        _tell(locked)
    return locked


def _tell(plan: Plan) -> None:
    transaction.on_commit(lambda: plan_settled.send_robust(sender=Plan, plan=plan.pk))


# --- what each verb does to one item; False where it changes nothing ------------------------------


def _confirm(item: Item) -> bool:
    if item.state in COUNTED:
        return False
    item.state = item.decision if item.decision in COUNTED else ItemState.CONFIRMED
    item.decision = ""
    return True


def _reject(item: Item) -> bool:
    if item.state == ItemState.REJECTED:
        return False
    item.state, item.decision = ItemState.REJECTED, ""
    return True


def _reopen(item: Item) -> bool:
    """Back to what the reader said; what a person had made of it stays in the history."""
    if item.state == ItemState.PROPOSED:
        return False
    if item.proposed is not None and item.proposed != item.as_value():
        set_value(item, item.proposed)
    item.state, item.decision = ItemState.PROPOSED, ""
    return True


def _value_after(verb: Verb, item: Item) -> Json:
    return item.proposed if verb == Verb.REOPEN and item.proposed is not None else item.as_value()


_APPLY = {Verb.CONFIRM: _confirm, Verb.REJECT: _reject, Verb.REOPEN: _reopen}
_CHANGED = ["state", "decision", "text", "data", "revision", "decided_by", "decided_at"]
