"""What was spent: told on days, only ever added, taken back by a row of its own."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.budget.actions.guard import EstimateRefused, locked
from quyen.budget.enums import EstimateState
from quyen.budget.models import Estimate, EstimateLine, Spending
from quyen.core.text.money import LARGEST
from quyen.organisation.actions import require
from quyen.organisation.enums import Role


@transaction.atomic
def tell_spending(*, actor: User | None, line: EstimateLine, day: date, amount: int, note: str) -> Spending:
    """Money spent on a line of the estimate that stands; more than was approved is kept and shown, not refused.

    Errors: PermissionDenied, EstimateRefused (no amount, a day that cannot be, the same row twice).
    """
    held = _standing(actor, line)
    _check(held, day, amount)
    rows = Spending.objects.filter(line=line.root_pk, day=day, amount_vnd=amount, note=note.strip())
    if rows.filter(corrected_by=None).exists():
        raise EstimateRefused(
            _("Khoản chi này đã có: cùng ngày, cùng số tiền, cùng nội dung."),
            advice=_("Nếu đúng là hai khoản, hãy ghi nội dung khác nhau. Chưa ghi thêm gì."),
        )
    return _keep(
        actor, held, Verb.ADD, Spending(line_id=line.root_pk, day=day, amount_vnd=amount, note=note.strip())
    )


def _check(held: Estimate, day: date, amount: int) -> None:
    if not 0 < amount < LARGEST:
        raise EstimateRefused(_("Số tiền đã chi phải lớn hơn 0."))
    if day > timezone.localdate():
        raise EstimateRefused(_("Ngày chi chưa đến."))
    if day.year < held.year:
        raise EstimateRefused(_("Ngày chi trước năm của dự toán (%(year)s).") % {"year": held.year})


@transaction.atomic
def take_back_spending(
    *, actor: User | None, line: EstimateLine, spending: Spending, reason: str
) -> Spending:
    """A row of the same amount below zero, so that the one told wrongly no longer counts and is still seen.

    Errors: PermissionDenied, EstimateRefused.
    """
    held = _standing(actor, line)
    wrong = Spending.objects.filter(pk=spending.pk, line=line.root_pk, corrects=None).first()
    if wrong is None or Spending.objects.filter(corrects=wrong).exists():
        raise EstimateRefused(_("Khoản chi này đã được rút lại rồi."))
    if not reason.strip():
        raise EstimateRefused(_("Rút lại một khoản chi thì cần nêu lý do."))
    back = Spending(
        line_id=wrong.line_id,
        day=wrong.day,
        amount_vnd=-wrong.amount_vnd,
        note=reason.strip(),
        corrects=wrong,
    )
    return _keep(actor, held, Verb.CORRECT, back)


def _standing(actor: User | None, line: EstimateLine) -> Estimate:
    held = locked(line.estimate)
    require(actor, held.unit_id, Role.EDITOR)
    if held.state != EstimateState.APPROVED or held.replaced_at is not None:
        raise EstimateRefused(_("Chỉ ghi khoản chi vào dự toán đã duyệt và đang có hiệu lực."))
    return held


def _keep(actor: User | None, held: Estimate, verb: Verb, row: Spending) -> Spending:
    row.by, row.by_name = actor, str(actor) if actor else "Quyền"
    row.save()
    record([entry(actor=actor, verb=verb, subject=row, unit_id=held.unit_id, after=row.as_json())])
    return row
