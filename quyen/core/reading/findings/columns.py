"""Tables: a task without a lead or a time where its column is there, and sums that do not add up.

An empty cell is marked only where most rows of the column are filled, and a sum only where the rows above it
are plain (no groups with sums of their own).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyen.core.reading.findings.words import Words
from quyen.core.text.folding import fold
from quyen.core.text.numbers import parse_number
from quyen.core.text.saying import say_number
from quyen.core.types import Cell, Document, Finding, Span, Table

_LEAD = re.compile(r"chu tri|don vi thuc hien|co quan thuc hien|chiu trach nhiem|don vi dau moi|phan cong")
_TIME = re.compile(r"thoi gian|thoi han|tien do|hoan thanh|lo trinh|thoi diem")
_OF_TASKS = re.compile(r"nội dung|nhiệm vụ|công việc|hoạt động|tên |sản phẩm")
_TASK = re.compile(r"noi dung|nhiem vu|cong viec|hoat dong|ten (?:nhiem|de|van)|san pham")
_ORDINAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,2}|[a-zđ])[.)]?\Z")
_TOTAL = re.compile(r"(?:tong(?: cong| so)?|cong)(?: \(.*\)| kinh phi)?[:.]?\Z")
_TOTAL_HEADS = "tTcC"  # most cells begin with another letter
_FIGURE = re.compile(r"-?\d{1,3}(?:[.,]\d{3})+(?:,\d+)?\Z|-?\d{1,12}(?:[.,]\d{1,3})?\Z")
_HEAD_ROWS = 3
_FILLED = 0.7


class _Grid:
    """Cells by row and column; a merged cell stands in every place it reaches over."""

    def __init__(self, document: Document, table: Table) -> None:
        self.document, self.table = document, table
        self.cells: dict[tuple[int, int], Cell] = {}
        self.words: dict[Span, str] = {}  # each cell's text with white space folded
        for cell in table.cells:
            self._lay(cell)

    def _lay(self, cell: Cell) -> None:
        self.words[cell.at] = " ".join(self.document.text[cell.at.start : cell.at.end].split())
        if cell.row_span == 1 == cell.column_span:
            if cell.row < self.table.rows and cell.column < self.table.columns:
                self.cells[cell.row, cell.column] = cell
            return
        for row in range(cell.row, min(cell.row + cell.row_span, self.table.rows)):
            for column in range(cell.column, min(cell.column + cell.column_span, self.table.columns)):
                self.cells[row, column] = cell

    def text(self, row: int, column: int) -> str:
        cell = self.cells.get((row, column))
        return self.words[cell.at] if cell else ""


def find_columns(document: Document, words: Words) -> Iterator[Finding]:
    for block in document.blocks:
        if not isinstance(block, Table) or block.rows < 3 or block.columns < 2:
            continue
        lower = words.lower[block.at.start : block.at.end]
        if "tổng" in lower or "cộng" in lower or _OF_TASKS.search(lower[:400]):
            grid = _Grid(document, block)
            head = _head_row(grid)
            if head is not None:
                yield from _empty_cells(grid, head)
            yield from _sums(grid)


# --- empty cells ------------------------------------------------------------------------------------


def _head_row(grid: _Grid) -> int | None:
    """The row that names a column of tasks and one of leads or of times."""
    for row in range(min(_HEAD_ROWS, grid.table.rows)):
        texts = [grid.text(row, column) for column in range(grid.table.columns)]
        names = fold("\n".join(texts))
        if (
            _TASK.search(names)
            and (_LEAD.search(names) or _TIME.search(names))
            and max(map(len, texts)) < 120
        ):
            return row
    return None


def _empty_cells(grid: _Grid, head: int) -> Iterator[Finding]:
    names = [fold(grid.text(head, column)) for column in range(grid.table.columns)]
    tasks = next(column for column, name in enumerate(names) if _TASK.search(name))
    rows = [row for row in range(head + 1, grid.table.rows) if _is_task(grid, row, tasks)]
    for column, name in enumerate(names):
        lead = bool(_LEAD.search(name))
        if column == tasks or not (lead or _TIME.search(name)) or len(rows) < 3:
            continue
        empty = [row for row in rows if not grid.text(row, column).strip(" .-–/")]
        if len(empty) <= len(rows) * (1 - _FILLED):
            yield from (_empty(grid, row, tasks, lead) for row in empty)


def _is_task(grid: _Grid, row: int, tasks: int) -> bool:
    """A row with a number of its own, words, and at least one more cell that says something."""
    first, words = grid.text(row, 0), grid.text(row, tasks)
    others = {
        cell.at
        for column in range(grid.table.columns)
        if column not in (0, tasks) and (cell := grid.cells.get((row, column))) and grid.text(row, column)
    }
    return bool(_ORDINAL.match(first)) and len(words) > 12 and bool(others)


def _empty(grid: _Grid, row: int, tasks: int, lead: bool) -> Finding:
    no = grid.text(row, 0)
    what = "cơ quan chủ trì" if lead else "thời gian thực hiện"
    cell = grid.cells[row, tasks]
    message = f"Nhiệm vụ {no} để trống ô {what}."
    return Finding("no_lead" if lead else "no_time", message, cell.at, None, 0.8)


# --- sums -------------------------------------------------------------------------------------------


def _sums(grid: _Grid) -> Iterator[Finding]:
    """The rows "Tổng cộng" against the rows above (or below, where the total stands first)."""
    totals = [row for row in range(grid.table.rows) if _is_total(grid, row)]
    if len(totals) != 1 or _has_groups(grid):
        return
    total = totals[0]
    head = 0 if total > grid.table.rows // 2 else total
    rows = range(1, total) if head == 0 else range(total + 1, grid.table.rows)
    columns = [_column(grid, column, total, rows) for column in range(1, grid.table.columns)]
    added = {round(sums[1], 2) for sums in columns if sums}
    for sums in columns:
        if sums and not _same(sums[0], sums[1]) and round(sums[0], 2) not in added:
            yield _wrong_sum(grid, sums, total)


def _is_total(grid: _Grid, row: int) -> bool:
    texts = [grid.text(row, column) for column in range(min(3, grid.table.columns))]
    return any(_TOTAL.match(fold(text)) for text in texts if text[:1] in _TOTAL_HEADS and text)


def _has_groups(grid: _Grid) -> bool:
    """Rows numbered I, II or A, B carry sums of the rows under them; so do 1 with 1.1."""
    firsts = [grid.text(row, 0).rstrip(".)") for row in range(grid.table.rows)]
    return any(re.fullmatch(r"[IVX]+|[A-ZĐ]|\d+\.\d+", first) for first in firsts)


def _column(grid: _Grid, column: int, total: int, rows: range) -> tuple[float, float, int] | None:
    """The total as given, what the rows add up to, the column; None for a column that holds no amounts.

    A total that equals the sum of another column only slipped out of its place, so all are compared.
    """
    cell = grid.cells.get((total, column))
    whole = _figure(grid.text(total, column)) if cell and cell.row == total else None
    parts = {
        grid.cells[row, column].at: grid.text(row, column) for row in rows if (row, column) in grid.cells
    }
    figures = [_figure(text) for text in parts.values() if text]
    amounts = [figure for figure in figures if figure is not None]
    if len(amounts) < 2 or len(amounts) < len(figures) or _ordinals(amounts):
        return None
    return (whole, sum(amounts), column) if whole is not None else (sum(amounts), sum(amounts), column)


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= max(0.01, 1e-6 * abs(one))


def _wrong_sum(grid: _Grid, sums: tuple[float, float, int], total: int) -> Finding:
    at = _trimmed(grid, grid.cells[total, sums[2]].at)
    message = f"Tổng ghi {grid.document.cut(at)} nhưng các dòng cộng lại được {say_number(sums[1])}."
    return Finding("total", message, at, None, 0.8)


def _figure(text: str) -> float | None:
    return parse_number(text) if _FIGURE.match(text) else None


def _ordinals(figures: list[float]) -> bool:
    """1, 2, 3 ... is a column of numbers, not of amounts; neither is one of years."""
    return figures == [float(place) for place in range(1, len(figures) + 1)] or all(
        1900 < figure < 2100 for figure in figures
    )


def _trimmed(grid: _Grid, at: Span) -> Span:
    words = grid.document.cut(at)
    start = at.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
