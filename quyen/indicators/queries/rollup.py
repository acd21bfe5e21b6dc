"""Values of many units brought together over the tree, on any map, by the indicator's own rule.

One statement for all groups. A value counts where its unit stands on the map; where a unit was divided it counts in
shares that add up to one, so that totals are the same on every map; its cells are counted where the largest lies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import reduce
from typing import Any

from django.db import connection

from quyen.core.arithmetic import Period
from quyen.core.text.rhythm import shifted
from quyen.indicators.enums import Rule
from quyen.indicators.models import Indicator
from quyen.indicators.queries.due import BELOW, UnitsOn, due_in, units_on
from quyen.indicators.queries.map_rows import EXACT
from quyen.indicators.queries.maps import Leg, Map, beginning, standing
from quyen.indicators.queries.snapshot import one_snapshot

_FAR = date(9999, 12, 31)


@dataclass(frozen=True)
class Total:
    """What came together in a group or a period. Counts are of cells, one a unit and period, at one place only: `given` have a value,
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
    def is_known(self) -> bool:
        """Whether there is a figure. A group that holds only a smaller share of a unit has one without a cell."""
        return self.numerator is not None

    @property
    def missing(self) -> int:
        return max(self.expected - self.answered, 0)


def by_group(
    indicator: Indicator, period: Period, shown: Map, *, under: int | None = None, today: date
) -> dict[int, Total]:
    """A total for each unit right under the unit `under` on the map (None: the units at the top).

    Values of `under` itself stand under its own number. Two queries where the map is kept, one more the first time that
    units are counted on it.
    """
    return of_all([indicator], period, shown, under=under, today=today)[indicator.pk]


@one_snapshot()
def of_all(
    indicators: list[Indicator],
    period: Period,
    shown: Map,
    *,
    under: int | None = None,
    today: date,
) -> dict[int, dict[int, Total]]:
    """The same for many indicators at once, by their numbers: as many queries as for one."""
    legs = standing(period.start, period.until, shown)
    return of_periods([(indicators, period)], legs, under=under, today=today)[0]


@one_snapshot()
def of_periods(
    asked: Sequence[tuple[list[Indicator], Period]], legs: list[Leg], *, under: int | None, today: date
) -> list[dict[int, dict[int, Total]]]:
    """The same for several periods, each with its indicators: as many queries as for one. `legs`: what `standing` says of
    the days of all."""
    place = f"coalesce(s.above[array_position(s.above, {under:d}) + 1], {under:d})" if under else "s.top"
    asks = [_Ask(rows, one, _meeting(legs, one), "place", under, place) for rows, one in asked]
    units = _units_of(asks)
    return [_totals(ask, values, units, today) for ask, values in zip(asks, _values(asks), strict=True)]


def _totals(
    ask: _Ask, values: dict[int, dict[Any, Row]], units: list[UnitsOn], today: date
) -> dict[int, dict[int, Total]]:
    mine = [one for one in units if one.leg in ask.legs]
    found: dict[int, dict[int, Total]] = {}
    for one in ask.indicators:
        given, due = values.get(one.pk, {}), due_in(one, ask.period, mine, today)
        found[one.pk] = {
            key: _total(given.get(key), due.get(key, (0, 0))) for key in given.keys() | due.keys()
        }
    return found


def _meeting(legs: list[Leg], period: Period) -> list[Leg]:
    return [one for one in legs if one.given.meets(period.start, period.until)]


@one_snapshot()
def by_period(
    indicator: Indicator, period: Period, shown: Map, *, at: int | None = None
) -> dict[date, Total]:
    """A total for each of the indicator's periods within a longer one, of all units at or under `at` (empty: all)."""
    legs = standing(period.start, period.until, shown)
    (found,) = _values([_Ask([indicator], period, legs, _BY_PERIOD, at)])
    rows = found.get(indicator.pk, {})
    return {key: _total(row, (0, 0)) for key, row in rows.items()}


@one_snapshot()
def whole(
    indicators: list[Indicator],
    period: Period,
    shown: Map,
    *,
    at: int | None = None,
    today: date | None = None,
    legs: list[Leg] | None = None,
) -> dict[int, Total]:
    """All units at or under `at` (None: all) together, by indicator; what is counted once is counted once. What is due
    by `today` is counted where it is given. As many queries for one indicator as for all. `legs`: what `standing` says of
    these days or of longer ones, where it is known."""
    legs = standing(period.start, period.until, shown) if legs is None else legs
    ask = _Ask(indicators, period, _meeting(legs, period), "0", at, "0")
    (found,), units = _values([ask]), _units_of([ask]) if today else []
    due = {one.pk: due_in(one, period, units, today) if today else {} for one in indicators}
    return {one.pk: _total(found.get(one.pk, {}).get(0), due[one.pk].get(0, (0, 0))) for one in indicators}


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
    """Exactly, however many digits shares have; None where there is nothing."""
    there = [number for number in numbers if number is not None]
    return reduce(EXACT.add, there) if there else None


