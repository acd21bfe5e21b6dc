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
    indicator: Indicator, period: Period, shown: Map, *, under: tuple[int, ...] = (), today: date
) -> dict[int, Total]:
    """A total for each unit right under `under` (the way to it from the top; empty: the units at the top).

    Values of `under` itself stand under its own number. Six queries where the map is worked out already.
    """
    legs = standing(period.start, period.end, shown)
    depth = len(under) + 1
    group = f"coalesce(s.above[{depth:d}], s.above[{depth - 1:d}])" if under else "s.above[1]"
    values = _values(indicator, period, legs, group, under)
    due = _due(indicator, period, legs, group, under, today)
    return {key: _total(values.get(key), due.get(key, (0, 0))) for key in values.keys() | due.keys()}


def by_period(
    indicator: Indicator, period: Period, shown: Map, *, at: tuple[int, ...] = ()
) -> dict[date, Total]:
    """A total for each of the indicator's periods within a longer one, of all units at or under `at` (empty: all)."""
    legs = standing(period.start, period.end, shown)
    return {
        key: _total(row, (0, 0))
        for key, row in _values(indicator, period, legs, "o.period_start", at).items()
    }


def whole(indicator: Indicator, period: Period, shown: Map) -> Total:
    """All units together, what is counted once counted once. Counts of cells are left out (see `overall`)."""
    legs = standing(period.start, period.end, shown)
    return _total(_values(indicator, period, legs, "0", ()).get(0), (0, 0))


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
    return Total(*(row or (None, None, 0, 0, 0, 0)), *due)


# --- statements --------------------------------------------------------------------------------------

_SOURCE = """
    FROM indicators_observation o
    JOIN (VALUES {eras}) AS era(first, until, pair) ON o.period_end > era.first AND o.period_end <= era.until
    JOIN indicators_standing s ON s.pair_id = era.pair AND s.unit_id = o.unit_id
    WHERE o.indicator_id = %s AND o.period_start >= %s AND o.period_start < %s AND o.period_end <= %s
      AND o.part = '' AND o.replaced_at IS NULL{under}
"""
_FIGURES = """
    sum(numerator * share), sum(denominator * share),
    count(*) FILTER (WHERE is_applicable), count(*) FILTER (WHERE numerator = 0),
    count(*) FILTER (WHERE NOT is_applicable), count(*) FILTER (WHERE kind = ANY(%s))
"""
_NO_ITEMS = "NOT EXISTS (SELECT 1 FROM indicators_observationitem i WHERE i.observation_id = o.id)"
_COLUMNS = "o.numerator, o.denominator, o.is_applicable, s.share, s.kind"


def _values(
    indicator: Indicator, period: Period, legs: list[Leg], group: str, under: tuple[int, ...]
) -> dict[Any, list[Any]]:
    source, given = _source(indicator, period, legs, under)
    latest = indicator.rule == Rule.LATEST and group != "o.period_start"
    pick = "DISTINCT ON (o.unit_id, s.at_id)" if latest else ""
    order = "ORDER BY o.unit_id, s.at_id, o.period_start DESC" if latest else ""
    statement = f"SELECT grp, {_FIGURES} FROM (SELECT {pick} {group} AS grp, {_COLUMNS} {source} {order}) AS cells GROUP BY grp"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(indicator.given_by), *given])
        found = {row[0]: list(row[1:]) for row in cursor.fetchall()}
        if indicator.rule == Rule.DISTINCT:
            _count_once(cursor, found, group, source, given)
    return found


def _count_once(cursor: Any, found: dict[Any, list[Any]], group: str, source: str, given: list[Any]) -> None:
    """An item that two units name, or one unit in two periods, is one item; values without items stay as given."""
    join = source.replace("WHERE", "JOIN indicators_observationitem i ON i.observation_id = o.id WHERE", 1)
    statement = f"SELECT {group}, count(DISTINCT (i.kind, i.number)) {join} GROUP BY 1"
    cursor.execute(statement, given)
    once = dict(cursor.fetchall())
    without = source.replace("WHERE", f"WHERE {_NO_ITEMS} AND", 1)
    cursor.execute(f"SELECT {group}, sum(o.numerator * s.share) {without} GROUP BY 1", given)
    plain = dict(cursor.fetchall())
    for key, row in found.items():
        row[0] = None if row[0] is None else Decimal(once.get(key, 0)) + (plain.get(key) or 0)


def _source(
    indicator: Indicator, period: Period, legs: list[Leg], under: tuple[int, ...]
) -> tuple[str, list[Any]]:
    given: list[Any] = []
    for leg in legs:
        given += [leg.given.first or date.min, leg.given.until or _FAR, leg.pair]
    eras = ", ".join(["(%s::date, %s::date, %s::bigint)"] * len(legs))
    below = f" AND s.above[{len(under):d}] = %s" if under else ""
    given += [indicator.pk, period.start, period.end, period.end, *under[-1:]]
    return _SOURCE.format(eras=eras, under=below), given


def _due(
    indicator: Indicator, period: Period, legs: list[Leg], group: str, under: tuple[int, ...], today: date
) -> dict[Any, tuple[int, int]]:
    """How many cells are due by today in each group, and how many are not due yet."""
    found: dict[Any, list[int]] = defaultdict(lambda: [0, 0])
    below = f" AND s.above[{len(under):d}] = %s" if under else ""
    for leg in legs:
        due, later = _periods_in(indicator, period, leg, today)
        if not due and not later:
            continue
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {group}, count(*) FROM indicators_standing s WHERE s.pair_id = %s AND s.kind = ANY(%s){below} GROUP BY 1",  # noqa: S608
                [leg.pair, list(indicator.given_by), *under[-1:]],
            )
            for key, units in cursor.fetchall():
                found[key][0] += units * due
                found[key][1] += units * later
    return {key: (due, later) for key, (due, later) in found.items()}


def _periods_in(indicator: Indicator, period: Period, leg: Leg, today: date) -> tuple[int, int]:
    """Periods whose last day lies in the stretch: due by today, and not yet."""
    first, until = leg.given.first or date.min, leg.given.until or date.max
    inside = [one for one in periods_within(period, indicator.rhythm) if first <= one.last_day < until]
    due = sum(indicator.is_due(one, today) for one in inside)
    return due, len(inside) - due
