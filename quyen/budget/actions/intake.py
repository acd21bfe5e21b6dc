"""A sheet taken in: kept as given, then carried out as it was looked at, all of it or nothing."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.budget.actions.drafts import change_line, new_line
from quyen.budget.actions.guard import EstimateChanged, EstimateRefused, to_write, touch, trace
from quyen.budget.models import Estimate, EstimateIntake
from quyen.budget.queries.intake import IntakeLine, account
from quyen.budget.queries.sheet import rows_of
from quyen.core.paper import given_rows
from quyen.plans.models import Task

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 2000
KEPT_DAYS = 30  # a sheet that nobody carried out


@transaction.atomic
def receive_sheet(*, actor: User, estimate: Estimate, name: str, content: bytes) -> EstimateIntake:
    """Keeps the rows of a workbook to be looked at; changes no line. Errors: PermissionDenied, FileRefused,
    EstimateRefused."""
    held = to_write(actor, estimate)
    rows = rows_of(given_rows(content))
    if rows is None:
        raise EstimateRefused(
            _("Không thấy cột “Nội dung chi” và cột “Thành tiền” trong 20 dòng đầu của trang tính đầu tiên."),
            advice=_("Hãy tải bảng dự toán ra, điền vào tệp đó rồi nhập lại. Chưa có gì thay đổi."),
        )
    if not rows or len(rows) > MOST_ROWS:
        raise EstimateRefused(_("Trang tính đầu tiên không có dòng nào, hoặc có hơn 2.000 dòng."))
    intake = EstimateIntake.objects.create(estimate=held, name=name[-200:], rows=rows, entered_by=actor)
    after = {"name": intake.name, "rows": len(rows)}
    record([entry(actor=actor, verb=Verb.RECEIVE, subject=intake, unit_id=held.unit_id, after=after)])
    return intake


@transaction.atomic
def carry_out_intake(*, actor: User, intake: EstimateIntake, sign: str) -> Estimate:
    """Does what the account says, in one transaction. Errors: PermissionDenied, EstimateChanged where it would come
    out otherwise than it was seen, EstimateRefused where a row is in conflict."""
    found = EstimateIntake.objects.select_for_update(of=["self"]).get(pk=intake.pk)
    if found.entered_by_id != actor.pk:
        raise PermissionDenied
    held = to_write(actor, found.estimate)
    if found.carried_out_at is not None:
        raise EstimateRefused(_("Tệp này đã được nhập rồi."))
    found.estimate = held
    seen = account(found)
    if seen.sign != sign:
        raise EstimateChanged
    if not seen.may_be_done:
        raise EstimateRefused(
            _("Còn dòng vướng, hoặc không có gì để nhập. Hãy sửa trong tệp rồi nhập lại cả tệp.")
        )
    for line in seen.works:
        _carry_out(actor, held, line)
    found.carried_out_at = timezone.now()
    found.save(update_fields=["carried_out_at"])
    record(
        [entry(actor=actor, verb=Verb.CONFIRM, subject=found, unit_id=held.unit_id, after={**seen.counts})]
    )
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


def forget_intakes() -> int:
    """Sheets older than a month go; what they did stays in the lines and the trail. Returns how many."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    return EstimateIntake.objects.filter(entered_at__lt=before).delete()[0]
