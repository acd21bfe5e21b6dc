"""Who works on what the whole country reads: pages of situations belong to no unit, so no unit's own role opens them."""

from __future__ import annotations

from quyen.accounts.models import User
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.queries import held_by

_LEADING = (UnitKind.CENTRAL, UnitKind.MINISTRY)


def keeps_rights(user: User, at_least: Role = Role.EDITOR) -> bool:
    """Whether the person holds this role in a ministry or a central body itself: editors write, coordinators review and
    publish. A superuser does both."""
    if user.is_superuser:
        return True
    return any(one.role >= at_least and one.unit.kind in _LEADING for one in held_by(user))
