"""Names in a plan and the units of today that they mean: one, several of a kind, or nobody known. Never a guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.core.reading.agencies import canonical_name
from quyen.core.text.folding import fold_tones
from quyen.organisation.enums import UnitKind
from quyen.organisation.models import Unit, UnitQuerySet, UnitVersion
from quyen.organisation.queries import heirs
from quyen.plans.models import Plan
from quyen.plans.queries.giving.groups import bare, group_of

COUNTRY = (UnitKind.CENTRAL, UnitKind.MINISTRY)
HEADS = ("uy ban nhan dan ", "ubnd ")


@dataclass(frozen=True)
class Named:
    """One unit of today. `name` as on its letterhead."""

    pk: int
    name: str
    kind: str


@dataclass(frozen=True)
class Meaning:
    """Whom a name means today. `note` says plainly what was followed (a succession, a group), `problem` why nobody
    is known; units and a problem exclude each other."""

    units: tuple[Named, ...] = ()
    note: str = ""
    problem: str = ""
    is_group: bool = False


@dataclass(frozen=True)
class _Version:
    unit: int
    name: str
    kind: str
    was_in_force: bool  # on the plan's day


@dataclass
class Register:
    """The units within the reach of a plan, by their names of any day. Made by `register_of`."""

    root: int | None
    day: date
    active: dict[int, Named] = field(default_factory=dict)
    heirs: dict[int, int] = field(default_factory=dict)
    by_name: dict[str, list[_Version]] = field(default_factory=lambda: defaultdict(list))

    def meaning(self, name: str) -> Meaning:
        """Of a name as the reader wrote it out, or as a person typed it."""
        full = canonical_name(name)
        group = group_of(full)
        if group is not None:
            return self._group(full, group.kind)
        found = self._versions(full)
        if not found:
            return Meaning(problem=_("Chưa có đơn vị nào mang tên này trong phạm vi của kế hoạch."))
        return self._one(found)

    def of_kind(self, kind: str) -> tuple[Named, ...]:
        return tuple(unit for unit in self.active.values() if unit.kind == kind)

    def _group(self, name: str, kind: UnitKind | None) -> Meaning:
        if kind is None:
            return Meaning(
                problem=_("Văn bản gọi chung, không nêu tên đơn vị nào; hãy chọn đơn vị."), is_group=True
            )
        units = self.of_kind(kind)
        if units:
            return Meaning(units, note=_("gọi chung: %s") % kind.label, is_group=True)
        if kind == UnitKind.DISTRICT:
            said = _("Cấp huyện không còn từ ngày 01/07/2025; hãy chọn đơn vị làm thay.")
        else:
            said = _("Trong phạm vi của kế hoạch chưa có đơn vị nào thuộc loại này.")
        return Meaning(problem=said, is_group=True)

    def _versions(self, name: str) -> list[_Version]:
        """All units that bore the name; those that bore it on the plan's day before others, and those spelled with
        the same marks before those that only look alike without them."""
        found = [version for key in _asked(name) for version in self.by_name.get(key, ())]
        then = [version for version in found if version.was_in_force] or found
        wanted = fold_tones(name).lower()
        same = [one for one in then if _spelled(one.name, wanted)]
        return same or then

    def _one(self, found: list[_Version]) -> Meaning:
        today = {self._today(version.unit) for version in found}
        units = [self.active[pk] for pk in today if pk is not None and pk in self.active]
        if not units:
            gone = _("“%(name)s” không còn và chưa ghi ai làm tiếp; hãy chọn đơn vị.")
            return Meaning(problem=gone % {"name": found[0].name})
        if len(today) > 1:
            names = "; ".join(sorted({version.name for version in found}))
            return Meaning(problem=_("Nhiều đơn vị mang tên này: %s. Hãy chọn một.") % names)
        if _is_ended_district(found[0], units[0]):
            ended = _(
                "“%(old)s” không còn; “%(new)s” giữ số liệu của huyện, không đương nhiên làm thay. Hãy chọn đơn vị."
            )
            return Meaning(problem=ended % {"old": found[0].name, "new": units[0].name})
        return Meaning((units[0],), note=self._followed(found[0], units[0]))

    def _today(self, unit_id: int) -> int | None:
        return unit_id if unit_id in self.active else self.heirs.get(unit_id)

    def _followed(self, version: _Version, unit: Named) -> str:
        if version.unit == unit.pk:
            if bare(version.name) == bare(unit.name):
                return ""
            return _("“%(old)s” nay mang tên “%(new)s”") % {"old": version.name, "new": unit.name}
        return _("“%(old)s” nay do “%(new)s” làm tiếp") % {"old": version.name, "new": unit.name}


def _is_ended_district(version: _Version, unit: Named) -> bool:
    """The districts of before July 2025 passed to their provinces in the figures only; who does their work is a
    person's to say."""
    return version.kind == UnitKind.DISTRICT and unit.kind == UnitKind.PROVINCE


