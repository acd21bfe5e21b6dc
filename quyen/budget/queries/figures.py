"""What the steps above read of the budget: planned, approved and spent, with the lines behind them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from quyen.budget.enums import SUMMED, EstimateState
from quyen.budget.models import Estimate, EstimateLine
from quyen.budget.queries.standing import Shares, standing
from quyen.budget.queries.sums import SourceSums, Sums, added, by_source
from quyen.core.arithmetic import divided
from quyen.organisation.queries import units_under


@dataclass(frozen=True)
class BudgetItem:
    """One line as far as it stands at `unit` on the map asked for; `given_by`: the unit that wrote it."""

    line: int
    estimate: int
    plan: int
    unit: int
    given_by: int
    task: int | None
    words: str
    source: str
    sums: Sums


@dataclass(frozen=True)
class BudgetFigures:
    """Whole đồng. `planned` counts what was assembled or approved, `approved` what was approved, `spent` what was told
    since. `sources`: one for each source, also where there is nothing. `without`: units asked for that have no
    estimate in these sums, which is not the same as zero."""

    year: int
    sums: Sums
    sources: tuple[SourceSums, ...]
    items: tuple[BudgetItem, ...]
    without: tuple[int, ...]


def budget_figures(
    plan_ids: Collection[int],
    unit_ids: Collection[int] | None,
    year: int,
    *,
    shown: date | None = None,
    under: int | None = None,
) -> BudgetFigures:
    """The figures of plans for a year, of some units (None: of all), each unit at itself or on the map of `shown`;
    `under`: only what stands at or under that unit on this map.

    Permission is the caller's. Five queries; three more with `under`.
    """
    rows = Estimate.objects.filter(plan__in=plan_ids, year=year).counted().filter(state__in=SUMMED)
    if shown is None and unit_ids is not None:
        rows = rows.filter(unit__in=unit_ids)
    if shown is not None and under is not None:
        unit_ids, givers = _under(rows, year, shown, under)
        rows = rows.filter(unit__in=givers)
    estimates = {one.pk: one for one in rows}
    shares = standing(((one.unit_id, one.year) for one in estimates.values()), shown)
    items: list[BudgetItem] = []
    lines: Any = EstimateLine.objects.filter(estimate__in=estimates).with_spent()
    for line in lines.order_by("estimate__plan_id", "estimate__unit_id", "position", "pk"):
        estimate = estimates[line.estimate_id]
        items += _items(line, estimate, shares[estimate.unit_id, year], line.spent)
    kept = tuple(one for one in items if unit_ids is None or one.unit in unit_ids)
    given = {at for one in estimates.values() for at in shares[one.unit_id, year]}
    return BudgetFigures(
        year=year,
        sums=added(one.sums for one in kept),
        sources=by_source((one.source, one.sums) for one in kept),
        items=kept,
        without=tuple(sorted(set(unit_ids or ()) - given)),
    )


def _under(rows: QuerySet[Estimate], year: int, shown: date, under: int) -> tuple[set[int], set[int]]:
    """The units of a map at or under one at which something stands, and the units that gave it."""
    givers = set(rows.order_by().values_list("unit_id", flat=True))
    shares = standing(((one, year) for one in givers), shown)
    kept = units_under(shown, under, {at for places in shares.values() for at in places})
    return kept, {unit for (unit, _year), places in shares.items() if places.keys() & kept}


def _items(line: EstimateLine, estimate: Estimate, shares: Shares, spent: int) -> list[BudgetItem]:
    """One for each unit where the line stands."""
    approved = (line.approved_vnd or 0) if estimate.state == EstimateState.APPROVED else 0
    planned_at, approved_at, spent_at = (
        divided(amount, shares) for amount in (line.planned_vnd, approved, spent)
    )
    return [
        BudgetItem(
            line=line.pk, estimate=estimate.pk, plan=estimate.plan_id, unit=at, given_by=estimate.unit_id,
            task=line.task_id, words=line.heading, source=line.source,
            sums=Sums(planned_at[at], approved_at[at], spent_at[at]),
        )
        for at, share in shares.items() if share
    ]  # fmt: skip
