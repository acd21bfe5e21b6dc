"""A list of people taken in: kept as given, then carried out as it was looked at, all of it or nothing."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.paper import given_rows
from quyen.organisation.actions.intake import KEPT_DAYS, SeenOtherwise
from quyen.organisation.actions.invitations import Address, Offered, Wanted, invite
from quyen.organisation.actions.units import UnitRefused
from quyen.organisation.models import Roster, Unit
from quyen.organisation.queries.roster import RosterAccount, RosterLine, roster_account
from quyen.organisation.queries.roster_sheet import rows_of

MOST_ROWS = 2_000


class RosterRefused(UnitRefused):
    """A list of people cannot be taken in, or not be carried out."""


@transaction.atomic
def receive_roster(*, actor: User, name: str, content: bytes) -> Roster:
    """Keeps the rows of a workbook to be looked at; changes nothing and tells nobody. Raises FileRefused, RosterRefused."""
    rows = rows_of(given_rows(content))
    if rows is None:
        raise RosterRefused(
            _("Không thấy cột “Thư điện tử” và “Đơn vị” trong 20 dòng đầu của trang tính đầu tiên."),
            advice=_("Hãy tải mẫu, điền vào tệp đó rồi nhập lại. Chưa có gì thay đổi."),
        )
    if not rows:
        raise RosterRefused(_("Trang tính đầu tiên không có dòng nào."))
    if len(rows) > MOST_ROWS:
        raise RosterRefused(
            _("Danh sách có hơn %(most)s dòng.") % {"most": MOST_ROWS},
            advice=_("Hãy tách thành nhiều tệp; chưa có gì thay đổi."),
        )
    roster = Roster.objects.create(name=name[-200:], rows=rows, entered_by=actor)
    after = {"name": roster.name, "rows": len(rows)}
    record([entry(actor=actor, verb=Verb.RECEIVE, subject=roster, after=after)])
    return roster


@transaction.atomic
def carry_out_roster(*, actor: User, roster: Roster, sign: str, address: Address) -> list[Offered]:
    """Does what the account says, in one transaction; rows in conflict are left out, as the account says too.

    Returns what became of each row that does something. Raises PermissionDenied, SeenOtherwise, RosterRefused, and as
    `invite` does.
    """
    held = Roster.objects.select_for_update().get(pk=roster.pk)
    if held.entered_by_id != actor.pk:
        raise PermissionDenied
    if held.carried_out_at is not None:
        raise RosterRefused(_("Tệp này đã được thực hiện rồi."))
    seen = roster_account(actor, held)
    _check(seen, sign)
    units = Unit.objects.in_bulk({line.unit for line in seen.works if line.unit})
    done = [
        invite(actor=actor, unit=units[line.unit or 0], wanted=_wanted(line), address=address)
        for line in seen.works
    ]
    held.carried_out_at = timezone.now()
    held.save(update_fields=["carried_out_at"])
    record([entry(actor=actor, verb=Verb.CONFIRM, subject=held, after={**seen.counts})])
    return done


def _check(seen: RosterAccount, sign: str) -> None:
    if seen.sign != sign:
        raise SeenOtherwise(
            _("Từ lúc xem, vai trò hoặc đơn vị đã có thay đổi khác. Chưa làm gì; hãy xem lại rồi thực hiện.")
        )
    if not seen.works:
        raise RosterRefused(_("Không có dòng nào để thực hiện."))


def _wanted(line: RosterLine) -> Wanted:
    assert line.role is not None and line.since is not None
    return Wanted(line.email, line.full_name, line.role, line.since, line.until)


def note_people_out(*, actor: User, rows: int, name: str, unit_id: int | None) -> None:
    """The trace of names and addresses that left the house as a file."""
    record(
        [
            entry(
                actor=actor,
                verb=Verb.EXPORT,
                subject=actor,
                unit_id=unit_id,
                after={"file": name, "rows": rows},
            )
        ]
    )


def forget_rosters() -> int:
    """Lists older than a month go, with the names and addresses in them. Returns how many."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    return Roster.objects.filter(entered_at__lt=before).delete()[0]