def _spelled(name: str, wanted: str) -> bool:
    own = fold_tones(name).lower()
    return own.startswith(wanted) or own in wanted


def root_of(plan: Plan) -> int | None:
    """The unit under which a plan may hand out work: the province of its issuer, else the top above its own unit;
    None for the whole country. Two queries at most."""
    unit = plan.issuer_unit or plan.unit
    top = unit if unit.above[:1] in ([], [unit.pk]) else Unit.objects.get(pk=unit.above[0])
    return None if top.kind in COUNTRY else top.pk


def within(root: int | None) -> UnitQuerySet:
    """The units of a reach, those that are no more too."""
    units: UnitQuerySet = Unit.objects.all()
    return units.filter(above__contains=[root]) if root else units


def register_of(plan: Plan) -> Register:
    """Five queries at most, however many units."""
    root, today = root_of(plan), timezone.localdate()
    register = Register(root, plan.issued_on or today)
    units = within(root)
    if root is None:
        units = units.exclude(kind__in=(UnitKind.COMMUNE, UnitKind.DISTRICT))
    for pk, name, kind in units.active().order_by("kind", "name").values_list("pk", "name", "kind"):
        register.active[pk] = Named(pk, name, kind)
    register.heirs = heirs(today)
    versions = list(UnitVersion.objects.filter(unit__in=units).order_by("pk"))
    places = sorted({bare(v.name) for v in versions if v.kind == UnitKind.PROVINCE}, key=len, reverse=True)
    for version in versions:
        _enter(register, version, places)
    return register


def _enter(register: Register, version: UnitVersion, places: Iterable[str]) -> None:
    in_force = (version.valid_from is None or version.valid_from <= register.day) and (
        version.valid_until is None or version.valid_until > register.day
    )
    entry = _Version(version.unit_id, version.name, version.kind, in_force)
    for key in _keys(version, places, register.root):
        if entry not in register.by_name[key]:
            register.by_name[key].append(entry)


def _keys(version: UnitVersion, places: Iterable[str], root: int | None) -> set[str]:
    """The ways to say a unit: whole, short, and within one province without the province."""
    name = bare(version.name)
    keys = {name, bare(version.short_name)} - {""}
    if root is None:
        return keys
    if version.unit_id == root:
        keys |= {name.split(" ")[0], "thanh pho" if name.startswith("thanh pho") else "tinh"}
    for place in places:
        if name.endswith(" " + place):
            keys.add(name.removesuffix(" " + place))
            break
    return keys


def _asked(name: str) -> list[str]:
    """The keys under which a name is looked for, the fullest first."""
    key = bare(name)
    said = [key]
    for head in HEADS:
        if key.startswith(head):
            said.append(key.removeprefix(head))
    said += [
        one.removesuffix(end)
        for one in list(said)
        for end in (" cua tinh", " tinh", " thanh pho")
        if one.endswith(end)
    ]
    return [one for one in dict.fromkeys(said) if one and one not in ("uy ban nhan dan", "so")]
