"""Private addresses of a board as a calendar."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.plans.models import CalendarLink
from quyen.plans.queries.calendar import hashed


@transaction.atomic
def make_link(*, actor: User, unit: Unit) -> str:
    """A new address for the actor; returns its secret, which is kept nowhere and shown once.

    Errors: PermissionDenied where the actor has no role in the unit."""
    require(actor, unit.pk, Role.VIEWER)
    secret = secrets.token_urlsafe(32)
    link = CalendarLink.objects.create(user=actor, unit=unit, secret_hash=hashed(secret))
    record([entry(actor=actor, verb=Verb.CREATE, subject=link, unit_id=unit.pk)])
    return secret


@transaction.atomic
def revoke_link(*, actor: User, link_id: int) -> None:
    """The actor's own address stops working at once. Errors: CalendarLink.DoesNotExist."""
    link = CalendarLink.objects.select_for_update().get(pk=link_id, user=actor, revoked_at=None)
    link.revoked_at = timezone.now()
    link.save(update_fields=["revoked_at"])
    record([entry(actor=actor, verb=Verb.REVOKE, subject=link, unit_id=link.unit_id)])


@transaction.atomic
def end_links(*, actor: User | None, person: User, units: Iterable[int]) -> int:
    """A person leaves units: their addresses of these boards stop working. Permission is the caller's. Returns how many."""
    rows = CalendarLink.objects.select_for_update().filter(user=person, unit__in=units, revoked_at=None)
    ended = list(rows)
    rows.update(revoked_at=timezone.now())
    record(entry(actor=actor, verb=Verb.REVOKE, subject=link, unit_id=link.unit_id) for link in ended)
    return len(ended)
