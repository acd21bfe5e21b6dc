"""One page as blocks from top to bottom: lines, bands of two columns, ruled tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from quyen.core.reading.formats.pdf import calls
from quyen.core.reading.formats.pdf.chars import PageText, Piece
from quyen.core.reading.formats.pdf.columns import Band, band_cells, bands, split_gaps
from quyen.core.reading.formats.pdf.footnotes import drop_marks, mark_feet
from quyen.core.reading.formats.pdf.rulings import Drawn, Grid, drawn_on, grids
from quyen.core.reading.formats.pdf.tables import fill, in_lines, merged
from quyen.core.types import RawTable

_PAGE_NUMBER = re.compile(
    r"[-–—]?\s*(?:trang\s+|page\s+)?(\d{1,4})(?:\s*/\s*\d{1,4})?\s*[-–—]?\.?", re.IGNORECASE
)
_RECIPIENTS = re.compile(r"nơi\s+nhận|kính\s+gửi", re.IGNORECASE)
_HEAD_LINES = 14  # lines at the top of a letter that may stand in two columns


@dataclass(slots=True)
class Page:
    """What was found on one page. `items` go from top to bottom; a `Piece` is a whole line."""

    number: int
    left: float = 0.0
    width: float = 0.0
    items: list[Piece | RawTable] = field(default_factory=list)
    letters: int = 0
    pictures: int = 0


def read_page(page: Any, number: int) -> Page:
    """The page of an open PDF."""
    text = PageText(page)
    try:
        return _read(page, text, number)
    finally:
        text.close()


def _read(handle: Any, text: PageText, number: int) -> Page:
    pieces = text.pieces()
    drawn = drawn_on(handle, text.turned)
    page = Page(number, letters=sum(len(piece.text) for piece in pieces), pictures=drawn.pictures)
    page.left, top, right, foot = text.turned(0.0, 0.0, *_size(handle))
    page.width = right - page.left
    tables, free = _tables(drawn, pieces)
    lines = _without_page_number(in_lines(free), top, foot, number)
    numbers = mark_feet(lines, drawn.level, page.width)
    if numbers:
        lines = in_lines(drop_marks([piece for line in lines for piece in line], numbers, text))
        for _, inside in tables:
            inside[:] = drop_marks(inside, numbers, text)
    lines = _split(lines, text, number, page.width)
    items: list[tuple[float, Piece | RawTable]] = [
        (grid.ys[0], fill(grid, inside, text, number)) for grid, inside in tables
    ]
    items += placed(lines, number)
    items.sort(key=lambda item: item[0])
    page.items = [item for _, item in items]
    return page


def _size(page: Any) -> tuple[float, float]:
    """Width and height of a page before it is turned, in points."""
    handle = calls.address(page)
    width, height = calls.page_width(handle), calls.page_height(handle)
    return (height, width) if calls.page_rotation(handle) % 2 else (width, height)


def _tables(drawn: Drawn, pieces: list[Piece]) -> tuple[list[tuple[Grid, list[Piece]]], list[Piece]]:
    """Ruled tables with the pieces inside them, and the pieces outside all of them."""
    found: list[tuple[Grid, list[Piece]]] = [(grid, []) for grid in grids(drawn)]
    if not found:
        return [], pieces
    free = []
    for piece in pieces:
        x = (piece.left + piece.right) / 2
        for grid, inside in found:
            if grid.holds(x, piece.middle):
                inside.append(piece)
                break
        else:
            free.append(piece)
    return [(grid, inside) for grid, inside in found if inside], free


def _split(lines: list[list[Piece]], text: PageText, number: int, width: float) -> list[list[Piece]]:
    """The lines cut at their holes; only where two columns are likely is every letter looked at."""
    looked: list[list[Piece]] = []
    near, least = (_HEAD_LINES if number == 1 else 0), 0.35 * width
    named = _names_recipients(text.text)
    for line in lines:
        first = line[0]
        if named and any(_RECIPIENTS.search(piece.text) for piece in line):
            near = 30
        wide = len(line) > 1 or (near > 0 and first.right - first.left > least)
        if wide or _is_stretched(first):
            if len(line) > 1 or not first.even or _is_stretched(first):
                line = split_gaps(line, text, tabs=near <= 0)
            near -= 1
        looked.append(line)
    return looked


def _names_recipients(text: str) -> bool:
    """Whether a page may name recipients: most pages do not, and their lines need not be searched."""
    lower = text.lower()
    return ("nơi" in lower and "nhận" in lower) or ("kính" in lower and "gửi" in lower)


def _is_stretched(piece: Piece) -> bool:
    """Whether a line is wider than its letters: there may be a tab in it."""
    width = piece.right - piece.left
    if piece.even:
        return width > 1.0025 * piece.even * len(piece.text) + 0.1 * piece.size
    return width > 0.56 * piece.size * len(piece.text)


def _without_page_number(lines: list[list[Piece]], top: float, foot: float, number: int) -> list[list[Piece]]:
    """The printed page number at the head or the foot of a page is no text."""
    room = (foot - top) * 0.11
    for at in (0, -1):
        if len(lines) > 1 and len(lines[at]) == 1:
            piece = lines[at][0]
            found = _PAGE_NUMBER.fullmatch(piece.text)
            outside = piece.y < top + room or piece.y > foot - room
            if found and outside and abs(int(found[1]) - number) <= 30:
                lines = lines[1:] if at == 0 else lines[:-1]
    return lines


def placed(lines: list[list[Piece]], number: int) -> list[tuple[float, Piece | RawTable]]:
    """Lines top down, and runs of lines in two columns as one table, each with its height on the page."""
    found: list[tuple[float, Piece | RawTable]] = []
    for line in bands(lines):
        if isinstance(line, Band):
            found += _placed(line, number)
        else:
            piece = merged(line, "\t")
            found.append((piece.y - piece.size, piece))
    return found


def _placed(band: Band, number: int) -> list[tuple[float, Piece | RawTable]]:
    if band.is_text:
        sides = [merged(row) for side in (band.left, band.right) for row in in_lines(side)]
        return [(band.top, piece) for piece in sides]
    return [(band.top, RawTable(band_cells(band), 1, 2, number, ruled=False))]
