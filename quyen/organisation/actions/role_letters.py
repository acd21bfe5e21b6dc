"""The letters that people get about their roles. They go through the outbox, within the caller's transaction. Another
system, which holds a role through its key, gets none."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from quyen.accounts.actions import post
from quyen.accounts.models import User
from quyen.organisation.models import Invitation, Membership
from quyen.organisation.queries.handover import HandOverPage

SUBJECTS = {
    "invitation": _("Lời mời vào Quyền: %(unit)s"), "role": _("Vai trò của bạn tại %(unit)s"),
    "handover": _("Việc được bàn giao cho bạn tại %(unit)s"),
}  # fmt: skip


def post_invitation(invitation: Invitation, actor: User, link: str, message: UUID) -> None:
    """One letter a round. `link` without its secret, which goes out with the letter `message` and is not kept."""
    subject, body = _written("invitation", row=invitation, actor=actor, link=link)
    post(
        to=invitation.email, person=None, kind="invitation", period=f"{invitation.pk}-{invitation.round}",
        subject=subject, body=body, unit_id=invitation.unit_id, expires_on=invitation.expires_at.date(),
        message_id=message,
    )  # fmt: skip


def post_role(membership: Membership, actor: User) -> None:
    """That a role was given, to the person who holds it now; the same role on the same days is told once."""
    if membership.user.is_service:
        return
    subject, body = _written("role", row=membership, actor=actor)
    period = f"{membership.pk}-{membership.role}-{membership.valid_from:%Y%m%d}"
    if membership.valid_until:
        period += f"-{membership.valid_until:%Y%m%d}"
    post(
        to=membership.user.email, person=membership.user, kind="role", period=period, subject=subject, body=body,
        unit_id=membership.unit_id,
    )  # fmt: skip


def post_hand_over(page: HandOverPage, actor: User) -> None:
    """To the successor: the roles, and what was open in the other's name."""
    assert page.successor is not None
    if page.successor.is_service:
        return
    first = page.passing[0].role
    subject, body = _written("handover", row=first, page=page, actor=actor)
    post(
        to=page.successor.email, person=page.successor, kind="handover", period=f"{page.person.pk}-{page.day}-{first.pk}",
        subject=subject, body=body, unit_id=first.unit_id,
    )  # fmt: skip


def _written(name: str, **context: Any) -> tuple[str, str]:
    """Subject and text, in Vietnamese: nobody knows yet in which language the person reads."""
    with override("vi"):
        body = render_to_string(f"organisation/mail/{name}.txt", context)
        return SUBJECTS[name] % {"unit": context["row"].unit.name}, body
