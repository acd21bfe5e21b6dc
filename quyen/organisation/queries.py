"""Who may see and do what. Every object of the steps above is reached through one of these."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from quyen.accounts.models import User
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership, Unit


def unit_ids(user: User, at_least: Role = Role.VIEWER) -> QuerySet[Membership, int]:
    """A sub-query of the units in which the person holds at least this role today."""
    return (
        Membership.objects.valid()
        .filter(user_id=user.pk, role__gte=at_least)
        .values_list("unit_id", flat=True)
    )


def readable_units(user: User) -> QuerySet[Unit]:
    return Unit.objects.filter(pk__in=unit_ids(user))


def editable_units(user: User) -> QuerySet[Unit]:
    """Units in which the person may upload and review."""
    return Unit.objects.filter(pk__in=unit_ids(user, Role.EDITOR))


def governed_units(user: User) -> QuerySet[Unit]:
    """Units whose people and roles the person looks after."""
    return Unit.objects.filter(pk__in=unit_ids(user, Role.ADMINISTRATOR))


def role_in(user: User, unit_id: int) -> Role | None:
    found = Membership.objects.valid().filter(user_id=user.pk, unit_id=unit_id).order_by("-role").first()
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
    """The units of a person with their people: three queries however many."""
    units = {unit.pk: unit for unit in readable_units(user)}
    governed = set(unit_ids(user, Role.ADMINISTRATOR))
    members: dict[int, list[Membership]] = {pk: [] for pk in units}
    rows = Membership.objects.valid().filter(unit_id__in=units).select_related("user")
    for row in rows.order_by("-role", "user__full_name"):
        members[row.unit_id].append(row)
    return [UnitPeople(unit, tuple(members[pk]), pk in governed) for pk, unit in units.items()]


def governed_memberships(user: User) -> QuerySet[Membership]:
    """Roles that the person may change."""
    return Membership.objects.valid().filter(unit_id__in=unit_ids(user, Role.ADMINISTRATOR))
