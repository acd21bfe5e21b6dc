"""Rows of an Excel workbook that somebody gives us: its first sheet or all of them, read without trusting it.

Only values are taken; a formula counts as the value it last had.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from openpyxl import load_workbook

from quyen.core.errors import DamagedFile, FileRefused, TooLarge, UnknownKind
from quyen.core.paper.archive import Wanted, check_archive

SHEETS, ROWS, COLUMNS, LETTERS = 20, 20_000, 40, 2_000
ADVICE = "Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi tải lên. Chưa có gì thay đổi."
WORKBOOK = Wanted("xl/workbook.xml", "bảng tính .xlsx", "Excel kiểu cũ (.xls)", ADVICE)

WHOLE = 32_767  # letters that a cell can hold

Given = str | date | None
Typed = str | date | Decimal | None
Cell = TypeVar("Cell")


def given_rows(content: bytes) -> list[tuple[Given, ...]]:
    """All rows of the first sheet, from its top: texts without outer blanks, dates, None for an empty cell; whole
    numbers without a point, others with a comma; empty cells at the end of a row are left out. Errors: UnknownKind, DamagedFile, ProtectedFile, TooLarge, UnsafeFile."""
    first = next(iter(_sheets(content, most=1).values()))
    return [_trimmed(map(_value, row)) for row in first]


def rows_below(
    cells: Sequence[Sequence[object]], at: int, places: dict[str, int]
) -> list[tuple[int, dict[str, str]]]:
    """The rows under the headings in row `at`, by the names of `places`, each with its number in the sheet; days as
    2026-07-01, empty cells and empty rows left out."""
    found = ((number, _named(row, places)) for number, row in enumerate(cells[at + 1 :], at + 2))
    return [(number, row) for number, row in found if row]


def _named(values: Sequence[object], places: dict[str, int]) -> dict[str, str]:
    texts = {name: values[place] for name, place in places.items() if place < len(values)}
    return {
        name: value.isoformat() if isinstance(value, date) else unicodedata.normalize("NFC", str(value))
        for name, value in texts.items()
        if value is not None
    }


def given_sheets(content: bytes) -> dict[str, list[tuple[Typed, ...]]]:
    """All sheets by their names, hidden ones too; texts keep their lines, numbers are told from texts.

    Errors: as `given_rows`."""
    found = _sheets(content, most=SHEETS)
    return {name: [_trimmed(map(_typed, row)) for row in rows] for name, rows in found.items()}


def _sheets(content: bytes, most: int) -> dict[str, list[tuple[object, ...]]]:
    check_archive(content, WORKBOOK)
    try:
        return _read(content, most)
    except FileRefused:
        raise
    except Exception as error:  # openpyxl lets through whatever its parsers raise
        raise DamagedFile("Không đọc được bảng tính trong tệp.", advice=ADVICE) from error


def _read(content: bytes, most: int) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "iter_rows")][:most]
        if not sheets:
            raise UnknownKind("Tệp không có trang tính nào.", advice=ADVICE)
        found: dict[str, list[tuple[object, ...]]] = {}
        left = ROWS + 1
        for sheet in sheets:
            sheet.reset_dimensions()  # what a file says of its own size may be wrong
            found[sheet.title] = list(sheet.iter_rows(max_row=left, max_col=COLUMNS, values_only=True))
            left -= len(found[sheet.title])
            if left <= 0:
                raise TooLarge(
                    f"Bảng tính có hơn {ROWS} dòng.", advice="Hãy tách thành nhiều tệp rồi tải lên."
                )
        return found
    finally:
        book.close()


def _trimmed(values: Iterable[Cell]) -> tuple[Cell, ...]:
    found = list(values)
    while found and found[-1] is None:
        found.pop()
    return tuple(found)


def _typed(value: object) -> Typed:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(repr(value))
    if not isinstance(value, str):
        return _value(value)
    lines = (" ".join(line.split()) for line in value.replace("\0", "").replace("_x000D_", "").splitlines())
    return "\n".join(lines).strip()[:WHOLE] or None


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
