"""What can be found: of each kind a gatherer, `gather(numbers)` for some objects or for all (None).

A gatherer tells only what everyone may read; all entries of an object come under its kind and number.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from quyen.portal.enums import EntryKind
from quyen.portal.queries.gathering import elsewhere, pages, plans, products, rights
from quyen.portal.queries.gathering.gathered import Gathered

Gatherer = Callable[[Collection[int] | None], Iterable[Gathered]]

GATHERERS: dict[str, Gatherer] = {
    EntryKind.SITUATION: rights.situations,
    EntryKind.ARTICLE: rights.articles,
    EntryKind.INSTRUMENT: rights.instruments,
    EntryKind.RECOMMENDATION: rights.recommendations,
    EntryKind.PRODUCT: products.products,
    EntryKind.ELSEWHERE: elsewhere.elsewhere,
    EntryKind.PLAN: plans.plans,
    EntryKind.INDICATOR: plans.indicators,
    EntryKind.NEWS: pages.news,
    EntryKind.PAGE: pages.texts,
}

# what lies under one number and is told together
TOGETHER: dict[str, tuple[str, ...]] = {EntryKind.PLAN: (EntryKind.PLAN, EntryKind.TARGET, EntryKind.TASK)}

__all__ = ["GATHERERS", "TOGETHER", "Gathered", "Gatherer"]
