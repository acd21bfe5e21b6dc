"""Who works on pages of situations: they belong to no unit, so they are the business of ministries and central bodies."""

from __future__ import annotations

from quyen.accounts.models import User
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.queries import held_by

_CENTRE = (UnitKind.CENTRAL, UnitKind.MINISTRY)


def keeps_rights(user: User, at_least: Role = Role.EDITOR) -> bool:
    """Whether the person holds this role in a ministry or a central body itself: viewers read, editors write,
    coordinators review and publish. So may the administrator of a unit that has nobody above it (an installation of one
    province has no ministry in it), and a superuser. See docs/decisions/0030."""
    if user.is_superuser:
        return True
    return any(
        (one.role >= at_least and one.unit.kind in _CENTRE)
        or (one.role >= Role.ADMINISTRATOR and one.unit.parent_id is None)
        for one in held_by(user)
    )
