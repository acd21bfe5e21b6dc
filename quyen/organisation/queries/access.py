"""Who may see and do what. Every object of the steps above is reached through one of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Func, Q, QuerySet
from django.utils import timezone

from quyen.accounts.models import User
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership, Unit


@dataclass
class _Known:
    roles: dict[tuple[int, int], Role | None] = field(default_factory=dict)
    held: dict[int, list[Membership]] = field(default_factory=dict)


_known: ContextVar[_Known | None] = ContextVar("roles", default=None)


@contextmanager
def roles_remembered() -> Iterator[None]:
    """Within it each role is asked for once: for a request that only reads, and for one that writes many cells of the
    same unit. One within another knows what the outer one knows."""
    before = _known.set(_known.get() or _Known())
    try:
        yield
    finally:
        _known.reset(before)


def held_by(user: User) -> list[Membership]:
    """The roles that the person holds today, with their units, the highest first. One query."""
    known = _known.get()
    if known is None:
        return list(_held(user).select_related("unit").order_by("-role", "unit__name"))
    if user.pk not in known.held:
        known.held[user.pk] = list(_held(user).select_related("unit").order_by("-role", "unit__name"))
    return known.held[user.pk]


def _held(user: User) -> QuerySet[Membership]:
    return Membership.objects.valid().filter(user_id=user.pk)


def units_held(user: User, at_least: Role = Role.VIEWER) -> QuerySet[Membership, int] | list[int]:
    """For `__in`: the units themselves in which the person holds at least this role today. Their numbers where these
    are remembered, else a sub-query."""
    if _known.get() is None:
        return _held(user).filter(role__gte=at_least).values_list("unit_id", flat=True)
    return sorted({one.unit_id for one in held_by(user) if one.role >= at_least})


def unit_ids(user: User, at_least: Role = Role.VIEWER) -> QuerySet[Unit, int]:
    """A sub-query of the units that the person reaches with at least this role: those where it is held today, and
    all that stand under them today. Where it is known that there are none, the database is not asked."""
    held = units_held(user, at_least)
    if not isinstance(held, list):
        reached = Unit.objects.filter(above__overlap=ArraySubquery(held))
    else:
        reached = Unit.objects.filter(above__overlap=held) if held else Unit.objects.none()
    return reached.order_by().values_list("pk", flat=True)


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
    known = _known.get()
    if known is None:
        return _role_in(user, unit_id)
    key = (user.pk, unit_id)
    if key not in known.roles:
        known.roles[key] = _role_in(user, unit_id)
    return known.roles[key]


def _role_in(user: User, unit_id: int) -> Role | None:
    above = Unit.objects.filter(pk=unit_id).order_by().values(one=Func("above", function="unnest"))
    found = _held(user).filter(unit_id__in=above).order_by("-role").values_list("role", flat=True).first()
    return Role(found) if found is not None else None


def may(user: User, unit_id: int, at_least: Role) -> bool:
    return (role_in(user, unit_id) or 0) >= at_least


@dataclass(frozen=True)
class UnitPeople:
    """One unit with the people who hold a role in it today; `governed` says whether the reader looks after it."""

    unit: Unit
    people: tuple[Membership, ...]
    governed: bool


def people_of(units: Iterable[int]) -> QuerySet[Membership]:
    """Who holds a role in the units themselves today."""
    rows = Membership.objects.valid().filter(unit_id__in=units).select_related("user")
    return rows.order_by("-role", "user__full_name")


def governed_memberships(user: User) -> QuerySet[Membership]:
    """Roles that the person may change: those held today and those to come."""
    rows = Membership.objects.filter(Q(valid_until=None) | Q(valid_until__gt=timezone.localdate()))
    return rows.filter(unit_id__in=unit_ids(user, Role.ADMINISTRATOR))


def named_units() -> QuerySet[Unit]:
    """What a unit is called and what became of it: for every signed-in person to read."""
    return Unit.objects.all()


def ungoverned(user: User, units: Iterable[int]) -> list[int]:
    """Those of the units that the person does not look after: one query."""
    wanted = set(units)
    return sorted(wanted - set(unit_ids(user, Role.ADMINISTRATOR).filter(pk__in=wanted)))
