"""The way of a report: put up, approved, sent, returned or accepted. Each step that fixes it keeps an edition."""

from __future__ import annotations

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.indicators.actions import freeze_period, unfreeze_period
from quyen.indicators.models import Freeze
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.reports.actions.guard import CycleClosed, ReportRefused, governed, held_submission, trace
from quyen.reports.actions.writing import Draft
from quyen.reports.enums import Deed, State, Via
from quyen.reports.models import Edition, Step, Submission
from quyen.reports.queries import Content, content_of, hash_of
from quyen.reports.queries.content import canonical, sha256_of
from quyen.reports.signals import report_settled


class ChangedSince(ReportRefused):
    """What was approved is not what would be sent; `edition` is what was approved."""

    advice = "Hãy trình duyệt lại; bản đã duyệt vẫn được giữ."

    def __init__(self, edition: Edition) -> None:
        super().__init__(_("Số liệu hoặc lời văn đã đổi sau khi được duyệt."))
        self.edition = edition


@transaction.atomic
def put_up(*, actor: User | None, submission: Submission) -> Step:
    """Draft to the unit's own leader. Errors: PermissionDenied, CycleClosed, ReportRefused."""
    require(actor, submission.unit_id, Role.EDITOR)
    held = _at(submission, State.DRAFT, State.RETURNED)
    return _go(actor, held, Deed.PUT_UP, State.REVIEW, _fixed(held))


@transaction.atomic
def approve(*, actor: User | None, submission: Submission) -> Step:
    """A coordinator of the unit approves what was put up. Errors: PermissionDenied, CycleClosed; ChangedSince where the
    figures have become other than those that were put up."""
    require(actor, submission.unit_id, Role.COORDINATOR)
    held = _at(submission, State.REVIEW)
    return _go(actor, held, Deed.APPROVE, State.APPROVED, _unchanged(held, Deed.PUT_UP))


@transaction.atomic
def take_back(*, actor: User | None, submission: Submission, reason: str = "") -> Step:
    """Out of approval and back to the draft. Errors: PermissionDenied, CycleClosed, ReportRefused."""
    require(actor, submission.unit_id, Role.EDITOR)
    held = _at(submission, State.REVIEW, State.APPROVED)
    return _go(actor, held, Deed.TAKE_BACK, State.DRAFT, reason=reason)


@transaction.atomic
def submit(*, actor: User | None, submission: Submission, via: Via = Via.SCREEN) -> Step:
    """Sends a report to the unit that asked. What was sent already and has not changed is not sent twice: the step of
    the first time is returned.

    Errors: PermissionDenied, CycleClosed, ReportRefused (not approved, though the regime asks for it), ChangedSince.
    """
    require(actor, submission.unit_id, Role.EDITOR)
    return send_held(actor, held_submission(submission), via)


def send_held(actor: User | None, held: Submission, via: Via, draft: Draft | None = None) -> Step:
    """The same for a report that is locked already by a person who may send it; `held` is then as it is kept. `draft`: what
    was written in it just now, kept along with it."""
    if held.state == State.SUBMITTED:
        return held.steps.filter(deed=Deed.SUBMIT).order_by("-id")[0]
    if held.cycle.regime.needs_approval:
        _stands_at(held, State.APPROVED)
        edition = _unchanged(held, Deed.APPROVE)
    else:
        _stands_at(held, State.DRAFT, State.RETURNED, State.APPROVED)
        edition = _fixed(held, draft)
    now = timezone.now()
    held.sent_at, held.first_sent_on = now, held.first_sent_on or timezone.localdate(now)
    held.via, held.reason = via, ""
    return _go(
        actor,
        held,
        Deed.SUBMIT,
        State.SUBMITTED,
        edition,
        columns=("sent_at", "first_sent_on", "via", "reason", *(draft.taken_out() if draft else ())),
    )


@transaction.atomic
def send_back(*, actor: User | None, submission: Submission, reason: str) -> Step:
    """Back to the unit, with what is to be mended. Errors: PermissionDenied, ReportRefused (no reason; not sent)."""
    governed(actor, submission.cycle.regime)
    if not reason.strip():
        raise ReportRefused(_("Trả lại báo cáo thì cần nêu lý do."))
    held = _at(submission, State.SUBMITTED)
    held.reason = reason.strip()
    return _go(actor, held, Deed.RETURN, State.RETURNED, reason=held.reason, columns=("reason",))


@transaction.atomic
def accept(*, actor: User | None, submission: Submission, seen: str = "") -> Step:
    """Takes a report as it was sent, and freezes the unit's figures of the period. `seen`: the hash of the edition
    before the person; empty does not ask.

    Errors: PermissionDenied, ReportRefused (not sent; another edition was sent meanwhile).
    """
    governed(actor, submission.cycle.regime)
    held = _at(submission, State.SUBMITTED)
    edition = _last(held, Deed.SUBMIT)
    if seen and edition.sha256 != seen:
        raise ReportRefused(_("Đơn vị vừa gửi bản khác; hãy xem bản mới rồi nhận."))
    held.accepted_at = timezone.now()
    freeze_period(actor=None, unit=held.unit, period=held.cycle.measured, basis=basis_of(held))
    _tell(held)
    return _go(actor, held, Deed.ACCEPT, State.ACCEPTED, edition, columns=("accepted_at",))


