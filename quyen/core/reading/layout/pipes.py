"""Second stage: lines that draw a table with pipes or tabs become tables.

Three ways of drawing are known. (1) A pipe on a line of its own opens and closes every cell, and a cell may
be broken over several lines: the text export of legal portals. Two pipes in a row are then either the end of
one row and the start of the next, or an empty cell; `rows` decides which. (2) One row a line with pipes
between the cells, as in Markdown. (3) Tabs between the cells. `line_rows` reads (2) and (3).
"""

from __future__ import annotations

from quyen.core.reading.layout.grid import place_cells
from quyen.core.reading.layout.line_rows import Found, line_table, piped, tabbed
from quyen.core.reading.layout.rows import part_rows
from quyen.core.reading.layout.whole import Drawn, Lines
from quyen.core.types import RawTable

_LONGEST_CELL = 120  # lines; a longer run without a pipe is not a cell
_LONGEST_BAR = 12


def find_drawn_tables(lines: Lines) -> Lines:
    """The lines with drawn tables in place of theirs."""
    tabs = "\t" in lines.whole
    if not tabs and "|" not in lines.whole:
        return lines
    drawn: list[Drawn] = []
    done = 0
    for at in [at for at, text in enumerate(lines.texts) if "|" in text or (tabs and "\t" in text)]:
        if at >= done and (found := _table_at(lines, at)):
            if found.table:
                drawn.append(Drawn(at, found.end, found.table))
            done = found.end
    return lines.with_tables(drawn)


def _table_at(lines: Lines, at: int) -> Found | None:
    text = lines.texts[at]
    if "|" in text:
        if _is_bar(text):
            return _edge_table(lines, at)
        return line_table(lines, at, piped)
    return line_table(lines, at, tabbed)


# --- (1) a pipe on its own line ------------------------------------------------------------------


def _is_bar(text: str) -> bool:
    return len(text) < _LONGEST_BAR and "|" in text and not text.strip(" |")


def _edge_table(lines: Lines, at: int) -> Found | None:
    cells, end = _cells_between_bars(lines, at)
    if not any(cells):
        return Found(None, max(end, at + 1))
    rows = part_rows(cells)
    page = lines.blocks[at].page
    return Found(place_cells(rows, page), end)


def _cells_between_bars(lines: Lines, at: int) -> tuple[list[str], int]:
    """The words between bars, and the first block after the last bar. No cell holds a blank line."""
    texts = lines.texts
    cells: list[str] = []
    end = at
    cell: list[str] = []
    for here in range(at, len(texts)):
        text = texts[here]
        if len(cell) > _LONGEST_CELL:
            break
        if len(text) < _LONGEST_BAR and "|" in text and _is_bar(text):
            if here > at:
                cells.append("\n".join(cell))
            if text != "|":
                cells += [""] * (text.count("|") - 1)
            cell, end = [], here + 1
        elif text:
            cell.append(text.strip())
        elif not (cell and here + 1 < len(texts) and _is_bar(texts[here + 1])):
            break  # a blank line stands inside a table only where a rule was blanked, and a bar follows at once
        elif isinstance(lines.blocks[here], RawTable):
            break
    return cells, end
