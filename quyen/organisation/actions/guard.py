"""The one question before every change: may this person do that here?"""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied

from quyen.accounts.models import User
from quyen.organisation.enums import Role
from quyen.organisation.queries import may, ungoverned


def require(actor: User | None, unit_id: int, at_least: Role) -> None:
    """Raises PermissionDenied where a person lacks the role; `None` is the system itself (set-up, cli)."""
    if actor is not None and not may(actor, unit_id, at_least):
        raise PermissionDenied


def require_all(actor: User | None, units: Iterable[int]) -> None:
    """The same for many units at once, for an administrator: one query."""
    if actor is not None and ungoverned(actor, units):
        raise PermissionDenied
