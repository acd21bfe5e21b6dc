"""A person's open work handed to another, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import end_sessions, entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry, User
from quyen.core.errors import QuyenError
from quyen.organisation.actions.people import grant_role, revoke_role
from quyen.organisation.actions.role_letters import post_hand_over
from quyen.organisation.actions.taken import SeenOtherwise
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership
from quyen.organisation.queries.handover import HandOverPage, Passing, hand_over_page, invitations_of
from quyen.organisation.queries.people import governed_people
from quyen.organisation.signals import work_handed_over


class HandOverRefused(QuyenError):
    """Work cannot be handed over so."""

    advice = "Hãy sửa lại rồi bàn giao; chưa có gì thay đổi."


@dataclass(frozen=True)
class HandOver:
    """Who leaves, who takes over, and the first day on which the work is the other's."""

    person: User
    successor: User
    day: date


@transaction.atomic
def hand_over_work(*, actor: User, wish: HandOver, sign: str) -> HandOverPage:
    """Every role of the person in the actor's units passes to the successor from the day on and ends for the person;
    invitations that wait pass on, private addresses of calendars end, and where no role is left the person is signed out.

    Returns what was done. Raises PermissionDenied, HandOverRefused, SeenOtherwise, LastAdministrator, RoleRefused.
    """
    people = list(User.objects.select_for_update().filter(pk__in={wish.person.pk, wish.successor.pk}))
    if governed_people(actor).filter(pk__in=[one.pk for one in people]).count() != len(people):
        raise PermissionDenied
    seen = hand_over_page(actor, wish.person, wish.successor, wish.day)
    _check(wish, seen, sign)
    units = frozenset(one.role.unit_id for one in seen.passing)
    for one in seen.passing:
        _give(actor, wish.successor, one)
    if actor.pk != wish.person.pk:
        invitations_of(wish.person, units).update(invited_by=actor)  # who looks after the units from today on
    elif wish.day <= timezone.localdate():
        invitations_of(wish.person, units).update(invited_by=wish.successor)
    for one in seen.passing:
        revoke_role(actor=actor, membership=one.role, day=one.since)
    if wish.day <= timezone.localdate():
        work_handed_over.send(sender=User, actor=actor, person=wish.person, units=units)
    sign_out_if_gone(actor=actor, person=wish.person)
    post_hand_over(seen, actor)
    record([_trace(actor, seen)])
    return seen


def _check(wish: HandOver, seen: HandOverPage, sign: str) -> None:
    if wish.person.pk == wish.successor.pk:
        raise HandOverRefused(_("Người nhận phải là người khác."))
    if not wish.successor.is_active:
        raise HandOverRefused(_("Tài khoản của người nhận không còn dùng."))
    if wish.day < timezone.localdate():
        raise HandOverRefused(_("Ngày bàn giao đã qua."))
    if not seen.passing:
        raise HandOverRefused(_("Người này không còn vai trò nào để bàn giao trong các đơn vị của bạn."))
    if seen.sign != sign:
        raise SeenOtherwise(
            _("Từ lúc xem, vai trò đã có thay đổi khác. Chưa làm gì; hãy xem lại rồi bàn giao.")
        )


def _give(actor: User, successor: User, one: Passing) -> None:
    if not one.is_held:
        grant_role(
            actor=actor, user=successor, unit=one.role.unit, role=Role(one.role.role), since=one.since,
            until=one.role.valid_until,
        )  # fmt: skip


def sign_out_if_gone(*, actor: User | None, person: User) -> int:
    """Ends the sessions of a person who holds no role today. Returns how many ended."""
    if Membership.objects.valid().filter(user_id=person.pk).exists():
        return 0
    return end_sessions(actor=actor, user=person)


def _trace(actor: User, seen: HandOverPage) -> AuditEntry:
    assert seen.successor is not None
    before = {"roles": [one.role.pk for one in seen.passing], "invitations": seen.invitations}
    after = {"successor": seen.successor.pk, "day": seen.day.isoformat()}
    unit_id = seen.passing[-1].role.unit_id
    return entry(
        actor=actor, verb=Verb.GIVE, subject=seen.person, unit_id=unit_id, before=before, after=after
    )


def close_ended_roles(*, actor: None = None) -> int:
    """At night: whose last role ended with yesterday is signed out, and what is theirs alone ends. Returns how many."""
    today = timezone.localdate()
    ended = Membership.objects.filter(valid_until=today).select_related("user")
    gone: dict[int, User] = {one.user_id: one.user for one in ended}
    for person in gone.values():
        units = frozenset(one.unit_id for one in ended if one.user_id == person.pk)
        with transaction.atomic():
            still = set(Membership.objects.valid().filter(user=person).values_list("unit_id", flat=True))
            work_handed_over.send(sender=User, actor=None, person=person, units=units - still)
            sign_out_if_gone(actor=None, person=person)
    return len(gone)
