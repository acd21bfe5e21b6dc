"""Invitations: a role offered by mail, taken up through a one-time link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import PUT_IN_LATER, create_user, entry, record, secret_of
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.organisation.actions.guard import require
from quyen.organisation.actions.people import RoleRefused, grant_role
from quyen.organisation.actions.role_letters import post_invitation, post_role
from quyen.organisation.enums import Role
from quyen.organisation.models import Invitation, Membership, Unit
from quyen.organisation.queries.invitations import hashed, stands
from quyen.organisation.queries.people import known_person

KEPT_DAYS = 14  # how long a link works

Address = Callable[[str], str]  # the whole address of a link, from its secret


class InvitationRefused(QuyenError):
    """An invitation cannot be sent, or taken up."""

    advice = "Chưa có gì thay đổi."


@dataclass(frozen=True)
class Wanted:
    """Who is to hold which role, [since, until). `full_name` counts for an invitation only: an account keeps its own."""

    email: str
    full_name: str
    role: Role
    since: date
    until: date | None = None


@dataclass(frozen=True)
class Offered:
    """What became of a wish: a role at once for a person of one's own units, else an invitation and its link."""

    membership: Membership | None = None
    invitation: Invitation | None = None
    link: str = ""


@transaction.atomic
def invite(*, actor: User, unit: Unit, wanted: Wanted, address: Address) -> Offered:
    """Offers a role to an address. Whether it has an account elsewhere shows in nothing that is done or said here.

    A person known in the actor's own units gets the role at once, with a letter; a second invitation of one address
    into one unit replaces the first. Raises PermissionDenied, RoleRefused, InvitationRefused, LastAdministrator.
    """
    require(actor, unit.pk, Role.ADMINISTRATOR)
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    if not unit.is_active:
        raise InvitationRefused(_("“%(unit)s” không còn hoạt động.") % {"unit": unit.name})
    person = known_person(actor, wanted.email)
    if person is not None:
        return Offered(membership=_at_once(actor, person, unit, wanted))
    if wanted.until is not None and wanted.until <= max(wanted.since, timezone.localdate()):
        raise RoleRefused(_("Ngày cuối của vai trò phải sau ngày đầu, và chưa qua."))
    rows = Invitation.objects.waiting().select_for_update()
    held = rows.filter(unit=unit, email__iexact=wanted.email).first()
    invitation = held or Invitation(unit=unit, email=wanted.email.lower(), round=0)
    before = held.as_json() if held else None
    invitation.full_name, invitation.role = wanted.full_name, wanted.role
    invitation.valid_from, invitation.valid_until = wanted.since, wanted.until
    link = _send(actor, invitation, address)
    record(
        [entry(actor=actor, verb=Verb.CREATE if before is None else Verb.CORRECT, subject=invitation,
               unit_id=unit.pk, before=before, after=invitation.as_json())]
    )  # fmt: skip
    return Offered(invitation=invitation, link=link)


def _at_once(actor: User, person: User, unit: Unit, wanted: Wanted) -> Membership:
    membership = grant_role(
        actor=actor, user=person, unit=unit, role=wanted.role, since=wanted.since, until=wanted.until
    )
    post_role(membership, actor)
    return membership


def _send(actor: User, invitation: Invitation, address: Address) -> str:
    """A new link, the older one void; saved, with its letter in the outbox. Returns the link: it is kept nowhere, and
    the letter gets it as it goes out."""
    message = uuid4()
    secret = secret_of(message)
    now = timezone.now()
    invitation.secret_hash, invitation.invited_by = hashed(secret), actor
    invitation.invited_at, invitation.opened_at = now, None
    invitation.expires_at = now + timedelta(days=KEPT_DAYS)
    invitation.round += 1
    invitation.save()
    post_invitation(invitation, actor, address(PUT_IN_LATER), message)
    return address(secret)


@transaction.atomic
def send_again(*, actor: User, invitation: Invitation, address: Address) -> str:
    """A new letter with a new link for another fourteen days. Returns the link. Raises PermissionDenied,
    InvitationRefused."""
    require(actor, invitation.unit_id, Role.ADMINISTRATOR)
    held = _waiting(invitation)
    link = _send(actor, held, address)
    record([entry(actor=actor, verb=Verb.REOPEN, subject=held, unit_id=held.unit_id, after=held.as_json())])
    return link


@transaction.atomic
def withdraw_invitation(*, actor: User, invitation: Invitation) -> None:
    """Its link leads to nothing from now on. Raises PermissionDenied, InvitationRefused."""
    require(actor, invitation.unit_id, Role.ADMINISTRATOR)
    held = _waiting(invitation)
    held.withdrawn_at = timezone.now()
    held.save(update_fields=["withdrawn_at"])
    record(
        [entry(actor=actor, verb=Verb.WITHDRAW, subject=held, unit_id=held.unit_id, before=held.as_json())]
    )


def _waiting(invitation: Invitation) -> Invitation:
    held = Invitation.objects.waiting().select_for_update().filter(pk=invitation.pk).first()
    if held is None:
        raise InvitationRefused(_("Lời mời này đã được nhận hoặc đã rút."))
    return held


def mark_opened(*, actor: None, invitation: Invitation) -> None:
    """Its page was looked at, by whoever holds the link; the first time counts."""
    Invitation.objects.filter(pk=invitation.pk, opened_at=None).update(opened_at=timezone.now())


@transaction.atomic
def accept_as_new(*, actor: None, invitation: Invitation, full_name: str, password: str) -> User:
    """The account of an address that has none, with its password and role. Raises InvitationRefused."""
    held = _taken_up(invitation)
    if User.objects.filter(email__iexact=held.email).exists():
        raise InvitationRefused(_("Địa chỉ này đã có tài khoản; hãy đăng nhập rồi mở lại đường dẫn."))
    user = create_user(actor=held.invited_by, email=held.email, full_name=full_name, password=password)
    _take_up(held, user)
    return user


@transaction.atomic
def accept_signed_in(*, actor: User, invitation: Invitation) -> Membership:
    """The role for the account of the address itself, signed in. Raises PermissionDenied, InvitationRefused."""
    held = _taken_up(invitation)
    if actor.email.lower() != held.email.lower():
        raise PermissionDenied
    return _take_up(held, actor)


def _taken_up(invitation: Invitation) -> Invitation:
    """Locked, and still standing: two clicks at once make one role."""
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("unit", "invited_by")
    held = rows.get(pk=invitation.pk)
    if not stands(held) or held.secret_hash != invitation.secret_hash:
        raise InvitationRefused(_("Lời mời này không còn hiệu lực."))
    return held


def _take_up(held: Invitation, user: User) -> Membership:
    membership = grant_role(
        actor=held.invited_by, user=user, unit=held.unit, role=Role(held.role),
        since=max(held.valid_from, timezone.localdate()), until=held.valid_until,
    )  # fmt: skip
    held.accepted_at, held.accepted_by = timezone.now(), user
    held.save(update_fields=["accepted_at", "accepted_by"])
    record([entry(actor=user, verb=Verb.CONFIRM, subject=held, unit_id=held.unit_id, after=held.as_json())])
    return membership
