"""A schedule that the giver sets otherwise: extended, shortened, moved. What was reported on stays to the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.core.schedule import Schedule
from quyen.core.text.rhythm import DATED
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.plans.actions.work.awaited import work_out_at_once
from quyen.plans.actions.work.progress import open_assignment
from quyen.plans.enums import Giving
from quyen.plans.models import Assignment, Progress, Timetable
from quyen.plans.queries.work.comings import Comings, comings_of, said_by_the_plan
from quyen.plans.queries.work.timetable import Change, change_of, said_by


class ScheduleMoved(QuyenError):
    """What the person saw beforehand is not what would be done now: a report came in, or another change."""

    def __init__(self) -> None:
        super().__init__(_("Trong lúc bạn xem, việc này có báo cáo mới hoặc lịch đã đổi."))
        self.advice = _("Chưa đổi gì. Hãy xem lại các kỳ bên dưới rồi bấm lưu lần nữa.")


@transaction.atomic
def reschedule(*, actor: User, assignment: Assignment, schedule: Schedule, seen: str | None = None) -> Change:
    """The assignment comes back by this schedule from the last reported period on; returns what that changed.

    `seen`: the sign of the change that the person was shown (`Change.sign`), None for not asking. The same schedule
    again changes nothing. Errors: PermissionDenied where the actor does not stand behind the giving; NotGiven;
    ScheduleMoved."""
    require(actor, assignment.giver_unit_id, Role.COORDINATOR)
    held = open_assignment(assignment)
    change = change_of(held, schedule, timezone.localdate())
    if seen is not None and seen != change.sign:
        raise ScheduleMoved
    old = comings_of(held)
    if old is not None and change.is_none and _ends_alike(old.schedule, schedule):
        return change
    before = said_by(old.schedule) if old else None
    _write(actor, held, old, schedule, change.begins)
    held.recurs = schedule.rhythm
    held.save(update_fields=["recurs"])
    work_out_at_once(actor=actor, assignments=[held.pk])
    after = said_by(schedule) | {"begins": change.begins.isoformat()}
    record([
        entry(actor=actor, verb=Verb.CORRECT, subject=held, unit_id=held.unit_id,
              before={"schedule": before}, after={"schedule": after})
    ])  # fmt: skip
    return change


def before_edit(rows: Iterable[Assignment], due_on: date | None, recurs: str) -> dict[int, Comings]:
    """The periods of given assignments whose day or rhythm is about to be set otherwise, by number."""
    moving = [
        row for row in rows if row.state == Giving.GIVEN and (row.due_on, row.recurs) != (due_on, recurs)
    ]
    found = {row.pk: comings_of(row) for row in moving}
    return {pk: comings for pk, comings in found.items() if comings}


def keep_reported(*, actor: User | None, old: Mapping[int, Comings]) -> None:
    """After that: what the new words mean holds from the last reported period on. The caller holds the lock and leaves
    the trail. Where nothing was reported nothing is written: the words say it."""
    reported = Exists(Progress.objects.filter(assignment=OuterRef("pk")))
    rows = Assignment.objects.filter(reported, pk__in=list(old), recurs__in=DATED)
    for row in rows.select_related("task__plan").prefetch_related("timetables"):
        schedule = said_by_the_plan(row).schedule
        begins = change_of(row, schedule, timezone.localdate(), old[row.pk]).begins
        _write(actor, row, old[row.pk], schedule, begins)


def _write(actor: User | None, row: Assignment, old: Comings | None, new: Schedule, begins: date) -> None:
    """Ends what is in force where the new begins, and adds the new."""
    kept = list(row.timetables.all())
    if not kept and old is not None:
        kept = [Timetable(assignment=row, begins=old.stretches[0].begins, **_columns(old.schedule))]
    for one in kept:
        if one.ends is None or one.ends > begins:
            one.ends = max(one.begins, begins)
            one.save()
    name = str(actor) if actor else ""
    Timetable.objects.create(assignment=row, begins=begins, by=actor, by_name=name, **_columns(new))


def _ends_alike(one: Schedule, two: Schedule) -> bool:
    """For schedules with the same periods as far as one sees."""
    return (one.until, one.lead_days) == (two.until, two.lead_days)


def _columns(schedule: Schedule) -> dict[str, Any]:
    return {
        "anchor": schedule.anchor, "rhythm": schedule.rhythm.value, "every": schedule.every, "until": schedule.until,
        "due_months": schedule.due.months, "due_days": schedule.due.days, "lead_days": schedule.lead_days,
    }  # fmt: skip
