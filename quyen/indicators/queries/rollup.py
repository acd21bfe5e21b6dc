"""Values of many units brought together over the tree, on any map, by the indicator's own rule.

One statement for all groups. A value counts where its unit stands on the map; where a unit was divided it counts in
shares that add up to one, so that totals are the same on every map.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db import connection

from quyen.core.arithmetic import Period, periods_within
from quyen.indicators.enums import Rule
from quyen.indicators.models import Indicator
from quyen.indicators.queries.maps import Leg, Map, standing

_FAR = date(9999, 12, 31)


@dataclass(frozen=True)
class Total:
    """What came together in a group or a period. Counts are of cells, one a unit and period: `given` have a value,
    `zero` of them are nought; `expected` are due by now, `later` are not due yet."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    given: int = 0
    zero: int = 0
    not_applicable: int = 0
    answered: int = 0  # of those that are expected
    expected: int = 0
    later: int = 0

    @property
    def missing(self) -> int:
        return max(self.expected - self.answered, 0)


def by_group(
    indicator: Indicator, period: Period, shown: Map, *, under: int | None = None, today: date
) -> dict[int, Total]:
    """A total for each unit right under the unit `under` on the map (None: the units at the top).

    Values of `under` itself stand under its own number. Four queries where the map is worked out already, one more for each stretch the first time.
    """
    return of_all([indicator], period, shown, under=under, today=today)[indicator.pk]


def of_all(
    indicators: list[Indicator], period: Period, shown: Map, *, under: int | None = None, today: date
) -> dict[int, dict[int, Total]]:
    """The same for many indicators at once, by their numbers: as many queries as for one."""
    legs = standing(period.start, period.end, shown)
    place = f"coalesce(s.above[array_position(s.above, {under:d}) + 1], {under:d})" if under else "s.top"
    ask = _Ask(indicators, period, legs, "map.place", under, place)
    values, units = _values(ask), _units(ask)
    found: dict[int, dict[int, Total]] = {}
    for one in indicators:
        given, due = values.get(one.pk, {}), _due(one, period, units, today)
        found[one.pk] = {
            key: _total(given.get(key), due.get(key, (0, 0))) for key in given.keys() | due.keys()
        }
    return found


def by_period(
    indicator: Indicator, period: Period, shown: Map, *, at: int | None = None
) -> dict[date, Total]:
    """A total for each of the indicator's periods within a longer one, of all units at or under `at` (empty: all)."""
    legs = standing(period.start, period.end, shown)
    rows = _values(_Ask([indicator], period, legs, _BY_PERIOD, at)).get(indicator.pk, {})
    return {key: _total(row, (0, 0)) for key, row in rows.items()}


def whole(
    indicators: list[Indicator], period: Period, shown: Map, *, at: int | None = None
) -> dict[int, Total]:
    """All units at or under `at` (None: all) together, by indicator; what is counted once is counted once. What is due
    is left out (see `overall`). As many queries for one indicator as for all."""
    legs = standing(period.start, period.end, shown)
    found = _values(_Ask(indicators, period, legs, "0", at))
    return {one.pk: _total(found.get(one.pk, {}).get(0), (0, 0)) for one in indicators}


def overall(totals: dict[int, Total]) -> Total:
    """All groups together; not for what is counted once, since an item may stand in two groups (see `whole`)."""
    rows = list(totals.values())
    return Total(
        numerator=_sum(one.numerator for one in rows),
        denominator=_sum(one.denominator for one in rows),
        given=sum(one.given for one in rows),
        zero=sum(one.zero for one in rows),
        not_applicable=sum(one.not_applicable for one in rows),
        answered=sum(one.answered for one in rows),
        expected=sum(one.expected for one in rows),
        later=sum(one.later for one in rows),
    )


def _sum(numbers: Iterable[Decimal | None]) -> Decimal | None:
    there = [number for number in numbers if number is not None]
    return sum(there, Decimal(0)) if there else None


def _total(row: list[Any] | None, due: tuple[int, int]) -> Total:
    figures: list[Any] = [*(row or (None, None, 0, 0, 0, 0)), *due]
    return Total(*figures)


# --- statements --------------------------------------------------------------------------------------

_BY_PERIOD = "cells.period_start"
_BELOW = " AND %s = ANY(s.above)"
Row = list[Any]


@dataclass(frozen=True)
class _Ask:
    """What a statement is for: `group` is the expression that tells the totals apart, `place` that of a unit's group
    on the map."""

    indicators: list[Indicator]
    period: Period
    legs: list[Leg]
    group: str
    under: int | None
    place: str = "NULL::bigint"


