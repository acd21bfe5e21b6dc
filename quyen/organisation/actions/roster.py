"""A list of people taken in: kept as given, then carried out as it was looked at, all of it or nothing."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.paper import given_rows
from quyen.organisation.actions.invitations import Address, Offered, Wanted, invite
from quyen.organisation.actions.taken import check_rows, check_seen, close_sheet, hold_once, keep_sheet
from quyen.organisation.models import Roster, Unit
from quyen.organisation.queries.roster import RosterLine, roster_account
from quyen.organisation.queries.roster_sheet import rows_of


@transaction.atomic
def receive_roster(*, actor: User, name: str, content: bytes) -> Roster:
    """Keeps the rows of a workbook to be looked at; changes nothing and tells nobody. Raises FileRefused, SheetRefused."""
    rows = check_rows(
        rows_of(given_rows(content)),
        missing=_("Không thấy cột “Thư điện tử” và “Đơn vị” trong 20 dòng đầu của trang tính đầu tiên."),
        advice=_("Hãy tải mẫu, điền vào tệp đó rồi nhập lại. Chưa có gì thay đổi."),
    )
    return keep_sheet(actor, Roster(name=name, rows=rows))


@transaction.atomic
def carry_out_roster(*, actor: User, roster: Roster, sign: str, address: Address) -> list[Offered]:
    """Does what the account says, in one transaction; rows in conflict are left out, as the account says too.

    Returns what became of each row that does something. Raises PermissionDenied, SeenOtherwise, SheetRefused, and as
    `invite` does.
    """
    held = hold_once(actor, Roster.objects.all(), roster.pk)
    seen = roster_account(actor, held)
    check_seen(seen, sign)
    units = Unit.objects.in_bulk({line.unit for line in seen.works if line.unit})
    done = [
        invite(actor=actor, unit=units[line.unit or 0], wanted=_wanted(line), address=address)
        for line in seen.works
    ]
    close_sheet(actor, held, seen)
    return done


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
