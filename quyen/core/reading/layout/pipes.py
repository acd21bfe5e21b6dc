"""Second stage: lines that draw a table with pipes or tabs become tables.

Three ways of drawing are known. (1) A pipe on a line of its own opens and closes every cell, and a cell may
be broken over several lines: the text export of legal portals. Two pipes in a row are then either the end of
one row and the start of the next, or an empty cell; `rows` decides which. (2) One row a line with pipes
between the cells, as in Markdown. (3) Tabs between the cells. `line_rows` reads (2) and (3).
"""

from __future__ import annotations

from quyen.core.reading.layout.clean import RawBlock
from quyen.core.reading.layout.grid import place_cells
from quyen.core.reading.layout.line_rows import Found, line_table, piped, tabbed
from quyen.core.reading.layout.rows import part_rows
from quyen.core.types import RawParagraph

_LONGEST_CELL = 120  # lines; a longer run without a pipe is not a cell


def find_drawn_tables(blocks: list[RawBlock]) -> list[RawBlock]:
    """The blocks with drawn tables in place of their lines."""
    out: list[RawBlock] = []
    done = 0
    for at in _lines_with_signs(blocks):
        if at < done:
            continue
        block = blocks[at]
        found = _table_at(blocks, at, block.text) if isinstance(block, RawParagraph) else None
        if found:
            out += blocks[done:at]
            out += [found.table] if found.table else blocks[at : found.end]
            done = found.end
    return out + blocks[done:] if done else blocks


def _lines_with_signs(blocks: list[RawBlock]) -> list[int]:
    """Places of the lines that hold a pipe or a tab."""
    return [
        at
        for at, block in enumerate(blocks)
        if isinstance(block, RawParagraph) and (text := block.text) and ("|" in text or "\t" in text)
    ]


def _table_at(blocks: list[RawBlock], at: int, text: str) -> Found | None:
    if "|" in text:
        if _is_bar(text):
            return _edge_table(blocks, at)
        return line_table(blocks, at, piped)
    return line_table(blocks, at, tabbed)


# --- (1) a pipe on its own line ------------------------------------------------------------------


def _is_bar(text: str) -> bool:
    return len(text) < 12 and "|" in text and not text.strip(" |")


def _edge_table(blocks: list[RawBlock], at: int) -> Found | None:
    cells, end = _cells_between_bars(blocks, at)
    if not any(cells):
        return Found(None, max(end, at + 1))
    rows = part_rows(["\n".join(cell) for cell in cells])
    page = blocks[at].page
    return Found(place_cells(rows, page), end)


def _cells_between_bars(blocks: list[RawBlock], at: int) -> tuple[list[list[str]], int]:
    """The lines between bars, and the first block after the last bar. No cell holds a blank line."""
    cells: list[list[str]] = []
    end = at
    cell: list[str] = []
    for here in range(at, len(blocks)):
        block = blocks[here]
        if not isinstance(block, RawParagraph) or len(cell) > _LONGEST_CELL:
            break
        text = block.text.strip()
        if "|" in text and _is_bar(block.text):
            if here > at:
                cells.append(cell)
            cells += [[] for _ in range(text.count("|") - 1)]
            cell, end = [], here + 1
        elif text:
            cell.append(text)
        elif not _goes_on(blocks, here, bool(cell)):
            break
    return cells, end


def _goes_on(blocks: list[RawBlock], at: int, inside: bool) -> bool:
    """Whether a blank line stands inside a table: a marked-out rule was blanked, and a bar follows at once."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    return inside and isinstance(following, RawParagraph) and _is_bar(following.text)
