"""Changes to people."""

from __future__ import annotations

import secrets

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from quyen.accounts.actions.trail import entry, record
from quyen.accounts.enums import Digests, Verb
from quyen.accounts.models import SERVICE_DOMAIN, User


@transaction.atomic
def create_user(*, actor: User | None, email: str, full_name: str, password: str | None = None) -> User:
    """A new account. Permission is the caller's (an administrator of a unit, or set-up)."""
    user = User.objects.create_user(email, password, full_name=full_name)
    record([entry(actor=actor, verb=Verb.CREATE, subject=user, after={"email": user.email})])
    return user


def create_service(*, actor: User | None, name: str) -> User:
    """The account of another system: marked by its address, without a password. Permission is the caller's."""
    email = f"may-{secrets.token_hex(8)}@{SERVICE_DOMAIN}"
    return create_user(actor=actor, email=email, full_name=name)


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


@transaction.atomic
def choose_digests(*, actor: User, digests: Digests) -> None:
    """How often a person is written to about what is due. The same again changes nothing."""
    user = User.objects.select_for_update().get(pk=actor.pk)
    if user.digests == digests:
        return
    before = {"digests": user.digests}
    user.digests = digests
    user.save(update_fields=["digests"])
    record([entry(actor=actor, verb=Verb.CORRECT, subject=user, before=before, after={"digests": digests})])


def end_sessions(*, actor: User | None, user: User) -> int:
    """Signs a person out everywhere. Permission and trace are the caller's. Sessions name nobody in a column, so all that
    have not run out are looked into: they last twelve hours. Returns how many ended."""
    rows = Session.objects.filter(expire_date__gt=timezone.now())
    held = [one.pk for one in rows.iterator() if one.get_decoded().get(SESSION_KEY) == str(user.pk)]
    Session.objects.filter(pk__in=held).delete()
    return len(held)
