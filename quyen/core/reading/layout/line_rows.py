"""Tables with one row a line, pipes or tabs between the cells.

Pipes may stand at the edges of the table too (Markdown) or only between cells (text made from a .docx); then
the first and the last cell may be empty. A cell with line breaks cuts its row over several lines. Merged cells
come as empty ones: those of a head in two rows, and a time in the first column that holds for several rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from quyen.core.reading.layout.whole import Lines
from quyen.core.types import RawCell, RawTable

_DIVIDER = re.compile(r"\s*+\|?(?:\s*+:?-{2,}+:?\s*+\|)+(?:\s*+:?-{2,}+:?)?\s*+\Z")
_WIDEST = 60  # columns; a line with more signs is no row
_LONGEST_ROW = 12  # lines that one row may be cut over
_ROW_BEGINS = re.compile(r"[\s*]*+(?:(?:\d{1,4}|[IVXLC]{1,6}|[A-ZĐ])(?:[.)/-]|[\s*]*+\Z)|\d)")
_TIMES = re.compile(r"[\s*]*+(?:thời gian|thời hạn|tiến độ|thời điểm)", re.I)

Cut = Callable[[str], list[str] | None]


class Found(NamedTuple):
    table: RawTable | None  # None: lines up to `end` that look like a table and hold nothing
    end: int  # the first block after it


@dataclass(slots=True)
class _CutLines:
    """The lines of one table, each cut into its cells, without dividers."""

    rows: list[list[str]]
    end: int  # the first block after them
    divided: bool  # a divider stood among them


def piped(text: str) -> list[str] | None:
    """Cells parted by pipes, the empty ones before and after pipes at the edges too."""
    if text.count("|") < 2 and not _DIVIDER.match(text):
        return None
    return _at_pipes(text)


def _at_pipes(text: str) -> list[str]:
    return [cell.strip().replace("<br>", "\n") for cell in text.split("|")]


def tabbed(text: str) -> list[str] | None:
    """Cells parted by tabs; a line that is only indented has none."""
    if text.count("\t") < 2 and text[:1] != "\t" and text.strip().count("\t") != 1:
        return None
    cells = [cell.strip() for cell in text.split("\t")]
    return cells if sum(map(bool, cells)) > 1 or len(cells) > 2 else None


def line_table(lines: Lines, at: int, cut: Cut) -> Found | None:
    """The table whose first line stands at `at`."""
    cut_lines = _cut_lines(lines.texts, at, cut)
    rows, bounded = cut_lines.rows, False
    if cut is piped:
        rows, bounded = _without_edges(rows)
    width = max(map(len, rows), default=0)
    if not 2 <= width <= _WIDEST or (len(rows) < 2 and width < 3 and not (bounded or cut_lines.divided)):
        return Found(None, cut_lines.end) if cut_lines.end > at else None
    if width > 2:
        rows = _whole_rows(rows, width)
    return Found(_table(rows, width, lines.blocks[at].page), cut_lines.end)


def _cut_lines(texts: list[str], at: int, cut: Cut) -> _CutLines:
    """The lines from `at` on that have cells, or belong to a row that a line further on completes.
    Another table has no words of its own, so it ends this one as a blank line does."""
    found = _CutLines([], at, divided=False)
    width = 0
    here = at
    while here < len(texts):
        text = texts[here]
        cells = cut(text)
        if cells is None:
            loose = _rest_of_row(texts, here, cut, width, found.rows[-1]) if width > 2 else []
            if not loose:
                break
            found.rows += loose
            here += len(loose)
        elif "-" in text and _DIVIDER.match(text):
            found.divided = True
            here += 1
        else:
            found.rows.append(cells)
            width = max(width, len(cells))
            here += 1
        found.end = here
    return found


def _rest_of_row(texts: list[str], at: int, cut: Cut, width: int, last: list[str]) -> list[list[str]]:
    """Lines with no cells of their own inside a table: a heading over all columns ("2 | Words"), or the middle of
    a cell with line breaks whose row ends further on. [] where they are neither."""
    if cut is piped and texts[at].count("|") == 1:
        cells = _at_pipes(texts[at])
        if _ROW_BEGINS.match(cells[0]):
            return [cells]
    size = len(last)
    rows: list[list[str]] = []
    for text in texts[at : at + _LONGEST_ROW]:
        if not text or size >= width:
            break
        cells = _at_pipes(text) if cut is piped else text.split("\t")
        if _ROW_BEGINS.match(cells[0]):
            break
        rows.append([cell.strip() for cell in cells])
        size += len(cells) - 1
        if size == width:
            return rows
    return []


def _without_edges(rows: list[list[str]]) -> tuple[list[list[str]], bool]:
    """The rows without the empty cells outside pipes at the table's edges; whether it has such pipes."""
    left, right = _has_edge(rows, 0), _has_edge(rows, -1)
    if not (left or right):
        return rows, False
    kept = [row[int(left and not row[0]) : len(row) - int(right and not row[-1])] for row in rows]
    return [row or [""] for row in kept], left and right  # a lone pipe leaves nothing between its two sides


