"""The product's maps and totals of a day, held against the truth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from django.db import connection

from quyen.core.arithmetic import Period
from quyen.indicators.enums import Rule
from quyen.indicators.models import Standing
from quyen.indicators.queries import Map
from quyen.indicators.queries.maps import Leg, standing
from quyen.indicators.queries.rollup import Total, of_all, overall, whole
from tests.histories.truth import Figure, Truth, Value, all_values, counted, summed
from tests.histories.world import FIRST, LAST, TODAY, World

TEN_YEARS = Period(FIRST, LAST + timedelta(days=1))


@dataclass
class Asked:
    """The values of all indicators in a period, and what they are worth without any map."""

    period: Period
    by_rule: dict[Rule, list[Value]]

    def plain(self, rule: Rule) -> Figure | None:
        return summed(((one, Fraction(1)) for one in self.by_rule[rule]), rule)


def asked(world: World, period: Period) -> Asked:
    return Asked(
        period,
        {rule: counted(all_values(one.pk), rule, period) for rule, one in world.rules.items()},
    )


@dataclass
class Look:
    """One map of one day: `day` None is that of each value's own day. `checked` figures, and what differs."""

    world: World
    truth: Truth
    asked: Asked
    day: date | None
    deep: bool = True
    checked: int = 0
    wrong: list[str] = field(default_factory=list)

    def run(self) -> Look:
        self._wholes()
        self._groups(None, deep=self.deep)
        return self

    def _name(self) -> str:
        return f"map of {self.day:%d/%m/%Y}" if self.day else "map of then"

    def _placed(self, one: Value, under: int | None) -> Iterator[tuple[int, Fraction]]:
        """The groups right under a unit in which a value stands, and with what part."""
        day = self.day or one.day
        for at, part in self.truth.stands(one.unit, one.day, day).items():
            way = self.truth.way(at, day)
            if self.truth.on(at, day) is None and self.truth.on(way[0], day) is None:
                self.wrong.append(f"{self._name()}: a value of {one.unit} stands at {at}, not on the map")
            if under is None:
                yield way[0], part
            elif under in way:
                yield (*way[way.index(under) :], under)[1], part

    def _wholes(self) -> None:
        """All together is what was given, whatever the map."""
        rules = self.world.rules
        found = whole(list(rules.values()), self.asked.period, Map(self.day))
        for rule, one in rules.items():
            self._same(f"whole {rule}", found[one.pk], self.asked.plain(rule))
            self._once(f"whole {rule}", found[one.pk], rule)

    def _groups(self, under: int | None, *, deep: bool) -> None:
        rules = self.world.rules
        found = of_all(list(rules.values()), self.asked.period, Map(self.day), under=under, today=TODAY)
        together = whole(list(rules.values()), self.asked.period, Map(self.day), at=under, today=TODAY)
        below: set[int] = set()
        for rule, one in rules.items():
            self._added_up(f"{rule} under {under}", together[one.pk], overall(found[one.pk]), rule)
            placed: dict[int, list[tuple[Value, Fraction]]] = defaultdict(list)
            for value in self.asked.by_rule[rule]:
                for group, part in self._placed(value, under):
                    placed[group].append((value, part))
            for group in placed.keys() | found[one.pk].keys():
                said = found[one.pk].get(group, Total())
                self._same(f"{rule} at {group} under {under}", said, summed(placed[group], rule))
            below |= placed.keys() - {under}
            if under is None:
                self._once(f"groups {rule}", overall(found[one.pk]), rule)
                if rule != Rule.DISTINCT:
                    self._same(f"parts of all {rule}", overall(found[one.pk]), self.asked.plain(rule))
        for unit in sorted(below) if deep else ():
            self._groups(unit, deep=True)

    def _added_up(self, what: str, said: Total, parts: Total, rule: Rule) -> None:
        """All units of a place asked for at once, and its groups added up: the same cells, given, due and to come."""
        self.checked += 1
        if rule == Rule.DISTINCT:  # an item may stand in two groups
            parts = replace(parts, numerator=said.numerator, denominator=said.denominator)
        if said != parts:
            self.wrong.append(f"{self._name()}, {what}: {said} at once, {parts} by groups")

    def _same(self, what: str, said: Total, true: Figure | None) -> None:
        self.checked += 1
        found = None if said.numerator is None else Fraction(said.numerator)
        whole_ = None if said.denominator is None else Fraction(said.denominator)
        if (found, whole_) != (true or (None, None)):
            self.wrong.append(f"{self._name()}, {what}: {found} / {whole_}, not {true}")

    def _once(self, what: str, said: Total, rule: Rule) -> None:
        """Every value is one cell, however many units carry its unit on."""
        self.checked += 1
        rows = self.asked.by_rule[rule]
        true = (
            sum(one.numerator is not None for one in rows),
            sum(one.numerator == 0 for one in rows),
            sum(one.numerator is None for one in rows),
        )
        if (said.given, said.zero, said.not_applicable) != true:
            told = (said.given, said.zero, said.not_applicable)
            self.wrong.append(f"{self._name()}, {what}: {told} given, zero, not applicable, not {true}")


