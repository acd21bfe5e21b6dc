"""Fifth stage: tables that a page break cut in two are one again, and a row cut in two is one row.

A piece that follows with as many columns, with nothing but blank lines between, goes on with the table
before; its repeated head is dropped. A row without a number whose cells go on in mid-sentence goes on with
the row above it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quyen.core.reading.layout.whole import Lines
from quyen.core.types import RawCell, RawTable

_COUNTING = re.compile(r"\s*+(?:s\.?t\.?t|t\.?t|số\s++tt|số\s++thứ\s++tự)\.?\s*+\Z", re.I)
_ENDS = re.compile(r"[.;:!?…][\"”’)\]]*+\s*+\Z")
_LONG_TEXT = 40
_SMALL = re.compile(r"[\"“(]*+[a-zà-ỹđ]")


def rejoin_tables(lines: Lines) -> Lines:
    """The lines with table pieces joined and broken rows mended."""
    blocks = lines.blocks
    dropped: set[int] = set()
    first = last = -2  # the table that a piece may go on with, and its last piece
    for at in lines.tables:
        if at - 1 == last and _follows(lines.table(first), lines.table(at)):
            blocks[first] = _appended(lines.table(first), lines.table(at))
            dropped.add(at)
        else:
            first = at
        last = at
    for at in lines.tables:
        if at not in dropped:
            blocks[at] = _mended(lines.table(at))
    return lines.without(dropped)


def _rows(table: RawTable) -> list[list[RawCell]]:
    rows: list[list[RawCell]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        if 0 <= cell.row < table.rows:
            rows[cell.row].append(cell)
    return rows


def _words(row: list[RawCell]) -> list[str]:
    return [" ".join(cell.text.split()).lower() for cell in row]


def _follows(before: RawTable, piece: RawTable) -> bool:
    if before.columns != piece.columns or before.columns < 3 or not before.ruled or not piece.ruled:
        return False
    heads = [_words(rows[0]) if (rows := _rows(table)) else [] for table in (before, piece)]
    if heads[0] == heads[1]:
        return True
    return not _is_head(heads[1])


def _is_head(words: list[str]) -> bool:
    return bool(words) and _COUNTING.match(words[0]) is not None


def _appended(before: RawTable, piece: RawTable) -> RawTable:
    """`piece` under `before`; its first row goes on with the last row where it lacks a number."""
    rows, below = _rows(before), _rows(piece)
    skip = 1 if rows and below and _words(rows[0]) == _words(below[0]) else 0
    cells = list(before.cells)
    shift = before.rows - skip
    start = skip
    if skip < len(below) and rows and _goes_on(rows, below[skip], at_break=True):
        _pour(rows[-1], below[skip])
        start, shift = skip + 1, shift - 1
    for row in below[start:]:
        cells.extend(replace(cell, row=cell.row + shift) for cell in row)
    return replace(before, cells=cells, rows=before.rows + len(below) - start)


def _goes_on(rows: list[list[RawCell]], row: list[RawCell], *, at_break: bool) -> bool:
    """Whether `row` is the rest of the last of `rows`: no number, and cells in mid-sentence."""
    if not row or (row[0].column == 0 and row[0].text and not row[0].text.isspace()):
        return False  # it has a number, as most rows have
    filled = [cell for cell in row if cell.text.strip()]
    if not filled or filled[0].column == 0 or len(row) < 2 or any(cell.column_span > 1 for cell in row):
        return False
    above = {cell.column: cell for cell in rows[-1]}
    if not (above.get(0) and above[0].text.strip()) or any(cell.column not in above for cell in filled):
        return False
    open_cells = [cell for cell in filled if _in_sentence(above[cell.column].text, cell.text)]
    if at_break:
        return bool(open_cells) or len(filled) < len(row) - 1
    empty = len(row) - len(filled)
    open_cells = [cell for cell in open_cells if _is_cut(above[cell.column].text, cell.text)]
    return bool(open_cells) and len(open_cells) == len(filled) and empty >= 2


def _in_sentence(above: str, text: str) -> bool:
    return (not _ENDS.search(above) and bool(above)) or _SMALL.match(text) is not None


def _is_cut(above: str, text: str) -> bool:
    """Stronger than `_in_sentence`: small letters follow, or a long text without an end."""
    return _SMALL.match(text) is not None or len(above) >= _LONG_TEXT


def _pour(above: list[RawCell], row: list[RawCell]) -> None:
    by_column = {cell.column: cell for cell in above}
    for cell in row:
        target = by_column.get(cell.column)
        if target is not None and cell.text.strip():
            gap = " " if _in_sentence(target.text, cell.text) else "\n"
            target.text = (
                f"{target.text.rstrip()}{gap}{cell.text.lstrip()}" if target.text.strip() else cell.text
            )


def _mended(table: RawTable) -> RawTable:
    """Rows within one table that were broken in two (each piece a row of its own) become one."""
    if not table.ruled or table.columns < 3:
        return table
    rows = _rows(table)
    kept: list[list[RawCell]] = rows[:1]
    moved = False
    for row in rows[1:]:
        if _goes_on(kept, row, at_break=False) and all(cell.row_span == 1 for cell in kept[-1]):
            _pour(kept[-1], row)
            moved = True
        else:
            kept.append(row)
    if not moved:
        return table
    cells = [replace(cell, row=number) for number, row in enumerate(kept) for cell in row]
    return replace(table, cells=cells, rows=len(kept))
