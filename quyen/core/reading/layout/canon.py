"""Last stage: one canonical text with the place of every block and cell in it."""

from __future__ import annotations

from quyen.core.reading.layout.clean import RawBlock
from quyen.core.types import Block, Cell, Paragraph, RawCell, RawParagraph, RawTable, Span, Table


class _Writer:
    """Collects pieces of text and knows how long they are together."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.size = 0

    def write(self, text: str) -> Span:
        start = self.size
        self.pieces.append(text)
        self.size += len(text)
        return Span(start, self.size)


def write_text(blocks: list[RawBlock]) -> tuple[str, tuple[Block, ...]]:
    """The text (blocks parted by a newline, cells by tabs, rows by newlines) and the blocks in it."""
    writer = _Writer()
    placed: list[Block] = []
    for block in blocks:
        if isinstance(block, RawTable):
            table = _table(block, writer)
            if table is not None:
                placed.append(table)
        elif text := " ".join(block.text.split()):
            placed.append(_paragraph(block, writer.write(text)))
            writer.write("\n")
    text = "".join(writer.pieces)
    return text[:-1] if text.endswith("\n") else text, tuple(placed)


def _paragraph(block: RawParagraph, at: Span) -> Paragraph:
    return Paragraph(
        at,
        block.page,
        block.bold,
        block.italic,
        block.centred,
        heading=block.heading,
        footnote=block.footnote,
    )


def _table(block: RawTable, writer: _Writer) -> Table | None:
    rows: dict[int, list[RawCell]] = {}
    for cell in block.cells:
        rows.setdefault(cell.row, []).append(cell)
    start = writer.size
    cells: list[Cell] = []
    kept = 0
    for number in sorted(rows):
        row = sorted(rows[number], key=lambda cell: cell.column)
        for column, cell in enumerate(row):
            if column:
                writer.write("\t")
            lines = (" ".join(line.split()) for line in cell.text.split("\n"))
            at = writer.write("\n".join(line for line in lines if line))
            kept += at.end > at.start
            cells.append(Cell(at, cell.row, cell.column, cell.row_span, cell.column_span))
        writer.write("\n")
    if not kept:
        return None
    at = Span(start, writer.size - 1)
    return Table(at, tuple(cells), block.rows, block.columns, page=block.page, ruled=block.ruled)
