"""Reports of progress: only ever added, saved as one types, and never over another person's words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry, User
from quyen.core.errors import QuyenError
from quyen.core.text.rhythm import DATED
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.plans.actions.work.awaited import work_out_at_once
from quyen.plans.enums import COUNTED, Giving, WorkState
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


@dataclass(frozen=True)
class ProgressGiven:
    """What is reported on one assignment. `revision`: what the person had before them; `period`: the first day of the
    one that it is about, of work that comes back; else the one waited for."""

    assignment: int
    revision: int
    state: WorkState
    note: str
    period: date | None = None


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
    `period` as in `ProgressGiven`.

    Errors: PermissionDenied, NotGiven, NoSuchPeriod; ReportConflict where `revision` is no longer what the person saw.
    """
    require(actor, assignment.unit_id, Role.EDITOR)
    held = open_assignment(assignment)
    given = ProgressGiven(held.pk, revision, state, note, period)
    (found,) = progress_held(actor, {held.pk: held}, [given])
    if isinstance(found, QuyenError):
        raise found
    return found


def progress_held(
    actor: User, held: Mapping[int, Assignment], given: Sequence[ProgressGiven]
) -> list[Assignment | QuyenError]:
    """The same for many assignments, all of them in `held`, in force and locked already (`locked_assignments`) by a person
    who may report on them: as many queries as for one. Where one is refused the error stands in its place, and the
    caller takes the transaction back."""
    desk = _Desk(actor, held)
    found = [desk.take(one) for one in given]
    if not any(isinstance(one, QuyenError) for one in found):
        desk.keep()
    return found


_LATEST = """
    SELECT DISTINCT ON (assignment_id) * FROM plans_progress WHERE assignment_id = ANY(%s)
    ORDER BY assignment_id, id DESC
"""
_COLUMNS = {
    "created_at": "timestamptz", "assignment_id": "bigint", "day": "date", "state": "text", "note": "text",
    "by_id": "bigint", "by_name": "text", "period_start": "date", "period_until": "date",
}  # fmt: skip
# adds reports and counts them at their assignments
_KEPT = f"""
    WITH said AS (
        INSERT INTO plans_progress ({", ".join(_COLUMNS)})
        SELECT * FROM unnest({", ".join(f"%s::{kind}[]" for kind in _COLUMNS.values())})
        RETURNING assignment_id
    )
    UPDATE plans_assignment a SET revision = a.revision + counted.times
    FROM (SELECT assignment_id, count(*) AS times FROM said GROUP BY 1) AS counted
    WHERE a.id = counted.assignment_id
"""  # noqa: S608  our own names


class _Desk:
    """What reports on many assignments are checked against, asked for once, and what is to be written of them."""

    def __init__(self, actor: User, held: Mapping[int, Assignment]) -> None:
        self.actor, self.held = actor, held
        self.latest = {row.assignment_id: row for row in Progress.objects.raw(_LATEST, [list(held)])}
        self.new: list[Progress] = []
        self.traces: list[AuditEntry] = []

    def take(self, given: ProgressGiven) -> Assignment | QuyenError:
        held, note = self.held[given.assignment], given.note.strip()
        if held.recurs in DATED and any(row.assignment_id == held.pk for row in self.new):
            self.keep()  # twice in one go: its periods are asked of the database
        latest = self.latest.get(held.pk)
        try:
            now = self._round(held, given.period)
            if (given.state, note) == (now.state, self._note(held, now)):
                return held
            if latest and given.revision != held.revision:
                raise ReportConflict(latest, held.revision)
        except QuyenError as error:
            return error
        self._add(held, now, given.state, note)
        return held

    def _round(self, held: Assignment, period: date | None) -> Round:
        """The round that a report is about, with what stands of it. Errors: NoSuchPeriod."""
        latest = self.latest.get(held.pk)
        if held.recurs not in DATED:
            if period is not None:
                raise NoSuchPeriod
            return Round(held.due_on, latest.state if latest else WorkState.NOT_STARTED)
        row = Assignment.objects.with_work().with_said().select_related("task__plan").get(pk=held.pk)
        asked = asked_round(row, period)
        if period is not None and asked is None:
            raise NoSuchPeriod
        return asked or waited_for(row, timezone.localdate())

    def _note(self, held: Assignment, now: Round) -> str:
        """What the form shows before anything is changed: of work that comes back, nothing of another period."""
        latest = self.latest.get(held.pk)
        if now.period:
            said = held.reports.filter(Q(period_start=now.period.start) | Q(period_start=None))
            latest = said.order_by("-id").first()
        return latest.note if latest and latest.state == now.state else ""

    def _add(self, held: Assignment, now: Round, state: WorkState, note: str) -> None:
        named = {"period_start": now.period.start, "period_until": now.period.until} if now.period else {}
        made = Progress(
            assignment=held, state=state, note=note, by=self.actor, by_name=str(self.actor), **named
        )
        latest = self.latest.get(held.pk)
        if now.state != state or latest is None:
            before = {"state": now.state} | _named(now) if latest else None
            self.traces.append(
                entry(
                    actor=self.actor, verb=Verb.REPORT, subject=held, unit_id=held.unit_id, before=before,
                    after={"state": str(state)} | _named(now),
                )
            )  # fmt: skip
        held.revision += 1
        self.latest[held.pk] = made
        self.new.append(made)

    def keep(self) -> None:
        if not self.new:
            return
        with connection.cursor() as cursor:
            cursor.execute(_KEPT, [[getattr(row, name) for row in self.new] for name in _COLUMNS])
        changed = {row.assignment_id for row in self.new}
        comes_back = [pk for pk in sorted(changed) if self.held[pk].recurs in DATED]
        if comes_back:  # of other work the triggers know all
            work_out_at_once(actor=self.actor, assignments=comes_back)
        record(self.traces)
        self.new, self.traces = [], []


def _named(now: Round) -> dict[str, str]:
    return {"period": now.period.start.isoformat()} if now.period else {}


# as `AssignmentQuerySet.given`
_LOCKED = """
    SELECT a.* FROM plans_assignment a JOIN plans_item i ON i.id = a.task_id
    WHERE a.id = ANY(%s) AND a.unit_id = %s AND a.state = %s AND i.state = ANY(%s)
    ORDER BY a.id FOR UPDATE OF a
"""


def locked_assignments(pks: Collection[int], unit_id: int) -> dict[int, Assignment]:
    """Those of the assignments that the unit has in force, locked, in one order so that two never wait for each other."""
    given = [list(pks), unit_id, str(Giving.GIVEN), [str(state) for state in COUNTED]]
    return {row.pk: row for row in Assignment.objects.raw(_LOCKED, given)}


def open_assignment(assignment: Assignment) -> Assignment:
    """The assignment, locked. Errors: NotGiven."""
    locked = Assignment.objects.select_for_update(of=["self"]).select_related("task__plan", "parent", "unit")
    held = locked.get(pk=assignment.pk)
    if held.state != Giving.GIVEN:
        raise NotGiven
    return held
