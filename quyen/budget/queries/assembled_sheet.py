"""The assembled estimates as sheets: by task and by unit, sums by formulas."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from quyen.budget.enums import Funding
from quyen.budget.queries.assembled import Assembled
from quyen.budget.queries.given import VIETNAMESE
from quyen.budget.queries.sums import Sums
from quyen.core.paper import Column, Formula, Sheet
from quyen.core.paper.sheets import Value

MONEY = (
    *(Column(VIETNAMESE[one], 17, "money") for one in Funding), Column("Cộng dự toán", 18, "money"),
    Column("Được duyệt", 18, "money"), Column("Đã chi", 18, "money"),
)  # fmt: skip
LETTERS = "CDEFGHI"  # of the columns of money


def assembled_sheets(page: Assembled) -> list[Sheet]:
    note = _("%(plan)s. Đơn vị tính: đồng.") % {"plan": page.label}
    return [
        Sheet(
            _("Theo nhiệm vụ"), (Column("TT", 6, "number"), Column("Nội dung chi", 60), *MONEY),
            [_row(row.number, row.words, row.cells, row.sums) for row in page.rows],
            _("Tổng hợp dự toán kinh phí năm %(year)s theo nhiệm vụ") % {"year": page.year}, note, foot=_foot(page),
        ),
        Sheet(
            _("Theo đơn vị"), (Column("TT", 6, "number"), Column("Đơn vị", 60), *MONEY),
            [_row(number, row.name, row.cells, row.sums) for number, row in enumerate(page.units, 1)],
            _("Tổng hợp dự toán kinh phí năm %(year)s theo đơn vị") % {"year": page.year}, note, foot=_foot(page),
        ),
    ]  # fmt: skip


def _row(number: int, words: str, cells: Sequence[int], sums: Sums) -> tuple[Value, ...]:
    return (number, words, *cells, Formula("SUM(C{row}:F{row})", sum(cells)), sums.approved, sums.spent)


def _foot(page: Assembled) -> list[tuple[Value, ...]]:
    if not page.rows:
        return []
    values = (*page.cells, page.sums.planned, page.sums.approved, page.sums.spent)
    pairs = zip(LETTERS, values, strict=True)
    return [
        (None, "Tổng cộng", *(Formula(f"SUM({col}{{first}}:{col}{{last}})", value) for col, value in pairs))
    ]
