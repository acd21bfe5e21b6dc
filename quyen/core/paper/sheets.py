"""Excel sheets from plain rows: a title, headings that stay in view, a filter, wrapped text, real dates.

A cell of text is text: "=1+1", "+84 ...", "-", "@name" are shown as written and never run, also after a person
edits the cell (the quote prefix).
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from math import isfinite

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from quyen.core.paper.frozen import frozen
from quyen.core.paper.measure import wrapped
from quyen.core.paper.signs import fit


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of our own, never one that a person typed: "E{row}*G{row}", {row} being the cell's own row, {first} and
    {last} those of the body. `value` is what it comes to, kept in the file for programs that do not count."""

    text: str
    value: int


Value = str | int | float | Decimal | date | datetime | bool | Formula | None

FONT = "Times New Roman"
LONGEST = 32767  # characters in a cell, Excel's own limit
CHARACTER = 5.25  # points that Excel gives a character of a column's width
TALLEST = 400.0  # points; Excel takes no row taller than 409
RISKY = ("=", "+", "-", "@", "\t", "\r")
THIN = Side(style="thin", color="BFBFBF")
_FORMULA_CELL = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*><f>[^<]*</f>)<v ?/?>(?:</v>)?</c>')
Counted = dict[str, int]  # what the formulas of a sheet come to, by cell
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
HEAD_FILL = PatternFill("solid", fgColor="F3F0E9")
FORMATS = {"date": "dd/mm/yyyy", "number": "#,##0.####", "money": "#,##0", "percent": '0.####"%"'}
WHOLE = {"number": "#,##0", "percent": '0"%"'}  # Excel would end "#,##0.##" in a bare point
OPEN_FILL = PatternFill("solid", fgColor="FFF6D6")  # what a person is to fill in


