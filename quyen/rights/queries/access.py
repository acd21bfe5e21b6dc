"""Who may change what is common to all units: the texts and their links."""

from __future__ import annotations

from quyen.accounts.models import User
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.queries import held_by

_CENTRE = (UnitKind.CENTRAL, UnitKind.MINISTRY)


def may_edit(user: User | None) -> bool:
    """A coordinator of a central body or ministry; the administrator of a unit that has nobody above it (an installation
    of one province has no ministry in it); the operator. None is the system itself. See docs/decisions/0024."""
    if user is None or user.is_superuser:
        return True
    return any(
        (one.role >= Role.COORDINATOR and one.unit.kind in _CENTRE)
        or (one.role >= Role.ADMINISTRATOR and one.unit.parent_id is None)
        for one in held_by(user)
    )
