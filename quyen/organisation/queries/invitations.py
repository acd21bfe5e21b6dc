"""What a one-time link leads to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from quyen.accounts.models import User
from quyen.organisation.enums import InvitationState, Role
from quyen.organisation.models import Invitation
from quyen.organisation.queries.access import may

USABLE = (InvitationState.SENT, InvitationState.OPENED)


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


@dataclass(frozen=True)
class Offer:
    """An invitation as its link shows it. `stands`: it can be accepted; `has_account`: its address signs in already,
    which only the holder of the link learns."""

    invitation: Invitation
    state: InvitationState
    stands: bool
    has_account: bool


def offer_of(secret: str) -> Offer | None:
    """None for a link that never was, or that a newer letter made void. Four queries at most."""
    rows = Invitation.objects.select_related("unit", "invited_by")
    found = rows.filter(secret_hash=hashed(secret)).first()
    if found is None:
        return None
    has_account = User.objects.filter(email__iexact=found.email).exists()
    return Offer(found, found.state, stands(found), has_account)


def stands(invitation: Invitation) -> bool:
    """Whether it can be accepted: who sent it still looks after the unit, which is still there."""
    inviter = invitation.invited_by
    if invitation.state not in USABLE or inviter is None or not invitation.unit.is_active:
        return False
    return inviter.is_active and may(inviter, invitation.unit_id, Role.ADMINISTRATOR)
