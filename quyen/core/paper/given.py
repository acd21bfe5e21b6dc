"""Rows of an Excel workbook that somebody gives us: its first sheet, read without trusting it.

Only values are taken; a formula counts as the value it last had. Sizes are checked as declared before anything is
unpacked (the standard library never yields more than a member declares), document types are refused unparsed.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from openpyxl import load_workbook

from quyen.core.errors import DamagedFile, FileRefused, ProtectedFile, TooLarge, UnknownKind, UnsafeFile

MIB = 1024 * 1024
MEMBERS, UNPACKED, RATIO = 400, 48 * MIB, 200
ROWS, COLUMNS, LETTERS = 20_000, 40, 2_000
OLD = bytes.fromhex("d0cf11e0a1b11ae1")  # .xls, and any workbook with a password
ADVICE = "Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi tải lên. Chưa có gì thay đổi."

Given = str | date | None
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)


def given_rows(content: bytes) -> list[tuple[Given, ...]]:
    """All rows of the first sheet, from its top: texts without outer blanks, dates, None for an empty cell; whole
    numbers without a point, others with a comma; empty cells at the end of a row are left out. Errors: UnknownKind, DamagedFile, ProtectedFile, TooLarge, UnsafeFile."""
    _check(content)
    try:
        return _read(content)
    except FileRefused:
        raise
    except Exception as error:  # openpyxl lets through whatever its parsers raise
        raise DamagedFile("Không đọc được bảng tính trong tệp.", advice=ADVICE) from error


def _check(content: bytes) -> None:
    if content.startswith(OLD):
        raise ProtectedFile("Tệp có mật khẩu, hoặc là Excel kiểu cũ (.xls).", advice=ADVICE)
    if not content.startswith(b"PK"):
        raise UnknownKind("Tệp không phải bảng tính .xlsx.", advice=ADVICE)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_members(archive)
    except _BROKEN as error:
        raise DamagedFile("Tệp bị hỏng hoặc tải chưa xong.", advice=ADVICE) from error


def _check_members(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MEMBERS or sum(one.file_size for one in members) > UNPACKED:
        raise TooLarge(f"Tệp bung ra hơn {UNPACKED // MIB} MiB.", advice=ADVICE)
    if "xl/workbook.xml" not in archive.namelist():
        raise UnknownKind("Tệp không phải bảng tính .xlsx.", advice=ADVICE)
    for one in members:
        if one.flag_bits & 1:
            raise ProtectedFile("Tệp có mật khẩu.", advice=ADVICE)
        if one.file_size > 4 * MIB and one.file_size > RATIO * max(one.compress_size, 1):
            raise TooLarge("Tệp bung ra lớn bất thường.", advice=ADVICE)
        if one.filename.endswith((".xml", ".rels")):
            _check_xml(archive, one)


def _check_xml(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    with archive.open(member) as file:
        head = file.read(4096).replace(b"\0", b"")  # UTF-16 too
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise UnsafeFile("Tệp có khai báo DOCTYPE, thứ mà bảng tính không bao giờ cần.", advice=ADVICE)


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
