"""RawDocument -> Document: from what a format reader hands on to what all later stages see.

whole       what passes between these stages: the blocks and, side by side, their words
clean       one line a paragraph, NFC, no page numbers, no running heads
sides       an ending in two columns becomes a table of two cells
pipes       lines that draw a table (pipes, tabs) become tables; rows, grid place their cells
stacked     tables that stand one cell a line become tables
lines       lines broken at a fixed width become paragraphs, in cells too
marks       `**bold**` becomes a flag
tables      tables and rows that a page break cut are joined
canon       one text, and the place of every block in it
outline     the tree of parts, articles, points and dashes over that text
"""

from __future__ import annotations

from quyen.core.reading.layout.canon import write_text
from quyen.core.reading.layout.clean import clean
from quyen.core.reading.layout.lines import join_lines
from quyen.core.reading.layout.marks import strip_marks
from quyen.core.reading.layout.pipes import find_drawn_tables
from quyen.core.reading.layout.sides import part_endings
from quyen.core.reading.layout.stacked import find_stacked_tables
from quyen.core.reading.layout.tables import rejoin_tables
from quyen.core.reading.outline import find_outline
from quyen.core.types import Document, RawDocument

__all__ = ["lay_out"]


def lay_out(raw: RawDocument) -> Document:
    """The document of any format: repaired paragraphs and tables, canonical NFC text, outline.

    Never raises for bad text; every span lies inside the text. Linear in the size of the document.
    """
    lines = clean(raw.blocks, composed=raw.composed)
    lines = part_endings(lines)
    lines = find_drawn_tables(lines)
    lines = find_stacked_tables(lines)
    lines = join_lines(lines)
    lines = strip_marks(lines)
    lines = rejoin_tables(lines)
    text, placed, words = write_text(lines)
    return Document(
        text=text,
        blocks=placed,
        outline=find_outline(placed, words),
        kind=raw.kind,
        pages=raw.pages,
        notes=tuple(raw.notes),
    )
