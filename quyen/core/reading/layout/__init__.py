"""RawDocument -> Document: from what a format reader hands on to what all later stages see.

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
    blocks = clean(raw.blocks, composed=raw.composed)
    blocks = part_endings(blocks)
    blocks = find_drawn_tables(blocks)
    blocks = find_stacked_tables(blocks)
    blocks = join_lines(blocks)
    blocks = strip_marks(blocks)
    blocks = rejoin_tables(blocks)
    text, placed = write_text(blocks)
    return Document(
        text=text,
        blocks=placed,
        outline=find_outline(text, placed),
        kind=raw.kind,
        pages=raw.pages,
        notes=tuple(raw.notes),
    )
