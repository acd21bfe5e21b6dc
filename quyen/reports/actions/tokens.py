"""Keys with which other systems work for a unit."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, timedelta

from django.db import transaction
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


# of valid tokens (`TokenQuerySet.valid`). What is noted of the use may be lost with the machine's power, so nobody waits
# until it is on the disk; a deed that follows waits for itself
_USED = """
    WITH found AS (
        SELECT t.id, t.account_id FROM reports_token t JOIN accounts_user u ON u.id = t.account_id
        WHERE t.sha256 = %(sha256)s AND t.revoked_at IS NULL AND t.expires_on >= %(today)s AND u.is_active
    ), noted AS (
        UPDATE reports_token t SET last_used_at = %(now)s FROM found
        WHERE t.id = found.id AND (t.last_used_at IS NULL OR t.last_used_at < %(older)s)
    )
    SELECT u.* FROM found JOIN accounts_user u ON u.id = found.account_id
    WHERE set_config('synchronous_commit', 'off', true) = 'off'
"""


def token_used(secret: str) -> User | None:
    """The account of a secret's key, where it is in force; its last use is kept to the minute. One query, written out:
    every request begins with it. Outside a transaction."""
    now = timezone.now()
    asked = {
        "sha256": hashed(secret), "today": timezone.localdate(now), "now": now, "older": now - SEEN_EVERY,
    }  # fmt: skip
    return next(iter(User.objects.raw(_USED, asked)), None)