def standings(truth: Truth, period: Period, shown: Map) -> tuple[list[tuple[object, ...]], list[str]]:
    """The rows of a map as they are kept, without their own numbers; and what is wrong with them: each unit must stand
    on it once for each of its heirs, in parts that come to one, each with the way down to it."""
    legs = standing(period.start, period.until, shown)
    rows, wrong = [], []
    for leg in legs:
        day = shown.day or leg.given.sample
        parts: dict[int, Fraction] = defaultdict(Fraction)
        for unit, at, share, kind, above, top in _rows_of(leg):
            rows.append((leg.given.first, unit, at, Fraction(share), kind, tuple(above), top))
            parts[unit] += Fraction(share)
            here = truth.on(unit, leg.given.sample)
            if above != truth.way(at, day) or top != above[0]:
                wrong.append(f"{unit} at {at} on {day}: way {above}, not {truth.way(at, day)}")
            if kind != (here.kind if here else ""):
                wrong.append(f"{unit} given {leg.given.sample}: kind {kind!r}")
        wrong += [f"{unit} on {day}: parts come to {total}" for unit, total in parts.items() if total != 1]
        if set(parts) != set(truth.lives):
            wrong.append(f"{len(parts)} units of {len(truth.lives)} on {day}")
    return rows, wrong


def _rows_of(leg: Leg) -> list[tuple[int, int, object, str, list[int], int]]:
    """Of a map that is kept, or of one that was worked out for the question."""
    if leg.rows is None:
        kept = Standing.objects.filter(pair=leg.pair).order_by("unit_id", "at_id")
        return list(kept.values_list("unit", "at", "share", "kind", "above", "top"))
    made = leg.rows
    ways = [[int(one) for one in way.strip("{}").split(",")] for way in made.above]
    return sorted(zip(made.unit, made.at, made.share, made.kind, ways, made.top, strict=True))


def boundary_days(truth: Truth, dice: Random) -> list[date | None]:
    """The day before, on and after each change, some others, today, and each value's own (None)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT day FROM organisation_succession UNION SELECT valid_from FROM organisation_unitversion"
            " WHERE valid_from IS NOT NULL"
        )
        changes = sorted(row[0] for row in cursor.fetchall())
    days = {day + timedelta(days=step) for day in changes for step in (-1, 0, 1)}
    days |= {FIRST + timedelta(days=dice.randrange((LAST - FIRST).days)) for _ in range(3)} | {TODAY}
    return [None, *sorted(days)]


def is_looked_into(truth: Truth, day: date | None) -> bool:
    """Whether every level of a map is counted, or only the top: the days around a change are of the maps of others."""
    return day is None or day == TODAY or day in truth.parts
