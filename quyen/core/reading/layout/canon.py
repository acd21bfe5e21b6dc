"""Last stage: one canonical text with the place of every block and cell in it."""

from __future__ import annotations

from operator import attrgetter

from quyen.core.reading.layout.whole import Lines
from quyen.core.types import Block, Cell, Paragraph, RawTable, Span, Table

_PLACE = attrgetter("row", "column")
_new = tuple.__new__  # makes a span in half the time that `Span(...)` takes; there are hundreds of them


def write_text(lines: Lines) -> tuple[str, tuple[Block, ...], list[str]]:
    """The text (blocks parted by a newline, cells by tabs, rows by newlines), the blocks in it, and the words of
    each block, "" for a table."""
    pieces: list[str] = []
    placed: list[Block] = []
    words: list[str] = []
    whole = "\n".join(lines.texts)
    spaced = "  " in whole or "\t" in whole
    start = 0
    for block, text in zip(lines.blocks, lines.texts, strict=True):
        if isinstance(block, RawTable):
            if block.cells:
                text, table = _table(block, start)
                pieces.append(text)
                start += len(text) + 1
                if table is not None:
                    placed.append(table)
                    words.append("")
            continue
        text = _one_line(text) if spaced else text.strip()
        if text:
            pieces.append(text)
            words.append(text)
            end = start + len(text)
            placed.append(
                Paragraph(
                    _new(Span, (start, end)),
                    block.page,
                    block.bold,
                    block.italic,
                    block.centred,
                    block.heading,
                    block.footnote,
                )
            )
            start = end + 1
    return "\n".join(pieces), tuple(placed), words


def _one_line(text: str) -> str:
    """The text with single blanks, which nearly all texts have already (`clean` left no other white space)."""
    if "  " in text or "\t" in text:
        return " ".join(text.split())
    return text.strip()


def _cell_lines(text: str) -> str:
    """The text of a cell: its lines without blank ones."""
    if "\n" not in text:
        return _one_line(text)
    return "\n".join([line for part in text.split("\n") if (line := _one_line(part))])


def _table(block: RawTable, start: int) -> tuple[str, Table | None]:
    """The words of a table written at `start`, and the table; None where no cell holds a word."""
    pieces: list[str] = []
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
        end = at
        if text:
            pieces.append(text)
            end += len(text)
            filled = True
        cells.append(Cell(_new(Span, (at, end)), row, cell.column, cell.row_span, cell.column_span))
        at = end
    if not filled:
        return "".join(pieces), None
    table = Table(Span(start, at), tuple(cells), block.rows, block.columns, block.page, block.ruled)
    return "".join(pieces), table
