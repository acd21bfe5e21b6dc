"""The tree of a day: the units in force, who stands under whom, and who carries on what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from django.db import connection
from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet

from quyen.core.arithmetic import Correspondence, Passage
from quyen.core.errors import QuyenError
from quyen.core.text.folding import fold
from quyen.organisation.models import SuccessionPart, Unit, UnitVersion


@dataclass(frozen=True)
class Facts:
    """What a version says. `parent_id` None is a unit at the top."""

    name: str
    kind: str
    parent_id: int | None = None
    short_name: str = ""
    code: str = ""


FACTS = tuple(one.name for one in fields(Facts))


def facts_of(holder: Unit | UnitVersion) -> Facts:
    return Facts(**{name: getattr(holder, name) for name in FACTS})


@dataclass(frozen=True)
class Part:
    """So much of `source` is carried on by `target` (see SuccessionPart)."""

    source: int
    target: int
    share: Decimal = Decimal(1)
    back: Decimal = Decimal(0)


@dataclass(frozen=True)
class Tree:
    """The units in force at a day: their versions, and for each the way down to it from the top."""

    versions: dict[int, UnitVersion]
    above: dict[int, list[int]]


def tree_on(day: date) -> Tree:
    """One query, whatever the number of units. Raises BrokenTree where a unit stands under one that is not in force,
    or under itself."""
    versions = {version.unit_id: version for version in UnitVersion.objects.on(day)}
    above: dict[int, list[int]] = {}
    for unit_id in versions:
        way: list[int] = []
        here: int | None = unit_id
        while here is not None and here not in above:
            if here not in versions:
                raise BrokenTree(versions[way[-1]].name, day)
            if here in way:
                raise BrokenTree(versions[here].name, day)
            way.append(here)
            here = versions[here].parent_id
        for one in reversed(way):
            parent = versions[one].parent_id
            above[one] = [*(above[parent] if parent else ()), one]
    return Tree(versions, above)


def stale_units(day: date) -> QuerySet[Unit]:
    """Units whose repeated facts are not those of the day: a version began or ended since they were brought in step."""
    held = UnitVersion.objects.on(day).filter(unit=OuterRef("pk"))
    same = held.filter(
        name=OuterRef("name"), short_name=OuterRef("short_name"), kind=OuterRef("kind"), code=OuterRef("code")
    ).filter(Q(parent=OuterRef("parent")) | Q(parent=None, unit__parent=None))
    return Unit.objects.filter(
        Q(is_active=True) & ~Exists(same) | Q(is_active=False) & Exists(held)
    ).order_by()


class BrokenTree(QuyenError):
    """A unit under one that is no more, or under itself."""

    advice = "Hãy cho biết đơn vị ấy thuộc cấp trên nào từ ngày đó, rồi ghi lại. Chưa có gì thay đổi."

    def __init__(self, name: str, day: date) -> None:
        super().__init__(f"Từ ngày {day:%d/%m/%Y}, cấp trên của “{name}” không còn hoặc là chính nó.")


def passages() -> list[Passage]:
    """All parts of all successions, as the arithmetic wants them."""
    rows = SuccessionPart.objects.values_list("succession__day", "source_id", "target_id", "share", "back")
    return [
        Passage(day, source, target, Fraction(share), Fraction(back))
        for day, source, target, share, back in rows
    ]


def correspondence() -> Correspondence:
    """Where figures stand on the map of any day: one query, however many units; one more where parts changed since a
    process asked last."""
    held = SuccessionPart.objects.aggregate(last=Max("pk"), count=Count("pk"))
    return _correspondence(held["last"], held["count"])


@lru_cache(maxsize=2)
def _correspondence(last: int | None, count: int) -> Correspondence:
    """Parts are only added, or taken back with their succession; their numbers never come again."""
    return Correspondence(passages())


def units_under(day: date, unit_id: int, among: Iterable[int]) -> set[int]:
    """Those of some units that stand at or under a unit on the map of a day. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_UNDER, [sorted(among), day, day, unit_id])
        return {row[0] for row in cursor.fetchall()}


_UNDER = """
    WITH RECURSIVE way(unit, at) AS (
        SELECT one, one FROM unnest(%s::bigint[]) AS one
        UNION
        SELECT way.unit, v.parent_id FROM way JOIN organisation_unitversion v ON v.unit_id = way.at
        WHERE v.parent_id IS NOT NULL AND (v.valid_from IS NULL OR v.valid_from <= %s)
          AND (v.valid_until IS NULL OR v.valid_until > %s)
    ) SELECT unit FROM way WHERE at = %s
"""


def heirs(day: date) -> dict[int, int]:
    """For each unit that is no more at a day, the unit in force that carries most of it on."""
    active = set(UnitVersion.objects.on(day).values_list("unit_id", flat=True))
    next_of: dict[int, int] = {}
    rows = SuccessionPart.objects.filter(succession__day__lte=day).order_by(
        "succession__day", "share", "-target_id"
    )
    for source, target in rows.values_list("source_id", "target_id"):
        if source != target:
            next_of[source] = target  # the largest share of the latest day comes last
    found: dict[int, int] = {}
    for unit_id in next_of.keys() - active:
        here, seen = unit_id, {unit_id}
        while here not in active and here in next_of and next_of[here] not in seen:
            here = next_of[here]
            seen.add(here)
        if here in active:
            found[unit_id] = here
    return found


def beginnings(*, after: date | None = None) -> dict[int, UnitVersion]:
    """The first version of each unit that began at a day, rather than before our records; of those to come after a day
    only. One query."""
    rows = UnitVersion.objects.order_by("unit_id", F("valid_from").asc(nulls_first=True)).distinct("unit_id")
    if after is not None:
        lived = UnitVersion.objects.filter(
            Q(valid_from=None) | Q(valid_from__lte=after), unit=OuterRef("unit")
        )
        rows = rows.filter(~Exists(lived), valid_from__gt=after)
    return {one.unit_id: one for one in rows if one.valid_from is not None}


@dataclass(frozen=True)
class Ways:
    """The way down to any unit on the map of a day: one that did not live yet stands where the unit that it begins
    under stood then."""

    day: date
    above: dict[int, list[int]]
    carried: Correspondence
    begun: dict[int, UnitVersion]

    def to(self, unit_id: int) -> list[int]:
        if unit_id in self.above:
            return self.above[unit_id]
        first = self.begun.get(unit_id)
        if (
            first is None
            or first.valid_from is None
            or first.parent_id is None
            or self.day >= first.valid_from
        ):
            return [unit_id]
        held = self.carried.on_map(first.parent_id, given=first.valid_from, shown=self.day)
        return [*self.to(max(held, key=lambda one: (held[one], -one))), unit_id]


def stem(name: str, places: Iterable[str]) -> str:
    """A name without marks and without the places it may name."""
    bare_name = f" {fold(name)} "
    for one in places:
        place = fold(one)
        bare = place.removeprefix("thanh pho ").removeprefix("tinh ")
        for words in (place, f"tinh {bare}", f"thanh pho {bare}", bare):
            bare_name = bare_name.replace(f" {words} ", " ")
    return bare_name.strip()
