"""Where the figures of any day stand on the map of any day, as rows that the database can join.

The maps of a country change on a few days only. Between two of them lies a stretch of days on which nothing changes,
so one set of rows for each pair of stretches (given, shown) serves every figure. `actions.prepare_maps` keeps the pairs
that are asked for most; what is not kept is worked out for the one who asks, and given along with the question. Asking
never writes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any

from django.db import connection
from django.db.models import Min

from quyen.indicators.models import Observation
from quyen.indicators.queries.map_rows import MapRows, UnitsInTime
from quyen.shared.queries import Memory

_BEGINNING = date(1900, 1, 1)
_IN_MEMORY = 8  # maps that a process remembers although they are not kept; some megabytes each
_MOST_AHEAD = 40  # stretches that are worked out ahead


@dataclass(frozen=True)
class Map:
    """The map on which figures are shown: that of `day`, or of each figure's own day where it is None."""

    day: date | None = None


@dataclass(frozen=True)
class Stretch:
    """Days [first, until) of one and the same map; None: without a beginning or an end."""

    first: date | None
    until: date | None

    @property
    def sample(self) -> date:
        return self.first or (self.until - timedelta(days=1) if self.until else _BEGINNING)

    def meets(self, start: date, end: date) -> bool:
        """Whether it shares a day with [start, end)."""
        return (self.first is None or self.first < end) and (self.until is None or self.until > start)


Pair = tuple[Stretch, Stretch]  # where it was given, on which map it is shown


# the stamp differs whenever units differ: versions and successions are only added, or taken back with theirs; of what is
# corrected in place a map holds the kind
_KNOWN = """
    SELECT concat_ws('/', u.kinds, s.last, s.number), p.id, p.given_from, p.shown_from, p.stamp
    FROM (SELECT coalesce(sum(hashtextextended(kind, id)), 0) AS kinds FROM organisation_unitversion) AS u
    CROSS JOIN (SELECT coalesce(max(id), 0) AS last, count(*) AS number FROM organisation_succession) AS s
    LEFT JOIN indicators_mappair p ON p.given_from IS NULL OR p.given_from < %s
"""
Key = tuple[date | None, date | None]


def known_maps(end: date = date.max) -> tuple[str, dict[Key, int]]:
    """The stamp of the units as they are, and the numbers of the pairs kept for it, of stretches that begin before a
    day. One query, written out: every figure of every page begins with it."""
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, [end])
        rows = cursor.fetchall()
    mark = rows[0][0]
    return mark, {(given, shown): pair for _mark, pair, given, shown, held in rows if held == mark}


def stamp() -> str:
    """The stamp alone. One query."""
    return known_maps(date.min)[0]


@lru_cache(maxsize=4)
def eras(mark: str) -> list[Stretch]:
    """The stretches of days on which the map is one and the same, from the oldest; asked once for a state of the
    units (`stamp`)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT valid_from FROM organisation_unitversion WHERE valid_from IS NOT NULL"
            " UNION SELECT valid_until FROM organisation_unitversion WHERE valid_until IS NOT NULL"
            " UNION SELECT day FROM organisation_succession ORDER BY 1"
        )
        days = [row[0] for row in cursor.fetchall()]
    return [Stretch(first, until) for first, until in pairwise([None, *days, None])]


def era_of(day: date, among: list[Stretch]) -> Stretch:
    """The stretch that holds a day."""
    return among[bisect_right([one.first for one in among[1:] if one.first], day)]


@dataclass(frozen=True)
class Leg:
    """Figures whose day lies in `given` are shown through the rows of `pair`; where these are not kept (a number below
    nought) they come along as `rows`."""

    given: Stretch
    pair: int
    rows: MapRows | None = field(default=None, compare=False, repr=False)


def standing(start: date, end: date, shown: Map) -> list[Leg]:
    """The rows through which figures of the days [start, end) are shown on a map. Within `one_snapshot`.

    One query where all is kept. Writes nothing.
    """
    mark, held = known_maps(end)
    all_eras = eras(mark)
    given = [one for one in all_eras if one.meets(start, end)]
    wanted = [(one, era_of(shown.day, all_eras) if shown.day else one) for one in given]
    missing = [pair for pair in wanted if key(pair) not in held]
    fresh = _in_memory(mark, missing) if missing else {}
    return [
        Leg(pair[0], held[key(pair)]) if key(pair) in held else Leg(pair[0], -place, fresh[key(pair)])
        for place, pair in enumerate(wanted, 1)
    ]


def key(pair: Pair) -> Key:
    return pair[0].first, pair[1].first


_remembered: Memory[tuple[str, Key], MapRows] = Memory(_IN_MEMORY)


def _in_memory(mark: str, pairs: list[Pair]) -> dict[Key, MapRows]:
    """A state of the units never comes back under its stamp with other rows, so a process may remember them."""
    found = {key(pair): _remembered.get((mark, key(pair))) for pair in pairs}
    units: UnitsInTime | None = None
    for given, shown in pairs:
        if found[key((given, shown))] is None:
            units = units or UnitsInTime.read()
            rows = units.map_rows(given.sample, shown.sample)
            found[key((given, shown))] = _remembered.put((mark, key((given, shown))), rows)
    return {one: rows for one, rows in found.items() if rows is not None}


def maps_ahead(today: date, mark: str) -> list[Pair]:
    """What is asked for most, the latest days first: all that units gave, on today's map and each on its own. One
    query."""
    first = Observation.objects.aggregate(first=Min("period_start"))["first"] or today
    start, end = min(first, date(today.year - 1, 1, 1)), date(today.year + 1, 1, 1)
    all_eras = eras(mark)
    now = era_of(today, all_eras)
    given = [one for one in reversed(all_eras) if one.meets(start, end)][:_MOST_AHEAD]
    return list(dict.fromkeys(pair for one in given for pair in ((one, now), (one, one))))


_FRESH = (
    "SELECT %s::bigint, u.unit_id, u.at_id, u.share, u.is_main, u.kind, u.above::bigint[], u.top FROM unnest(%s::bigint[],"
    " %s::bigint[], %s::numeric[], %s::bool[], %s::text[], %s::text[], %s::bigint[])"
    " AS u(unit_id, at_id, share, is_main, kind, above, top)"
)


def beginning(legs: Iterable[Leg]) -> tuple[str, list[Any]]:
    """What stands before a statement that reads the table of maps: where maps are not kept, their rows in its place."""
    legs = list(legs)
    fresh = [(leg.pair, *leg.rows.literals) for leg in legs if leg.rows is not None]
    if not fresh:
        return "", []
    columns = "pair_id, unit_id, at_id, share, is_main, kind, above, top"
    kept = f"SELECT {columns} FROM indicators_standing WHERE pair_id = ANY(%s)"  # noqa: S608  our own names
    sources = " UNION ALL ".join([kept, *[_FRESH] * len(fresh)])
    given = [[leg.pair for leg in legs if leg.rows is None], *(cell for one in fresh for cell in one)]
    return f"WITH indicators_standing ({columns}) AS MATERIALIZED ({sources}) ", given
