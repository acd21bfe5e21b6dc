"""One history: carried out step by step, counted on every map, and undone again to where it began."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from unittest import mock

from django.apps import apps
from django.db import transaction

from quyen.accounts.models import User
from quyen.core.arithmetic import year
from quyen.core.errors import QuyenError
from quyen.indicators.actions import prepare_maps
from quyen.indicators.models import Observation, ObservationItem
from quyen.indicators.queries import Map
from quyen.indicators.queries.maps import eras
from quyen.organisation.actions import undo_succession
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership, Succession, Unit, UnitVersion
from quyen.organisation.queries import unit_ids
from tests.histories.figures import TEN_YEARS, Look, asked, boundary_days, is_looked_into, standings
from tests.histories.happen import Step, draw
from tests.histories.truth import Truth
from tests.histories.world import LAST, TODAY, World, give_values, make_world


@dataclass
class Done:
    """A step that was carried out: what was there before it, and how to take it back."""

    step: Step
    succession: Succession | None
    before: str
    maps: list[tuple[object, ...]] | None


@dataclass
class History:
    """What was seen. `told` says what happened; `wrong`, what is not as it must be."""

    seed: int
    small: bool = False
    told: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    steps: int = 0
    refused: int = 0
    undone: int = 0
    days: int = 0
    figures: int = 0

    def expect(self, holds: bool, words: str) -> None:
        self.figures += 1
        if not holds:
            self.wrong.append(f"{self.told[-1] if self.told else 'at the beginning'}: {words}")


class _Enough(Exception):
    """Rolls a history back when it has been looked at."""


def live_through(seed: int, *, small: bool = False, most: int | None = None) -> History:
    """Carries one history out, or the first `most` steps of it, and leaves nothing in the database."""
    seen = History(seed, small)
    with mock.patch("django.utils.timezone.localdate", return_value=TODAY):
        try:
            with transaction.atomic():
                _live(seen, most)
                raise _Enough
        except _Enough:
            pass
    eras.cache_clear()  # it is kept by the state of the units, and that was rolled back
    return seen


def shortest(seed: int, *, small: bool = False) -> History | None:
    """The shortest beginning of a history that goes wrong; None where all of it is right."""
    for most in range(steps_of(seed, small=small) + 1):
        seen = live_through(seed, small=small, most=most)
        if seen.wrong:
            return seen
    return None


def steps_of(seed: int, *, small: bool) -> int:
    return Random(f"steps {seed}").randint(*((3, 5) if small else (6, 14)))


def _live(seen: History, most: int | None) -> None:
    world = make_world(seen.seed, small=seen.small)
    person = User.objects.create_user("nguoi@thu.example", "mat-khau-thu-123", full_name="Người Thử")
    unit = Random(f"role {seen.seed}").choice(world.units)
    Membership.objects.create(user=person, unit=unit, role=Role.EDITOR, valid_from=TODAY)
    done = _forward(seen, world, most)
    give_values(world)
    _figures(seen, world)
    _undo_somewhere(seen, world, done)
    _backward(seen, world, done)


# --- forward -----------------------------------------------------------------------------------------


def _forward(seen: History, world: World, most: int | None) -> list[Done]:
    """Each step is carried out, undone and carried out again; what is refused changes nothing."""
    count = steps_of(seen.seed, small=seen.small)
    done: list[Done] = []
    last: date | None = None
    for at in range(count if most is None else most):
        step = draw(world, at, count, last)
        if step is None:
            continue
        seen.told.append(f"{step.day:%d/%m/%Y} {step.words}")
        before, maps = state(), _maps(seen) if at % 3 == 0 else None
        first = _try(seen, step, before)
        if first is None:
            continue
        seen.steps += 1
        last = step.day
        if first is not step:
            first = _again(seen, step, first, before)
        done.append(Done(step, first if isinstance(first, Succession) else None, before, maps))
        check_tree(seen)
    return done


def _try(seen: History, step: Step, before: str) -> Succession | Step | None:
    """The succession; the step itself where it was a correction; None where it was refused."""
    try:
        with transaction.atomic():
            return step.do() or step
    except QuyenError as error:
        seen.refused += 1
        seen.told[-1] += f" — refused: {error}"
        seen.expect(_is_clear(error), f"unclear: {error} {error.advice}")
        seen.expect(state() == before, "what was refused left something behind")
    except Exception as error:
        seen.expect(False, f"fault {error!r:.300}")
    return None


def _again(seen: History, step: Step, first: Succession, before: str) -> Succession:
    """Undone, everything is as it was; done again, everything is as it was the first time."""
    units, once = _numbers(), _named(first)
    _undo(first)
    seen.undone += 1
    seen.expect(state() == before, "undone at once, not all is as it was before")
    again = step.do()
    assert again is not None
    seen.expect(_named(again) == once, "done again, it is not the same")
    seen.expect(len(_numbers()) == len(units), "done again, there are more units")
    return again


def _undo(succession: Succession) -> None:
    with transaction.atomic():
        undo_succession(actor=None, succession=Succession.objects.get(pk=succession.pk))


def _is_clear(error: QuyenError) -> bool:
    """Whole sentences, with names and not the numbers of rows."""
    said = f"{error} {error.advice}"
    bare = re.sub(r"“[^”]*”|\d+/\d+/\d+|\d+%", "", said)
    return str(error).endswith(".") and bool(error.advice) and not re.search(r"\d", bare)


# --- what is kept ------------------------------------------------------------------------------------


def state() -> str:
    """Every byte of every table of the organisation, as one sum."""
    found = hashlib.sha256()
    for model in apps.get_app_config("organisation").get_models():
        for row in model._default_manager.order_by("pk").values_list():
            found.update(repr(row).encode())
    return found.hexdigest()


def _values() -> str:
    rows = [
        *Observation.objects.order_by("pk").values_list(),
        *ObservationItem.objects.order_by("pk").values_list(),
    ]
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def _numbers() -> set[int]:
    return set(Unit.objects.values_list("pk", flat=True))


def _named(succession: Succession) -> list[tuple[object, ...]]:
    """All that there is, with names for the numbers of units that the succession founded."""
    known = set(UnitVersion.objects.exclude(opened_by=succession).values_list("unit_id", flat=True))
    name = {u.pk: u.pk if u.pk in known else u.name for u in Unit.objects.all()}
    found: list[tuple[object, ...]] = []
    for u in Unit.objects.all():
        way = tuple(name[one] for one in u.above)
        found.append(
            (name[u.pk], u.name, u.short_name, u.kind, name.get(u.parent_id), u.code, u.is_active, way)
        )
    for v in UnitVersion.objects.all():
        marks = (v.opened_by_id == succession.pk, v.closed_by_id == succession.pk)
        found.append(
            (
                name[v.unit_id],
                v.name,
                v.kind,
                name.get(v.parent_id),
                v.code,
                v.valid_from,
                v.valid_until,
                marks,
            )
        )
    found += [(name[p.source_id], name[p.target_id], p.share, p.back) for p in succession.parts.all()]
    return sorted(found, key=repr)


def _maps(seen: History) -> list[tuple[object, ...]]:
    """The maps that reports ask for: on today's map, and each on its own; kept ahead every other time."""
    truth, rows = Truth(), []
    if seen.figures % 2:
        prepare_maps(today=TODAY)
    for shown in (Map(TODAY), Map()):
        kept, wrong = standings(truth, TEN_YEARS, shown)
        seen.figures += len(kept)
        for words in wrong:
            seen.expect(False, words)
        rows += kept
    return rows


