"""Changes to people's roles in units."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from quyen.accounts.actions import create_user, entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.organisation.actions.guard import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership, Unit


@transaction.atomic
def grant_role(*, actor: User | None, user: User, unit: Unit, role: Role) -> Membership:
    """Gives a role, or changes the one held now; the same role again changes nothing."""
    require(actor, unit.pk, Role.ADMINISTRATOR)
    Unit.objects.select_for_update().get(pk=unit.pk)
    held = Membership.objects.filter(user=user, unit=unit, valid_until=None).first()
    if held and held.role == role:
        return held
    before = held.as_json() if held else None
    membership = held or Membership(user=user, unit=unit)
    membership.role = role
    membership.save()
    record(
        [entry(actor=actor, verb=Verb.GRANT, subject=membership, unit_id=unit.pk, before=before,
               after=membership.as_json())]
    )  # fmt: skip
    return membership


@transaction.atomic
def revoke_role(*, actor: User | None, membership: Membership) -> None:
    """Ends a role today; the row stays as history. The last administrator of a unit cannot be taken away."""
    require(actor, membership.unit_id, Role.ADMINISTRATOR)
    Unit.objects.select_for_update().get(pk=membership.unit_id)
    others = Membership.objects.valid().filter(unit_id=membership.unit_id, role=Role.ADMINISTRATOR)
    if membership.role == Role.ADMINISTRATOR and not others.exclude(pk=membership.pk).exists():
        raise PermissionDenied
    before = membership.as_json()
    membership.valid_until = timezone.localdate()
    membership.save(update_fields=["valid_until"])
    record(
        [entry(actor=actor, verb=Verb.REVOKE, subject=membership, unit_id=membership.unit_id, before=before)]
    )


@transaction.atomic
def add_person(*, actor: User, unit: Unit, email: str, full_name: str, role: Role) -> tuple[User, bool]:
    """Gives a role to the account of this e-mail, making the account where there is none.

    Returns the account, and whether it is new. An account that exists keeps its own name.
    """
    require(actor, unit.pk, Role.ADMINISTRATOR)
    found = User.objects.filter(email__iexact=email.strip()).first()
    user = found or create_user(actor=actor, email=email.strip(), full_name=full_name)
    grant_role(actor=actor, user=user, unit=unit, role=role)
    return user, found is None


def take_charge(*, actor: User, unit_id: int) -> None:
    """Makes the founder of a unit at the top its administrator; the caller has asked who may found it."""
    membership = Membership.objects.create(user=actor, unit_id=unit_id, role=Role.ADMINISTRATOR)
    record(
        [entry(actor=actor, verb=Verb.GRANT, subject=membership, unit_id=unit_id, after=membership.as_json())]
    )
