"""Where figures and roles must stand, worked out the slow way from the rows themselves: day by day, unit by unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from quyen.core.arithmetic import Period
from quyen.indicators.enums import Rule
from quyen.indicators.models import Observation
from quyen.organisation.models import SuccessionPart, UnitVersion

Figure = tuple[Fraction, Fraction | None]


@dataclass
class Value:
    """One value given, and the things it counts."""

    unit: int
    start: date
    day: date
    numerator: Fraction | None
    denominator: Fraction | None
    things: frozenset[int]


class Truth:
    """What the rows say now."""

    def __init__(self) -> None:
        self.lives: dict[int, list[UnitVersion]] = defaultdict(list)
        for version in UnitVersion.objects.order_by("unit_id", "valid_from"):
            self.lives[version.unit_id].append(version)
        for life in self.lives.values():
            life.sort(key=lambda one: one.valid_from or date.min)
        self.parts: dict[date, dict[int, list[SuccessionPart]]] = {}
        for part in SuccessionPart.objects.select_related("succession").order_by("pk"):
            self.parts.setdefault(part.succession.day, {}).setdefault(part.source_id, []).append(part)
        self._known: dict[tuple[int, date, date], dict[int, Fraction]] = {}

    def on(self, unit: int, day: date) -> UnitVersion | None:
        for one in self.lives[unit]:
            if (one.valid_from or date.min) <= day < (one.valid_until or date.max):
                return one
        return None

    def in_force(self, day: date) -> dict[int, UnitVersion]:
        return {unit: one for unit in self.lives if (one := self.on(unit, day)) is not None}

    def stands(self, unit: int, given: date, shown: date) -> dict[int, Fraction]:
        """Whose figure it is on the map of a day: units of that map, in parts that come to one."""
        key = (unit, given, shown)
        if key not in self._known:
            self._known[key] = self._stands(unit, self._lived(unit, given), shown)
        return self._known[key]

    def _lived(self, unit: int, day: date) -> date:
        if self.on(unit, day) is not None:
            return day
        first, last = self.lives[unit][0].valid_from, self.lives[unit][-1].valid_until
        return last - timedelta(days=1) if last is not None and day >= last else first or day

    def _stands(self, unit: int, given: date, shown: date) -> dict[int, Fraction]:
        held = {unit: Fraction(1)}
        for day in sorted(day for day in self.parts if given < day <= shown):
            held = _added(self._forward(one, part, day, ()) for one, part in held.items())
        for day in sorted((day for day in self.parts if shown < day <= given), reverse=True):
            held = _added(self._backward(one, part, day) for one, part in held.items())
        return held

    def _forward(
        self, unit: int, part: Fraction, day: date, seen: tuple[int, ...]
    ) -> Iterator[tuple[int, Fraction]]:
        """Where nothing was handed on it stays; what came to a unit that ends the same day goes on from there."""
        assert unit not in seen, "units that carry each other on"
        goes = self.parts[day].get(unit)
        if not goes or (seen and self.on(unit, day) is not None):
            yield unit, part
            return
        for one in goes:
            if one.share and one.target_id == unit:
                yield unit, part * Fraction(one.share)
            elif one.share:
                yield from self._forward(one.target_id, part * Fraction(one.share), day, (*seen, unit))

    def _backward(self, unit: int, part: Fraction, day: date) -> Iterator[tuple[int, Fraction]]:
        came = [
            one for goes in self.parts[day].values() for one in goes if one.target_id == unit and one.back
        ]
        if not came:
            yield unit, part
        for one in came:
            yield one.source_id, part * Fraction(one.back)

    def way(self, unit: int, day: date) -> list[int]:
        """From the top down to a unit; one that did not live yet stands where the unit above it stood."""
        here = self.on(unit, day)
        if here is not None:
            return [*(self.way(here.parent_id, day) if here.parent_id else ()), unit]
        first = self.lives[unit][0]
        if first.parent_id is None or first.valid_from is None or day >= first.valid_from:
            return [unit]
        above = self.stands(first.parent_id, first.valid_from, day)
        return [*self.way(max(above, key=lambda one: (above[one], -one)), day), unit]

    def heir(self, unit: int, day: date) -> int:
        """The unit in force that has a unit of the past in care: the largest part of each time, then the older."""
        while self.on(unit, day) is None:
            ended = self.lives[unit][-1].valid_until
            assert ended is not None
            goes = [one for one in self.parts[ended][unit] if one.target_id != unit]
            unit = max(goes, key=lambda one: (one.share, -one.target_id)).target_id
        return unit

    def above(self, unit: int, day: date) -> list[int]:
        """The way by which roles reach a unit today, whether it is, was, or will be."""
        if self.on(unit, day) is not None or day < (self.lives[unit][0].valid_from or date.min):
            return self.way(unit, day)
        return [*self.way(self.heir(unit, day), day), unit]


def _added(held: Iterable[Iterable[tuple[int, Fraction]]]) -> dict[int, Fraction]:
    found: dict[int, Fraction] = defaultdict(Fraction)
    for one in held:
        for unit, part in one:
            found[unit] += part
    return dict(found)


def all_values(indicator: int) -> list[Value]:
    rows = Observation.objects.filter(indicator=indicator, replaced_at=None).prefetch_related("items")
    return [
        Value(
            one.unit_id, one.period_start, one.day,
            None if one.numerator is None else Fraction(one.numerator),
            None if one.denominator is None else Fraction(one.denominator),
            frozenset(thing.number for thing in one.items.all()),
        )
        for one in rows.order_by("period_start")
    ]  # fmt: skip


def counted(values: list[Value], rule: Rule, period: Period) -> list[Value]:
    """Those that count in a period by the indicator's rule."""
    inside = [one for one in values if period.start <= one.start and one.day < period.until]
    if rule == Rule.LATEST:
        inside = list({one.unit: one for one in inside}.values())
    return inside


def summed(placed: Iterable[tuple[Value, Fraction]], rule: Rule) -> Figure | None:
    """Values with the part of each that stands at one place, brought together; None where nobody gave anything."""
    there = [(one, part) for one, part in placed if one.numerator is not None]
    if not there:
        return None
    plain = [(one, part) for one, part in there if rule != Rule.DISTINCT or not one.things]
    things = {thing for one, _part in there for thing in one.things} if rule == Rule.DISTINCT else set()
    whole = [one.denominator * part for one, part in there if one.denominator is not None]
    numerator = sum((one.numerator or 0) * part for one, part in plain)
    return Fraction(numerator) + len(things), sum(whole, Fraction(0)) if whole else None
