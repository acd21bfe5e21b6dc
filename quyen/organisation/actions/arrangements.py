"""What a succession would do, worked out from what an administrator asks for, before anything is changed.

Whatever ends takes the units under it along: one that has a namesake under the heir ("Sở Tư pháp tỉnh Hậu Giang"
beside "Sở Tư pháp thành phố Cần Thơ") is merged into it, any other moves under the heir. Places (provinces, communes)
are never merged for their names' sake. A unit that is yet to be founded stands as -1, -2 ...
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.organisation.actions.guard import require
from quyen.organisation.actions.people import take_charge
from quyen.organisation.actions.successions import record_succession
from quyen.organisation.actions.units import UnitRefused, new_row
from quyen.organisation.enums import PLACES, Role, SuccessionKind
from quyen.organisation.models import Succession, Unit, UnitVersion
from quyen.organisation.queries import Facts, Part, Tree, facts_of, stem, tree_on
from quyen.organisation.queries.changes import later_words

ALL = Decimal(1)


@dataclass(frozen=True)
class Share:
    """A part of a split: to `target`, or to a new unit called `name` where it is None. `share` from 0 to 1."""

    target: int | None
    name: str
    share: Decimal


@dataclass(frozen=True)
class Wish:
    """What is asked for. `target`: whom the units merge into or move under; None founds a new unit called `name`
    (merger) or leaves the units where they are. `name`: what the target, or the renamed unit, is called.
    `shares`: of a split, the unit itself among them where it goes on; `below`: which share takes a unit under the
    split one (by its place in `shares`), where it is not the largest."""

    kind: SuccessionKind
    day: date
    basis: str
    units: tuple[int, ...]
    target: int | None = None
    name: str = ""
    shares: tuple[Share, ...] = ()
    below: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Arrangement:
    """What would change at the day. `founded[i]` stands as -(i + 1) in the rest."""

    wish: Wish
    before: dict[int, UnitVersion]
    changes: dict[int, Facts | None]
    parts: tuple[Part, ...]
    merged_below: tuple[tuple[int, int], ...] = ()  # units below that are merged into a namesake
    moved_below: tuple[int, ...] = ()  # units below that only change their parent
    founded: tuple[Facts, ...] = ()


@dataclass
class _Draft:
    tree: Tree
    children: dict[int, list[int]]
    changes: dict[int, Facts | None] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    merged: list[tuple[int, int]] = field(default_factory=list)
    moved: list[int] = field(default_factory=list)
    founded: list[Facts] = field(default_factory=list)
    _namesakes: dict[int, dict[str, int]] = field(default_factory=dict)

    def facts(self, unit_id: int, **other: object) -> Facts:
        """What the unit is on the day before, but for some of it."""
        return replace(facts_of(self.tree.versions[unit_id]), **other)  # type: ignore[arg-type]

    def found(self, like: int, name: str) -> int:
        """A new unit of the kind and at the place of another; the number that it stands as."""
        if not name.strip():
            raise UnitRefused(_("Chưa có tên của đơn vị mới."))
        first = self.tree.versions[like]
        self.founded.append(Facts(name=name.strip(), kind=first.kind, parent_id=first.parent_id))
        return -len(self.founded)

    def take_along(self, source: int, target: int) -> None:
        """The units under one that ends go under its heir, or into their namesakes there."""
        for child in self.children.get(source, ()):
            if child not in self.changes and child != target:
                self.hand_over(child, target)

    def hand_over(self, child: int, target: int) -> None:
        stem = _stem(self.tree, child)
        twins = self._twins(target)
        twin = twins.get(stem)
        if twin is None or self.tree.versions[child].kind in PLACES:
            self.changes[child] = self.facts(child, parent_id=target)
            self.moved.append(child)
            twins.setdefault(stem, child)
        else:
            self.end(child, twin)
            self.merged.append((child, twin))

    def _twins(self, target: int) -> dict[str, int]:
        if target not in self._namesakes:
            there = self.children.get(target, ())
            self._namesakes[target] = {
                _stem(self.tree, pk): pk for pk in there if self.changes.get(pk, True) is not None
            }
        return self._namesakes[target]

    def end(self, source: int, target: int, back: int = 0) -> None:
        self.changes[source] = None
        self.parts.append(Part(source, target, back=Decimal(back)))
        self.take_along(source, target)


def arrange(wish: Wish) -> Arrangement:
    """What the wish comes to. Raises UnitRefused where it cannot be; changes nothing. Three queries."""
    tree = tree_on(wish.day - timedelta(days=1))
    draft = _Draft(tree, _children(tree, wish.day))
    _check(wish, tree)
    _ARRANGE[wish.kind](wish, draft)
    _check_draft(draft)
    involved = {*draft.changes, *_named(wish), *(target for _child, target in draft.merged)}
    before = {pk: tree.versions[pk] for pk in involved if pk in tree.versions}
    return Arrangement(
        wish, before, draft.changes, tuple(draft.parts), tuple(draft.merged), tuple(draft.moved), tuple(draft.founded)
    )  # fmt: skip


def _children(tree: Tree, day: date) -> dict[int, list[int]]:
    """Those right under each unit. One that ends or is hung elsewhere on the day itself needs nobody to take it along."""
    found: dict[int, list[int]] = {}
    changed = {pk for pk, version in tree.versions.items() if version.valid_until == day}
    rows = UnitVersion.objects.filter(unit__in=changed, valid_from=day) if changed else ()
    stays = {row.unit_id for row in rows if row.parent_id == tree.versions[row.unit_id].parent_id}
    for pk, version in tree.versions.items():
        if version.parent_id is not None and (pk not in changed or pk in stays):
            found.setdefault(version.parent_id, []).append(pk)
    return found


def _named(wish: Wish) -> list[int]:
    targets = (wish.target, *(share.target for share in wish.shares))
    return [*wish.units, *(target for target in targets if target)]


def _check(wish: Wish, tree: Tree) -> None:
    for pk in _named(wish):
        if pk not in tree.versions:
            name = Unit.objects.filter(pk=pk).values_list("name", flat=True).first() or str(pk)
            raise UnitRefused(
                _("“%(name)s” không có vào ngày trước %(day)s.")
                % {"name": name, "day": f"{wish.day:%d/%m/%Y}"}
            )
        below = set(tree.above[pk][:-1]) & set(wish.units)
        if below:
            raise UnitRefused(
                _("“%(name)s” đứng dưới “%(above)s”; không chọn cả hai trong một lần.")
                % {"name": tree.versions[pk].name, "above": tree.versions[below.pop()].name}
            )
    if not wish.units:
        raise UnitRefused(_("Chưa chọn đơn vị nào."))


def _check_draft(draft: _Draft) -> None:
    """No later change in the way, and no two of one name under one unit."""
    for pk in draft.changes:
        if draft.tree.versions[pk].valid_until is not None:
            raise UnitRefused(later_words(draft.tree.versions[pk].name))
    placed = [facts for facts in (*draft.changes.values(), *draft.founded) if facts is not None]
    parents = {facts.parent_id for facts in placed}
    stay = [
        facts_of(draft.tree.versions[pk])
        for parent in parents
        for pk in _there(draft, parent)
        if pk not in draft.changes
    ]
    seen: set[tuple[str, int | None]] = set()
    for facts in (*stay, *placed):
        if (facts.name, facts.parent_id) in seen:
            raise UnitRefused(
                _(
                    "Hai đơn vị cùng tên “%(name)s” sẽ đứng dưới cùng một đơn vị; hãy đổi tên một đơn vị trước."
                )
                % {"name": facts.name}
            )
        seen.add((facts.name, facts.parent_id))


def _there(draft: _Draft, parent: int | None) -> list[int]:
    """Those right under a unit; at the top any number may bear one name only in error, so they are looked at too."""
    if parent is not None:
        return draft.children.get(parent, [])
    return [pk for pk, version in draft.tree.versions.items() if version.parent_id is None]


def _merge(wish: Wish, draft: _Draft) -> None:
    """Into one of them or another unit; or into a new one, whose later figures are shown at the first before."""
    if wish.target is None:
        if len(wish.units) < 2:
            raise UnitRefused(_("Sáp nhập cần ít nhất hai đơn vị."))
        new = draft.found(wish.units[0], wish.name)
        for at, source in enumerate(wish.units):
            draft.end(source, new, back=int(at == 0))
        return
    sources = [pk for pk in wish.units if pk != wish.target]
    if not sources:
        raise UnitRefused(_("Sáp nhập cần ít nhất hai đơn vị."))
    draft.changes[wish.target] = draft.facts(wish.target, **({"name": wish.name} if wish.name else {}))
    for source in sources:
        draft.end(source, wish.target)


def _split(wish: Wish, draft: _Draft) -> None:
    """Several units carry one on. A unit that is new shows its later figures at the old one, on a map before."""
    source = wish.units[0]
    _check_shares(wish)
    targets = [
        share.target if share.target is not None else draft.found(source, share.name) for share in wish.shares
    ]
    for target, share in zip(targets, wish.shares, strict=True):
        draft.parts.append(Part(source, target, share.share, Decimal(int(target < 0))))
    goes_on = source in targets
    largest = source if goes_on else targets[max(range(len(targets)), key=lambda at: wish.shares[at].share)]
    if not goes_on:
        draft.changes[source] = None
    for child in draft.children.get(source, ()):
        at = wish.below.get(child)
        heir = targets[at] if at is not None and at < len(targets) else largest
        if heir not in (source, child):
            draft.hand_over(child, heir)


def _check_shares(wish: Wish) -> None:
    if len(wish.units) != 1 or len(wish.shares) < 2:
        raise UnitRefused(_("Chia, tách cần một đơn vị và ít nhất hai phần."))
    total = sum((share.share for share in wish.shares), Decimal(0))
    if total != ALL or any(share.share <= 0 for share in wish.shares):
        percent = f"{total * 100:f}"
        percent = percent.rstrip("0").rstrip(".") if "." in percent else percent
        raise UnitRefused(
            _("Các phần cộng lại là %(percent)s%%; phải đủ 100%% và mỗi phần lớn hơn 0.")
            % {"percent": percent.replace(".", ",")}
        )
    known = [share.target for share in wish.shares if share.target is not None]
    if len(known) != len(set(known)):
        raise UnitRefused(_("Một đơn vị chỉ nhận một phần; hãy cộng các phần của nó lại."))


def _rename(wish: Wish, draft: _Draft) -> None:
    if not wish.name or len(wish.units) != 1:
        raise UnitRefused(_("Đổi tên cần một đơn vị và tên mới của nó."))
    if draft.tree.versions[wish.units[0]].name == wish.name:
        raise UnitRefused(_("Tên mới giống tên đang có."))
    draft.changes[wish.units[0]] = draft.facts(wish.units[0], name=wish.name)


def _move(wish: Wish, draft: _Draft) -> None:
    if wish.target is None:
        raise UnitRefused(_("Chưa chọn cấp trên mới."))
    for unit in wish.units:
        if draft.tree.versions[unit].parent_id == wish.target or unit == wish.target:
            raise UnitRefused(_("“%(name)s” đã ở đó rồi.") % {"name": draft.tree.versions[unit].name})
        draft.changes[unit] = draft.facts(unit, parent_id=wish.target)


def _abolish(wish: Wish, draft: _Draft) -> None:
    """Whatever it gave is carried on by the target, or by the unit above: figures must stand somewhere."""
    for unit in wish.units:
        heir = wish.target or draft.tree.versions[unit].parent_id
        if heir is None or heir in wish.units:
            raise UnitRefused(
                _("Cho biết đơn vị nào tiếp nhận việc và số liệu của đơn vị kết thúc hoạt động.")
            )
        draft.end(unit, heir)


def _found(wish: Wish, draft: _Draft) -> None:
    raise UnitRefused(_("Đơn vị mới được lập từ danh mục, từ tệp Excel, hoặc khi sáp nhập và chia tách."))


_ARRANGE = {
    SuccessionKind.MERGE: _merge,
    SuccessionKind.SPLIT: _split,
    SuccessionKind.RENAME: _rename,
    SuccessionKind.MOVE: _move,
    SuccessionKind.ABOLISH: _abolish,
    SuccessionKind.FOUND: _found,
}


@transaction.atomic
def carry_out(*, actor: User | None, wish: Wish) -> Succession:
    """Records what `arrange` works out, all of it or nothing. Raises as `arrange` and `record_succession` do.

    A new unit at the top has nobody above who looks after it: who founds it, out of units that are theirs to govern,
    becomes its administrator.
    """
    arrangement = arrange(wish)
    made = {-at: new_row(facts).pk for at, facts in enumerate(arrangement.founded, 1)}
    changes = {
        pk: replace(facts, parent_id=made.get(facts.parent_id or 0, facts.parent_id)) if facts else None
        for pk, facts in arrangement.changes.items()
    }
    for at, facts in enumerate(arrangement.founded, 1):
        changes[made[-at]] = facts
        if facts.parent_id is None and actor is not None:
            _found_at_the_top(actor, wish, made[-at])
    parts = tuple(replace(one, target=made.get(one.target, one.target)) for one in arrangement.parts)
    return record_succession(
        actor=actor, kind=wish.kind, day=wish.day, basis=wish.basis, changes=changes, parts=parts
    )


def _found_at_the_top(actor: User, wish: Wish, unit_id: int) -> None:
    for source in wish.units:
        require(actor, source, Role.ADMINISTRATOR)
    take_charge(actor=actor, unit_id=unit_id)


def _stem(tree: Tree, unit_id: int) -> str:
    """A unit's name without its place: "Sở Tư pháp tỉnh Hậu Giang" and "Sở Tư pháp thành phố Cần Thơ" are "so tu phap"."""
    version = tree.versions[unit_id]
    places = [tree.versions[above].name for above in tree.above[unit_id][:-1]]
    return f"{version.kind}:{stem(version.name, places)}"