@dataclass(frozen=True, slots=True)
class Column:
    """`wide` in characters; `kind` text, date, number, money (whole) or percent (10 shown as 10%). `is_open`: coloured, and to be
    filled in where the sheet is locked; `choices`: the words that it takes then (255 characters together)."""

    heading: str
    wide: float = 18
    kind: str = "text"
    is_open: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows` hold as many values as there are columns; None is an empty cell. `foot`: rows of totals, bold,
    outside of the filter. `is_locked`: only cells of open columns change (without a password: against slips, not against
    people)."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]] = field(default_factory=tuple)
    title: str = ""
    note: str = ""
    foot: Sequence[Sequence[Value]] = field(default_factory=tuple)
    is_locked: bool = False
    is_hidden: bool = False


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """An .xlsx of at least one sheet. Same sheets, same bytes."""
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "Quyền"
    # widths of columns are counted in digits of this font
    next(style for style in book._named_styles if style.name == "Normal").font = Font(FONT, 11)
    names: set[str] = set()
    counted: dict[str, Counted] = {}
    for number, sheet in enumerate(sheets or (Sheet("Trang tính", ()),), 1):
        values = _fill(book.create_sheet(_name(sheet.name, names)), sheet)
        counted[f"xl/worksheets/sheet{number}.xml"] = values
    out = io.BytesIO()
    book.save(out)
    return frozen(
        out.getvalue(), {name: partial(_with_values, values=one) for name, one in counted.items() if one}
    )


def _with_values(part: bytes, values: Counted) -> bytes:
    """openpyxl writes formulas without what they come to; many a program on a phone shows nothing then."""

    def with_value(found: re.Match[bytes]) -> bytes:
        value = values.get(found[2].decode())
        return found[0] if value is None else b"%s<v>%d</v></c>" % (found[1], value)

    return _FORMULA_CELL.sub(with_value, part)


def _name(wanted: str, taken: set[str]) -> str:
    """A sheet name that Excel takes: 31 characters, none of []:*?/\\, none twice."""
    bare = re.sub(r"[\[\]:*?/\\]", " ", fit(wanted)).strip(" '")[:31] or "Trang tính"
    name, number = bare, 2
    while name.casefold() in taken:
        end = f" ({number})"
        name, number = bare[: 31 - len(end)] + end, number + 1
    taken.add(name.casefold())
    return name


def _fill(page: Worksheet, sheet: Sheet) -> Counted:
    """Writes one sheet; returns what its formulas come to."""
    top = 1
    for words, font in ((sheet.title, Font(FONT, 14, bold=True)), (sheet.note, Font(FONT, 11, italic=True))):
        if words:
            _heading(page, top, words, font, len(sheet.columns))
            top += 1
    for place, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(place)].width = column.wide
        cell = page.cell(top, place)
        _put(cell, column.heading)
        cell.font, cell.fill, cell.border = Font(FONT, 11, bold=True), HEAD_FILL, GRID
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    body = range(top + 1, top + 1 + len(sheet.rows))
    counted = _rows(page, sheet.rows, sheet.columns, body.start, body)
    counted |= _rows(page, sheet.foot, sheet.columns, body.stop, body, bold=True)
    _view(page, sheet, top)
    _guard(page, sheet, top)
    return counted


def _heading(page: Worksheet, row: int, words: str, font: Font, columns: int) -> None:
    cell = page.cell(row, 1)
    _put(cell, words)
    cell.font = font
    cell.alignment = Alignment(vertical="center", wrap_text=columns > 1)
    if columns > 1:
        page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    page.row_dimensions[row].height = 32 if font.b else 18


def _rows(
    page: Worksheet, rows: Sequence[Sequence[Value]], columns: Sequence[Column], first: int, body: range,
    *, bold: bool = False,
) -> Counted:  # fmt: skip
    """LibreOffice does not fit rows to wrapped text when it opens a file, so each row brings its height."""
    styles: dict[tuple[str, bool, bool, bool], StyleArray] = {}
    counted: Counted = {}
    for number, values in enumerate(rows, first):
        deepest = 1
        for place, (value, column) in enumerate(zip(values, columns, strict=True), 1):
            cell = page.cell(number, place)
            look = (column.kind, isinstance(value, str), _is_whole(value), column.is_open)
            known = styles.get(look)
            if known is None:
                _dress(cell, *look[:3], bold)
                if column.is_open:
                    cell.fill, cell.protection = OPEN_FILL, Protection(locked=False)
                known = styles[look] = copy(cell._style)
            cell._style = copy(known)
            if isinstance(value, Formula):
                last = max(body.stop - 1, body.start)
                cell.value = f"={value.text.format(row=number, first=body.start, last=last)}"
                counted[cell.coordinate] = value.value
                continue
            _put(cell, value)
            if isinstance(value, str):
                deepest = max(deepest, _lines(value, column.wide))
        page.row_dimensions[number].height = min(TALLEST, 3 + 14.5 * deepest)
    return counted


def _is_whole(value: Value) -> bool:
    return isinstance(value, int | float | Decimal) and isfinite(value) and value == int(value)


def _dress(cell: Cell, kind: str, words: bool, whole: bool, bold: bool) -> None:
    numeric = kind in ("number", "money", "percent") and not words
    cell.font, cell.border = Font(FONT, 11, bold=bold), GRID
    cell.alignment = Alignment(horizontal="right" if numeric else None, vertical="top", wrap_text=not numeric)
    if kind in FORMATS and not words:
        cell.number_format = WHOLE.get(kind, FORMATS[kind]) if whole else FORMATS[kind]


def _lines(text: str, wide: float) -> int:
    """Lines of a text in a column `wide` characters wide; upright letters are narrower than the bold measured."""
    room = wide * CHARACTER - 4
    return sum(len(wrapped(line, 11 * 0.92, room, "serif")) for line in text[:2000].split("\n"))


def _put(cell: Cell, value: str | int | float | Decimal | date | datetime | None) -> None:
    if not isinstance(value, str):
        cell.value = value.replace(tzinfo=None) if isinstance(value, datetime) else value
        return
    text = fit(value)
    cell.value = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(RISKY)


def _view(page: Worksheet, sheet: Sheet, top: int) -> None:
    last = get_column_letter(max(1, len(sheet.columns)))
    page.freeze_panes = page.cell(top + 1, 1)
    if sheet.columns and not sheet.is_locked:
        page.auto_filter.ref = f"A{top}:{last}{top + len(sheet.rows)}"
    page.print_title_rows = f"{top}:{top}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.sheet_view.zoomScale = 100


def _guard(page: Worksheet, sheet: Sheet, top: int) -> None:
    """What may be filled in, and with what."""
    last = top + max(1, len(sheet.rows))
    for place, column in enumerate(sheet.columns, 1):
        rule = _rule(column)
        if rule is not None:
            letter = get_column_letter(place)
            rule.add(f"{letter}{top + 1}:{letter}{last}")
            page.add_data_validation(rule)
    page.protection.sheet = sheet.is_locked
    page.protection.formatColumns = page.protection.formatRows = False  # may be widened all the same
    if sheet.is_hidden:
        page.sheet_state = "veryHidden"


def _rule(column: Column) -> DataValidation | None:
    if column.choices:
        rule = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
        rule.error = f"Chọn một trong: {', '.join(column.choices)}"[:250]
    elif column.is_open and column.kind == "number":
        rule = DataValidation("decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
        rule.error = "Ô này nhận số từ 0 trở lên."
    else:
        return None
    rule.errorTitle, rule.showErrorMessage = column.heading[:30], True
    return rule
