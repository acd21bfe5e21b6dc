"""The rows of one map, worked out from the units as they are now."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from quyen.core.arithmetic import Correspondence
from quyen.organisation.models import UnitVersion
from quyen.organisation.queries import Tree, correspondence, tree_on

_DIGITS = 24  # after the point, of a share


@dataclass(frozen=True)
class MapRows:
    """The columns of `Standing` but for the pair; `share` and `above` in PostgreSQL's own writing."""

    unit: list[int] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    share: list[str] = field(default_factory=list)
    kind: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    top: list[int] = field(default_factory=list)

    @property
    def columns(self) -> tuple[list[int] | list[str], ...]:
        return self.unit, self.at, self.share, self.kind, self.above, self.top

    def add(self, unit: int, at: int, share: Fraction, kind: str, way: list[int]) -> None:
        row = (unit, at, _decimal(share), kind, "{" + ",".join(map(str, way)) + "}", way[0])
        for column, cell in zip(self.columns, row, strict=True):
            column.append(cell)  # type: ignore[arg-type]


@dataclass(frozen=True)
class UnitsInTime:
    """All units, with who carries on what: read once for several maps, of one state of the units."""

    carried: Correspondence
    lives: dict[int, list[tuple[date, date]]]  # the days of each unit's life
    trees: dict[date, Tree] = field(default_factory=dict)

    @classmethod
    def read(cls) -> UnitsInTime:
        """Two queries; one more for each day that is asked for."""
        lives: dict[int, list[tuple[date, date]]] = {}
        rows = UnitVersion.objects.order_by("valid_from").values_list("unit_id", "valid_from", "valid_until")
        for unit_id, first, until in rows:
            lives.setdefault(unit_id, []).append((first or date.min, until or date.max))
        return cls(correspondence(), lives)

    def map_rows(self, given: date, shown: date) -> MapRows:
        """Where what was given on a day stands on the map of another."""
        made = MapRows()
        kinds, above = self._tree(given).versions, self._tree(shown).above
        for unit_id, life in self.lives.items():
            day = given if unit_id in kinds else _nearest(given, life)
            kind = kinds[unit_id].kind if unit_id in kinds else ""
            for at, share in self.carried.on_map(unit_id, given=day, shown=shown).items():
                if share:  # of a divided unit whose shares nobody knows yet all stands at its main successor
                    made.add(unit_id, at, share, kind, above.get(at, [at]))
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
    """Shares are products of decimals, so they end; what is longer than the column is refused, never rounded."""
    scaled = share * 10**_DIGITS
    if scaled.denominator != 1:
        raise ValueError(f"a share of more than {_DIGITS} digits: {share}")
    return f"{scaled.numerator // 10**_DIGITS}.{scaled.numerator % 10**_DIGITS:0{_DIGITS}d}"
