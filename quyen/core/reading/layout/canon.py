"""Last stage: one canonical text with the place of every block and cell in it."""

from __future__ import annotations

from operator import attrgetter

from quyen.core.reading.layout.clean import RawBlock
from quyen.core.types import Block, Cell, Paragraph, RawTable, Span, Table

_PLACE = attrgetter("row", "column")
_new = tuple.__new__  # makes a span in half the time that `Span(...)` takes; there are hundreds of them


def write_text(blocks: list[RawBlock]) -> tuple[str, tuple[Block, ...]]:
    """The text (blocks parted by a newline, cells by tabs, rows by newlines) and the blocks in it."""
    pieces: list[str] = []
    placed: list[Block] = []
    size = 0
    for block in blocks:
        if isinstance(block, RawTable):
            table, end = _table(block, size, pieces)
            if table is not None:
                placed.append(table)
            size = end
        elif text := _one_line(block.text):
            at = _new(Span, (size, size + len(text)))
            pieces += (text, "\n")
            size = at.end + 1
            placed.append(
                Paragraph(
                    at,
                    block.page,
                    block.bold,
                    block.italic,
                    block.centred,
                    block.heading,
                    block.footnote,
                )
            )
    text = "".join(pieces)
    return text[:-1] if text.endswith("\n") else text, tuple(placed)


def _one_line(text: str) -> str:
    """The text with single blanks, which nearly all texts have already (`clean` left no other white space)."""
    if "  " in text or "\t" in text or "\n" in text:
        return " ".join(text.split())
    return text.strip()


def _cell_lines(text: str) -> str:
    """The text of a cell: its lines without blank ones."""
    if "\n" not in text:
        return _one_line(text)
    return "\n".join([line for part in text.split("\n") if (line := _one_line(part))])


def _table(block: RawTable, start: int, pieces: list[str]) -> tuple[Table | None, int]:
    """The table written at `start`, None where no cell holds a word; and where its text ends."""
    cells: list[Cell] = []
    at = start
    row = None
    filled = False
    for cell in sorted(block.cells, key=_PLACE):
        if row is not None:
            pieces.append("\t" if cell.row == row else "\n")
            at += 1
        row = cell.row
        text = _cell_lines(cell.text)
        place = _new(Span, (at, at + len(text)))
        if text:
            pieces.append(text)
            at = place.end
            filled = True
        cells.append(Cell(place, row, cell.column, cell.row_span, cell.column_span))
    if cells:
        pieces.append("\n")
        at += 1
    if not filled:
        return None, at
    at_all = Span(start, at - 1)
    table = Table(at_all, tuple(cells), block.rows, block.columns, block.page, block.ruled)
    return table, at
