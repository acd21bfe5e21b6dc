"""Reports of progress: only ever added, saved as one types, and never over another person's words."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.plans.actions.work.awaited import work_out_at_once
from quyen.plans.enums import Giving, WorkState
from quyen.plans.models import Assignment, Progress
from quyen.plans.queries.work.awaited import waited_for
from quyen.plans.queries.work.periods import asked_round
from quyen.plans.queries.work.rounds import Round


class NotGiven(QuyenError):
    """The assignment was withdrawn, or never given; nothing more is reported on it."""

    def __init__(self) -> None:
        super().__init__(_("Việc này đã được rút lại nên không báo cáo thêm được."))
        self.advice = _("Những gì đã báo vẫn còn. Hãy hỏi đơn vị giao việc.")


class ReportConflict(QuyenError):
    """Another person reported first. `latest` is what they said; nothing was written. `revision` is the present one."""

    def __init__(self, latest: Progress, revision: int) -> None:
        super().__init__(_("Người khác vừa báo tiến độ việc này. Bản của bạn còn nguyên và chưa ghi."))
        self.latest, self.revision = latest, revision


class NoSuchPeriod(QuyenError):
    """The work has no period that begins on that day; its schedule may have changed meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("Lịch của việc này không có kỳ đó; có thể lịch vừa được đổi."))
        self.advice = _("Chưa ghi gì. Hãy tải lại trang để thấy các kỳ hiện có.")


@transaction.atomic
def report_progress(
    *,
    actor: User,
    assignment: Assignment,
    revision: int,
    state: WorkState,
    note: str,
    period: date | None = None,
) -> Assignment:
    """Adds a report by an editor of the unit; the same as stands changes nothing. Returns it with its new revision.
    `period`: the first day of the one that it is about, of work that comes back; else the one waited for.

    Errors: PermissionDenied, NotGiven, NoSuchPeriod; ReportConflict where `revision` is no longer what the person saw.
    """
    require(actor, assignment.unit_id, Role.EDITOR)
    held = open_assignment(assignment)
    note = note.strip()
    now = _round(held, period)
    if (state, note) == (now.state, _note(held, now)):
        return held
    latest = held.reports.order_by("-id").first()
    if latest and revision != held.revision:
        raise ReportConflict(latest, held.revision)
    _add(actor, held, now, state, note)
    if now.state != state or latest is None:
        before = {"state": now.state} | _named(now) if latest else None
        trace = entry(
            actor=actor, verb=Verb.REPORT, subject=held, unit_id=held.unit_id, before=before,
            after={"state": str(state)} | _named(now),
        )  # fmt: skip
        record([trace])
    return held


def _round(held: Assignment, period: date | None) -> Round:
    """The round that a report is about, with what stands of it. Errors: NoSuchPeriod."""
    row = Assignment.objects.with_work().with_said().select_related("task__plan").get(pk=held.pk)
    asked = asked_round(row, period)
    if period is not None and asked is None:
        raise NoSuchPeriod
    return asked or waited_for(row, timezone.localdate())


def _note(held: Assignment, now: Round) -> str:
    """What the form shows before anything is changed: of work that comes back, nothing of another period."""
    said = held.reports.order_by("-id")
    if now.period:
        said = said.filter(Q(period_start=now.period.start) | Q(period_start=None))
    latest = said.first()
    return latest.note if latest and latest.state == now.state else ""


def _add(actor: User, held: Assignment, now: Round, state: WorkState, note: str) -> None:
    named = {"period_start": now.period.start, "period_until": now.period.until} if now.period else {}
    Progress.objects.create(assignment=held, state=state, note=note, by=actor, by_name=str(actor), **named)
    held.revision += 1
    held.save(update_fields=["revision"])
    work_out_at_once(actor=actor, assignments=[held.pk])


def _named(now: Round) -> dict[str, str]:
    return {"period": now.period.start.isoformat()} if now.period else {}


def open_assignment(assignment: Assignment) -> Assignment:
    """The assignment, locked. Errors: NotGiven."""
    locked = Assignment.objects.select_for_update(of=["self"]).select_related("task__plan", "parent", "unit")
    held = locked.get(pk=assignment.pk)
    if held.state != Giving.GIVEN:
        raise NotGiven
    return held
