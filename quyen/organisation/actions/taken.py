"""What all lists that are taken in have in common: kept to be looked at, carried out once and only as they were seen."""

from __future__ import annotations

from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.organisation.queries.account import Account
from quyen.shared.models import TakenSheet

Sheet = TypeVar("Sheet", bound=TakenSheet)
Row = dict[str, str]
MOST_ROWS = 2_000


class SheetRefused(QuyenError):
    """A list cannot be taken in, or not be carried out."""

    advice = "Hãy sửa trong tệp rồi nhập lại cả tệp; chưa có gì thay đổi."


class SeenOtherwise(QuyenError):
    """What was looked at is not what would be done now."""

    advice = "Hãy xem lại rồi thực hiện; chưa có gì thay đổi."


def check_rows(rows: list[Row] | None, *, missing: str, advice: str, most: int = MOST_ROWS) -> list[Row]:
    """`missing`: what is said where no headings were found. Errors: SheetRefused."""
    if rows is None:
        raise SheetRefused(missing, advice=advice)
    if not rows:
        raise SheetRefused(_("Trang tính đầu tiên không có dòng nào."))
    if len(rows) > most:
        raise SheetRefused(
            _("Danh sách có hơn %(most)s dòng.") % {"most": most},
            advice=_("Hãy tách thành nhiều tệp; chưa có gì thay đổi."),
        )
    return rows


def keep_sheet(actor: User, made: Sheet, unit_id: int | None = None) -> Sheet:
    """Stores a list and leaves the trace that it came."""
    made.name, made.entered_by = made.name[-200:], actor
    made.save()
    after = {"name": made.name, "rows": len(made.rows)}
    record([entry(actor=actor, verb=Verb.RECEIVE, subject=made, unit_id=unit_id, after=after)])
    return made


def hold_once(actor: User, rows: QuerySet[Sheet], pk: int) -> Sheet:
    """A list under lock, to be carried out by whoever gave it. Errors: PermissionDenied, SheetRefused."""
    held = rows.select_for_update(of=["self"]).get(pk=pk)
    if held.entered_by_id != actor.pk:
        raise PermissionDenied
    if held.carried_out_at is not None:
        raise SheetRefused(_("Tệp này đã được thực hiện rồi."))
    return held


def check_seen(seen: Account[Any], sign: str) -> None:
    """Errors: SeenOtherwise, SheetRefused where nothing is to do."""
    if seen.sign != sign:
        raise SeenOtherwise(_("Từ lúc xem đã có thay đổi khác nên tệp sẽ cho kết quả khác. Chưa làm gì."))
    if not seen.works:
        raise SheetRefused(_("Không có dòng nào để thực hiện."))


def close_sheet(actor: User, held: TakenSheet, seen: Account[Any], unit_id: int | None = None) -> None:
    held.carried_out_at = timezone.now()
    held.save(update_fields=["carried_out_at"])
    record([entry(actor=actor, verb=Verb.CONFIRM, subject=held, unit_id=unit_id, after={**seen.counts})])
