"""What becomes of units: a wish drawn by dice, sensible or not, on any day of ten years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from quyen.organisation.actions import carry_out, change_unit, record_succession
from quyen.organisation.actions.arrangements import Share, Wish
from quyen.organisation.actions.units import new_row
from quyen.organisation.enums import SuccessionKind, UnitKind
from quyen.organisation.models import Succession, Unit, UnitVersion
from quyen.organisation.queries import Facts, facts_of
from tests.histories.world import FIRST, LAST, World

BASIS = "Nghị quyết số 1/NQ"


@dataclass(frozen=True)
class Step:
    """One thing that happens: `do` carries it out, as often as it is asked; `back` takes back what is no succession."""

    words: str
    day: date
    do: Callable[[], Succession | None]
    back: Callable[[], None] | None = None


def draw(world: World, at: int, steps: int, last: date | None) -> Step | None:
    """The step number `at` of so many; None where the dice found nothing that could be asked for."""
    dice = Random(f"step {world.seed} {at}")
    day = _day(dice, at, steps, last)
    there = list(UnitVersion.objects.on(day - timedelta(days=1)).order_by("pk"))
    open_ones = [one for one in there if one.valid_until is None] or there
    living = there if dice.random() < 0.1 else open_ones
    kind = dice.choices(list(_DRAWN), weights=[weight for _draw, weight in _DRAWN.values()])[0]
    return _DRAWN[kind][0](_Draw(world, dice, at, day, living))


def _day(dice: Random, at: int, steps: int, last: date | None) -> date:
    """Mostly one after the other; some on the same day, some entered long after."""
    way = dice.random()
    if last is not None and way < 0.2:
        return last
    span = (LAST - FIRST).days
    if way < 0.35:
        return FIRST + timedelta(days=dice.randrange(1, span))
    return FIRST + timedelta(days=1 + (span - 1) * at // steps + dice.randrange(max(span // steps, 1)))


@dataclass
class _Draw:
    world: World
    dice: Random
    at: int
    day: date
    living: list[UnitVersion]

    def one(self, *kinds: UnitKind) -> UnitVersion | None:
        found = [
            one for one in self.living
            if one.unit_id != self.world.top.pk and (not kinds or one.kind in kinds)
        ]  # fmt: skip
        return self.dice.choice(found) if found else None

    def like(self, one: UnitVersion, most: int) -> list[UnitVersion]:
        """Others of its kind, those beside it first."""
        others = [x for x in self.living if x.kind == one.kind and x.unit_id != one.unit_id]
        self.dice.shuffle(others)
        others.sort(key=lambda x: x.parent_id != one.parent_id and self.dice.random() < 0.8)
        return others[:most]

    def name(self, word: str) -> str:
        return f"{word} {self.at}.{self.dice.randrange(1000)}"

    def step(self, wish: Wish) -> Step:
        names = {x.unit_id: x.name for x in self.living}
        told = ", ".join(names.get(pk, str(pk)) for pk in wish.units)
        more = f" > {names.get(wish.target, wish.target)}" if wish.target else ""
        more += f" > “{wish.name}”" if wish.name else ""
        more += "".join(
            f" > {names.get(s.target, s.name) if s.target else f'“{s.name}”'} {s.share}" for s in wish.shares
        )
        return Step(f"{wish.kind}: {told}{more}", self.day, lambda: carry_out(actor=None, wish=wish))


def _merge(draw: _Draw) -> Step | None:
    first = draw.one()
    others = draw.like(first, draw.dice.randint(1, 2)) if first else []
    if first is None or not others:
        return None
    units = tuple(x.unit_id for x in (first, *others))
    wish = Wish(SuccessionKind.MERGE, draw.day, BASIS, units)
    way = draw.dice.random()
    if way < 0.3:
        return draw.step(replace(wish, name=draw.name("Hợp nhất")))
    if way < 0.5:
        return draw.step(replace(wish, units=units[1:], target=units[0], name=draw.name("Mở rộng")))
    return draw.step(replace(wish, target=draw.dice.choice(units)))


def _split(draw: _Draw) -> Step | None:
    first = draw.one()
    if first is None:
        return None
    heirs = [Share(x.unit_id, "", Decimal(0)) for x in draw.like(first, draw.dice.randint(0, 2))]
    heirs += [Share(None, draw.name("Tách ra"), Decimal(0)) for _ in range(draw.dice.randint(0, 2))]
    if draw.dice.random() < 0.5 or not heirs:
        heirs.append(Share(first.unit_id, "", Decimal(0)))
    if len(heirs) < 2:
        heirs.append(Share(None, draw.name("Tách ra"), Decimal(0)))
    unit = Decimal(1).scaleb(
        -draw.dice.choice((1, 2, 4, 6))
    )  # the finest that the screen takes is four places of %
    cuts = sorted(draw.dice.sample(range(1, int(1 / unit)), len(heirs) - 1))
    shares = [(b - a) * unit for a, b in zip([0, *cuts], [*cuts, int(1 / unit)], strict=True)]
    below = [x.unit_id for x in draw.living if x.parent_id == first.unit_id]
    wish = Wish(
        SuccessionKind.SPLIT, draw.day, BASIS, (first.unit_id,),
        shares=tuple(replace(heir, share=share) for heir, share in zip(heirs, shares, strict=True)),
        below={pk: draw.dice.randrange(len(heirs)) for pk in below if draw.dice.random() < 0.7},
    )  # fmt: skip
    return draw.step(wish)


def _rename(draw: _Draw) -> Step | None:
    first = draw.one()
    if first is None:
        return None
    others = draw.like(first, 1)
    taken = others[0].name if others and draw.dice.random() < 0.15 else draw.name("Tên mới")
    return draw.step(Wish(SuccessionKind.RENAME, draw.day, BASIS, (first.unit_id,), name=taken))


def _move(draw: _Draw) -> Step | None:
    first = draw.one(UnitKind.COMMUNE, UnitKind.DEPARTMENT, UnitKind.OTHER)
    target = draw.one(UnitKind.PROVINCE) if draw.dice.random() < 0.8 else draw.one()
    if first is None or target is None:
        return None
    return draw.step(Wish(SuccessionKind.MOVE, draw.day, BASIS, (first.unit_id,), target.unit_id))


def _abolish(draw: _Draw) -> Step | None:
    first = draw.one()
    if first is None:
        return None
    heirs = draw.like(first, 1) if draw.dice.random() < 0.6 else []
    target = heirs[0].unit_id if heirs else None
    return draw.step(Wish(SuccessionKind.ABOLISH, draw.day, BASIS, (first.unit_id,), target))


def _becomes(draw: _Draw) -> Step | None:
    """A unit becomes one of another kind, as a list of units that is taken in says."""
    first = draw.one()
    if first is None:
        return None
    kind = draw.dice.choice([x for x in UnitKind if x != first.kind])
    changes: dict[int, Facts | None] = {first.unit_id: replace(facts_of(first), kind=kind)}

    def do() -> Succession:
        return record_succession(
            actor=None, kind=SuccessionKind.RENAME, day=draw.day, basis=BASIS, changes=changes
        )

    return Step(f"kind: {first.name} > {kind}", draw.day, do)


def _found(draw: _Draw) -> Step | None:
    """A unit out of nothing, as a list of units that is taken in founds it."""
    parent = draw.one(UnitKind.PROVINCE)
    if parent is None:
        return None
    facts = Facts(draw.name("Lập mới"), UnitKind.COMMUNE, parent.unit_id)

    def do() -> Succession:
        made = new_row(facts)
        return record_succession(
            actor=None, kind=SuccessionKind.FOUND, day=draw.day, basis=BASIS, changes={made.pk: facts}
        )

    return Step(f"found: {facts.name} under {parent.name}", draw.day, do)


def _correct(draw: _Draw) -> Step | None:
    """A mistake in today's facts is mended: no succession, nothing to undo."""
    units = list(Unit.objects.filter(is_active=True).exclude(pk=draw.world.top.pk).order_by("pk"))
    unit = draw.dice.choice(units)
    kind = draw.dice.choice([x for x in UnitKind if x != unit.kind])
    old = unit.kind

    def become(one: str) -> None:
        change_unit(actor=None, unit=unit, kind=one)

    return Step(f"correct: {unit.name} is {kind}", draw.day, lambda: become(kind), lambda: become(old))


_DRAWN: dict[str, tuple[Callable[[_Draw], Step | None], int]] = {
    "merge": (_merge, 6), "split": (_split, 6), "rename": (_rename, 3), "move": (_move, 3), "abolish": (_abolish, 4),
    "becomes": (_becomes, 1), "found": (_found, 1), "correct": (_correct, 1),
}  # fmt: skip
