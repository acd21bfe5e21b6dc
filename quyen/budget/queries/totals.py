"""Sums of many estimates at once, made by the database."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import Sum

from quyen.budget.enums import EstimateState
from quyen.budget.models import EstimateLine
from quyen.budget.queries.sums import Sums

BySource = dict[str, Sums]


def totals_of(estimates: Any) -> dict[int, BySource]:
    """By estimate and source; `estimates`: numbers, or a sub-query of them. One query."""
    rows = (
        EstimateLine.objects.filter(estimate__in=estimates)
        .with_spent()
        .order_by()
        .values_list("estimate_id", "estimate__state", "source")
        .annotate(planned=Sum("planned_vnd"), approved=Sum("approved_vnd"), used=Sum("spent"))
    )
    found: dict[int, BySource] = defaultdict(dict)
    for estimate, state, source, planned, approved, used in rows:
        counts = state == EstimateState.APPROVED
        found[estimate][source] = Sums(int(planned), int(approved or 0) if counts else 0, int(used))
    return dict(found)
