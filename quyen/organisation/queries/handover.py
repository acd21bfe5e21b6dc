"""A person who leaves: what is open in their name, who may take it over, and what would become of each role."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.organisation.enums import Role
from quyen.organisation.models import Invitation, Membership
from quyen.organisation.queries.access import unit_ids
from quyen.organisation.signals import PersonalWork, personal_work_asked

OFFERED = 300  # colleagues offered while typing


@dataclass(frozen=True)
class Passing:
    """One role of the person. `since`: the first day on which it is the successor's; `is_held`: the successor holds as
    much there already, so that nothing is given."""

    role: Membership
    since: date
    is_held: bool = False

    @property
    def said(self) -> str:
        if self.is_held:
            return _("người nhận đã có vai trò này hoặc cao hơn; không giao thêm")
        return _("giao cho người nhận từ ngày %(day)s") % {"day": f"{self.since:%d/%m/%Y}"}


@dataclass(frozen=True)
class HandOverPage:
    """`passing` says what becomes of each role where a successor and a day are known. `elsewhere`: roles in units that
    the reader does not look after stay as they are. `sign` changes with anything that would come out otherwise."""

    person: User
    successor: User | None
    day: date
    passing: tuple[Passing, ...]
    works: tuple[PersonalWork, ...]
    invitations: int
    elsewhere: bool
    colleagues: tuple[User, ...]

    @property
    def sign(self) -> str:
        said = [
            (one.role.pk, one.role.role, one.role.valid_until, one.since, one.is_held) for one in self.passing
        ]
        whole = repr((said, self.successor and self.successor.pk, self.day, self.invitations))
        return hashlib.sha256(whole.encode()).hexdigest()[:32]


def open_roles(user: User, person: User, day: date) -> list[Membership]:
    """Roles that the person holds on the day or later, in units that the user looks after; those deep in the tree first,
    the highest role last, so that who hands over their own roles may do so to the end."""
    rows = Membership.objects.filter(user=person, unit__in=unit_ids(user, Role.ADMINISTRATOR))
    held = rows.exclude(valid_until__lte=day).select_related("unit")
    return sorted(held, key=lambda one: (one.role, -len(one.unit.above), one.valid_from, one.pk))


def hand_over_page(user: User, person: User, successor: User | None, day: date) -> HandOverPage:
    """Five queries, and those of the apps that are asked what lies open."""
    roles = open_roles(user, person, day)
    units = frozenset(role.unit_id for role in roles)
    theirs = list(Membership.objects.filter(user=successor, unit__in=units)) if successor else []
    passing = tuple(_passing(role, theirs, day) for role in roles)
    asked: list[tuple[object, PersonalWork]] = personal_work_asked.send(
        sender=User, person=person, units=units
    )  # type: ignore[assignment]
    others = Membership.objects.filter(user=person).exclude(valid_until__lte=day).exclude(unit__in=units)
    return HandOverPage(
        person=person, successor=successor, day=day, passing=passing,
        works=tuple(work for _receiver, work in asked if work.count),
        invitations=invitations_of(person, units).count(),
        elsewhere=others.exists(), colleagues=_colleagues(person, units),
    )  # fmt: skip


def invitations_of(person: User, units: frozenset[int]) -> QuerySet[Invitation]:
    """Invitations of the person that wait."""
    return Invitation.objects.waiting().filter(invited_by=person, unit__in=units)


def _passing(role: Membership, theirs: list[Membership], day: date) -> Passing:
    since = max(day, role.valid_from)
    return Passing(role, since, any(_covers(one, role, since) for one in theirs))


def _covers(one: Membership, role: Membership, since: date) -> bool:
    """Whether a role of the successor is at least that of the person, from the day to its end."""
    if one.unit_id != role.unit_id or one.role < role.role or one.valid_from > since:
        return False
    return one.valid_until is None or (role.valid_until is not None and one.valid_until >= role.valid_until)


def _colleagues(person: User, units: frozenset[int]) -> tuple[User, ...]:
    held = Membership.objects.on(timezone.localdate()).of_people().filter(unit__in=units).values("user_id")
    rows = User.objects.filter(pk__in=held, is_active=True).exclude(pk=person.pk)
    return tuple(rows.order_by("full_name", "pk")[:OFFERED])
