"""The list of successions, the page of one, and what a wish for one looks like beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, QuerySet

from quyen.accounts.models import User
from quyen.core.arithmetic import paged
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership, Succession, SuccessionPart, Unit, UnitVersion
from quyen.organisation.queries.access import governed_units, ungoverned, unit_ids
from quyen.organisation.queries.changes import Change, Obstacle, asked, change_of, obstacles
from quyen.organisation.queries.looks import Changed, Look, headline, look
from quyen.organisation.queries.tree import Facts, Part, facts_of
from quyen.organisation.signals import OpenWork, work_asked

PAGE = 50
FACTS_COLUMNS = ("name", "kind", "parent_id", "short_name", "code")  # in the order of Facts


@dataclass(frozen=True)
class SuccessionLine:
    succession: Succession
    headline: str
    units: int  # whose versions it ended or began


@dataclass(frozen=True)
class SuccessionList:
    lines: tuple[SuccessionLine, ...]
    found: int
    page: int
    pages: int
    may_enter: bool


def named_successions() -> QuerySet[Succession]:
    """What became of public bodies: for every signed-in person to read."""
    return Succession.objects.all()


def may_enter(user: User) -> bool:
    """Whether the person looks after any unit at all."""
    return governed_units(user).exists()


def succession_list(user: User, page: int = 1) -> SuccessionList:
    """Newest first. Seven queries, whatever they hold."""
    found = Succession.objects.count()
    page, pages, cut = paged(found, page, PAGE)
    shown = list(Succession.objects.select_related("entered_by")[cut])
    numbers = [one.pk for one in shown]
    closed, opened, parts = _versions("closed_by", numbers), _versions("opened_by", numbers), _parts(numbers)
    heirs = _heirs(parts, closed)
    lines = [
        _line(one, closed.get(one.pk, {}), opened.get(one.pk, {}), parts.get(one.pk, []), heirs)
        for one in shown
    ]
    return SuccessionList(tuple(lines), found, page, pages, may_enter(user))


def _versions(field: str, numbers: list[int]) -> dict[int, dict[int, Facts]]:
    """What each succession ended or began, by unit: one query. Plain values, for a province's may be hundreds."""
    rows = UnitVersion.objects.filter(**{f"{field}__in": numbers}).order_by("pk")
    found: dict[int, dict[int, Facts]] = {}
    for succession, unit, *facts in rows.values_list(field, "unit_id", *FACTS_COLUMNS):
        found.setdefault(succession, {})[unit] = Facts(*facts)
    return found


def _parts(numbers: list[int]) -> dict[int, list[Part]]:
    rows = SuccessionPart.objects.filter(succession__in=numbers).order_by("pk")
    found: dict[int, list[Part]] = {}
    columns = rows.values_list("succession_id", "source_id", "target_id", "share", "back")
    for succession, source, target, share, back in columns:
        found.setdefault(succession, []).append(Part(source, target, share, back))
    return found


def _heirs(parts: dict[int, list[Part]], closed: dict[int, dict[int, Facts]]) -> dict[int, Facts]:
    """Units that take part in one without a change of their own."""
    wanted = {
        unit
        for succession, many in parts.items()
        for part in many
        for unit in (part.source, part.target)
        if unit not in closed.get(succession, {})
    }
    rows = Unit.objects.filter(pk__in=wanted).order_by().values_list("pk", *FACTS_COLUMNS)
    return {pk: Facts(*facts) for pk, *facts in rows}


def _line(
    one: Succession,
    closed: dict[int, Facts],
    opened: dict[int, Facts],
    parts: list[Part],
    heirs: dict[int, Facts],
) -> SuccessionLine:
    after: dict[int, Facts | None] = dict.fromkeys(closed)
    after |= opened
    taking_part = [unit for part in parts for unit in (part.source, part.target)]
    before = closed | {unit: heirs[unit] for unit in taking_part if unit not in after and unit in heirs}
    changed = Changed(before, after, [part for part in parts if part.source in before])
    return SuccessionLine(one, headline(one.kind, changed), len(after))


@dataclass(frozen=True)
class WorkLine:
    """What lies in a unit that ends; `heir`: who has it in care from the day on."""

    name: str
    heir: str
    said: tuple[tuple[int, str], ...]  # numbers with their words


@dataclass(frozen=True)
class PersonLine:
    membership: Membership
    heir_id: int | None
    heir: str


@dataclass(frozen=True)
class Ahead:
    """A change before it is carried out. `missing`: names of the units that the reader would have to look after.
    `hidden_people`: how many hold a role in units that are not the reader's to see."""

    look: Look
    people: tuple[PersonLine, ...]
    hidden_people: int
    work: tuple[WorkLine, ...]
    missing: tuple[str, ...]


def ahead(user: User, kind: str, changed: Changed, day: date) -> Ahead:
    """Eight queries however many units, and those of the steps above for what lies in the units."""
    needed = asked(changed.before, changed.after, changed.parts)
    missing = ungoverned(user, needed)
    people, hidden = _people(user, changed)
    return Ahead(
        look=_look(kind, changed, day),
        people=people,
        hidden_people=hidden,
        work=_work(changed),
        missing=tuple(Unit.objects.filter(pk__in=missing).order_by("name").values_list("name", flat=True)),
    )


