"""Keys of a unit, for its administrators."""

from __future__ import annotations

from django.db.models import QuerySet

from quyen.accounts.models import User
from quyen.organisation.enums import Role
from quyen.organisation.queries import unit_ids
from quyen.reports.models import Token


def governed_tokens(user: User) -> QuerySet[Token]:
    """Keys that the person may see and revoke; their secrets are kept nowhere."""
    return Token.objects.filter(unit__in=unit_ids(user, Role.ADMINISTRATOR))
