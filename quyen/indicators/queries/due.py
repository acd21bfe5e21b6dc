"""How many cells of an indicator are due: the units of each kind that stand on a map, times the periods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection

from quyen.core.arithmetic import Period, periods_within
from quyen.indicators.models import Indicator
from quyen.indicators.queries.maps import Leg, beginning

BELOW = " AND s.above @> ARRAY[{under:d}]::bigint[]"  # by its index: a commune is one row of a country's map


@dataclass(frozen=True)
class UnitsOn:
    """How many units of a kind stand in each group on the map of one stretch."""

    leg: Leg
    counts: list[tuple[int, str, int]]


def units_on(legs: Sequence[Leg], place: str, under: int | None) -> list[UnitsOn]:
    """For each leg the units at or under `under` (None: all), by the group that `place` tells. One query, none where all
    was counted before."""
    kept = tuple(leg for leg in legs if leg.rows is None)
    fresh = [leg for leg in legs if leg.rows is not None]
    counts = dict(_counted(kept, place, under)) if kept else {}
    counts |= _count(fresh, place, under) if fresh else {}
    return [UnitsOn(leg, counts[leg.pair]) for leg in legs]


_Counts = dict[int, list[tuple[int, str, int]]]


@lru_cache(maxsize=256)
def _counted(legs: tuple[Leg, ...], place: str, under: int | None) -> _Counts:
    """One query, once: the rows of a kept pair never change, and its number never comes again."""
    return _count(legs, place, under)


def _count(legs: Sequence[Leg], place: str, under: int | None) -> _Counts:
    """By pair. One query."""
    maps, rows_of_maps = beginning(legs)
    below = BELOW.format(under=under) if under else ""
    statement = (
        f"{maps}SELECT s.pair_id, {place}, s.kind, count(*) FROM indicators_standing s"  # noqa: S608
        f" WHERE s.pair_id = ANY(%s) AND s.is_main AND s.kind <> ''{below} GROUP BY 1, 2, 3"
    )
    found: _Counts = {leg.pair: [] for leg in legs}
    with connection.cursor() as cursor:
        cursor.execute(statement, [*rows_of_maps, [leg.pair for leg in legs]])
        for pair, *row in cursor.fetchall():
            found[pair].append(tuple(row))
    return found


def due_in(
    indicator: Indicator, period: Period, units: list[UnitsOn], today: date
) -> dict[Any, tuple[int, int]]:
    """How many cells are due by today in each group, and how many are not due yet."""
    found: dict[Any, list[int]] = defaultdict(lambda: [0, 0])
    for one in units:
        due, later = _periods_in(indicator, period, one.leg, today)
        for group, kind, count in one.counts:
            if (due or later) and kind in indicator.given_by:
                found[group][0] += count * due
                found[group][1] += count * later
    return {key: (due, later) for key, (due, later) in found.items()}


def _periods_in(indicator: Indicator, period: Period, leg: Leg, today: date) -> tuple[int, int]:
    """Periods whose last day lies in the stretch: due by today, and not yet."""
    first, until = leg.given.first or date.min, leg.given.until or date.max
    inside = [one for one in _periods(period, indicator.rhythm) if first <= one.last_day < until]
    due = sum(indicator.is_due(one, today) for one in inside)
    return due, len(inside) - due


@lru_cache(maxsize=64)
def _periods(whole: Period, months: int) -> tuple[Period, ...]:
    return tuple(periods_within(whole, months))
