"""Roles for statements that are written out: a role as one of their columns, by the rule of `access.role_in`."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from quyen.accounts.models import User

# over the unit whose row is `u`; NULL for none
ROLE_OVER = """(
    SELECT max(m.role) FROM organisation_membership m JOIN accounts_user p ON p.id = m.user_id
    WHERE m.user_id = %(person)s AND p.is_active AND m.unit_id = ANY(u.above)
      AND m.valid_from <= %(today)s AND (m.valid_until IS NULL OR m.valid_until > %(today)s)
)"""


def asked_of(user: User) -> dict[str, Any]:
    """What is given to a statement with `ROLE_OVER`."""
    return {"person": user.pk, "today": timezone.localdate()}
