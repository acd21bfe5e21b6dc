"""An estimate as a sheet: out with its formulas, and the rows of such a sheet as somebody gives it back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from quyen.budget.enums import Funding
from quyen.budget.queries.given import VIETNAMESE
from quyen.budget.queries.page import EstimatePage, LineRow
from quyen.core.paper import Column, Formula, Sheet, rows_below
from quyen.core.paper.sheets import Value
from quyen.core.text.folding import fold

Row = dict[str, str]

# name of a column in `EstimateIntake.rows`, the beginning of its heading without marks and small
COLUMNS = {
    "line": "so dong", "task": "so nhiem vu", "heading": "noi dung", "source": "nguon", "quantity": "so luong",
    "measured_in": "don vi tinh", "price": "don gia", "planned": "thanh tien", "note": "ghi chu",
}  # fmt: skip
HEADINGS = (
    Column("TT", 6, "number"), Column("Số dòng", 9), Column("Số nhiệm vụ", 9), Column("Nội dung chi", 52),
    Column("Nguồn", 20), Column("Số lượng", 10, "number"), Column("Đơn vị tính", 11),
    Column("Đơn giá (đồng)", 15, "money"), Column("Thành tiền (đồng)", 17, "money"),
    Column("Được duyệt (đồng)", 17, "money"), Column("Đã chi (đồng)", 17, "money"), Column("Ghi chú", 28),
)  # fmt: skip
TOTAL, OF_WHICH = "Tổng cộng", "Trong đó: "
SCALES = {"trieu": 1_000_000, "nghin": 1000, "ngan": 1000, "ty": 1_000_000_000}


def estimate_sheet(page: EstimatePage) -> Sheet:
    """The lines, then the tasks that have none yet, to be filled in; totals by formulas."""
    named = {row.line.task_id for row in page.content.rows}
    blank = [(pk, words) for pk, words in page.tasks if pk not in named] if page.estimate.is_written else []
    rows = [_line(row) for row in page.content.rows]
    rows += [_blank(number, pk, words) for number, (pk, words) in enumerate(blank, len(rows) + 1)]
    estimate = page.estimate
    title = _("Dự toán kinh phí năm %(year)s: %(unit)s") % {"year": estimate.year, "unit": estimate.unit.name}
    note = _("%(plan)s. Đơn vị tính: đồng. Nguồn: %(sources)s.") % {
        "plan": page.plan_label, "sources": ", ".join(VIETNAMESE.values()),
    }  # fmt: skip
    return Sheet(_("Dự toán"), HEADINGS, rows, title, note, foot=_foot(page) if rows else ())


def _line(row: LineRow) -> tuple[Value, ...]:
    line = row.line
    planned: Value = line.planned_vnd
    if line.product is not None and line.product == line.planned_vnd:
        planned = Formula("F{row}*H{row}", line.planned_vnd)
    task = str(line.task_id) if line.task_id else None
    return (
        row.number, str(line.pk), task, line.heading, VIETNAMESE[Funding(line.source)], line.quantity, line.measured_in or None,
        line.unit_price_vnd, planned, line.approved_vnd, row.sums.spent, line.note or None,
    )  # fmt: skip


def _blank(number: int, task: int, words: str) -> tuple[Value, ...]:
    return (number, None, str(task), words, *(None,) * 8)


def _foot(page: EstimatePage) -> list[tuple[Value, ...]]:
    sums = page.content.sums
    approved = sum(row.line.approved_vnd or 0 for row in page.content.rows)
    totals = [("I", sums.planned), ("J", approved), ("K", sums.spent)]
    rows = [_total(TOTAL, [Formula(f"SUM({col}{{first}}:{col}{{last}})", value) for col, value in totals])]
    for one in page.content.sources:
        word = VIETNAMESE[Funding(one.source)]
        of = sum(r.line.approved_vnd or 0 for r in page.content.rows if r.line.source == one.source)
        values = [("I", one.sums.planned), ("J", of), ("K", one.sums.spent)]
        rows.append(_total(OF_WHICH + word, [Formula(_sum_if(word, col), value) for col, value in values]))
    return rows


def _sum_if(word: str, col: str) -> str:
    return f'SUMIF($E{{first}}:$E{{last}},"{word}",{col}{{first}}:{col}{{last}})'


def _total(word: str, formulas: Sequence[Value]) -> tuple[Value, ...]:
    return (None, None, None, word, None, None, None, None, *formulas, None)


def rows_of(cells: Sequence[Sequence[object]]) -> list[Row] | None:
    """The rows under the headings, by column, each with its number in the sheet ("at") and, where the headings name
    triệu or nghìn đồng, what a bare number counts ("scale"); None where no row holds the headings of words and amount."""
    for at, values in enumerate(cells[:20]):
        places, scale = _places(values)
        if {"heading", "planned"} <= places.keys():
            found = rows_below(cells, at, places)
            return [row | {"at": str(number), "scale": str(scale)} for number, row in found]
    return None


def _places(values: Sequence[object]) -> tuple[dict[str, int], int]:
    places: dict[str, int] = {}
    scale = 1
    for place, value in enumerate(values):
        words = " ".join(fold(str(value or "")).split())
        for name, heading in COLUMNS.items():
            if re.match(rf"{heading}\b", words) and name not in places:
                places[name] = place
                if name == "planned":
                    scale = next((n for word, n in SCALES.items() if re.search(rf"\b{word}\b", words)), 1)
    return places, scale
