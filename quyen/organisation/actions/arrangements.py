"""What a succession would do, worked out from what an administrator asks for, before anything is changed.

A merger takes the units under the merged ones along: one that has a namesake under the target ("Sở Tư pháp tỉnh
Hậu Giang" beside "Sở Tư pháp thành phố Cần Thơ") is merged into it, any other moves under the target.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.core.text.folding import fold
from quyen.organisation.actions.guard import require
from quyen.organisation.actions.successions import Part, record_succession
from quyen.organisation.actions.units import Facts, UnitRefused, facts_of, new_row
from quyen.organisation.enums import Role, SuccessionKind
from quyen.organisation.models import Succession, Unit, UnitVersion
from quyen.organisation.queries import Tree, tree_on


@dataclass(frozen=True)
class Wish:
    """What is asked for. `target`: whom the units merge into or move under; None founds a new unit called `name`
    (merger, split) or leaves the units where they are. `name`: what the target, or the renamed unit, is called."""

    kind: SuccessionKind
    day: date
    basis: str
    units: tuple[int, ...]
    target: int | None = None
    name: str = ""


@dataclass(frozen=True)
class Arrangement:
    """What would change at the day. `founded` is set where the target is yet to be made; it then stands as 0."""

    wish: Wish
    before: dict[int, UnitVersion]
    changes: dict[int, Facts | None]
    parts: tuple[Part, ...]
    merged_below: tuple[tuple[int, int], ...] = ()  # units below that are merged into a namesake
    moved_below: tuple[int, ...] = ()  # units below that only change their parent
    founded: Facts | None = None


@dataclass
class _Draft:
    tree: Tree
    children: dict[int, list[int]]
    changes: dict[int, Facts | None] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    merged: list[tuple[int, int]] = field(default_factory=list)
    moved: list[int] = field(default_factory=list)

    def facts(self, unit_id: int, **other: object) -> Facts:
        """What the unit is on the day before, but for some of it."""
        return replace(facts_of(self.tree.versions[unit_id]), **other)  # type: ignore[arg-type]

    def take_along(self, source: int, target: int) -> None:
        """The units under one that ends go under its heir, or into their namesakes there."""
        namesakes = {_stem(self.tree, pk): pk for pk in self.children.get(target, ())}
        for child in self.children.get(source, ()):
            if child in self.changes:
                continue
            twin = namesakes.get(_stem(self.tree, child))
            if twin is None:
                self.changes[child] = self.facts(child, parent_id=target)
                self.moved.append(child)
            else:
                self.end(child, twin)
                self.merged.append((child, twin))

    def end(self, source: int, target: int, back: int = 0) -> None:
        self.changes[source] = None
        self.parts.append(Part(source, target, back=Decimal(back)))
        self.take_along(source, target)


def arrange(wish: Wish) -> Arrangement:
    """What the wish comes to. Raises UnitRefused where it cannot be; changes nothing. Two queries."""
    tree = tree_on(wish.day - timedelta(days=1))
    children: dict[int, list[int]] = {}
    for pk, version in tree.versions.items():
        if version.parent_id is not None:
            children.setdefault(version.parent_id, []).append(pk)
    draft = _Draft(tree, children)
    _check(wish, tree)
    founded = _ARRANGE[wish.kind](wish, draft)
    touched = {*draft.changes, *_named(wish)}
    before = {pk: tree.versions[pk] for pk in touched if pk in tree.versions}
    return Arrangement(
        wish, before, draft.changes, tuple(draft.parts), tuple(draft.merged), tuple(draft.moved), founded
    )


def _named(wish: Wish) -> list[int]:
    return [*wish.units, *([wish.target] if wish.target else [])]


def _check(wish: Wish, tree: Tree) -> None:
    for pk in _named(wish):
        if pk not in tree.versions:
            name = Unit.objects.filter(pk=pk).values_list("name", flat=True).first() or str(pk)
            raise UnitRefused(
                _("“%(name)s” không có vào ngày trước %(day)s.")
                % {"name": name, "day": f"{wish.day:%d/%m/%Y}"}
            )
    if not wish.units:
        raise UnitRefused(_("Chưa chọn đơn vị nào."))


def _merge(wish: Wish, draft: _Draft) -> Facts | None:
    if wish.target is None:
        return _found(wish, draft)
    sources = [pk for pk in wish.units if pk != wish.target]
    if not sources:
        raise UnitRefused(_("Sáp nhập cần ít nhất hai đơn vị."))
    draft.changes[wish.target] = draft.facts(wish.target, **({"name": wish.name} if wish.name else {}))
    for source in sources:
        draft.end(source, wish.target)
    return None


def _found(wish: Wish, draft: _Draft) -> Facts:
    """A merger into a unit that is new: its figures of later days are shown at the first of the old ones before."""
    if not wish.name:
        raise UnitRefused(_("Chưa có tên của đơn vị mới."))
    for at, source in enumerate(wish.units):
        draft.end(source, 0, back=int(at == 0))
    first = draft.tree.versions[wish.units[0]]
    return Facts(name=wish.name, kind=first.kind, parent_id=first.parent_id)


def _rename(wish: Wish, draft: _Draft) -> None:
    if not wish.name or len(wish.units) != 1:
        raise UnitRefused(_("Đổi tên cần một đơn vị và tên mới của nó."))
    draft.changes[wish.units[0]] = draft.facts(wish.units[0], name=wish.name)


def _move(wish: Wish, draft: _Draft) -> None:
    if wish.target is None:
        raise UnitRefused(_("Chưa chọn cấp trên mới."))
    for unit in wish.units:
        draft.changes[unit] = draft.facts(unit, parent_id=wish.target)
        draft.moved.append(unit)


def _abolish(wish: Wish, draft: _Draft) -> None:
    """Whatever it gave is carried on by the target, or by the unit above: figures must stand somewhere."""
    for unit in wish.units:
        heir = wish.target or draft.tree.versions[unit].parent_id
        if heir is None or heir in wish.units:
            raise UnitRefused(
                _("Cho biết đơn vị nào tiếp nhận việc và số liệu của đơn vị kết thúc hoạt động.")
            )
        draft.end(unit, heir)


_ARRANGE = {
    SuccessionKind.MERGE: _merge,
    SuccessionKind.RENAME: _rename,
    SuccessionKind.MOVE: _move,
    SuccessionKind.ABOLISH: _abolish,
}


@transaction.atomic
def carry_out(*, actor: User | None, wish: Wish) -> Succession:
    """Records what `arrange` works out, all of it or nothing. Raises as `arrange` and `record_succession` do."""
    arrangement = arrange(wish)
    changes, parts = arrangement.changes, arrangement.parts
    if arrangement.founded is not None:
        founded = arrangement.founded
        if actor is not None:
            require(actor, founded.parent_id or 0, Role.ADMINISTRATOR)
        made = new_row(founded)
        changes = {
            pk: replace(facts, parent_id=made.pk) if facts and facts.parent_id == 0 else facts
            for pk, facts in changes.items()
        }
        changes[made.pk] = founded
        parts = tuple(Part(one.source, one.target or made.pk, one.share, one.back) for one in parts)
    return record_succession(
        actor=actor, kind=wish.kind, day=wish.day, basis=wish.basis, changes=changes, parts=parts
    )


def _stem(tree: Tree, unit_id: int) -> str:
    """A unit's name without its place: "Sở Tư pháp tỉnh Hậu Giang" and "Sở Tư pháp thành phố Cần Thơ" are "so tu phap"."""
    version = tree.versions[unit_id]
    name = f" {fold(version.name)} "
    for above in tree.above[unit_id][:-1]:
        place = fold(tree.versions[above].name)
        bare = place.removeprefix("thanh pho ").removeprefix("tinh ")
        for words in (place, f"tinh {bare}", f"thanh pho {bare}", bare):
            name = name.replace(f" {words} ", " ")
    return f"{version.kind}:{name.strip()}"
