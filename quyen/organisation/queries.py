"""Who may see and do what. Every object of the steps above is reached through one of these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, Func, OuterRef, Q, QuerySet

from quyen.accounts.models import User
from quyen.core.arithmetic import Correspondence, Passage
from quyen.core.errors import QuyenError
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership, SuccessionPart, Unit, UnitVersion


def unit_ids(user: User, at_least: Role = Role.VIEWER) -> QuerySet[Unit, int]:
    """A sub-query of the units that the person reaches with at least this role: those where it is held today, and
    all that stand under them today."""
    held = Membership.objects.valid().filter(user_id=user.pk, role__gte=at_least).values("unit_id")
    return Unit.objects.filter(above__overlap=ArraySubquery(held)).order_by().values_list("pk", flat=True)


def readable_units(user: User) -> QuerySet[Unit]:
    return Unit.objects.filter(pk__in=unit_ids(user))


def editable_units(user: User) -> QuerySet[Unit]:
    """Units in which the person may upload and review."""
    return Unit.objects.filter(pk__in=unit_ids(user, Role.EDITOR))


def governed_units(user: User) -> QuerySet[Unit]:
    """Units whose people and roles the person looks after."""
    return Unit.objects.filter(pk__in=unit_ids(user, Role.ADMINISTRATOR))


def role_in(user: User, unit_id: int) -> Role | None:
    """The highest role that the person holds in the unit or above it."""
    above = Unit.objects.filter(pk=unit_id).order_by().values(one=Func("above", function="unnest"))
    found = Membership.objects.valid().filter(user_id=user.pk, unit_id__in=above).order_by("-role").first()
    return Role(found.role) if found else None


def may(user: User, unit_id: int, at_least: Role) -> bool:
    return (role_in(user, unit_id) or 0) >= at_least


@dataclass(frozen=True)
class UnitPeople:
    """One unit with the people who hold a role in it today; `governed` says whether the reader looks after it."""

    unit: Unit
    people: tuple[Membership, ...]
    governed: bool


def people_page(user: User) -> list[UnitPeople]:
    """The units in which a person holds a role, with their people: four queries however many. The people of the units
    under them are on the units' own pages."""
    held = Membership.objects.valid().filter(user_id=user.pk).values("unit_id")
    units = {unit.pk: unit for unit in Unit.objects.filter(pk__in=held)}
    governed = set(unit_ids(user, Role.ADMINISTRATOR).filter(pk__in=units))
    members: dict[int, list[Membership]] = {pk: [] for pk in units}
    for row in _people(units):
        members[row.unit_id].append(row)
    return [UnitPeople(unit, tuple(members[pk]), pk in governed) for pk, unit in units.items()]


def _people(units: Iterable[int]) -> QuerySet[Membership]:
    rows = Membership.objects.valid().filter(unit_id__in=units).select_related("user")
    return rows.order_by("-role", "user__full_name")


def governed_memberships(user: User) -> QuerySet[Membership]:
    """Roles that the person may change."""
    return Membership.objects.valid().filter(unit_id__in=unit_ids(user, Role.ADMINISTRATOR))


# --- the tree of a day -------------------------------------------------------------------------------


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
    """Where figures stand on the map of any day: one query, however many units."""
    return Correspondence(passages())


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


def named_units() -> QuerySet[Unit]:
    """What a unit is called and what became of it: for every signed-in person to read."""
    return Unit.objects.all()


# --- screens -----------------------------------------------------------------------------------------

PAGE = 100


@dataclass(frozen=True)
class UnitAsked:
    """What a person asked the list of units for: a day, words of the name (marks or none), a unit to look under."""

    day: date
    words: str = ""
    under: int | None = None


@dataclass(frozen=True)
class UnitLine:
    """One unit as it was at the day; `below`: how many stand right under it then."""

    pk: int
    name: str
    kind: str
    code: str
    parent: str
    below: int


@dataclass(frozen=True)
class UnitList:
    """`way`: the unit asked for and those above it, from the top, by number and name."""

    lines: tuple[UnitLine, ...]
    found: int
    page: int
    pages: int
    way: tuple[tuple[int, str], ...]
    asked: UnitAsked


def unit_list(asked: UnitAsked, page: int = 1) -> UnitList:
    """Units in force at a day: those at the top, those right under one, or those whose name holds the words.

    Names of public bodies are no secret: every signed-in person may read them. Four queries however many there are, and
    one a step of the way to the unit asked for.
    """
    rows = UnitVersion.objects.on(asked.day)
    if asked.words:
        for word in asked.words.split():
            rows = rows.filter(name__unaccent__icontains=word)
    else:
        rows = rows.filter(parent_id=asked.under)
    found = rows.count()
    pages = max(1, -(-found // PAGE))
    page = min(max(page, 1), pages)
    ordered = rows.order_by("kind", "code", "name", "pk")
    shown = list(ordered[(page - 1) * PAGE : page * PAGE])
    names = _names([row.parent_id for row in shown], asked.day)
    lines = tuple(
        UnitLine(row.unit_id, row.name, row.get_kind_display(), row.code, names.get(row.parent_id, ""), below)
        for row, below in zip(shown, _below(shown, asked.day), strict=True)
    )
    return UnitList(lines, found, page, pages, _way(asked.under, asked.day), asked)


def _below(shown: list[UnitVersion], day: date) -> list[int]:
    """How many units stand right under each."""
    rows = UnitVersion.objects.on(day).filter(parent_id__in=[row.unit_id for row in shown]).order_by()
    counts = dict(rows.values_list("parent_id").annotate(Count("pk")))
    return [counts.get(row.unit_id, 0) for row in shown]


def _names(units: list[int | None], day: date) -> dict[int | None, str]:
    rows = UnitVersion.objects.on(day).filter(unit_id__in={pk for pk in units if pk})
    return dict(rows.values_list("unit_id", "name"))


def _way(unit_id: int | None, day: date) -> tuple[tuple[int, str], ...]:
    """From the top down to a unit, at a day: one query a step, and there are three at most."""
    way: list[tuple[int, str]] = []
    while unit_id is not None and len(way) < 10:
        row = UnitVersion.objects.on(day).filter(unit_id=unit_id).values_list("name", "parent_id").first()
        if row is None:
            break
        way.insert(0, (unit_id, row[0]))
        unit_id = row[1]
    return tuple(way)


@dataclass(frozen=True)
class UnitPage:
    """A unit and its life. `versions` from the oldest; `came` and `went`: the parts that led to it and from it."""

    unit: Unit
    way: tuple[tuple[int, str], ...]
    versions: tuple[UnitVersion, ...]
    came: tuple[SuccessionPart, ...]
    went: tuple[SuccessionPart, ...]
    below: int
    people: UnitPeople | None  # None for those who may not see them


def unit_page(user: User, unit: Unit, today: date) -> UnitPage:
    role = role_in(user, unit.pk) or 0
    parts = SuccessionPart.objects.select_related("succession", "source", "target").order_by(
        "succession__day", "-share", "source__name", "target__name"
    )
    return UnitPage(
        unit=unit,
        way=_way(unit.pk, today),
        versions=tuple(unit.versions.select_related("parent", "opened_by", "closed_by")),
        came=tuple(parts.filter(target=unit)),
        went=tuple(parts.filter(source=unit)),
        below=UnitVersion.objects.on(today).filter(parent_id=unit.pk).count(),
        people=UnitPeople(unit, tuple(_people([unit.pk])), role >= Role.ADMINISTRATOR) if role else None,
    )
