"""A small country with its indicators, and the values that its units give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random

from quyen.core.arithmetic import Period, period_at
from quyen.indicators.enums import Rule
from quyen.indicators.models import Indicator, Observation, ObservationItem
from quyen.organisation.actions import open_unit
from quyen.organisation.enums import UnitKind
from quyen.organisation.models import Unit, UnitVersion

FIRST, LAST = date(2018, 1, 1), date(2027, 12, 31)  # ten years
TODAY = date(2026, 11, 27)  # some of what happens is still to come
OFFICES = ("Sở Tư pháp", "Sở Nội vụ", "Sở Y tế", "Sở Văn hóa", "Ban Dân tộc")
KINDS = tuple(UnitKind)


@dataclass
class World:
    """`seed` and `small` make it again. `provinces`, communes and departments are those of the beginning."""

    seed: int
    small: bool
    dice: Random
    top: Unit
    units: list[Unit] = field(default_factory=list)
    rules: dict[Rule, Indicator] = field(default_factory=dict)


def make_world(seed: int, *, small: bool) -> World:
    """A country, 3 to 8 provinces with 2 to 8 communes each and some departments; half of that in a small one."""
    dice = Random(f"world {seed}")
    top = open_unit(actor=None, name="Quốc gia Thử", kind=UnitKind.CENTRAL)
    world = World(seed, small, dice, top)
    for number in range(dice.randint(3, 4 if small else 8)):
        name = f"Tỉnh {chr(65 + number)}"
        province = _open(world, name, UnitKind.PROVINCE, top)
        for at in range(dice.randint(2, 3 if small else 8)):
            twin = dice.random() < 0.08  # two communes of one name, in two provinces
            _open(
                world, "Xã Tân Lập" if twin and at == 0 else f"Xã {name[5:]}{at}", UnitKind.COMMUNE, province
            )
        for office in dice.sample(OFFICES, dice.randint(0, 1 if small else 3)):
            made = _open(world, f"{office} tỉnh {name[5:]}", UnitKind.DEPARTMENT, province)
            if dice.random() < 0.3:
                _open(world, "Phòng Tổng hợp", UnitKind.OTHER, made)
    world.rules = {rule: _indicator(rule) for rule in Rule}
    return world


def _open(world: World, name: str, kind: UnitKind, parent: Unit) -> Unit:
    since = date(2029, 1, 1) if world.dice.random() < 0.03 else None  # some are still to come
    made = open_unit(actor=None, name=name, kind=kind, parent=parent, since=since)
    world.units.append(made)
    return made


def _indicator(rule: Rule) -> Indicator:
    return Indicator.objects.create(
        code=f"H-{rule}", name="Thử", definition="", measured_in="cái", rule=rule, rhythm=1,
        given_by=list(UnitKind), since=FIRST,
    )  # fmt: skip


def give_values(world: World) -> None:
    """Every unit gives something in some months of its life and, late, in some beside it; noughts too.

    A unit gives the same whatever else happens, so that a shorter history has the same values.
    """
    lives: dict[int, list[UnitVersion]] = {}
    for version in UnitVersion.objects.order_by("unit_id", "valid_from"):
        lives.setdefault(version.unit_id, []).append(version)
    rows, items = [], []
    for unit_id, life in lives.items():
        if life[0].valid_from is not None and life[0].valid_from > LAST:
            continue
        dice = Random(f"values {world.seed} {life[0].name} {life[0].parent and life[0].parent.name}")
        for rule, indicator in world.rules.items():
            for period in _months(dice, life, 2 if world.small else 4):
                row = _value(dice, rule, indicator, unit_id, period)
                rows.append(row)
                if rule == Rule.DISTINCT and row.numerator and dice.random() < 0.8:
                    things = dice.sample(range(1, 40), int(row.numerator))
                    items += [
                        ObservationItem(observation=row, kind="library.Title", number=n) for n in things
                    ]
    Observation.objects.bulk_create(rows)
    ObservationItem.objects.bulk_create(items)


def _months(dice: Random, life: list[UnitVersion], most: int) -> Iterator[Period]:
    first = max(life[0].valid_from or FIRST, FIRST)
    last = min(life[-1].valid_until or LAST, LAST)
    seen: set[date] = set()
    for _ in range(dice.randint(0, most)):
        inside = dice.random() < 0.9 and first < last
        low, high = (first, last) if inside else (FIRST, LAST)
        period = period_at(date.fromordinal(dice.randint(low.toordinal(), high.toordinal())), 1)
        if period.start not in seen:
            seen.add(period.start)
            yield period


def _value(dice: Random, rule: Rule, indicator: Indicator, unit_id: int, period: Period) -> Observation:
    none = dice.random() < 0.05
    number: Decimal | None = Decimal(0 if dice.random() < 0.15 else dice.randrange(1, 9999)) / dice.choice(
        (1, 4)
    )
    if rule == Rule.DISTINCT:
        number = Decimal(dice.randrange(6))
    whole = Decimal(dice.randrange(1, 9999)) if rule == Rule.RATIO else None
    return Observation(
        indicator=indicator, unit_id=unit_id, period_start=period.start, period_end=period.until,
        numerator=None if none else number, denominator=None if none else whole, is_applicable=not none,
    )  # fmt: skip
