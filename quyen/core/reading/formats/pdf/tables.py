"""Words into the cells of a ruled grid."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from quyen.core.reading.formats.pdf.chars import PageText, Piece
from quyen.core.reading.formats.pdf.rulings import Grid
from quyen.core.reading.formats.pdf.wrapping import glue, is_marked, is_wrapped, is_wrapped_centred
from quyen.core.reading.formats.signs import clean
from quyen.core.types import RawCell, RawTable


def fill(grid: Grid, pieces: list[Piece], page: PageText, number: int) -> RawTable:
    """The table of a grid with the pieces that lie in it."""
    texts: list[list[Piece]] = [[] for _ in grid.cells]
    for piece in pieces:
        for part in _parts(grid, piece, page):
            texts[_owner(grid, (part.left + part.right) / 2, part.middle)].append(part)
    cells = []
    for (row, column, high, wide), parts in zip(grid.cells, texts, strict=True):
        left, right = grid.xs[column], grid.xs[column + wide]
        cells.append(RawCell(_cell_text(parts, left, right), row, column, high, wide))
    return RawTable(cells, len(grid.ys) - 1, len(grid.xs) - 1, number)


def _owner(grid: Grid, x: float, y: float) -> int:
    row = min(max(bisect_right(grid.ys, y) - 1, 0), len(grid.ys) - 2)
    column = min(max(bisect_right(grid.xs, x) - 1, 0), len(grid.xs) - 2)
    return grid.owner[row][column]


def _parts(grid: Grid, piece: Piece, page: PageText) -> list[Piece]:
    """A piece, cut where it crosses from one cell into another."""
    if _owner(grid, piece.left + 1, piece.middle) == _owner(grid, piece.right - 1, piece.middle):
        return [piece]
    letters = page.letters(piece)
    found: list[Piece] = []
    start, current = 0, None
    for at, (left, right) in enumerate(letters):
        if right <= left and piece.text[at].isspace():
            continue
        owner = _owner(grid, (left + right) / 2, piece.middle)
        if current is not None and owner != current:
            found += [part] if (part := page.part(piece, start, at, letters)) else []
            start = at
        current = owner
    found += [part] if (part := page.part(piece, start, len(piece.text), letters)) else []
    return found


def in_lines(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces on one height together, top down, each line left to right."""
    lines: list[list[Piece]] = []
    foot = size = 0.0
    for piece in sorted(pieces, key=lambda piece: piece.y - 0.3 * piece.size):  # `middle`, for every piece
        y, own = piece.y, piece.size
        if abs(y - foot) < 0.45 * (size if size > own else own) and lines:
            lines[-1].append(piece)
        else:
            lines.append([piece])
            foot, size = y, own
    for line in lines:
        if len(line) > 1:
            line.sort(key=lambda piece: piece.left)
    return lines


def _words(line: list[Piece], wide: str) -> str:
    """The words of one line: pieces that touch are one word, those far apart are parted by `wide`."""
    text = line[0].words
    for left, right in pairwise(line):
        hole = right.left - left.right
        size = max(left.size, right.size)
        text += (
            "" if hole < 0.1 * size else wide if hole > (0.72 if left.even else 2.5) * size else " "
        ) + right.words
    return text


def merged(line: list[Piece], wide: str = " ") -> Piece:
    """The pieces of one line as one; `wide` stands for a hole between them."""
    if len(line) == 1:
        return line[0]
    first, last = line[0], line[-1]
    return Piece(
        _words(line, wide),
        first.left,
        last.right,
        first.y,
        max(piece.size for piece in line),
        all(piece.bold for piece in line),
        all(piece.italic for piece in line),
        first.start,
        foot=first.foot,
    )


def _cell_text(parts: list[Piece], left: float, right: float) -> str:
    """The paragraphs of a cell, parted by newlines: lines that only wrapped are joined."""
    lines = [merged(line) for line in in_lines(parts)]
    if not lines:
        return ""
    pad = min(max(min(line.left for line in lines) - left, 1.0), 6.0)
    end, width = right - pad, right - left - 2 * pad
    paragraphs = [lines[0].words]
    for above, line in pairwise(lines):
        ragged = abs(above.left - line.left) > 4 and abs(above.right - line.right) > 4
        wraps = is_wrapped_centred(above, line, width) if ragged else is_wrapped(above, line, end)
        if wraps and not is_marked(line.text):
            paragraphs[-1] += glue(above.text, line.text) + line.words
        else:
            paragraphs.append(line.words)
    return clean("\n".join(paragraphs))
