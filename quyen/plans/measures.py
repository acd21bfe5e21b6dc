"""What the plans step counts for indicators."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from decimal import Decimal

from quyen.core.arithmetic import Period
from quyen.indicators.measures import Count, Measure
from quyen.plans.queries.followup import MEASURE, shown_recommendations
from quyen.rights.queries.recommendations import numbered


def count_recommendations(period: Period, day: date, kinds: Collection[str] = ()) -> Iterable[Count]:
    """T6: of the recommendations that the programme named, those with at least one completed activity with evidence by the
    end of the period, or by the day where that is earlier. Each unit that did it, and the unit whose plan it is, has
    its own, of whatever kind; an indicator that counts distinct things counts each once."""
    until = min(period.until, day + timedelta(days=1))
    found: dict[int, list[tuple[str, int, str]]] = {}
    for one in shown_recommendations(until):
        for unit in one.units:
            found.setdefault(unit, []).append(
                ("rights.Recommendation", one.recommendation.pk, numbered(one.recommendation))
            )
    for unit, items in found.items():
        yield Count(unit, Decimal(len(items)), None, tuple(items))


RECOMMENDATIONS = Measure(
    MEASURE, "Khuyến nghị UPR của Đề án có hoạt động xong kèm minh chứng", count_recommendations
)
