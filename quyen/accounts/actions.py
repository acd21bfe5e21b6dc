"""Changes to people, and the one function that writes the audit trail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models, transaction

from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry, User

SYSTEM = "Quyền"  # the name in the trail where no person acted


def entry(
    *,
    actor: User | None,
    verb: Verb,
    subject: models.Model,
    unit_id: int | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> AuditEntry:
    """An unsaved entry; `record` saves many in one statement. Values must be plain JSON."""
    return AuditEntry(
        actor=actor,
        actor_name=actor.full_name or actor.email if actor else SYSTEM,
        verb=verb,
        subject=subject._meta.label,
        subject_id=subject.pk,
        unit_id=unit_id,
        before=before,
        after=after,
    )


def record(entries: Iterable[AuditEntry]) -> None:
    """Adds entries inside the caller's transaction, so that no change is kept without its trace."""
    AuditEntry.objects.bulk_create(entries)


@transaction.atomic
def create_user(*, actor: User | None, email: str, full_name: str, password: str | None = None) -> User:
    """A new account. Permission is the caller's (an administrator of a unit, or set-up)."""
    user = User.objects.create_user(email, password, full_name=full_name)
    record([entry(actor=actor, verb=Verb.CREATE, subject=user, after={"email": user.email})])
    return user


@transaction.atomic
def rename(*, actor: User, full_name: str) -> None:
    """A person corrects their own name; entries already in the trail keep the name of their day."""
    user = User.objects.select_for_update().get(pk=actor.pk)
    if user.full_name == full_name:
        return
    before = {"full_name": user.full_name}
    user.full_name = full_name
    user.save(update_fields=["full_name"])
    record(
        [entry(actor=actor, verb=Verb.CORRECT, subject=user, before=before, after={"full_name": full_name})]
    )