def check_tree(seen: History) -> None:
    """Who reaches whom today; and that no two units of one name ever stand under one."""
    truth = Truth()
    for unit in Unit.objects.all():
        seen.expect(
            unit.above == truth.above(unit.pk, TODAY),
            f"{unit.pk} {unit.name}: way {unit.above}, not {truth.above(unit.pk, TODAY)}",
        )
        version = truth.on(unit.pk, TODAY)
        if version is not None:
            same = (unit.name, unit.kind, unit.parent_id) == (version.name, version.kind, version.parent_id)
            seen.expect(same, f"{unit.pk}: not as its version of today")
        seen.expect(unit.is_active == (version is not None), f"{unit.pk}: is_active {unit.is_active}")
    for role in Membership.objects.all():
        true = {unit for unit in truth.lives if role.unit_id in truth.above(unit, TODAY)}
        seen.expect(
            set(unit_ids(role.user)) == true, f"roles in {role.unit_id} reach others than those under it"
        )
    for day in sorted({v.valid_from for life in truth.lives.values() for v in life if v.valid_from}):
        there = [(one.name, one.parent_id) for one in truth.in_force(day).values()]
        seen.expect(len(there) == len(set(there)), f"two of one name under one unit on {day}")


# --- figures -----------------------------------------------------------------------------------------


