"""Reports of progress: only ever added, saved as one types, and never over another person's words."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.plans.enums import Giving, WorkState
from quyen.plans.models import Assignment, Progress
from quyen.plans.queries.work.lines import rhythm_of
from quyen.plans.queries.work.rounds import round_of


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


@transaction.atomic
def report_progress(
    *, actor: User, assignment: Assignment, revision: int, state: WorkState, note: str
) -> Assignment:
    """Adds a report by an editor of the unit; the same as stands changes nothing. Returns it with its new revision.

    Errors: PermissionDenied, NotGiven; ReportConflict where `revision` is no longer what the person saw.
    """
    require(actor, assignment.unit_id, Role.EDITOR)
    held = open_assignment(assignment)
    latest = held.reports.order_by("-id").first()
    note = note.strip()
    if (state, note) == _standing(held, latest):
        return held
    if latest and revision != held.revision:
        raise ReportConflict(latest, held.revision)
    before = {"state": latest.state} if latest else None
    Progress.objects.create(
        assignment=held, state=state, note=note, by=actor, by_name=actor.full_name or actor.email
    )
    held.revision += 1
    held.save(update_fields=["revision"])
    if latest is None or latest.state != state:
        after = {"state": str(state)}
        trace = entry(
            actor=actor, verb=Verb.REPORT, subject=held, unit_id=held.unit_id, before=before, after=after
        )
        record([trace])
    return held


def _standing(held: Assignment, latest: Progress | None) -> tuple[str, str]:
    """What the form shows before anything is changed: of work that comes back, nothing of an earlier round."""
    if latest is None:
        return WorkState.NOT_STARTED, ""
    now = round_of(rhythm_of(held), latest.state, latest.day, timezone.localdate())
    return now.state, latest.note if now.state == latest.state else ""


def open_assignment(assignment: Assignment) -> Assignment:
    """The assignment, locked. Errors: NotGiven."""
    locked = Assignment.objects.select_for_update(of=["self"]).select_related("task__plan", "parent", "unit")
    held = locked.get(pk=assignment.pk)
    if held.state != Giving.GIVEN:
        raise NotGiven
    return held
