"""Tasks handed to units: the proposal kept and edited, then given in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry, User
from quyen.core.errors import QuyenError
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.plans.actions.work.awaited import work_out_at_once
from quyen.plans.actions.work.timetable import before_edit, keep_reported
from quyen.plans.enums import Giving, PlanState
from quyen.plans.models import Assignment, Plan, Task
from quyen.plans.queries.giving.naming import register_of, root_of, within
from quyen.plans.queries.giving.proposal import tasks_to_give, wishes

BATCH = 2000
Pair = tuple[int, str]  # unit, part


class GivingRefused(QuyenError):
    """A task cannot be handed over as asked. Nothing was changed."""

    advice = "Chưa giao gì và chưa đổi gì; hãy sửa rồi làm lại."


@dataclass(frozen=True)
class Edit:
    """What a coordinator wants of one task: the units that stay or come, the day and the rhythm."""

    units: Collection[Pair]
    due_on: date | None
    recurs: str = ""


@transaction.atomic
def propose_assignments(*, actor: User, plan: Plan) -> int:
    """Keeps a row for every unit that the plan's names mean and that has none yet; returns how many.

    What was withdrawn is not proposed again. Errors: PermissionDenied.
    """
    return _keep(_held(actor, plan), None)


@transaction.atomic
def edit_assignments(*, actor: User, plan: Plan, task: Task, edit: Edit) -> None:
    """A coordinator says who has part in a task and until when. Units left out are withdrawn, with what was given to
    them; their reports stay. Errors: PermissionDenied; GivingRefused for a unit out of the plan's reach."""
    held = _held(actor, plan)
    _keep(held, task)
    wanted = set(edit.units)
    _within_reach(held, {unit for unit, _part in wanted})
    kept = task.assignments.select_for_update(of=["self"]).filter(parent=None)
    kept = kept.select_related("task__plan").prefetch_related("timetables")
    rows = {(row.unit_id, row.part): row for row in kept}
    _refuse_shares(task, wanted - rows.keys())
    old = before_edit((row for pair, row in rows.items() if pair in wanted), edit.due_on, edit.recurs)
    entries = [one for pair, row in rows.items() if (one := _set(actor, row, pair in wanted, edit))]
    new = [
        Assignment(task=task, unit_id=unit, part=part, due_on=edit.due_on, recurs=edit.recurs)
        for unit, part in sorted(wanted - rows.keys())
    ]
    Assignment.objects.bulk_create(new, batch_size=BATCH)
    Assignment.objects.bulk_update(rows.values(), ["state", "due_on", "recurs"], batch_size=BATCH)
    keep_reported(actor=actor, old=old)
    work_out_at_once(actor=actor, assignments=[row.pk for row in rows.values()])
    record([*entries, *(_trace(actor, Verb.ADD, row) for row in new)])


@transaction.atomic
def give_assignments(*, actor: User, plan: Plan, tasks: Iterable[int] | None = None) -> int:
    """Hands over all that is proposed, of some tasks or of the whole plan; returns how many rows became given.

    Given once more it hands over only what is new. Errors: PermissionDenied; GivingRefused where the plan is not
    confirmed as a whole.
    """
    held = _held(actor, plan)
    if held.state != PlanState.CONFIRMED:
        raise GivingRefused(
            _("Kế hoạch chưa được xác nhận nên chưa giao được."),
            advice=_("Hãy xác nhận kế hoạch ở màn hình rà soát rồi giao."),
        )
    _keep(held, None)
    rows = Assignment.objects.filter(
        task__in=tasks_to_give(held).values("pk"), state=Giving.PROPOSED, parent=None
    )
    if tasks is not None:
        rows = rows.filter(task__in=list(tasks))
    return hand_over(actor, list(rows.select_for_update(of=["self"]).order_by("pk")))


def hand_over(actor: User, rows: list[Assignment]) -> int:
    """Marks rows as given, with their trace; the caller holds the lock."""
    now = timezone.now()
    for row in rows:
        row.state, row.given_by, row.given_at = Giving.GIVEN, actor, now
    given = {"state": Giving.GIVEN, "given_by": actor, "given_at": now}
    Assignment.objects.filter(pk__in=[row.pk for row in rows]).update(
        **given
    )  # in one statement: they are thousands
    work_out_at_once(actor=actor, assignments=[row.pk for row in rows])
    record([_trace(actor, Verb.GIVE, row) for row in rows])
    return len(rows)


def _held(actor: User, plan: Plan) -> Plan:
    require(actor, plan.unit_id, Role.COORDINATOR)
    plans = Plan.objects.select_for_update(of=["self"]).select_related("unit", "issuer_unit")
    return plans.get(pk=plan.pk)


def _keep(plan: Plan, only: Task | None) -> int:
    """The proposal as rows: of one task, or of all."""
    register = register_of(plan)
    tasks = [task for task in tasks_to_give(plan) if only is None or task.pk == only.pk]
    pks = [task.pk for task in tasks]
    known = set(Assignment.objects.filter(task__in=pks).values_list("task_id", "unit_id", "part"))
    new = [
        Assignment(task=task, unit_id=unit, part=part, due_on=task.due_on, recurs=task.recurs)
        for task in tasks
        for one, unit, part in wishes(task, register)[0]
        if (one, unit, part) not in known
    ]
    return len(Assignment.objects.bulk_create(new, batch_size=BATCH))


def _within_reach(plan: Plan, units: set[int]) -> None:
    known = set(within(root_of(plan)).active().filter(pk__in=units).values_list("pk", flat=True))
    if out := units - known:
        name = Unit.objects.filter(pk__in=out).values_list("name", flat=True).first() or "?"
        raise GivingRefused(_("“%s” không thuộc phạm vi của kế hoạch hoặc không còn hoạt động.") % name)


def _refuse_shares(task: Task, new: set[Pair]) -> None:
    """A unit that has a share of the task from another unit is not given it a second time in the same part."""
    for row in task.assignments.exclude(parent=None).select_related("unit", "parent__unit"):
        if (row.unit_id, row.part) in new and row.parent:
            said = _("“%(unit)s” đã nhận phần việc này từ “%(giver)s”.")
            raise GivingRefused(said % {"unit": row.unit.name, "giver": row.parent.unit.name})


def _set(actor: User, row: Assignment, stays: bool, edit: Edit) -> AuditEntry | None:
    """Changes a row as asked; the trace where it was given already or came or went."""
    before = row.as_json()
    if not stays:
        row.state = Giving.WITHDRAWN
    else:
        if not row.has_own_schedule:
            row.due_on, row.recurs = edit.due_on, edit.recurs
        if row.state == Giving.WITHDRAWN:
            row.state = Giving.PROPOSED
    if row.as_json() == before:
        return None
    verb = Verb.CORRECT if stays else Verb.WITHDRAW
    return _trace(actor, verb, row, before)


def _trace(actor: User, verb: Verb, row: Assignment, before: dict[str, Any] | None = None) -> AuditEntry:
    return entry(actor=actor, verb=verb, subject=row, unit_id=row.unit_id, before=before, after=row.as_json())
