"""Keys with which other systems work for a unit."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import create_service, entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.organisation.actions import grant_role, require, revoke_role
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership, Unit
from quyen.reports.actions.guard import ReportRefused
from quyen.reports.models import Token

PREFIX = "quyen_"
LONGEST = timedelta(days=3 * 366)
SEEN_EVERY = timedelta(minutes=1)  # how exactly the last use is kept


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


@transaction.atomic
def make_token(*, actor: User | None, unit: Unit, name: str, expires_on: date) -> tuple[Token, str]:
    """A key for a unit, and its secret: told this once and kept nowhere. Errors: PermissionDenied, ReportRefused."""
    require(actor, unit.pk, Role.ADMINISTRATOR)
    today = timezone.localdate()
    if not today <= expires_on <= today + LONGEST:
        raise ReportRefused(_("Hạn dùng phải từ hôm nay đến ba năm sau."), advice=_("Hãy chọn ngày khác."))
    secret = PREFIX + secrets.token_urlsafe(32)
    account = create_service(actor=actor, name=f"Hệ thống: {name.strip()}"[:120])
    grant_role(actor=actor, user=account, unit=unit, role=Role.EDITOR)
    made = Token.objects.create(
        unit=unit, name=name.strip(), hint=secret[:12], sha256=hashed(secret), account=account, made_by=actor,
        made_by_name=str(actor) if actor else "", expires_on=expires_on,
    )  # fmt: skip
    record([entry(actor=actor, verb=Verb.CREATE, subject=made, unit_id=unit.pk, after=made.as_json())])
    return made, secret


@transaction.atomic
def revoke_token(*, actor: User | None, token: Token) -> None:
    """From now on the key opens nothing; what came in through it stays. Twice is once. Errors: PermissionDenied."""
    require(actor, token.unit_id, Role.ADMINISTRATOR)
    held = Token.objects.select_for_update().get(pk=token.pk)
    if held.revoked_at is not None:
        return
    held.revoked_at = timezone.now()
    held.save(update_fields=["revoked_at"])
    for membership in Membership.objects.valid().filter(user=held.account_id):
        revoke_role(actor=None, membership=membership)
    User.objects.filter(pk=held.account_id).update(is_active=False)
    record(
        [entry(actor=actor, verb=Verb.WITHDRAW, subject=held, unit_id=held.unit_id, before=held.as_json())]
    )


def token_used(secret: str) -> Token | None:
    """The key of a secret, with its account, where it is in force; its last use is kept to the minute. One query,
    and once a minute another."""
    found = (
        Token.objects.valid().order_by("pk").select_related("account").filter(sha256=hashed(secret)).first()
    )
    if found is not None:
        now = timezone.now()
        if found.last_used_at is None or found.last_used_at < now - SEEN_EVERY:
            older = Q(last_used_at=None) | Q(last_used_at__lt=now - SEEN_EVERY)
            Token.objects.filter(older, pk=found.pk).update(last_used_at=now)
    return found
