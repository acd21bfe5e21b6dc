"""What every change of a report asks first."""

from __future__ import annotations

from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry, User
from quyen.core.errors import QuyenError
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.reports.models import Cycle, Regime, Submission


class ReportRefused(QuyenError):
    """Something that cannot be done with a report as it stands."""

    advice = "Chưa có gì thay đổi; những gì đã viết vẫn còn."


class CycleClosed(ReportRefused):
    advice = "Hãy liên hệ đơn vị nhận báo cáo để mở lại đợt; những gì đã viết vẫn còn."

    def __init__(self, cycle: Cycle) -> None:
        super().__init__(_("Đợt “%(title)s” đã đóng, không nhận thêm.") % {"title": cycle.title})


NEEDED = ("unit__parent", "cycle__regime__unit")  # what the content of a report is worked out from


def held_submission(submission: Submission) -> Submission:
    """The row, locked for the transaction, with all that its content needs."""
    return Submission.objects.select_for_update(of=["self"]).select_related(*NEEDED).get(pk=submission.pk)


def held_report(pk: int, *, with_unit: bool) -> Submission:
    """The same by its number and, with its values to be written, with its unit locked, too. Not their keys: rows that name
    the unit (a map being worked out names all) are written meanwhile."""
    which = ("self", "unit") if with_unit else ("self",)
    rows = Submission.objects.select_for_update(of=which, no_key=True).select_related(*NEEDED)
    return rows.get(pk=pk)


def writable(actor: User | None, submission: Submission) -> Submission:
    """Locked, for words to be written by an editor of its unit. Errors: PermissionDenied, CycleClosed, ReportRefused."""
    require(actor, submission.unit_id, Role.EDITOR)
    held = held_submission(submission)
    check_writable(held)
    return held


def check_writable(held: Submission) -> None:
    """Errors: CycleClosed, ReportRefused."""
    if not held.cycle.is_open:
        raise CycleClosed(held.cycle)
    if not held.is_writable:
        raise ReportRefused(
            _("Báo cáo đang ở bước “%(state)s” nên không sửa được.") % {"state": held.get_state_display()},
            advice=_("Hãy lấy về để sửa, hoặc chờ được trả lại."),
        )


def governed(actor: User | None, regime: Regime) -> None:
    require(actor, regime.unit_id, Role.COORDINATOR)


def trace(actor: User | None, verb: Verb, subject: Submission, before: object, after: object) -> None:
    record([trace_of(actor, verb, subject, before, after)])


def trace_of(
    actor: User | None, verb: Verb, subject: Submission, before: object, after: object
) -> AuditEntry:
    """The same, not saved yet."""
    return entry(
        actor=actor, verb=verb, subject=subject, unit_id=subject.unit_id,
        before=before if isinstance(before, dict) else None, after=after if isinstance(after, dict) else None,
    )  # fmt: skip