@transaction.atomic
def reopen(*, actor: User | None, submission: Submission, reason: str) -> Step:
    """An accepted report goes back to its unit; its editions stay, its figures may be corrected again.

    Errors: PermissionDenied, ReportRefused (no reason; not accepted)."""
    governed(actor, submission.cycle.regime)
    if not reason.strip():
        raise ReportRefused(_("Mở lại báo cáo thì cần nêu lý do."))
    held = _at(submission, State.ACCEPTED)
    held.accepted_at, held.reason = None, reason.strip()
    for freeze in Freeze.objects.filter(unit=held.unit, basis=basis_of(held)):
        unfreeze_period(actor=None, freeze=freeze)
    columns = ("accepted_at", "reason")
    _tell(held)
    return _go(actor, held, Deed.REOPEN, State.RETURNED, reason=held.reason, columns=columns)


def _tell(held: Submission) -> None:
    transaction.on_commit(lambda: report_settled.send_robust(sender=Submission, report=held.pk))


def basis_of(submission: Submission) -> str:
    """What the freeze of an accepted report is founded on; tells its freeze from others."""
    return f"Báo cáo đã được nhận: {submission.cycle.title}"[:300]


def _at(submission: Submission, *states: State) -> Submission:
    held = held_submission(submission)
    _stands_at(held, *states)
    return held


def _stands_at(held: Submission, *states: State) -> None:
    if not held.cycle.is_open:
        raise CycleClosed(held.cycle)
    if held.state not in states:
        said = _("Báo cáo đang ở bước “%(state)s” nên không làm được việc này.")
        raise ReportRefused(said % {"state": held.get_state_display()})


def _fixed(held: Submission, draft: Draft | None = None) -> Edition:
    return keep_edition(held, content_of(held, written=draft.words if draft else None))


# of a report that is locked, so nobody else keeps the same meanwhile
_KEPT = """
    WITH held AS (
        SELECT id, created_at FROM reports_edition WHERE submission_id = %(report)s AND sha256 = %(sha256)s
    ), made AS (
        INSERT INTO reports_edition (created_at, submission_id, sha256, content)
        SELECT %(now)s, %(report)s, %(sha256)s, %(content)s::jsonb WHERE NOT EXISTS (SELECT FROM held)
        RETURNING id, created_at
    )
    SELECT * FROM held UNION ALL SELECT * FROM made
"""


def keep_edition(held: Submission, content: Content) -> Edition:
    if content["unknown"]:
        raise ReportRefused(
            _("Báo cáo nhắc đến số không có: %(keys)s.") % {"keys": ", ".join(content["unknown"][:5])},
            advice=_("Hãy bỏ hoặc thay các số ấy; những gì đã viết vẫn còn."),
        )
    text = canonical(content)
    sha256 = sha256_of(text)
    with connection.cursor() as cursor:
        cursor.execute(_KEPT, {"report": held.pk, "sha256": sha256, "now": timezone.now(), "content": text})
        pk, made_at = cursor.fetchone()
    return Edition(pk=pk, created_at=made_at, submission=held, sha256=sha256, content=content)


def _unchanged(held: Submission, deed: Deed) -> Edition:
    """The edition of that step, where the report is still the same."""
    edition = _last(held, deed)
    if hash_of(content_of(held)) != edition.sha256:
        raise ChangedSince(edition)
    return edition


def _last(held: Submission, deed: Deed) -> Edition:
    step = held.steps.filter(deed=deed).select_related("edition").order_by("-id").first()
    assert step is not None and step.edition is not None  # the state says that the step was taken
    return step.edition


_VERBS = {
    Deed.PUT_UP: Verb.REPORT, Deed.APPROVE: Verb.CONFIRM, Deed.SUBMIT: Verb.REPORT, Deed.RETURN: Verb.REJECT,
    Deed.ACCEPT: Verb.CONFIRM, Deed.REOPEN: Verb.REOPEN, Deed.TAKE_BACK: Verb.REOPEN,
}  # fmt: skip


def _go(
    actor: User | None,
    held: Submission,
    deed: Deed,
    state: State,
    edition: Edition | None = None,
    reason: str = "",
    columns: tuple[str, ...] = (),
) -> Step:
    before, held.state = {"state": held.state}, state
    held.revision, held.changed_at = held.revision + 1, held.changed_at or timezone.now()
    held.save(update_fields={"state", "revision", "changed_at", *columns})
    name = str(actor) if actor else ""
    step = Step.objects.create(
        submission=held, deed=deed, edition=edition, reason=reason, by=actor, by_name=name
    )
    after = {"state": state, "edition": edition.sha256 if edition else None, "reason": reason}
    trace(actor, _VERBS[deed], held, before, after)
    return step
