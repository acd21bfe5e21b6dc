"""Targets in tables: a column of indicators, one of units, and columns of what is to be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyen.core.reading.targets.wording import due_year
from quyen.core.text.numbers import FIGURE, parse_number
from quyen.core.types import Cell, Document, Span, Table, Target

_NAME = re.compile(r"\b(?:chi tieu|muc tieu|chi so|tieu chi|noi dung chi tieu)\b")
_NAME_WORDS = ("chi tieu", "muc tieu", "chi so", "tieu chi")
_UNIT = re.compile(r"\b(?:don vi(?: tinh)?|dvt)\b")
_VALUE = re.compile(
    r"\b20\d\d\b|\bke hoach\b|\bmuc tieu\b|\bchi tieu (?:giao|den|nam)\b|\bgiai doan\b|\bphan dau\b|\bgia tri\b|\bmuc phan dau\b"
)
_NOW = re.compile(
    r"\b(?:thuc hien|hien trang|ket qua|uoc|co so|hien nay|da dat|so sanh|thoi diem|ghi chu|co quan|don vi)\b"
)
_WHOLE = re.compile(
    rf"\s*(?P<sign>≥|≤|>|<|>=|<=|trên|dưới|ít nhất|tối thiểu|khoảng)?\s?(?P<low>{FIGURE})\s?(?P<share>%)?(?:\s?[-–]\s?(?P<high>{FIGURE})\s?(?P<share2>%)?)?\s*\Z",
    re.I,
)
_SIGNS = {
    "≥": ">=",
    ">=": ">=",
    "ít nhất": ">=",
    "tối thiểu": ">=",
    "≤": "<=",
    "<=": "<=",
    ">": ">",
    "trên": ">",
    "<": "<",
    "dưới": "<",
}


def table_targets(document: Document, folded: str, tables: list[Table]) -> Iterator[Target]:
    """A target for each figure that a table of indicators sets; `folded` is the folded text of the document."""
    for table in tables:
        if table.ruled and table.rows > 1 and _may_name(folded, table.at):
            yield from _of_table(document, folded, table)


def _may_name(folded: str, at: Span) -> bool:
    """Whether any of the words that name indicators stands in the table; most tables are about other things."""
    return any(folded.find(words, at.start, at.end) >= 0 for words in _NAME_WORDS)


def _of_table(document: Document, folded: str, table: Table) -> Iterator[Target]:
    rows: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    head = _head(folded, rows)
    if head is None:
        return
    name, unit, values, last = head
    for row, cells in sorted(rows.items()):
        if row > last and name in cells and document.cut(cells[name].at).strip():
            yield from _of_row(document, cells, name, unit, values)


def _head(
    folded: str, rows: dict[int, dict[int, Cell]]
) -> tuple[int, int | None, dict[int, str], int] | None:
    """The columns of names, units and values, and the last row of the head (one row, or two under one)."""
    titles: dict[int, str] = {}
    for row in sorted(rows)[:2]:
        for column, cell in rows[row].items():
            words = folded[cell.at.start : cell.at.end].replace("\n", " ")
            if row == min(rows) or not _WHOLE.match(words):
                for spread in range(column, column + cell.column_span):
                    titles[spread] = f"{titles.get(spread, '')} {words}".strip()
    name = next(
        (column for column, words in titles.items() if _NAME.search(words) and not _VALUE.search(words)), None
    )
    unit = next((column for column, words in titles.items() if _UNIT.search(words) and column != name), None)
    if name is None:
        return None
    values = {
        column: words
        for column, words in titles.items()
        if column not in (name, unit) and column > name and _VALUE.search(words) and not _NOW.search(words)
    }
    if not values:
        return None
    first = min(rows)
    return name, unit, values, first


def _of_row(
    document: Document, cells: dict[int, Cell], name: int, unit: int | None, values: dict[int, str]
) -> Iterator[Target]:
    words = " ".join(document.cut(cells[name].at).split())
    counted = " ".join(document.cut(cells[unit].at).split()) if unit is not None and unit in cells else ""
    for column, title in values.items():
        cell = cells.get(column)
        found = _WHOLE.match(document.cut(cell.at)) if cell else None
        if cell is None or not found or not _measured(found, counted, words):
            continue
        share = bool(found["share"] or found["share2"] or counted == "%" or "(%)" in words)
        low = parse_number(found["low"], share=share)
        high = parse_number(found["high"], share=share) if found["high"] else None
        if low is None:
            continue
        written = " ".join(
            part for part in (found[0].strip(), counted if "%" not in found[0] else "") if part
        )
        yield Target(
            text=f"{words}: {written}",
            value=low,
            value_max=high,
            comparator="range" if high is not None else _SIGNS.get((found["sign"] or "").lower(), "="),
            unit="%" if share else counted,
            subject=words,
            at=Span(min(cells[name].at.start, cell.at.start), max(cells[name].at.end, cell.at.end)),
            deadline_year=due_year(_spelt(title)),
        )


def _measured(found: re.Match[str], counted: str, name: str) -> bool:
    """A bare figure counts only where a unit says of what; a lone year is a time."""
    if re.fullmatch(r"(?:19|20)\d\d", found[0].strip()):
        return False
    return bool(
        counted
        or found["share"]
        or found["share2"]
        or "(" in name
        or re.match(r"(?:tỷ|tỉ) lệ|số ", name, re.I)
    )


def _spelt(title: str) -> str:
    year = re.search(r"20\d\d(?!.*20\d\d)", title)
    return f"năm {year[0]}" if year else ""
