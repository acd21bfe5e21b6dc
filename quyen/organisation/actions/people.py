"""Changes to people's roles in units, and the days on which they hold."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry, User
from quyen.core.errors import QuyenError
from quyen.organisation.actions.guard import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership, Unit
from quyen.organisation.queries.people import first_day_without_administrator


class RoleRefused(QuyenError):
    """A role cannot be held on those days."""

    advice = "Hãy sửa ngày rồi ghi lại; chưa có gì thay đổi."


class LastAdministrator(PermissionDenied, QuyenError):
    """A unit would be left to nobody."""

    advice = "Hãy giao vai trò quản trị viên cho người khác trước. Chưa có gì thay đổi."

    def __init__(self, unit: Unit, day: date) -> None:
        super().__init__(
            _("Từ ngày %(day)s “%(unit)s” sẽ không còn quản trị viên nào.")
            % {"day": f"{day:%d/%m/%Y}", "unit": unit.name}
        )


@transaction.atomic
def grant_role(
    *,
    actor: User | None,
    user: User,
    unit: Unit,
    role: Role,
    since: date | None = None,
    until: date | None = None,
) -> Membership:
    """Gives a role for [since, until), from today on where no day is named; the same again changes nothing.

    Another role held on those days ends where this one begins, and days that have passed are never rewritten. Raises
    PermissionDenied, LastAdministrator, RoleRefused.
    """
    require(actor, unit.pk, Role.ADMINISTRATOR)
    unit = Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    today = timezone.localdate()
    since, held = _room(user, unit, since or today, until, today)
    before = first_day_without_administrator(unit.pk, today)
    same = next((one for one in held if one.role == role and one.valid_from <= min(since, today)), None)
    first = next((one for one in held if one.valid_from == since == today), None)
    kept = same or first or Membership(user=user, unit=unit, valid_from=since)
    trace = [_cut(actor, one, since) for one in held if one is not kept]
    old = kept.as_json() if kept.pk else None
    kept.role, kept.valid_until = role, until
    if old == kept.as_json():
        return kept
    kept.save()
    _keep_an_administrator(unit, before, today)
    after = kept.as_json()
    record(
        [*trace, entry(actor=actor, verb=Verb.GRANT, subject=kept, unit_id=unit.pk, before=old, after=after)]
    )
    return kept


def _room(
    user: User, unit: Unit, since: date, until: date | None, today: date
) -> tuple[date, list[Membership]]:
    """The first day, and what the person holds in the unit from it on. Where something is held already, what has
    passed stays as it was."""
    rows = Membership.objects.filter(user=user, unit=unit)
    if since < today and rows.overlapping(since, until).exists():
        since = today
    if until is not None and until <= max(since, today):
        raise RoleRefused(_("Ngày cuối của vai trò phải sau ngày đầu, và chưa qua."))
    return since, list(rows.overlapping(since, until).order_by("valid_from"))


def _cut(actor: User | None, membership: Membership, day: date) -> AuditEntry:
    """Ends a role before a day; one that would not have begun by then is none any more. Returns its trace, unsaved."""
    before = membership.as_json()
    trace = entry(
        actor=actor, verb=Verb.REVOKE, subject=membership, unit_id=membership.unit_id, before=before
    )
    if membership.valid_from >= day and membership.valid_from > timezone.localdate():
        membership.delete()
    else:
        membership.valid_until = max(day, membership.valid_from)
        membership.save(update_fields=["valid_until"])
    return trace


def _keep_an_administrator(unit: Unit, before: date, today: date) -> None:
    """Raises where the unit is left to nobody on a sooner day than before."""
    after = first_day_without_administrator(unit.pk, today)
    if after < before:
        raise LastAdministrator(unit, after)


@transaction.atomic
def revoke_role(*, actor: User | None, membership: Membership, day: date | None = None) -> None:
    """Ends a role: `day`, today where none is named, is the first one without it. The row stays as history; a role that
    never began leaves its trace only. The last administrator of a unit cannot be taken away: LastAdministrator."""
    require(actor, membership.unit_id, Role.ADMINISTRATOR)
    unit = Unit.objects.select_for_update(no_key=True).get(pk=membership.unit_id)
    today = timezone.localdate()
    before = first_day_without_administrator(unit.pk, today)
    trace = _cut(actor, membership, max(day or today, today))
    _keep_an_administrator(unit, before, today)
    record([trace])


def take_charge(*, actor: User, unit_id: int) -> None:
    """Makes the founder of a unit at the top its administrator; the caller has asked who may found it."""
    membership = Membership.objects.create(user=actor, unit_id=unit_id, role=Role.ADMINISTRATOR)
    record(
        [entry(actor=actor, verb=Verb.GRANT, subject=membership, unit_id=unit_id, after=membership.as_json())]
    )