def _look(kind: str, changed: Changed, day: date) -> Look:
    above = {one.parent_id for one in (*changed.before.values(), *changed.after.values()) if one}
    eve = UnitVersion.objects.on(day - timedelta(days=1))
    names = dict(eve.filter(unit__in={pk for pk in above if pk}).values_list("unit_id", "name"))
    rows = eve.filter(parent__in=changed.left).order_by().values_list("parent_id")
    return look(kind, changed, names, dict(rows.annotate(Count("pk"))))


def _people(user: User, changed: Changed) -> tuple[tuple[PersonLine, ...], int]:
    rows = Membership.objects.valid().filter(unit__in=changed.ended).select_related("user", "unit")
    seen = set(unit_ids(user, Role.ADMINISTRATOR).filter(pk__in=changed.ended))
    every = list(rows.order_by("unit__name", "-role", "user__full_name"))
    shown = [row for row in every if row.unit_id in seen]
    lines = []
    for row in shown:
        heir = changed.heirs.get(row.unit_id)
        lines.append(PersonLine(row, heir if heir and heir > 0 else None, _name(changed, heir)))
    return tuple(lines), len(every) - len(shown)


def _name(changed: Changed, unit: int | None) -> str:
    facts = changed.facts(unit) if unit is not None else None
    return facts.name if facts else ""


def _work(changed: Changed) -> tuple[WorkLine, ...]:
    """What the steps above hold for units that end."""
    sent = work_asked.send(sender=Unit, units=changed.ended)
    answers: list[OpenWork] = [answer for _receiver, answer in sent]  # type: ignore[misc]  # stubs know None only
    lines = []
    for unit in sorted(changed.ended, key=lambda one: changed.before[one].name):
        said = tuple((one.counts[unit], one.word) for one in answers if one.counts.get(unit))
        if said:
            lines.append(WorkLine(changed.before[unit].name, _name(changed, changed.heirs.get(unit)), said))
    return tuple(lines)


@dataclass(frozen=True)
class SuccessionPage:
    succession: Succession
    look: Look
    people: tuple[PersonLine, ...]  # who holds a role in a unit that is no more, where the reader sees them
    obstacles: tuple[Obstacle, ...]
    missing: tuple[str, ...]  # units that the reader would have to look after to undo it

    @property
    def may_undo(self) -> bool:
        return not self.obstacles and not self.missing


def succession_page(user: User, succession: Succession) -> SuccessionPage:
    """Sixteen queries, however many units."""
    change = change_of(succession)
    changed = _whole(succession, change)
    missing = ungoverned(user, asked(change.before, change.after, change.parts))
    people, _hidden = _people(user, changed)
    return SuccessionPage(
        succession=succession,
        look=_look(succession.kind, changed, succession.day),
        people=people,
        obstacles=obstacles(succession, change),
        missing=tuple(Unit.objects.filter(pk__in=missing).order_by("name").values_list("name", flat=True)),
    )


def _whole(succession: Succession, change: Change) -> Changed:
    """With the heirs that did not change themselves."""
    units = {unit for part in change.parts for unit in (part.source, part.target)}
    eve = UnitVersion.objects.on(succession.day - timedelta(days=1))
    rows = eve.filter(unit__in=units - set(change.before))
    before = change.before | {row.unit_id: facts_of(row) for row in rows}
    return Changed(before, change.after, change.parts)


@dataclass(frozen=True)
class Choice:
    """A unit that may be picked, as it is on the eve of the day."""

    pk: int
    name: str
    above: str
    kind: str
    governed: bool


def choices(user: User, day: date, words: str, most: int = 12) -> tuple[Choice, ...]:
    """Units whose name holds the words, marks or none; without words those that the person looks after. Three queries."""
    rows = UnitVersion.objects.on(day - timedelta(days=1)).select_related("parent")
    own = unit_ids(user, Role.ADMINISTRATOR)
    for word in words.split():
        rows = rows.filter(name__unaccent__icontains=word)
    if not words.strip():
        rows = rows.filter(unit__in=own)
    return _choices(rows.order_by("kind", "code", "name", "pk")[:most], own)


def chosen(user: User, day: date, units: Iterable[int]) -> dict[int, Choice]:
    """Those picked already, by number; what is not there on the eve of the day is left out."""
    rows = (
        UnitVersion.objects.on(day - timedelta(days=1)).select_related("parent").filter(unit__in=list(units))
    )
    return {one.pk: one for one in _choices(rows, unit_ids(user, Role.ADMINISTRATOR))}


def _choices(rows: QuerySet[UnitVersion], own: QuerySet[Unit, int]) -> tuple[Choice, ...]:
    held = list(rows)
    governed = set(own.filter(pk__in=[row.unit_id for row in held]))
    return tuple(
        Choice(
            row.unit_id, row.name, row.parent.name if row.parent else "", row.get_kind_display(),
            row.unit_id in governed,
        )
        for row in held
    )  # fmt: skip


def units_below(day: date, unit: int) -> tuple[tuple[int, str], ...]:
    """Numbers and names of those right under a unit on the eve of a day."""
    rows = UnitVersion.objects.on(day - timedelta(days=1)).filter(parent=unit).order_by("kind", "name")
    return tuple(rows.values_list("unit_id", "name"))
