"""Rows of an Excel workbook that somebody gives us: its first sheet, read without trusting it.

Only values are taken; a formula counts as the value it last had.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from openpyxl import load_workbook

from quyen.core.errors import DamagedFile, FileRefused, TooLarge, UnknownKind
from quyen.core.paper.archive import Wanted, check_archive

ROWS, COLUMNS, LETTERS = 20_000, 40, 2_000
ADVICE = "Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi tải lên. Chưa có gì thay đổi."
WORKBOOK = Wanted("xl/workbook.xml", "bảng tính .xlsx", "Excel kiểu cũ (.xls)", ADVICE)

Given = str | date | None


def given_rows(content: bytes) -> list[tuple[Given, ...]]:
    """All rows of the first sheet, from its top: texts without outer blanks, dates, None for an empty cell; whole
    numbers without a point, others with a comma; empty cells at the end of a row are left out. Errors: UnknownKind, DamagedFile, ProtectedFile, TooLarge, UnsafeFile."""
    check_archive(content, WORKBOOK)
    try:
        return _read(content)
    except FileRefused:
        raise
    except Exception as error:  # openpyxl lets through whatever its parsers raise
        raise DamagedFile("Không đọc được bảng tính trong tệp.", advice=ADVICE) from error


def _read(content: bytes) -> list[tuple[Given, ...]]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "iter_rows")]
        if not sheets:
            raise UnknownKind("Tệp không có trang tính nào.", advice=ADVICE)
        sheet = sheets[0]
        sheet.reset_dimensions()  # what a file says of its own size may be wrong
        rows = []
        for values in sheet.iter_rows(max_row=ROWS + 1, max_col=COLUMNS, values_only=True):
            rows.append(_row(values))
        if len(rows) > ROWS:
            raise TooLarge(f"Bảng tính có hơn {ROWS} dòng.", advice="Hãy tách thành nhiều tệp rồi tải lên.")
        return rows
    finally:
        book.close()


def _row(values: Sequence[object]) -> tuple[Given, ...]:
    found = [_value(one) for one in values]
    while found and found[-1] is None:
        found.pop()
    return tuple(found)


def _value(value: object) -> Given:
    if value is None or isinstance(value, datetime):
        return value.date() if value is not None else None
    if isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    elif isinstance(value, float):
        value = format(Decimal(repr(value)), "f").replace(".", ",")
    text = " ".join(str(value).replace("\0", "").split())
    return text[:LETTERS] or None
