"""What every change of an estimate begins and ends with: permission, its lock, what was seen, the trace."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry, User
from quyen.budget.enums import EstimateState
from quyen.budget.models import Estimate, EstimateLine
from quyen.core.errors import QuyenError
from quyen.organisation.actions import require
from quyen.organisation.enums import Role


class EstimateRefused(QuyenError):
    """What cannot be done with an estimate; nothing was changed."""

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice or _("Chưa có gì thay đổi.")


class EstimateChanged(EstimateRefused):
    """Somebody else changed it in the meantime; nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            _("Dự toán này vừa được người khác thay đổi."), advice=_("Hãy xem lại rồi làm tiếp; chưa ghi gì.")
        )


class LineConflict(EstimateRefused):
    """Another person changed the line first. `line` is as it stands now."""

    def __init__(self, line: EstimateLine) -> None:
        super().__init__(
            _("Dòng này vừa được người khác sửa."),
            advice=_("Bản của bạn còn nguyên trên màn hình và chưa ghi."),
        )
        self.line = line


def locked(estimate: Estimate) -> Estimate:
    """The estimate, its lines guarded by its lock: every change of one takes it first."""
    rows = Estimate.objects.select_for_update(of=["self"]).select_related("plan", "unit")
    return rows.get(pk=estimate.pk)


def to_write(actor: User | None, estimate: Estimate) -> Estimate:
    """Locked, for one who writes for the unit. Errors: PermissionDenied, EstimateRefused where it was sent."""
    held = locked(estimate)
    require(actor, held.unit_id, Role.EDITOR)
    if not held.is_written:
        raise EstimateRefused(
            _("Dự toán %(state)s nên không sửa được nữa.") % {"state": held.get_state_display()},
            advice=_("Sau khi được trả lại, hoặc khi lập bản điều chỉnh, mới sửa tiếp."),
        )
    return held


def to_judge(actor: User | None, estimate: Estimate, *states: EstimateState, role: Role) -> Estimate:
    """Locked, for the plan's unit. Errors: PermissionDenied, EstimateRefused where it is in none of the states."""
    held = locked(estimate)
    require(actor, held.plan.unit_id, role)
    if held.state not in states:
        raise EstimateRefused(
            _("Việc này không làm được khi dự toán %(state)s.") % {"state": held.get_state_display()}
        )
    return held


def seen(held: Estimate, revision: int | None) -> None:
    """Errors: EstimateChanged where `revision` is no longer what stands; None does not ask."""
    if revision is not None and held.revision != revision:
        raise EstimateChanged


def touch(held: Estimate, *columns: str) -> None:
    """Saves the columns, and counts the change."""
    held.revision += 1
    held.save(update_fields=["revision", *columns])


def step(actor: User | None, held: Estimate, verb: Verb, state: EstimateState, **said: str) -> None:
    """Another state, with its trace; `said`: reason or basis."""
    before = held.state
    held.state = state
    touch(held, "state")
    record([trace(actor, verb, held, {"state": before}, {"state": str(state), **said})])


def trace(
    actor: User | None,
    verb: Verb,
    subject: Estimate | EstimateLine,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
) -> AuditEntry:
    """Of a line only what changed."""
    unit = subject.unit_id if isinstance(subject, Estimate) else subject.estimate.unit_id
    if before and after and isinstance(subject, EstimateLine):
        changed = [name for name in after if before.get(name) != after[name]]
        before = {name: before.get(name) for name in changed}
        after = {name: after[name] for name in changed}
    return entry(actor=actor, verb=verb, subject=subject, unit_id=unit, before=before, after=after)
