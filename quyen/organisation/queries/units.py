"""The list of units at a day, and the page of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from quyen.accounts.models import User
from quyen.core.arithmetic import paged
from quyen.organisation.enums import Role
from quyen.organisation.models import SuccessionPart, Unit, UnitVersion
from quyen.organisation.queries.access import UnitPeople, people_of, role_in

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
    page, pages, cut = paged(found, page, PAGE)
    ordered = rows.order_by("kind", "code", "name", "pk")
    shown = list(ordered[cut])
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
        people=UnitPeople(unit, tuple(people_of([unit.pk])), role >= Role.ADMINISTRATOR) if role else None,
    )
