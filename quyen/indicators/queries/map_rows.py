"""The rows of one map, worked out from the units as they are now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Context, Decimal
from fractions import Fraction
from functools import cached_property

from quyen.core.arithmetic import Correspondence
from quyen.organisation.models import UnitVersion
from quyen.organisation.queries import Tree, Ways, beginnings, correspondence, tree_on

EXACT = Context(prec=1000)  # digits: a share of a hundred divisions, one after the other


@dataclass(frozen=True)
class MapRows:
    """The columns of `Standing` but for the pair; `share` and `above` in PostgreSQL's own writing."""

    unit: list[int] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    share: list[str] = field(default_factory=list)
    is_main: list[bool] = field(default_factory=list)
    kind: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    top: list[int] = field(default_factory=list)

    @property
    def columns(self) -> tuple[list[int] | list[str] | list[bool], ...]:
        return self.unit, self.at, self.share, self.is_main, self.kind, self.above, self.top

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """The columns as PostgreSQL writes arrays, put together once: each of the statements that ask through them is
        given some megabytes."""
        quoted = {id(self.kind), id(self.above)}
        return tuple(
            "{" + ",".join(f'"{one}"' if id(column) in quoted else str(one) for one in column) + "}"
            for column in self.columns
        )

    def add(self, unit: int, held: Mapping[int, Fraction], kind: str, ways: Ways) -> None:
        """Where one unit stands: in shares, of which the largest is the main one."""
        main = max(held, key=lambda one: (held[one], -one))
        for at, share in held.items():
            if share:  # of a divided unit whose shares nobody knows yet all stands at its main successor
                self._row(unit, at, share, at == main, kind, ways.to(at))

    def _row(self, unit: int, at: int, share: Fraction, is_main: bool, kind: str, way: list[int]) -> None:
        row = (unit, at, _decimal(share), is_main, kind, "{" + ",".join(map(str, way)) + "}", way[0])
        for column, cell in zip(self.columns, row, strict=True):
            column.append(cell)  # type: ignore[arg-type]


@dataclass(frozen=True)
class UnitsInTime:
    """All units, with who carries on what: read once for several maps, of one state of the units."""

    carried: Correspondence
    lives: dict[int, list[tuple[date, date]]]  # the days of each unit's life
    begun: dict[int, UnitVersion]  # of units that began at a day
    trees: dict[date, Tree] = field(default_factory=dict)

    @classmethod
    def read(cls) -> UnitsInTime:
        """Three queries; one more for each day that is asked for."""
        lives: dict[int, list[tuple[date, date]]] = {}
        rows = UnitVersion.objects.order_by("valid_from").values_list("unit_id", "valid_from", "valid_until")
        for unit_id, first, until in rows:
            lives.setdefault(unit_id, []).append((first or date.min, until or date.max))
        return cls(correspondence(), lives, beginnings())

    def map_rows(self, given: date, shown: date) -> MapRows:
        """Where what was given on a day stands on the map of another."""
        made = MapRows()
        kinds = self._tree(given).versions
        ways = Ways(shown, self._tree(shown).above, self.carried, self.begun)
        for unit_id, life in self.lives.items():
            day = given if unit_id in kinds else _nearest(given, life)
            kind = kinds[unit_id].kind if unit_id in kinds else ""
            made.add(unit_id, self.carried.on_map(unit_id, given=day, shown=shown), kind, ways)
        return made

    def _tree(self, day: date) -> Tree:
        if day not in self.trees:
            self.trees[day] = tree_on(day)
        return self.trees[day]


def _nearest(day: date, life: list[tuple[date, date]]) -> date:
    """The day of a unit's life that is nearest to a day outside it: a figure given late belongs to its last day."""
    last = max(((until - timedelta(days=1)) for first, until in life if until <= day), default=None)
    return last or min(first for first, _until in life)


def _decimal(share: Fraction) -> str:
    """Shares are products of decimals, so they end, however many: nothing is rounded."""
    digits = max(_times(share.denominator, 2), _times(share.denominator, 5))
    scaled = share * 10**digits
    if scaled.denominator != 1:
        raise ValueError(f"not a decimal: {share}")
    return format(Decimal(scaled.numerator).scaleb(-digits, EXACT), "f")


def _times(number: int, factor: int) -> int:
    """How often a factor divides a number."""
    found = 0
    while number % factor == 0:
        number, found = number // factor, found + 1
    return found
