"""Whose amounts they are on the map of a day: those of a merged unit stand at the unit that carries it on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from quyen.organisation.models import UnitVersion
from quyen.organisation.queries import correspondence

Shares = dict[int, Fraction]


def standing(pairs: Iterable[tuple[int, int]], shown: date | None) -> dict[tuple[int, int], Shares]:
    """For pairs of unit and year, at which units they stand on the map of `shown` (None: each at itself).

    An estimate's own day is the last one of its year, or the last of its unit's life where that is sooner. Two queries.
    """
    wanted = set(pairs)
    if shown is None or not wanted:
        return {pair: {pair[0]: Fraction(1)} for pair in wanted}
    carried = correspondence()
    lives = _lives({unit for unit, _year in wanted})
    return {
        (unit, year): dict(carried.on_map(unit, given=_day(year, lives.get(unit)), shown=shown))
        for unit, year in wanted
    }


def _lives(units: set[int]) -> dict[int, tuple[date, date]]:
    """From the first to past the last day of each unit."""
    lives: dict[int, tuple[date, date]] = {}
    for unit, first, until in (
        UnitVersion.objects.filter(unit__in=units)
        .order_by()
        .values_list("unit_id", "valid_from", "valid_until")
    ):
        begin, end = lives.get(unit, (date.max, date.min))
        lives[unit] = (min(begin, first or date.min), max(end, until or date.max))
    return lives


def _day(year: int, life: tuple[date, date] | None) -> date:
    day = date(year, 12, 31)
    if life is None:
        return day
    first, until = life
    return max(first, min(day, until - timedelta(days=1)))
