"""A report's form as a workbook that is filled in without a line, and the rows that come back in it.

Each cell to be filled has a place ("so:T1") and a name. A hidden sheet says, signed, for which report the form was made,
and for each place the version that was seen with a mark of what each of its cells held: so what a person changed is told
from what somebody else changed meanwhile. Words here are those of an official form, whatever the screen's language.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from quyen.core.errors import QuyenError
from quyen.core.paper import Column, Sheet, Typed, Value, fit
from quyen.core.text.numbers import parse_number
from quyen.core.text.saying import plain
from quyen.plans.enums import WorkState
from quyen.reports.models import Submission
from quyen.reports.queries.form import FigureCell, ReportForm, TextCell, WorkCell
from quyen.reports.queries.saying import day_said

SALT, HIDDEN, PIECE = "reports.form", "_quyen", 30_000
WIDEST = 32_000  # characters; a cell takes 32,767
PLACE = "Mã ô"
YES, NO = "Có", "Không"
STATES = {
    WorkState.NOT_STARTED: "Chưa làm", WorkState.UNDER_WAY: "Đang làm", WorkState.DONE: "Xong",
    WorkState.CANNOT: "Không làm được",
}  # fmt: skip
FIELDS: dict[str, dict[str, str]] = {  # of each kind of place: names and headings of the cells to be filled
    "viec": {"state": "Tiến độ", "note": "Ghi chú"},
    "so": {"applicable": "Áp dụng", "numerator": "Số (tử số)", "denominator": "Mẫu số", "note": "Ghi chú",
           "reason": "Lý do sửa"},
    "muc": {"text": "Đơn vị viết"},
}  # fmt: skip
NAMES = {"viec": "Nhiệm vụ", "so": "Số liệu", "muc": "Báo cáo"}
NUMBERS = ("numerator", "denominator")
EMPTIED = ("note", "text", *NUMBERS)  # cells whose emptying may mean something
Cell = WorkCell | FigureCell | TextCell


class FormRefused(QuyenError):
    """A file that is not a form of this report; nothing of it is taken."""

    advice = "Hãy tải biểu mới của báo cáo này, chép các ô đã điền sang rồi nộp lại. Chưa có gì thay đổi."


def kind_of(place: str) -> str:
    return place.partition(":")[0]


def cells_of(form: ReportForm) -> dict[str, Cell]:
    """All cells of a form by their places."""
    cells: list[Cell] = [*form.works, *form.figures, *form.texts]
    return {cell.place: cell for cell in cells}


def standing(cell: Cell) -> dict[str, str]:
    """What the cells to be filled hold now, as texts."""
    if isinstance(cell, WorkCell):
        return {"state": STATES[WorkState(cell.state)], "note": cell.note}
    if isinstance(cell, FigureCell):
        return {
            "applicable": YES if cell.applicable else NO, "numerator": plain(cell.numerator) or "",
            "denominator": plain(cell.denominator) or "", "note": cell.note, "reason": "",
        }  # fmt: skip
    return {"text": cell.text or ""}


def mark(value: str) -> str:
    """Tells one content of a cell from another, whatever a spreadsheet does to blanks."""
    return hashlib.sha256(_bare(value).encode()).hexdigest()[:8]


def _bare(value: str) -> str:
    lines = unicodedata.normalize("NFC", fit(value)).splitlines()
    return "\n".join(" ".join(line.split()) for line in lines).strip()


# --- out ---------------------------------------------------------------------------------------------


def form_sheets(submission: Submission, form: ReportForm, filled: dict[str, str]) -> list[Sheet]:
    """`filled`: what each section says as long as nobody writes in it."""
    return [_works(submission, form), _figures(submission, form), _texts(submission, form, filled),
            _hidden(submission, form)]  # fmt: skip


def _page(
    submission: Submission, kind: str, columns: tuple[Column, ...], rows: Sequence[Sequence[Value]], what: str
) -> Sheet:
    due = day_said(submission.cycle.due_on)
    title = f"{submission.unit.name}: {submission.cycle.title}"
    note = f"{what} Chỉ điền ô màu vàng; ô xóa trống được hỏi lại khi nộp. Hạn gửi {due}."
    return Sheet(NAMES[kind], columns, rows, title, note, is_locked=True)


def _works(submission: Submission, form: ReportForm) -> Sheet:
    columns = (
        Column(PLACE, 11), Column("Nhiệm vụ", 52), Column("Vai", 10), Column("Hạn", 12, "date"),
        Column("Tiến độ", 17, is_open=True, choices=tuple(STATES.values())), Column("Ghi chú", 46, is_open=True),
    )  # fmt: skip
    rows = [
        (one.place, one.text, one.part, one.due_on, STATES[WorkState(one.state)], _whole(one.note))
        for one in form.works
    ]
    return _page(submission, "viec", columns, rows, "Tiến độ các việc được giao.")


def _figures(submission: Submission, form: ReportForm) -> Sheet:
    columns = (
        Column(PLACE, 11), Column("Chỉ số", 34), Column("Cách tính", 44), Column("Kỳ", 22), Column("Đơn vị tính", 12),
        Column("Áp dụng", 10, is_open=True, choices=(YES, NO)), Column("Số (tử số)", 13, "number", is_open=True),
        Column("Mẫu số", 13, "number", is_open=True), Column("Ghi chú", 28, is_open=True),
        Column("Lý do sửa", 24, is_open=True),
    )  # fmt: skip
    rows = [
        (
            one.place, one.indicator.name, one.indicator.definition,
            f"{day_said(one.period.start)} – {day_said(one.period.last_day)}", one.indicator.measured_in,
            YES if one.applicable else NO, one.numerator, one.denominator, _whole(one.note), None,
        )
        for one in form.figures
    ]  # fmt: skip
    what = "Không có hoạt động nào thì ghi 0; sửa số đã báo thì ghi lý do."
    return _page(submission, "so", columns, rows, what)


def _texts(submission: Submission, form: ReportForm, filled: dict[str, str]) -> Sheet:
    columns = (
        Column(PLACE, 14), Column("Mục", 34), Column("Hướng dẫn", 30), Column("Quyền tự điền", 50),
        Column("Đơn vị viết", 60, is_open=True),
    )  # fmt: skip
    rows = [
        (one.place, f"{one.section.number} {one.section.title}".strip(), one.section.guide or None,
         _beside(one, filled), _whole(one.text or ""))
        for one in form.texts
    ]  # fmt: skip
    what = "Mục không viết gì thì Quyền tự điền từ số liệu."
    return _page(submission, "muc", columns, rows, what)


def _whole(text: str) -> str | None:
    """None where a cell cannot hold it: an empty cell changes nothing, a shortened one would."""
    return text if 0 < len(text) <= WIDEST else None


def _beside(one: TextCell, filled: dict[str, str]) -> str | None:
    if len(one.text or "") > WIDEST:
        return "Mục này dài hơn một ô của bảng tính; hãy sửa trên màn hình."
    return filled.get(one.section.key) or None


def _hidden(submission: Submission, form: ReportForm) -> Sheet:
    seen = {
        place: [cell.seen, [_mark_out(value) for value in standing(cell).values()]]
        for place, cell in cells_of(form).items()
    }
    text = signing.dumps({"report": submission.pk, "cells": seen}, salt=SALT, compress=True)
    rows = [(text[at : at + PIECE],) for at in range(0, len(text), PIECE)]
    return Sheet(HIDDEN, (Column("Không sửa trang này", 60),), rows, is_locked=True, is_hidden=True)


def _mark_out(value: str) -> str:
    """Nothing for what the sheet does not show: its empty cell was emptied by nobody."""
    return mark(value) if len(value) <= WIDEST else ""


# --- back --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Seen:
    report: int
    cells: dict[str, list[Any]]


def rows_given(submission: Submission, sheets: dict[str, list[tuple[Typed, ...]]]) -> list[dict[str, Any]]:
    """The rows in which something was changed: {"place", "sheet", "row", "title", "seen", "marks", "values", "emptied"};
    `values` hold cells that say something else now, `emptied` names those that say nothing any more. A row that the form did not have says so in "fault".

    Errors: FormRefused where the file is not a form of this report, or its hidden sheet was changed.
    """
    seen = _seen(sheets)
    if seen.report != submission.pk:
        raise FormRefused(_("Biểu này được tải ra cho một báo cáo khác, không phải của “%(report)s”.") % {
            "report": submission})  # fmt: skip
    return [row for kind, name in NAMES.items() for row in _rows(kind, sheets.get(name, []), seen.cells)]


def _seen(sheets: dict[str, list[tuple[Typed, ...]]]) -> _Seen:
    pieces = [str(row[0]) for row in sheets.get(HIDDEN, [])[1:] if row and row[0] is not None]
    if not pieces:
        raise FormRefused(_("Tệp không phải biểu do Quyền tải ra, hoặc đã mất trang ẩn."))
    try:
        found = signing.loads("".join(pieces), salt=SALT)
    except signing.BadSignature as error:
        raise FormRefused(_("Trang ẩn của biểu đã bị sửa nên không biết biểu của ai.")) from error
    return _Seen(**found)


def _rows(
    kind: str, rows: Sequence[tuple[Typed, ...]], seen: dict[str, list[Any]]
) -> Iterator[dict[str, Any]]:
    for at, values in enumerate(rows[:20]):
        if PLACE in values:
            columns = {str(words): place for place, words in enumerate(values) if words}
            for number, one in enumerate(rows[at + 1 :], at + 2):
                if any(one):
                    yield from _row(kind, number, one, columns, seen)
            return


def _row(
    kind: str, number: int, values: Sequence[Typed], columns: dict[str, int], seen: dict[str, list[Any]]
) -> Iterator[dict[str, Any]]:
    def cell(heading: str) -> Typed:
        place = columns.get(heading, len(values))
        return values[place] if place < len(values) else None

    place = str(cell(PLACE) or "")
    row: dict[str, Any] = {
        "place": place,
        "sheet": NAMES[kind],
        "row": number,
        "title": _title(values, columns),
    }
    if place not in seen or kind_of(place) != kind:
        said = _("Dòng này không có trong biểu đã tải ra; không thêm dòng được.")
        yield row | {"seen": 0, "marks": {}, "values": {}, "fault": said}
        return
    version, marks = seen[place]
    old = dict(zip(FIELDS[kind], marks, strict=True))
    texts = {name: _text(name, cell(heading)) for name, heading in FIELDS[kind].items()}
    changed = {name: text for name, text in texts.items() if text and mark(text) != old[name]}
    emptied = [
        name
        for name, heading in FIELDS[kind].items()
        if name in EMPTIED and heading in columns and not texts[name] and old[name] not in ("", mark(""))
    ]
    if changed or emptied:
        yield row | {"seen": version, "marks": old, "values": changed, "emptied": emptied}


def _title(values: Sequence[Typed], columns: dict[str, int]) -> str:
    second = columns[PLACE] + 1
    return str(values[second] or "")[:200] if second < len(values) else ""


def _text(name: str, value: Typed) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return plain(value) or ""
    if isinstance(value, date):
        return value.isoformat()
    text = _bare(value)
    number = parse_number(text) if name in NUMBERS else None
    return text if number is None else plain(Decimal(repr(number))) or ""