def _total(row: list[Any] | None, due: tuple[int, int]) -> Total:
    figures: list[Any] = [*(row or (None, None, 0, 0, 0, 0)), *due]
    return Total(*figures)


@one_snapshot()
def is_any_known(indicators: list[Indicator], period: Period, shown: Map, under: int) -> bool:
    """Whether one of the figures at or under a unit on the map would come to anything, without adding any up. Two
    queries."""
    legs = standing(period.start, period.until, shown)
    maps, rows_of_maps = beginning(legs)
    given = [[leg.pair for leg in legs], *_eras_given(legs), [one.pk for one in indicators]]
    statement = _KNOWN.format(below=BELOW.format(under=under), eras=_eras(legs))
    with connection.cursor() as cursor:
        cursor.execute(maps + statement, [*rows_of_maps, *given, period.start, period.until])
        return bool(cursor.fetchone()[0])


# --- statements --------------------------------------------------------------------------------------

_BY_PERIOD = "period_start"
Row = list[Any]


@dataclass(frozen=True)
class _Ask:
    """What a statement is for: `group` is the expression that tells the totals apart, `place` that of a unit's group
    on the map. Those of one statement differ in indicators, periods and legs only."""

    indicators: list[Indicator]
    period: Period
    legs: list[Leg]
    group: str
    under: int | None
    place: str = "NULL::bigint"


# One branch for each stretch of the map, each with its own bounds, so that the index is read where the stretch lies;
# sums go straight into the groups, which are few.
_LEG = """
    SELECT {more}o.indicator_id, o.period_start, o.numerator, o.denominator, s.share, s.is_main, s.kind, {place} AS place
    FROM indicators_observation o JOIN indicators_standing s ON s.pair_id = %s AND s.unit_id = o.unit_id{below}
    WHERE o.indicator_id = ANY(%s) AND o.period_start >= %s AND o.period_start < %s
      AND o.period_end > %s AND o.period_end <= %s AND o.part = '' AND o.replaced_at IS NULL
"""
_LATEST = """
    SELECT o.indicator_id, NULL::date AS period_start, o.numerator, o.denominator, s.share, s.is_main, s.kind, {place} AS place
    FROM (SELECT DISTINCT ON (indicator_id, unit_id) indicator_id, unit_id, period_end, numerator, denominator
          FROM indicators_observation
          WHERE indicator_id = ANY(%s) AND period_start >= %s AND period_start < %s AND period_end <= %s
            AND part = '' AND replaced_at IS NULL
          ORDER BY indicator_id, unit_id, period_start DESC) AS o
    JOIN (VALUES {eras}) AS era(first, until, pair) ON o.period_end > era.first AND o.period_end <= era.until
    JOIN indicators_standing s ON s.pair_id = era.pair AND s.unit_id = o.unit_id{below}
"""
# from the units, which may be few, to their values (OFFSET keeps them first): where they gave nothing, what the rest of
# the country gave is not looked through
_KNOWN = """
    SELECT EXISTS (SELECT 1
    FROM (SELECT pair_id, unit_id FROM indicators_standing s WHERE s.pair_id = ANY(%s){below} OFFSET 0) AS s
    JOIN (VALUES {eras}) AS era(first, until, pair) ON era.pair = s.pair_id
    JOIN indicators_observation o ON o.unit_id = s.unit_id AND o.period_end > era.first AND o.period_end <= era.until
    WHERE o.indicator_id = ANY(%s) AND o.period_start >= %s AND o.period_end <= %s
      AND o.part = '' AND o.replaced_at IS NULL AND o.numerator IS NOT NULL)
"""
# each stretch is added up for itself: over all of them together the planner sorts every value on disk, since it cannot
# know how few the groups are
_TOTALS = """
    SELECT {number} AS ask, indicator_id, {group} AS grp, kind, sum(numerator * share), sum(denominator * share),
        count(numerator) FILTER (WHERE is_main), count(*) FILTER (WHERE numerator = 0 AND is_main),
        count(*) FILTER (WHERE is_main)
    FROM ({cells}) AS cells GROUP BY 2, 3, 4
"""
# an item that two units name, or one unit in two periods, is one item; values without items stay as they were given
_ONCE = """
    SELECT cells.indicator_id, {group} AS grp, count(DISTINCT (i.kind, i.number))
    FROM ({cells}) AS cells JOIN indicators_observationitem i ON i.observation_id = cells.id GROUP BY 1, 2
"""
_WITHOUT_ITEMS = """
    SELECT indicator_id, {group} AS grp, sum(numerator * share) FROM ({cells}) AS cells
    WHERE NOT EXISTS (SELECT 1 FROM indicators_observationitem i WHERE i.observation_id = cells.id) GROUP BY 1, 2
"""


