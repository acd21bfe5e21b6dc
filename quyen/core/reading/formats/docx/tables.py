"""The grid of a Word table while it is read row by row, merged cells included."""

from __future__ import annotations

from quyen.core.types import RawCell, RawTable


class Grid:
    """Cells are laid left to right; a continued cell lengthens the one above it."""

    def __init__(self) -> None:
        self._cells: list[RawCell] = []
        self._above: dict[int, RawCell] = {}  # start column -> the last cell begun or continued there
        self._row = -1
        self._column = 0
        self._columns = 0

    def begin_row(self, skipped: int) -> None:
        self._row += 1
        self._column = skipped

    def add(self, text: str, span: int) -> None:
        """A cell of its own."""
        cell = RawCell(text, self._row, self._column, 1, span)
        self._cells.append(cell)
        self._above[self._column] = cell
        self._move(span)

    def lengthen(self, text: str, span: int) -> None:
        """A cell that goes on from the row above; without one above it is a cell of its own."""
        origin = self._above.get(self._column)
        if origin is None or origin.row + origin.row_span != self._row:
            self.add(text, span)
            return
        origin.row_span += 1
        _append(origin, text)
        self._move(span)

    def widen(self, text: str) -> None:
        """A cell that goes on from the one at its left (the old way of merging)."""
        last = self._cells[-1] if self._cells else None
        if last is None or last.row != self._row:
            self.add(text, 1)
            return
        last.column_span += 1
        _append(last, text)
        self._move(1)

    def table(self, page: int | None) -> RawTable:
        return RawTable(self._cells, self._row + 1, self._columns, page)

    def _move(self, span: int) -> None:
        self._column += span
        self._columns = max(self._columns, self._column)


def _append(cell: RawCell, text: str) -> None:
    """Words that a writer left in a merged-away cell are kept."""
    if text.strip():
        cell.text = f"{cell.text}\n{text}" if cell.text else text