def _has_edge(rows: list[list[str]], side: int) -> bool:
    """Whether a pipe closes the table on this side: in its first row, and in most."""
    return bool(rows) and not rows[0][side] and sum([not row[side] for row in rows]) * 2 > len(rows)


def _whole_rows(rows: list[list[str]], width: int) -> list[list[str]]:
    """Rows that line breaks in a cell cut over several lines are one again."""
    if all(len(row) == width for row in rows):
        return rows
    out: list[list[str]] = []
    at = 0
    while at < len(rows):
        count = _lines_of_row(rows, at, width)
        row = list(rows[at])
        for more in rows[at + 1 : at + count]:
            row[-1] += "\n" + more[0]
            row += more[1:]
        out.append(row)
        at += count
    return out


def _lines_of_row(rows: list[list[str]], at: int, width: int) -> int:
    """How many lines make the row that begins at `at`; 1 where no following lines complete it."""
    size = len(rows[at])
    for count, more in enumerate(rows[at + 1 : at + _LONGEST_ROW], start=2):
        if size >= width or not more[0] or _ROW_BEGINS.match(more[0]):
            break
        size += len(more) - 1
        if size == width:
            return count
    return 1


def _table(rows: list[list[str]], width: int, page: int | None) -> RawTable:
    cells = [
        RawCell(row[column] if column < len(row) else "", row=number, column=column)
        for number, row in enumerate(rows)
        for column in range(width)
    ]
    if width > 2:
        _divide_head(cells, rows, width)
        _reach_down(cells, rows, width)
    kept = [cell for cell in cells if cell.row_span and cell.column_span]
    return RawTable(kept, rows=len(rows), columns=width, page=page)


def _divide_head(cells: list[RawCell], rows: list[list[str]], width: int) -> None:
    """A head whose last cell has a second row of cells under it: `A | B | C`, then `| | D | E`."""
    size = len(rows[0])
    if len(rows) < 3 or not 1 < size < width or len(rows[1]) != width:
        return
    if any(rows[1][: size - 1]) or not all(rows[1][size - 1 :]):
        return
    for column in range(size - 1):
        cells[column].row_span = 2
        cells[width + column].row_span = 0  # covered
    cells[size - 1].column_span = width - size + 1
    for column in range(size, width):
        cells[column].column_span = 0


def _reach_down(cells: list[RawCell], rows: list[list[str]], width: int) -> None:
    """A time in the first column holds for the rows below that have none."""
    if not _TIMES.match(rows[0][0]):
        return
    above: RawCell | None = None
    for number, row in enumerate(rows[1:], start=1):
        cell = cells[number * width]
        if not cell.row_span:
            continue
        if row[0]:
            above = cell if len(row) == width else None
        elif above is not None and sum(map(bool, row)) > 1:
            above.row_span += 1
            cell.row_span = 0
