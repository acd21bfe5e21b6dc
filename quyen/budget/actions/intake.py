"""A sheet taken in: kept as given, then carried out as it was looked at, all of it or nothing."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from quyen.accounts.actions import record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.budget.actions.drafts import change_line, new_line
from quyen.budget.actions.guard import EstimateRefused, to_write, touch, trace
from quyen.budget.models import Estimate, EstimateIntake
from quyen.budget.queries.intake import IntakeLine, account
from quyen.budget.queries.sheet import rows_of
from quyen.core.paper import given_rows
from quyen.organisation.actions.taken import check_rows, check_seen, close_sheet, hold_once, keep_sheet
from quyen.plans.models import Task


@transaction.atomic
def receive_sheet(*, actor: User, estimate: Estimate, name: str, content: bytes) -> EstimateIntake:
    """Keeps the rows of a workbook to be looked at; changes no line. Errors: PermissionDenied, FileRefused,
    SheetRefused, EstimateRefused."""
    held = to_write(actor, estimate)
    rows = check_rows(
        rows_of(given_rows(content)),
        missing=_(
            "Không thấy cột “Nội dung chi” và cột “Thành tiền” trong 20 dòng đầu của trang tính đầu tiên."
        ),
        advice=_("Hãy tải bảng dự toán ra, điền vào tệp đó rồi nhập lại. Chưa có gì thay đổi."),
    )
    return keep_sheet(actor, EstimateIntake(estimate=held, name=name, rows=rows), held.unit_id)


@transaction.atomic
def carry_out_intake(*, actor: User, intake: EstimateIntake, sign: str) -> Estimate:
    """Does what the account says, in one transaction. Errors: PermissionDenied, SeenOtherwise where it would come out
    otherwise than it was seen, SheetRefused, EstimateRefused where a row is in conflict."""
    found = hold_once(actor, EstimateIntake.objects.all(), intake.pk)
    held = found.estimate = to_write(actor, found.estimate)
    seen = account(found)
    check_seen(seen, sign)
    if not seen.may_be_done:
        raise EstimateRefused(_("Còn dòng vướng. Hãy sửa trong tệp rồi nhập lại cả tệp."))
    for line in seen.works:
        _carry_out(actor, held, line)
    close_sheet(actor, found, seen, held.unit_id)
    return held


def _carry_out(actor: User, held: Estimate, line: IntakeLine) -> None:
    assert line.given is not None
    if line.line is not None:
        found = held.lines.get(pk=line.line)
        found.estimate = held
        change_line(actor, found, line.given, None)
        return
    task = Task.objects.get(pk=line.task) if line.task else None
    made = new_line(held, line.given, task=task, heading=line.heading)
    made.save()
    touch(held)
    record([trace(actor, Verb.ADD, made, None, made.as_json())])