# The map is read once, into memory; cells come together by unit first, so that it is asked once for a unit and not
# for each of its periods.
_MAP = """
    WITH map AS MATERIALIZED (
        SELECT s.pair_id, s.unit_id, s.share, s.kind, {place} AS place FROM indicators_standing s
        WHERE s.pair_id = ANY(%s){under}
    )
"""
_SOURCE = """
    indicators_observation o
    JOIN (VALUES {eras}) AS era(first, until, pair) ON o.period_end > era.first AND o.period_end <= era.until
    WHERE o.indicator_id = ANY(%s) AND o.period_start >= %s AND o.period_start < %s AND o.period_end <= %s
      AND o.part = '' AND o.replaced_at IS NULL
"""
# `+ 0`: not in the order of the index, so that the database gathers cells in a table of its own and sorts nothing
_CELLS = """
    SELECT o.indicator_id + 0 AS indicator_id, o.unit_id, era.pair, {period} AS period_start, sum(o.numerator) AS numerator,
        sum(o.denominator) AS denominator, count(o.numerator) AS given,
        count(*) FILTER (WHERE o.numerator = 0) AS zero, count(*) AS cells
    FROM {source} GROUP BY 1, 2, 3, 4
"""
_LATEST = """
    SELECT DISTINCT ON (o.indicator_id, o.unit_id) o.indicator_id, o.unit_id, era.pair, NULL::date AS period_start,
        o.numerator, o.denominator, o.is_applicable::int AS given, coalesce((o.numerator = 0)::int, 0) AS zero, 1 AS cells
    FROM {source} ORDER BY o.indicator_id, o.unit_id, o.period_start DESC
"""
_TOTALS = """
    {map} SELECT cells.indicator_id, {group} AS grp, sum(numerator * share), sum(denominator * share), sum(given),
        sum(zero), sum(cells - given), coalesce(sum(cells) FILTER (WHERE map.kind = ANY(i.given_by)), 0)
    FROM ({cells}) AS cells
    JOIN map ON map.pair_id = cells.pair AND map.unit_id = cells.unit_id
    JOIN indicators_indicator i ON i.id = cells.indicator_id GROUP BY 1, 2
"""
# an item that two units name, or one unit in two periods, is one item; values without items stay as they were given
_ONCE = """
    {map} SELECT cells.indicator_id, {group} AS grp, count(DISTINCT (i.kind, i.number))
    FROM (SELECT o.id, o.indicator_id, o.unit_id, era.pair, o.period_start FROM {source}) AS cells
    JOIN map ON map.pair_id = cells.pair AND map.unit_id = cells.unit_id
    JOIN indicators_observationitem i ON i.observation_id = cells.id GROUP BY 1, 2
"""
_WITHOUT_ITEMS = """
    {map} SELECT cells.indicator_id, {group} AS grp, sum(cells.numerator * share)
    FROM (SELECT o.indicator_id, o.unit_id, era.pair, o.period_start, o.numerator FROM {source}
          AND NOT EXISTS (SELECT 1 FROM indicators_observationitem i WHERE i.observation_id = o.id)) AS cells
    JOIN map ON map.pair_id = cells.pair AND map.unit_id = cells.unit_id GROUP BY 1, 2
"""


def _values(ask: _Ask) -> dict[int, dict[Any, Row]]:
    """The sums and counts of each indicator, by group."""
    by_period = ask.group == _BY_PERIOD
    latest = [one.pk for one in ask.indicators if one.rule == Rule.LATEST and not by_period]
    added = [one.pk for one in ask.indicators if one.pk not in latest]
    found: dict[int, dict[Any, Row]] = {}
    cells = _CELLS.replace("{period}", "o.period_start" if by_period else "NULL::date")
    for which, form in ((added, cells), (latest, _LATEST)):
        if which:
            for indicator, group, *row in _rows(ask, _TOTALS.replace("{cells}", form), which):
                found.setdefault(indicator, {})[group] = row
    once = [one.pk for one in ask.indicators if one.rule == Rule.DISTINCT]
    if once:
        _count_once(ask, found, once)
    return found


def _count_once(ask: _Ask, found: dict[int, dict[Any, Row]], which: list[int]) -> None:
    items = {(row[0], row[1]): row[2] for row in _rows(ask, _ONCE, which)}
    plain = {(row[0], row[1]): row[2] for row in _rows(ask, _WITHOUT_ITEMS, which)}
    for indicator in which:
        for group, row in found.get(indicator, {}).items():
            if row[0] is not None:
                row[0] = Decimal(items.get((indicator, group), 0)) + (plain.get((indicator, group)) or 0)


def _rows(ask: _Ask, form: str, which: list[int]) -> list[tuple[Any, ...]]:
    """What a statement gives, of so many indicators. All that is put into its text is our own."""
    eras = ", ".join(["(%s::date, %s::date, %s::bigint)"] * len(ask.legs))
    below = _BELOW if ask.under else ""
    given: list[Any] = [[leg.pair for leg in ask.legs], *([ask.under] if ask.under else [])]
    for leg in ask.legs:
        given += [leg.given.first or date.min, leg.given.until or _FAR, leg.pair]
    given += [which, ask.period.start, ask.period.end, ask.period.end]
    statement = (
        form.replace("{map}", _MAP.replace("{under}", below).replace("{place}", ask.place))
        .replace("{source}", _SOURCE.replace("{eras}", eras))
        .replace("{group}", ask.group)
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


@dataclass(frozen=True)
class _Units:
    """How many units of a kind stand in each group on the map of one stretch."""

    leg: Leg
    counts: list[tuple[int, str, int]]


def _units(ask: _Ask) -> list[_Units]:
    return [_Units(leg, _counted(leg.pair, ask.place, ask.under)) for leg in ask.legs]


@lru_cache(maxsize=256)
def _counted(pair: int, place: str, under: int | None) -> list[tuple[int, str, int]]:
    """One query, once: the rows of a pair never change, and its number never comes again."""
    below = _BELOW if under else ""
    statement = (
        f"SELECT {place}, s.kind, count(*) FROM indicators_standing s WHERE s.pair_id = %s AND s.kind <> ''{below}"  # noqa: S608
        " GROUP BY 1, 2"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [pair, *([under] if under else [])])
        rows: list[tuple[int, str, int]] = cursor.fetchall()
        return rows


def _due(
    indicator: Indicator, period: Period, units: list[_Units], today: date
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
    inside = [one for one in periods_within(period, indicator.rhythm) if first <= one.last_day < until]
    due = sum(indicator.is_due(one, today) for one in inside)
    return due, len(inside) - due
