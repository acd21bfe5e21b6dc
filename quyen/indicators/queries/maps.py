"""Where the figures of any day stand on the map of any day, as rows that the database can join.

The maps of a country change on a few days only. Between two of them lies a stretch of days on which nothing changes,
so one set of rows for each pair of stretches (given, shown) serves every figure. A pair is worked out when it is first
asked for, and anew when units have changed since: a cache, no record of anything.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from django.db import connection, transaction

from quyen.core.arithmetic import Correspondence
from quyen.indicators.models import MapPair, Standing
from quyen.organisation.models import UnitVersion
from quyen.organisation.queries import Tree, correspondence, tree_on

_BEGINNING = date(1900, 1, 1)
_ONE_WRITER = 7_406_133  # an advisory lock: two who ask for a new map at once do not both work it out
_DIGITS = 24  # after the point, of a share


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
        """Whether any of the days [start, end) lies in it."""
        return (self.first is None or self.first < end) and (self.until is None or self.until > start)


# the stamp differs whenever units have changed: versions and successions are only added, or taken back with theirs
_KNOWN = """
    SELECT (SELECT max(id) FROM organisation_unitversion), (SELECT max(id) FROM organisation_succession),
        (SELECT count(*) FROM organisation_succession), p.id, p.given_from, p.shown_from, p.stamp
    FROM (SELECT) AS once LEFT JOIN indicators_mappair p ON p.given_from IS NULL OR p.given_from < %s
"""
_Known = dict[tuple[date | None, date | None], int]  # pairs by the first days of their stretches


def _known(end: date) -> tuple[str, _Known]:
    """The stamp of the units as they are, and the pairs that hold for it, of stretches that begin before a day. One
    query, written out: every figure of every page begins with it."""
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, [end])
        rows = cursor.fetchall()
    version, succession, count = rows[0][:3]
    mark = f"{version}/{succession}/{count}"
    return mark, {(given, shown): pair for *_units, pair, given, shown, held in rows if held == mark}


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
    """Figures whose day lies in `given` are shown through the rows of `pair`."""

    given: Stretch
    pair: int


def standing(start: date, end: date, shown: Map) -> list[Leg]:
    """The rows through which figures of the days [start, end) are shown on a map.

    One query where all is worked out already.
    """
    mark, held = _known(end)
    all_eras = eras(mark)
    given = [one for one in all_eras if one.meets(start, end)]
    wanted = [(one, era_of(shown.day, all_eras) if shown.day else one) for one in given]
    missing = [pair for pair in wanted if (pair[0].first, pair[1].first) not in held]
    if missing:
        held |= _work_out(missing, mark)
    return [Leg(one, held[one.first, on.first]) for one, on in wanted]


def prepare_maps(today: date) -> None:
    """Works out ahead what reports of this year and the last one ask for: on today's map, and each on its own."""
    start, end = date(today.year - 1, 1, 1), date(today.year + 1, 1, 1)
    standing(start, end, Map(today))
    standing(start, end, Map())


@transaction.atomic
def _work_out(pairs: list[tuple[Stretch, Stretch]], mark: str) -> _Known:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_WRITER])
    MapPair.objects.exclude(stamp=mark).delete()
    carried = correspondence()
    lives = _lives()
    trees: dict[date, Tree] = {}
    made: _Known = {}
    for given, shown in pairs:
        pair, new = MapPair.objects.get_or_create(
            given_from=given.first, shown_from=shown.first, defaults={"stamp": mark}
        )
        made[given.first, shown.first] = pair.pk
        if new:
            for day in (given.sample, shown.sample):
                trees.setdefault(day, tree_on(day))
            _copy(_rows(pair.pk, given.sample, shown.sample, carried, lives, trees))
    return made


def _lives() -> dict[int, list[tuple[date, date]]]:
    """The days of each unit's life."""
    lives: dict[int, list[tuple[date, date]]] = {}
    rows = UnitVersion.objects.order_by("valid_from").values_list("unit_id", "valid_from", "valid_until")
    for unit_id, first, until in rows:
        lives.setdefault(unit_id, []).append((first or date.min, until or date.max))
    return lives


def _copy(rows: Iterator[tuple[object, ...]]) -> None:
    """Into the table in one stream: a country's map in a tenth of the time of single rows."""
    columns = "pair_id, unit_id, at_id, share, kind, above, top"
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {Standing._meta.db_table} ({columns}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)
    with connection.cursor() as cursor:
        cursor.execute(
            f"ANALYZE {Standing._meta.db_table}"
        )  # or the planner takes ten thousand rows for a hundred


def _rows(
    pair: int,
    given: date,
    shown: date,
    carried: Correspondence,
    lives: dict[int, list[tuple[date, date]]],
    trees: dict[date, Tree],
) -> Iterator[tuple[object, ...]]:
    kinds, above = trees[given].versions, trees[shown].above
    for unit_id, life in lives.items():
        day = given if unit_id in kinds else _nearest(given, life)
        kind = kinds[unit_id].kind if unit_id in kinds else ""
        for at, share in carried.on_map(unit_id, given=day, shown=shown).items():
            if share:  # of a divided unit whose shares nobody knows yet all stands at its main successor
                way = above.get(at, [at])
                yield pair, unit_id, at, _decimal(share), kind, way, way[0]


def _nearest(day: date, life: list[tuple[date, date]]) -> date:
    """The day of a unit's life that is nearest to a day outside it: a figure given late belongs to its last day."""
    last = max(((until - timedelta(days=1)) for first, until in life if until <= day), default=None)
    return last or min(first for first, _until in life)


def _decimal(share: Fraction) -> str:
    """Shares are products of decimals, so they end; what is longer than the column is refused, never rounded."""
    scaled = share * 10**_DIGITS
    if scaled.denominator != 1:
        raise ValueError(f"a share of more than {_DIGITS} digits: {share}")
    return f"{scaled.numerator // 10**_DIGITS}.{scaled.numerator % 10**_DIGITS:0{_DIGITS}d}"