def _figures(seen: History, world: World) -> None:
    """Totals of ten years and of one on every boundary day, at every level; and every row of every map."""
    truth, dice = Truth(), Random(f"days {seen.seed}")
    kept = _values()
    periods = [asked(world, TEN_YEARS), asked(world, year(dice.randint(2018, 2027)))]
    for day in boundary_days(truth, dice):
        seen.days += 1
        for one in periods if day is None or dice.random() < 0.5 else periods[:1]:
            deep = one.period == TEN_YEARS and is_looked_into(truth, day)
            look = Look(world, truth, one, day, deep=deep).run()
            seen.figures += look.checked
            seen.wrong += look.wrong
        _rows, wrong = standings(truth, TEN_YEARS, Map(day))
        seen.wrong += wrong
    seen.expect(_values() == kept, "values were changed")


# --- undone ------------------------------------------------------------------------------------------


@contextmanager
def _taken_back() -> Iterator[None]:
    """What happens inside did not happen."""
    try:
        with transaction.atomic():
            yield
            raise _Enough
    except _Enough:
        pass
    eras.cache_clear()


def _undo_somewhere(seen: History, world: World, done: list[Done]) -> None:
    """Any of them, before those that came after: undone wholly, or refused with a reason and without a trace."""
    dice = Random(f"undo {seen.seed}")
    there = [one for one in done if one.succession is not None]
    for one in dice.sample(there, min(len(there), 1 if seen.small else 4)):
        seen.told.append(f"undo before its turn: {one.step.words}")
        with _taken_back():
            before = state()
            assert one.succession is not None
            try:
                _undo(one.succession)
            except QuyenError as error:
                seen.told[-1] += f" — refused: {error}"
                seen.expect(_is_clear(error), f"unclear: {error} {error.advice}")
                seen.expect(state() == before, "what was refused left something behind")
                continue
            seen.undone += 1
            check_tree(seen)
            values = asked(world, TEN_YEARS)
            for day in (None, TODAY, one.step.day - timedelta(days=1), one.step.day, LAST):
                look = Look(world, Truth(), values, day).run()
                seen.figures += look.checked
                seen.wrong += [f"{seen.told[-1]}: {words}" for words in look.wrong]


def _backward(seen: History, world: World, done: list[Done]) -> None:
    """The last one first: each time everything is as it was before it, and what is in use is not taken away."""
    for one in reversed(done):
        seen.told.append(f"undo: {one.step.words}")
        if one.succession is None:
            assert one.step.back is not None
            one.step.back()
        else:
            _undo_last(seen, one.succession)
        seen.expect(state() == one.before, "not all is as it was before it")
        if one.maps is not None:
            seen.expect(_maps(seen) == one.maps, "the maps are not as they were before it")


def _undo_last(seen: History, succession: Succession) -> None:
    """A unit that it founded and that gave something since is in use: its values go first, else it stays."""
    founded = set(succession.opened.values_list("unit_id", flat=True)) - set(
        succession.closed.values_list("unit_id", flat=True)
    )
    used = Observation.objects.filter(unit__in=founded)
    if used.exists():
        before = state()
        try:
            _undo(succession)
            seen.expect(False, "a unit with values was taken away")
        except QuyenError as error:
            seen.expect(_is_clear(error) and state() == before, f"not refused as it should be: {error}")
        used.delete()
    _undo(succession)
    seen.undone += 1
