"""A unit breaks its assignment down for the units below it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.plans.actions.work.awaited import work_out_at_once
from quyen.plans.actions.work.giving import GivingRefused, hand_over
from quyen.plans.actions.work.progress import open_assignment
from quyen.plans.actions.work.timetable import before_edit, keep_reported
from quyen.plans.enums import Giving, Part
from quyen.plans.models import Assignment


@dataclass(frozen=True)
class Share:
    """What some units below are asked for. No words: the whole task's; no day: the whole's."""

    units: Collection[int]
    text: str = ""
    due_on: date | None = None
    recurs: str = ""


@transaction.atomic
def break_down(*, actor: User, assignment: Assignment, share: Share) -> int:
    """Gives a share to units below; who has it already gets the new words and day. Returns how many were given anew.

    Errors: PermissionDenied, NotGiven; GivingRefused for a unit that does not stand below, for a day after the whole's,
    or where a unit has the task from another one.
    """
    require(actor, assignment.unit_id, Role.COORDINATOR)
    held = open_assignment(assignment)
    _check(held, share)
    rows = held.task.assignments.select_for_update(of=["self"]).select_related("unit", "task__plan")
    rows = rows.prefetch_related("timetables")
    known = {row.unit_id: row for row in rows.filter(part=Part.LEAD, unit__in=share.units)}
    for row in known.values():
        if row.parent_id != held.pk and row.state != Giving.WITHDRAWN:
            raise GivingRefused(_("“%s” đã nhận nhiệm vụ này từ nơi khác.") % row.unit.name)
    new = [
        Assignment(task=held.task, unit_id=unit, part=Part.LEAD) for unit in share.units if unit not in known
    ]
    due_on, recurs = share.due_on or held.due_on, share.recurs or held.recurs
    old = before_edit(known.values(), due_on, recurs)
    for row in (*known.values(), *new):
        row.parent, row.text = held, share.text.strip()
        if not row.has_own_schedule:
            row.due_on, row.recurs = due_on, recurs
    Assignment.objects.bulk_create(new)
    Assignment.objects.bulk_update(known.values(), ["parent", "text", "due_on", "recurs"])
    keep_reported(actor=actor, old=old)
    work_out_at_once(actor=actor, assignments=[row.pk for row in known.values()])
    return hand_over(actor, [row for row in (*known.values(), *new) if row.state != Giving.GIVEN])


@transaction.atomic
def withdraw_share(*, actor: User, assignment: Assignment) -> None:
    """Takes a share back from a unit below; its reports stay. Errors: PermissionDenied, NotGiven."""
    held = open_assignment(assignment)
    if held.parent is None:
        raise GivingRefused(_("Việc này do kế hoạch giao; hãy rút ở trang giao việc của kế hoạch."))
    require(actor, held.parent.unit_id, Role.COORDINATOR)
    before = held.as_json()
    held.state = Giving.WITHDRAWN
    held.save(update_fields=["state"])
    after = held.as_json() | {"at": timezone.now().isoformat()}
    trace = entry(
        actor=actor, verb=Verb.WITHDRAW, subject=held, unit_id=held.unit_id, before=before, after=after
    )
    record([trace])


def _check(held: Assignment, share: Share) -> None:
    if not share.units:
        raise GivingRefused(_("Chưa chọn đơn vị nào."))
    below = Unit.objects.below(held.unit_id).active().exclude(pk=held.unit_id)
    if set(share.units) - set(below.filter(pk__in=share.units).values_list("pk", flat=True)):
        raise GivingRefused(_("Chỉ chia việc cho đơn vị cấp dưới đang hoạt động."))
    if held.due_on and not held.recurs and share.due_on and share.due_on > held.due_on:
        last = f"{held.due_on:%d/%m/%Y}"
        raise GivingRefused(_("Hạn của phần việc phải không sau hạn của cả việc (%s).") % last)
