"""The way of an estimate: sent by its unit, returned or assembled by the plan's unit, approved by its administrator."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.budget.actions.guard import (
    EstimateChanged,
    EstimateRefused,
    LineConflict,
    locked,
    seen,
    step,
    to_judge,
    to_write,
    touch,
    trace,
)
from quyen.budget.enums import EstimateState
from quyen.budget.models import Estimate, EstimateLine, content_hash
from quyen.budget.queries.page import content_of
from quyen.budget.queries.sums import said
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.plans.models import Plan

NAMED = 3  # faults that a refusal names; the page shows all


class NotAddedUp(EstimateRefused):
    """Sums that do not add up stand in the way; the first are named."""


@transaction.atomic
def submit_estimate(*, actor: User | None, estimate: Estimate, revision: int | None = None) -> Estimate:
    """To the plan's unit. Errors: PermissionDenied, EstimateChanged, EstimateRefused, NotAddedUp."""
    held = to_write(actor, estimate)
    seen(held, revision)
    _refuse_faults(held)
    step(actor, held, Verb.CONFIRM, EstimateState.SUBMITTED)
    return held


def _refuse_faults(held: Estimate) -> None:
    content = content_of(held)
    if not content.rows:
        raise EstimateRefused(_("Dự toán chưa có dòng nào."))
    if content.blocking:
        words = "; ".join(one.said for one in content.blocking[:NAMED])
        raise NotAddedUp(words + ".", advice=_("Hãy sửa cho khớp rồi gửi; mọi dòng vẫn còn nguyên."))


@transaction.atomic
def take_back_estimate(*, actor: User | None, estimate: Estimate, revision: int | None = None) -> Estimate:
    """Back into the unit's own hands, as long as the plan's unit has not assembled it.

    Errors: PermissionDenied, EstimateChanged, EstimateRefused.
    """
    held = locked(estimate)
    require(actor, held.unit_id, Role.EDITOR)
    if held.state != EstimateState.SUBMITTED:
        raise EstimateRefused(
            _("Dự toán %(state)s nên không rút lại được.") % {"state": held.get_state_display()},
            advice=_(
                "Chỉ rút lại được khi đã gửi mà chưa tổng hợp; sau đó hãy đề nghị đơn vị tổng hợp trả lại."
            ),
        )
    seen(held, revision)
    step(actor, held, Verb.WITHDRAW, EstimateState.DRAFT)
    return held


@transaction.atomic
def return_estimate(
    *, actor: User | None, estimate: Estimate, reason: str, revision: int | None = None
) -> Estimate:
    """Back to its unit, to be mended. Errors: PermissionDenied, EstimateChanged, EstimateRefused."""
    states = (EstimateState.SUBMITTED, EstimateState.ASSEMBLED)
    held = to_judge(actor, estimate, *states, role=Role.COORDINATOR)
    seen(held, revision)
    if not reason.strip():
        raise EstimateRefused(_("Trả lại thì cần nêu lý do, để đơn vị biết phải sửa gì."))
    held.returned_for = reason.strip()
    held.save(update_fields=["returned_for"])
    held.lines.update(approved_vnd=None)
    step(actor, held, Verb.REOPEN, EstimateState.RETURNED, reason=held.returned_for)
    return held


@transaction.atomic
def assemble_estimate(*, actor: User | None, estimate: Estimate, revision: int | None = None) -> Estimate:
    """Into the sums of the plan. Errors: PermissionDenied, EstimateChanged, EstimateRefused, NotAddedUp."""
    held = to_judge(actor, estimate, EstimateState.SUBMITTED, role=Role.COORDINATOR)
    seen(held, revision)
    _refuse_faults(held)
    step(actor, held, Verb.CONFIRM, EstimateState.ASSEMBLED)
    return held


@transaction.atomic
def appraise_line(
    *, actor: User | None, line: EstimateLine, revision: int | None, amount: int | None
) -> EstimateLine:
    """The amount that the plan's unit proposes for approval; None: all that was asked for.

    Errors: PermissionDenied, EstimateRefused (also above what was asked for), LineConflict.
    """
    held = to_judge(actor, line.estimate, EstimateState.ASSEMBLED, role=Role.COORDINATOR)
    found = held.lines.get(pk=line.pk)
    found.estimate = held
    if amount is not None and amount > found.planned_vnd:
        raise EstimateRefused(
            _("Mức duyệt %(amount)s lớn hơn dự toán %(planned)s.")
            % {"amount": said(amount), "planned": said(found.planned_vnd)}
        )
    if found.approved_vnd == amount:
        return found
    if revision is not None and revision != found.revision:
        raise LineConflict(found)
    before, found.approved_vnd = found.as_json(), amount
    found.revision += 1
    found.save(update_fields=["approved_vnd", "revision"])
    touch(held)
    record([trace(actor, Verb.CORRECT, found, before, found.as_json())])
    return found


@transaction.atomic
def approve_estimates(
    *, actor: User | None, plan: Plan, year: int, revisions: Mapping[int, int], basis: str
) -> list[Estimate]:
    """All that was assembled for a plan and year and was seen (`revisions` by number), together or not at all.

    From then on the content stands under its hash; the version that stood before says when it was replaced.
    Errors: PermissionDenied, EstimateChanged, EstimateRefused, NotAddedUp.
    """
    require(actor, plan.unit_id, Role.ADMINISTRATOR)
    if not basis.strip():
        raise EstimateRefused(_("Hãy ghi số, ngày của quyết định phê duyệt."))
    rows = Estimate.objects.select_for_update(of=["self"]).select_related("plan", "unit").order_by("pk")
    held = list(rows.filter(plan=plan, year=year, state=EstimateState.ASSEMBLED))
    if not held:
        raise EstimateRefused(_("Không có dự toán nào đã tổng hợp để duyệt."))
    if {one.pk: one.revision for one in held} != dict(revisions):
        raise EstimateChanged
    for one in held:
        _approve(actor, one, basis.strip())
    return held


def _approve(actor: User | None, held: Estimate, basis: str) -> None:
    _refuse_faults(held)
    lines = list(held.lines.order_by("position", "pk"))
    for line in lines:
        line.approved_vnd = line.planned_vnd if line.approved_vnd is None else line.approved_vnd
    EstimateLine.objects.bulk_update(lines, ["approved_vnd"])
    now = timezone.now()
    standing = Estimate.objects.filter(
        unit=held.unit_id, plan=held.plan_id, year=held.year, state=EstimateState.APPROVED, replaced_at=None
    )
    standing.update(replaced_at=now)
    held.basis, held.approved_by, held.approved_at = basis, actor, now
    held.content_hash, held.state = content_hash(lines), EstimateState.APPROVED
    touch(held, "basis", "approved_by", "approved_at", "content_hash", "state")
    after = {"state": str(held.state), "basis": basis, "sha256": held.content_hash}
    record([trace(actor, Verb.CONFIRM, held, {"state": str(EstimateState.ASSEMBLED)}, after)])
