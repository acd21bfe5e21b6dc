"""What was told as spent on one line, with what is left."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from quyen.accounts.models import User
from quyen.budget.enums import EstimateState
from quyen.budget.models import EstimateLine, Spending
from quyen.budget.queries.sums import Sums
from quyen.organisation.enums import Role
from quyen.organisation.queries import may
from quyen.plans.queries.lists import line_of


@dataclass(frozen=True)
class SpendingRow:
    """`total`: what was spent up to this row; `may_go`: it can still be taken back."""

    row: Spending
    total: int
    is_taken_back: bool
    may_go: bool


@dataclass(frozen=True)
class SpendingPage:
    line: EstimateLine
    plan_label: str
    rows: tuple[SpendingRow, ...]
    sums: Sums
    may_tell: bool


def spendings_of(line: EstimateLine) -> QuerySet[Spending]:
    """Of all versions of the line, in the order of days."""
    return Spending.objects.filter(line=line.root_pk).select_related("corrects").order_by("day", "pk")


def spending_page(user: User, line: EstimateLine) -> SpendingPage:
    """Two queries; `line` with its estimate, the plan and its source."""
    estimate = line.estimate
    stands = estimate.state == EstimateState.APPROVED and estimate.replaced_at is None
    may_tell = stands and may(user, estimate.unit_id, Role.EDITOR)
    held = list(spendings_of(line))
    gone = {one.corrects_id for one in held}
    rows, total = [], 0
    for one in held:
        total += one.amount_vnd
        is_gone = one.pk in gone
        rows.append(SpendingRow(one, total, is_gone, may_tell and not is_gone and one.corrects_id is None))
    approved = (line.approved_vnd or 0) if estimate.state == EstimateState.APPROVED else 0
    return SpendingPage(
        line, line_of(estimate.plan).label, tuple(rows), Sums(line.planned_vnd, approved, total), may_tell
    )
