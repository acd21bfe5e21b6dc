"""Units as a sheet: out at any day, and the rows of such a sheet as somebody gives it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from quyen.core.paper import Column, Sheet, rows_below
from quyen.core.text.folding import fold
from quyen.organisation.enums import UnitKind
from quyen.organisation.queries.tree import tree_on

Row = dict[str, str]

# name of a column in `UnitIntake.rows`, its heading without marks and small
COLUMNS = {
    "number": "so trong quyen", "name": "ten don vi", "short_name": "ten gon", "kind": "loai", "code": "ma hanh chinh",
    "above": "cap tren", "above_number": "so cua cap tren", "day": "doi tu ngay", "what": "viec",
}  # fmt: skip
HEADINGS = (
    Column("Số trong Quyền", 12), Column("Tên đơn vị", 44), Column("Tên gọn", 18), Column("Loại", 22), Column("Mã hành chính", 12),
    Column("Cấp trên", 40), Column("Số của cấp trên", 12), Column("Hiệu lực từ", 13, "date"),
    Column("Đổi từ ngày", 13, "date"), Column("Việc", 10),
)  # fmt: skip


def kind_words() -> dict[str, str]:
    """The Vietnamese word of each kind: a sheet is the same whichever language its reader has chosen."""
    with override("vi"):
        return {kind.value: str(kind.label) for kind in UnitKind}


def units_sheet(day: date, under: int | None = None) -> Sheet:
    """All units in force at a day, or one and those under it, from the top down; two columns are left to fill in."""
    tree = tree_on(day)
    names = {pk: version.name for pk, version in tree.versions.items()}
    shown = [pk for pk in tree.versions if under is None or under in tree.above[pk]]
    shown.sort(key=lambda pk: [(tree.versions[one].kind, names[one], one) for one in tree.above[pk]])
    rows, words = [], kind_words()
    for pk in shown:
        one = tree.versions[pk]
        parent = one.parent_id
        rows.append(
            (str(pk), one.name, one.short_name, words[one.kind], one.code,
             names[parent] if parent else None, str(parent) if parent else None, one.valid_from, None, None)
        )  # fmt: skip
    title = _("Các đơn vị vào ngày %(day)s") % {"day": f"{day:%d/%m/%Y}"}
    note = _(
        "Sửa ô rồi nhập lại: “Đổi từ ngày” là ngày bắt đầu, “Việc” ghi “mới” ở dòng của đơn vị mới. "
        "Ô để trống không đổi gì."
    )
    return Sheet(_("Đơn vị"), HEADINGS, rows, title, note)


def rows_of(cells: Sequence[Sequence[object]]) -> list[Row] | None:
    """The rows under the headings, by column; None where no row holds the heading of the name."""
    for at, values in enumerate(cells[:20]):
        headings = {fold(str(value)).strip(): place for place, value in enumerate(values) if value}
        if COLUMNS["name"] in headings:
            places = {name: headings[words] for name, words in COLUMNS.items() if words in headings}
            return [row | {"line": str(number)} for number, row in rows_below(cells, at, places)]
    return None
