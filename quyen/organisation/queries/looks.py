"""How a change of units looks, the same before it is carried out and ever after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from quyen.organisation.enums import SuccessionKind
from quyen.organisation.queries.tree import Facts, Part

MOST_BOXES = 8  # on one side of the picture; more are told in the table only
NAMED = 3  # units named in a headline before "and others"


@dataclass(frozen=True)
class Box:
    """A unit before or after. `below`: how many stand right under it; `above`: the name of the one above it."""

    key: int
    name: str
    above: str
    below: int
    is_new: bool = False


@dataclass(frozen=True)
class Flow:
    """From box to box; heights in hundredths of the picture, `wide` in pixels."""

    start: float
    end: float
    wide: float

    @property
    def path(self) -> str:
        return f"M0,{self.start:.2f} C50,{self.start:.2f} 50,{self.end:.2f} 100,{self.end:.2f}"


@dataclass(frozen=True)
class Picture:
    left: tuple[Box, ...]
    right: tuple[Box, ...]
    flows: tuple[Flow, ...]


@dataclass(frozen=True)
class Counted:
    """Where the figures that a unit gave are shown on a map after the day, with percents, and the other way round:
    `back` names units whose later figures are shown at it on a map before."""

    key: int
    name: str
    there: tuple[tuple[str, Decimal], ...]
    back: tuple[str, ...]

    @property
    def total(self) -> Decimal:
        return sum((percent for _name, percent in self.there), Decimal(0))


@dataclass(frozen=True)
class Look:
    headline: str
    picture: Picture | None
    merged: tuple[tuple[str, str], ...]  # units below: the name, and into which
    moved: tuple[tuple[str, str, str], ...]  # units below: the name, from under which, to under which
    counted: tuple[Counted, ...]
    # the units that it is about: the name before, the name after, the heir; "" for none
    changed: tuple[tuple[str, str, str], ...]


class Changed:
    """A change, with what is asked of it again and again. `before` holds whatever takes part and was there; `after`
    only what differs, None for what is no more; a unit not yet founded has a number below 0."""

    def __init__(
        self, before: Mapping[int, Facts], after: Mapping[int, Facts | None], parts: Iterable[Part]
    ) -> None:
        self.before, self.after, self.parts = before, after, tuple(parts)

    @cached_property
    def ended(self) -> frozenset[int]:
        return frozenset(unit for unit, facts in self.after.items() if facts is None)

    @cached_property
    def sources(self) -> frozenset[int]:
        return frozenset(part.source for part in self.parts)

    def facts(self, unit: int) -> Facts | None:
        """From the day on."""
        return self.after[unit] if unit in self.after else self.before.get(unit)

    def is_below(self, unit: int) -> bool:
        """Whether it only goes along with the one above it."""
        facts = self.before.get(unit)
        return facts is not None and facts.parent_id in (self.ended | self.sources)

    @cached_property
    def main_parts(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if not self.is_below(part.source))

    @cached_property
    def left(self) -> tuple[int, ...]:
        """The units that it is about, as they were."""
        taking_part = {unit for part in self.main_parts for unit in (part.source, part.target)}
        found = [
            unit
            for unit in self.before
            if unit in taking_part or (unit in self.after and not self.is_below(unit))
        ]
        return tuple(found)

    @cached_property
    def right(self) -> tuple[int, ...]:
        new = [unit for unit in self.after if unit not in self.before and self.after[unit] is not None]
        targets = [part.target for part in self.main_parts]
        stay = [unit for unit in self.left if self.facts(unit) is not None]
        return tuple(dict.fromkeys([*targets, *stay, *new]))

    @cached_property
    def heirs(self) -> dict[int, int]:
        """For each source, who carries most of it on."""
        return {part.source: part.target for part in sorted(self.parts, key=lambda part: part.share)}


def look(kind: str, changed: Changed, names: Mapping[int, str], below: Mapping[int, int]) -> Look:
    """`names`: of units that take no part but stand above some; `below`: how many stood right under each before."""
    known = dict(names) | {unit: facts.name for unit, facts in changed.before.items()}
    later = known | {unit: facts.name for unit, facts in changed.after.items() if facts is not None}
    return Look(
        headline=headline(kind, changed),
        picture=_picture(changed, known, later, below),
        merged=tuple(
            (known[part.source], later[part.target])
            for part in changed.parts
            if changed.is_below(part.source)
        ),
        moved=tuple(_moved(changed, known, later)),
        counted=tuple(_counted(changed, known, later)),
        changed=tuple(_named(changed, known, later)),
    )


def _named(
    changed: Changed, known: Mapping[int, str], later: Mapping[int, str]
) -> Iterable[tuple[str, str, str]]:
    for unit, facts in changed.after.items():
        if not changed.is_below(unit):
            heir = changed.heirs.get(unit) if facts is None else None
            old = known[unit] if unit in changed.before else ""
            yield old, later[unit] if facts else "", later[heir] if heir is not None else ""


def headline(kind: str, changed: Changed) -> str:
    """ "Sáp nhập Tỉnh Hậu Giang, Tỉnh Sóc Trăng vào Thành phố Cần Thơ"."""
    gone = [unit for unit in changed.left if unit in changed.ended]
    old = _list(changed.before[unit].name for unit in gone or changed.left)
    found = [changed.facts(unit) for unit in changed.right]
    new = _list(facts.name for facts in found if facts is not None)
    if kind == SuccessionKind.MERGE:
        known = any(unit in changed.before for unit in changed.right)
        words = _("Sáp nhập %(old)s vào %(new)s") if known else _("Hợp nhất %(old)s thành %(new)s")
    elif kind == SuccessionKind.SPLIT:
        old = _list(changed.before[unit].name for unit in changed.left if unit in changed.sources)
        words = _("Chia, tách %(old)s thành %(new)s")
    elif kind == SuccessionKind.MOVE:
        words = _("Chuyển cấp trên của %(new)s")
    elif kind == SuccessionKind.FOUND:
        words = _("Thành lập %(new)s")
    elif kind == SuccessionKind.ABOLISH:
        words = _("Kết thúc hoạt động của %(old)s")
    else:
        words = _("Đổi tên %(old)s thành %(new)s")
    return words % {"old": old, "new": new}


def _list(names: Iterable[str]) -> str:
    every = list(names)
    shown = ", ".join(every[:NAMED])
    if len(every) <= NAMED:
        return shown
    return _("%(names)s và %(number)s đơn vị khác") % {"names": shown, "number": len(every) - NAMED}


def _moved(
    changed: Changed, known: Mapping[int, str], later: Mapping[int, str]
) -> Iterable[tuple[str, str, str]]:
    for unit, facts in changed.after.items():
        old = changed.before.get(unit)
        if old and facts and changed.is_below(unit) and old.parent_id != facts.parent_id:
            yield facts.name, known.get(old.parent_id or 0, ""), later.get(facts.parent_id or 0, "")


def _counted(changed: Changed, known: Mapping[int, str], later: Mapping[int, str]) -> Iterable[Counted]:
    """The units it is about come first, then those below them."""
    for unit in sorted(changed.sources, key=lambda one: (changed.is_below(one), known[one])):
        parts = [part for part in changed.parts if part.source == unit]
        there = tuple((later[part.target], part.share * 100) for part in parts if part.share)
        back = tuple(later[part.target] for part in parts if part.back)
        yield Counted(unit, known[unit], there, back)


def _picture(
    changed: Changed, known: Mapping[int, str], later: Mapping[int, str], below: Mapping[int, int]
) -> Picture | None:
    left, right = changed.left, changed.right
    if not right or max(len(left), len(right)) > MOST_BOXES:
        return None
    gained = _gained(changed)
    boxes = tuple(
        Box(unit, known[unit], known.get(changed.before[unit].parent_id or 0, ""), below.get(unit, 0))
        for unit in left
    )
    after = tuple(_after(unit, changed, later, below.get(unit, 0) + gained.get(unit, 0)) for unit in right)
    return Picture(boxes, after, tuple(_flows(changed)))


def _after(unit: int, changed: Changed, later: Mapping[int, str], below: int) -> Box:
    facts = changed.facts(unit)
    parent = later.get(facts.parent_id or 0, "") if facts else ""
    return Box(unit, later[unit], parent, below, is_new=unit not in changed.before)


def _gained(changed: Changed) -> dict[int, int]:
    """How many more, or fewer, stand right under each unit than before."""
    gained: dict[int, int] = {}
    for unit, facts in changed.after.items():
        old = changed.before.get(unit)
        for one, number in ((old, -1), (facts, 1)):
            if one is not None and one.parent_id is not None:
                gained[one.parent_id] = gained.get(one.parent_id, 0) + number
    return gained


def _flows(changed: Changed) -> Iterable[Flow]:
    high, low = len(changed.left), len(changed.right)
    left = {unit: (at + 0.5) * 100 / high for at, unit in enumerate(changed.left)}
    right = {unit: (at + 0.5) * 100 / low for at, unit in enumerate(changed.right)}
    stay = [Part(unit, unit) for unit in changed.left if unit in right and unit not in changed.sources]
    for part in (*changed.main_parts, *stay):
        if part.source in left and part.target in right and part.share:
            yield Flow(left[part.source], right[part.target], 4 + 18 * float(part.share))
