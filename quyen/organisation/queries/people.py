"""The people of the units that a person reaches: lists, the page of one, and who is left to look after a unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from quyen.accounts.models import User
from quyen.core.arithmetic import paged
from quyen.organisation.enums import PeopleLens, Role
from quyen.organisation.models import Dated, Invitation, Membership, Unit
from quyen.organisation.queries.access import unit_ids

PAGE = 50


def first_day_without_administrator(unit_id: int, today: date, without: Iterable[int] = ()) -> date:
    """The first day from today on that no administrator of the unit itself covers; `date.max`: none in sight.
    `without`: accounts that do not count."""
    rows = Membership.objects.filter(unit_id=unit_id, role=Role.ADMINISTRATOR, user__is_active=True)
    rows = rows.exclude(user__in=tuple(without))
    spans = list(rows.values_list("valid_from", "valid_until"))
    day = today
    while True:
        ends = [end or date.max for start, end in spans if start <= day and (end is None or end > day)]
        if not ends:
            return day
        if (day := max(ends)) == date.max:
            return day


@dataclass(frozen=True)
class PeopleAsked:
    """Words of a name, an address or a unit (marks or none), a unit to look under, and which people."""

    words: str = ""
    under: int | None = None
    lens: PeopleLens = PeopleLens.NOW


@dataclass(frozen=True)
class PersonLine:
    """One role of one person, or one invitation; `governed`: the reader looks after the unit."""

    row: Dated
    governed: bool


@dataclass(frozen=True)
class PeoplePage:
    """`counts` by lens; lenses other than NOW only tell of units that the reader looks after."""

    lines: tuple[PersonLine, ...]
    counts: dict[str, int]
    page: int
    pages: int
    asked: PeopleAsked
    under: Unit | None
    governs: bool
    has_role: bool


def people_page(user: User, asked: PeopleAsked, page: int = 1) -> PeoplePage:
    """People who hold, will hold or held a role in the units reached, and invitations. Seven queries however many; one
    more where a unit is asked for."""
    governed, reached = unit_ids(user, Role.ADMINISTRATOR), unit_ids(user)
    governs = Unit.objects.filter(pk__in=governed).exists()
    members = _named(_within(Membership.objects.all(), asked), asked.words, "user__full_name", "user__email")
    offers = _named(_within(Invitation.objects.all(), asked), asked.words, "full_name", "email")
    offers = offers.filter(unit__in=governed).waiting()  # type: ignore[attr-defined]
    lenses = _lenses()
    sight = Q(unit__in=reached) & lenses[PeopleLens.NOW] | Q(unit__in=governed)
    members = members.filter(sight)
    found = members.aggregate(**{lens.name: Count("pk", filter=where) for lens, where in lenses.items()})
    counts = {lens.value: found[lens.name] for lens in lenses}
    counts[PeopleLens.INVITED.value] = offers.count() if governs else 0
    lens = asked.lens if governs else PeopleLens.NOW
    rows: QuerySet[Membership] | QuerySet[Invitation]
    if lens == PeopleLens.INVITED:
        rows = offers.select_related("unit", "invited_by").order_by("-invited_at", "-pk")
    else:
        order = ("unit__name", "unit_id", "-role", "user__full_name", "pk")
        rows = members.filter(lenses[lens]).select_related("unit", "user").order_by(*order)
    page, pages, cut = paged(counts[lens.value], page, PAGE)
    shown = list(rows[cut])
    own = set(governed.filter(pk__in={row.unit_id for row in shown}))
    return PeoplePage(
        lines=tuple(PersonLine(row, row.unit_id in own) for row in shown),
        counts=counts, page=page, pages=pages, asked=PeopleAsked(asked.words, asked.under, lens),
        under=Unit.objects.filter(pk=asked.under).first() if asked.under else None,
        governs=governs, has_role=governs or Unit.objects.filter(pk__in=reached).exists(),
    )  # fmt: skip


def _lenses() -> dict[PeopleLens, Q]:
    today = timezone.localdate()
    over = Q(valid_until__lte=today)
    return {
        PeopleLens.NOW: Q(valid_from__lte=today, user__is_active=True) & ~over,
        PeopleLens.COMING: Q(valid_from__gt=today),
        PeopleLens.ENDED: over,
    }


def _within(rows: QuerySet, asked: PeopleAsked) -> QuerySet:  # type: ignore[type-arg]
    return rows.filter(unit__above__contains=[asked.under]) if asked.under else rows


def _named(rows: QuerySet, words: str, name: str, email: str) -> QuerySet:  # type: ignore[type-arg]
    """Each word somewhere in the name, the address or the unit's name, with marks or none."""
    for word in words.split():
        rows = rows.filter(
            Q(**{f"{name}__unaccent__icontains": word})
            | Q(**{f"{email}__icontains": word})
            | Q(unit__name__unaccent__icontains=word)
            | Q(unit__short_name__unaccent__icontains=word)
        )
    return rows


def governed_people(user: User) -> QuerySet[User]:
    """Those who hold or held a role in a unit that the person looks after."""
    held = Membership.objects.filter(unit__in=unit_ids(user, Role.ADMINISTRATOR))
    return User.objects.filter(pk__in=held.values("user_id"))


def known_person(user: User, email: str) -> User | None:
    """The account of an address, where the person may know of it: it holds or held a role in their units."""
    return governed_people(user).filter(email__iexact=email.strip()).first()


def governed_invitations(user: User) -> QuerySet[Invitation]:
    """Invitations that wait, into units that the person looks after."""
    return Invitation.objects.waiting().filter(unit__in=unit_ids(user, Role.ADMINISTRATOR))


@dataclass(frozen=True)
class PersonPage:
    """One person and their roles, the newest first: only those in units that the reader looks after, and all where it
    is the reader."""

    person: User
    lines: tuple[PersonLine, ...]
    is_self: bool

    @property
    def may_hand_over(self) -> bool:
        """Whether there is something to hand over."""
        today = timezone.localdate()
        return any(line.governed and (line.row.valid_until or date.max) > today for line in self.lines)


def person_page(user: User, person: User) -> PersonPage:
    """Two queries."""
    rows = list(Membership.objects.filter(user=person).select_related("unit").order_by("-valid_from", "-pk"))
    governed = set(unit_ids(user, Role.ADMINISTRATOR).filter(pk__in={row.unit_id for row in rows}))
    lines = [PersonLine(row, row.unit_id in governed) for row in rows if row.was_held]
    is_self = user.pk == person.pk
    return PersonPage(person, tuple(line for line in lines if is_self or line.governed), is_self)
