"""Two blocks side by side without rules: the head of a letter, recipients beside the signature, a gazette.

A band is a run of lines that leave one upright strip of the page free. Recognised by the strip alone, never by
words; a full line ends a band.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quyen.core.reading.formats.pdf.chars import BLANK, Letters, PageText, Piece
from quyen.core.reading.formats.pdf.tables import in_lines
from quyen.core.types import RawCell

_STRIP = 7.0  # points: the least free strip
_LABEL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}|[ivx]{1,5})[.)]?|[-–•]")
_LONG = 18  # lines: a longer band is a page set in columns, not a head

Line = list[Piece]


@dataclass(slots=True)
class Band:
    """Lines side by side: what stands left and what stands right of the free strip."""

    left: list[Piece]
    right: list[Piece]
    top: float

    @property
    def is_text(self) -> bool:
        """Columns of running text, to be read one after the other."""
        return len(self.left) > _LONG and len(self.right) > _LONG


def split_gaps(pieces: list[Piece], page: PageText, *, tabs: bool) -> list[Piece]:
    """Pieces cut where a single blank is wider than any blank: at a tab or at the edge of a column.

    In a typewriter's font even a narrow hole is seen; `tabs` says that such a hole is a tab, not a column.
    """
    found: list[Piece] = []
    for piece in pieces:
        letters = _letters(piece, page)
        start = 0
        for at in _after_holes(piece, letters):
            _cut(found, page.part(piece, start, at, letters), tab=tabs and start > 0 and piece.even > 0)
            start = at
        _cut(
            found,
            page.part(piece, start, len(piece.text), letters),
            tab=tabs and start > 0 and piece.even > 0,
        )
    return found


def _letters(piece: Piece, page: PageText) -> Letters:
    """The letters that may stand at a hole: in a typewriter's font, and where marks have no width, all."""
    if piece.even:
        return page.letters(piece)
    edges = page.edges(piece)
    return page.letters(piece) if any(right <= left for left, right in edges.values()) else edges


def _after_holes(piece: Piece, letters: Letters) -> Iterator[int]:
    """The places of the letters after a hole."""
    last, reached, least = -1, 0.0, 0.1 * piece.size  # no hole is less wide
    for at, (left, right) in letters.items() if isinstance(letters, dict) else enumerate(letters):
        if right <= left:
            continue
        if left - reached > least and last >= 0 and _is_hole(piece, last, at, left - reached):
            yield at
        last, reached = at, right


def _cut(found: list[Piece], part: Piece | None, *, tab: bool) -> None:
    if part is not None:
        part.tab = part.tab or tab
        found.append(part)


def _is_hole(piece: Piece, last: int, at: int, gap: float) -> bool:
    """Whether two letters with blanks or nothing between them are too far apart for that."""
    blanks = at - last - 1
    if piece.even:
        return blanks < 2 and gap > (0.6 * blanks + 0.1) * piece.size
    return blanks == 1 and gap > piece.size and piece.text[at - 1] in BLANK


def bands(lines: list[Line]) -> list[Line | Band]:
    """Lines in order, runs of lines that stand in two columns as bands."""
    found: list[Line | Band] = []
    if all(len(line) != 2 for line in lines):
        return [*lines]
    ends = [edge for line in lines for edge in (line[0].left, line[-1].right)]
    middle = (min(ends) + max(ends)) / 2 if ends else 0.0
    at = 0
    while at < len(lines):
        reach = _reach(lines, at, middle) if len(lines[at]) == 2 else None
        if reach is None:
            found.append(lines[at])
            at += 1
            continue
        start, end, strip = reach
        del found[len(found) - (at - start) :]
        found.append(_band(lines[start:end], strip))
        at = end
    return found