def _values(asks: list[_Ask]) -> list[dict[int, dict[Any, Row]]]:
    """The sums and counts of each indicator, by group."""
    givers = {one.pk: set(one.given_by) for ask in asks for one in ask.indicators}
    found: list[dict[int, dict[Any, Row]]] = [defaultdict(dict) for _ask in asks]
    cells = [
        (_TOTALS.replace("{number}", str(number)), one)
        for number, ask in enumerate(asks)
        for one in _cells(ask)
    ]
    for number, indicator, group, kind, *row in _rows(asks, cells):
        _add(found[number][indicator], group, row, kind in givers[indicator])
    for ask, rows in zip(asks, found, strict=True):
        once = [one.pk for one in ask.indicators if one.rule == Rule.DISTINCT and rows.get(one.pk)]
        if once:
            _count_once(ask, rows, once)
    return found


def _add(groups: dict[Any, Row], group: Any, row: Row, is_asked: bool) -> None:
    """Rows come by kind of unit: only those of kinds that are asked for the indicator answer what is expected."""
    numerator, denominator, given, zero, cells = row
    held = groups.setdefault(group, [None, None, 0, 0, 0, 0])
    held[0], held[1] = _sum((held[0], numerator)), _sum((held[1], denominator))
    for place, number in enumerate((given, zero, cells - given, cells if is_asked else 0), 2):
        held[place] += number


def _count_once(ask: _Ask, found: dict[int, dict[Any, Row]], which: list[int]) -> None:
    cells = _together(_stretches(ask, which, more="o.id, "))
    items = {(row[0], row[1]): row[2] for row in _rows([ask], [(_ONCE, cells)])}
    plain = {(row[0], row[1]): row[2] for row in _rows([ask], [(_WITHOUT_ITEMS, cells)])}
    for indicator in which:
        for group, row in found.get(indicator, {}).items():
            if row[0] is not None:
                row[0] = _sum((Decimal(items.get((indicator, group), 0)), plain.get((indicator, group))))


_Source = tuple[str, list[Any]]  # a statement and what is given to it


def _cells(ask: _Ask) -> list[_Source]:
    latest = [one.pk for one in ask.indicators if one.rule == Rule.LATEST and ask.group != _BY_PERIOD]
    added = [one.pk for one in ask.indicators if one.pk not in latest]
    return [*(_stretches(ask, added) if added else ()), *([_latest(ask, latest)] if latest else ())]


def _stretches(ask: _Ask, which: list[int], more: str = "") -> list[_Source]:
    """The values of a period, each with its place on the map, by stretch. All that is put into the text is our own."""
    text = _placed(_LEG, ask).replace("{more}", more)
    longest = max((one.rhythm for one in ask.indicators if one.pk in which), default=0)
    return [(text, [leg.pair, which, *_bounds(ask.period, leg, longest)]) for leg in ask.legs]


def _bounds(period: Period, leg: Leg, longest: int) -> list[date]:
    """Between which days a value begins that ends within the stretch, and the days its end lies between. A value's
    period is one of its indicator's rhythm, so it begins at most that many months before its end."""
    first, end = leg.given.first, min(period.until, leg.given.until or _FAR)
    start = max(period.start, shifted(first, -longest) + timedelta(1)) if first else period.start
    return [start, end, first or date.min, end]


def _together(sources: list[_Source]) -> _Source:
    return " UNION ALL ".join(text for text, _given in sources), [
        one for _text, given in sources for one in given
    ]


def _latest(ask: _Ask, which: list[int]) -> _Source:
    """The last value of each unit within a period, with its place on the map."""
    given = [which, ask.period.start, ask.period.until, ask.period.until, *_eras_given(ask.legs)]
    return _placed(_LATEST, ask).replace("{eras}", _eras(ask.legs)), given


def _eras(legs: Sequence[Leg]) -> str:
    return ", ".join(["(%s::date, %s::date, %s::bigint)"] * len(legs))


def _eras_given(legs: Sequence[Leg]) -> list[Any]:
    return [one for leg in legs for one in (leg.given.first or date.min, leg.given.until or _FAR, leg.pair)]


def _placed(form: str, ask: _Ask) -> str:
    below = BELOW.format(under=ask.under) if ask.under else ""
    return form.replace("{place}", ask.place).replace("{below}", below)


def _rows(asks: list[_Ask], sources: list[tuple[str, _Source]]) -> list[tuple[Any, ...]]:
    """What a form says of each source, in one statement; a group may come once from each."""
    if not sources:
        return []
    maps, rows_of_maps = beginning(_all_legs(asks))
    text, given = _together(
        [
            (form.replace("{group}", asks[0].group).replace("{cells}", cells), values)
            for form, (cells, values) in sources
        ]
    )
    with connection.cursor() as cursor:
        cursor.execute(maps + text, rows_of_maps + given)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _all_legs(asks: list[_Ask]) -> list[Leg]:
    return list({leg.pair: leg for ask in asks for leg in ask.legs}.values())


def _units_of(asks: list[_Ask]) -> list[UnitsOn]:
    return units_on(_all_legs(asks), asks[0].place, asks[0].under)