def _reach(lines: list[Line], seed: int, middle: float) -> tuple[int, int, tuple[float, float]] | None:
    """First line, end and strip of the band around a line with a hole; None where there is none."""
    strip = _hole(lines[seed])
    if strip is None:
        return None
    end = seed + 1
    split = 1
    while end < len(lines) and (smaller := _narrowed(strip, lines[end])) and _is_near(lines, end, strip):
        if _is_title(lines[end], lines[seed], middle):
            break
        split += _hole(lines[end]) is not None
        strip, end = smaller, end + 1
    end = _without_tail(lines, seed, end, strip)
    start = seed
    while start > 0 and (smaller := _narrowed(strip, lines[start - 1])) and _is_above(lines, start, strip):
        strip, start = smaller, start - 1
    chosen = [piece for line in lines[start:end] for piece in line]
    left = [piece for piece in chosen if piece.right <= strip[0] + 1]
    if split < 2 and min(len(left), len(chosen) - len(left)) < 2:
        return None
    if all(_LABEL.fullmatch(line[0].text) for line in lines[start:end] if len(line) > 1):
        return None  # numbered items whose second lines are short and begin under the number
    # a column of numbers before hanging paragraphs is no column of text
    widest = max((piece.right - piece.left for piece in left), default=0.0)
    return (start, end, strip) if widest > 3.5 * lines[seed][0].size else None


def _is_title(line: Line, seed: Line, middle: float) -> bool:
    """A line set in the middle of the page, but not in the middle of a column, belongs to no column."""
    if len(line) != 1:
        return False
    centre = (line[0].left + line[0].right) / 2
    off = [abs(centre - (piece.left + piece.right) / 2) for piece in seed]
    return abs(centre - middle) < 8 and min(off) > 12


def _hole(line: Line) -> tuple[float, float] | None:
    """The free strip inside a line of two pieces; lines of more, or with tabs, are a table's."""
    if len(line) != 2 or line[1].tab or line[1].left - line[0].right < _STRIP:
        return None
    return line[0].right, line[1].left


def _narrowed(strip: tuple[float, float], line: Line) -> tuple[float, float] | None:
    """What is left of a strip beside a line; None where the line stands in it."""
    low, high = strip
    for piece in line:
        if piece.right <= (low + high) / 2:
            low = max(low, piece.right)
        elif piece.left >= (low + high) / 2:
            high = min(high, piece.left)
        else:
            return None
    return (low, high) if high - low >= _STRIP else None


def _is_near(lines: list[Line], at: int, strip: tuple[float, float]) -> bool:
    """Whether a line goes on with the band above it. The room for a signature is wide, on the right only."""
    above, line = lines[at - 1], lines[at]
    gap = line[0].y - above[-1].y
    only_right = all(piece.left >= strip[1] - 1 for piece in line)
    return gap < (11 if only_right else 2.6) * line[0].size


def _without_tail(lines: list[Line], seed: int, end: int, strip: tuple[float, float]) -> int:
    """Left lines at the end of a band, without any on the right and after a pause, are the text that follows."""
    at = end
    while at > seed + 1 and all(piece.right <= strip[0] + 1 for piece in lines[at - 1]):
        at -= 1
        if lines[at][0].y - lines[at - 1][-1].y > 1.9 * lines[at][0].size:
            return at
    return end


def _is_above(lines: list[Line], start: int, strip: tuple[float, float]) -> bool:
    """Whether the line above belongs to the band: near, and not the last line of a paragraph."""
    line, below = lines[start - 1], lines[start]
    if below[0].y - line[0].y > 2.2 * line[0].size:
        return False
    if all(piece.left >= strip[0] for piece in line) or start < 2:
        return True
    before = lines[start - 2]
    close = line[0].y - before[0].y < 1.9 * line[0].size
    return not (close and _narrowed(strip, before) is None)


def _band(lines: list[Line], strip: tuple[float, float]) -> Band:
    middle = (strip[0] + strip[1]) / 2
    pieces = [piece for line in lines for piece in line]
    left = [piece for piece in pieces if piece.right <= middle]
    right = [piece for piece in pieces if piece.right > middle]
    return Band(left, right, min(piece.y - piece.size for piece in pieces))


def band_cells(band: Band) -> list[RawCell]:
    """The two sides of a band, line under line, as the two cells of one row."""
    cells = []
    for column, side in enumerate((band.left, band.right)):
        lines = [" ".join(piece.words for piece in line) for line in in_lines(side)]
        cells.append(RawCell("\n".join(lines), 0, column))
    return cells
