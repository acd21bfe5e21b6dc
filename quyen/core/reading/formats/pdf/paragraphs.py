"""Lines of all pages into paragraphs, by the geometry that printed them."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from statistics import median

from quyen.core.reading.formats.pdf.chars import Piece
from quyen.core.reading.formats.pdf.footnotes import BEGIN
from quyen.core.reading.formats.pdf.pages import Page
from quyen.core.reading.formats.pdf.wrapping import glue, is_marked, is_wrapped, is_wrapped_centred
from quyen.core.reading.formats.signs import clean
from quyen.core.types import RawParagraph, RawTable

_ENDS = re.compile(r"[.;:!?…][\"”’)\]]*\Z")
_INDENT = 7.0  # points: a line set in by as much begins a paragraph
_BLANK_LINE = 1.75  # line pitches between two lines that hold an empty one

Block = RawParagraph | RawTable


class Columns:
    """The left and right edge of the text on pages of one width."""

    def __init__(self, pages: list[Page]) -> None:
        lines: dict[int, list[Piece]] = defaultdict(list)
        for page in pages:
            lines[round(page.width)] += [item for item in page.items if isinstance(item, Piece)]
        self._edges = {round(page.width): (page.left, page.left + page.width) for page in pages}
        self._edges |= {width: _edges(found, self._edges[width]) for width, found in lines.items() if found}

    def of(self, page: Page) -> tuple[float, float]:
        return self._edges[round(page.width)]


def _edges(lines: list[Piece], page: tuple[float, float]) -> tuple[float, float]:
    """The edges that most lines keep to; the odd line that sticks out does not move them. A few lines show
    only where they begin: the margin at the right is then taken to be no wider than the one at the left."""
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    left, right = lefts[len(lefts) // 50], rights[-1 - len(rights) // 100]
    return left, right if len(lines) > 8 else max(right, page[1] - (left - page[0]))


class ParagraphMaker:
    """Takes the lines of a document in order and hands on its blocks."""

    def __init__(self, pages: list[Page]) -> None:
        self._columns = Columns(pages)
        self._blocks: list[Block] = []
        self._open: RawParagraph | None = None  # the paragraph being put together
        self._texts: list[str] = []  # its lines
        self._first: Piece | None = None  # its first line
        self._above: Piece | None = None  # its last line
        self._pitch = _pitch(pages)
        self._is_cut = self._breaks_sentences(pages)

    def make(self, pages: list[Page]) -> list[Block]:
        """The blocks of all pages, footnotes last; every paragraph says that it may be a line (`line=True`)."""
        self._run(pages, feet=False)
        self._above = None
        self._run(pages, feet=True)
        return self._blocks

    def _run(self, pages: list[Page], *, feet: bool) -> None:
        for page in pages:
            edges = self._columns.of(page)
            turned = True  # the line begins a page
            for item in page.items:
                if isinstance(item, Piece):
                    if item.foot is feet:
                        self._line(item, page, edges, turned)
                        turned = False
                elif not feet:
                    self._close()
                    self._blocks.append(item)
                    turned = False
        self._close()

    def _line(self, line: Piece, page: Page, edges: tuple[float, float], turned: bool) -> None:
        centred = _is_centred(line, edges)
        if self._goes_on(line, edges, centred, turned):
            assert self._open is not None
            assert self._above is not None
            self._open.centred = centred
            self._texts.append(glue(self._above.text, line.text) + line.words)
            self._open.bold = self._open.bold and line.bold
            self._open.italic = self._open.italic and line.italic
            self._above = line
            return
        blank = not turned and self._above is not None and self._is_blank_between(self._above, line)
        self._close()
        if blank:
            self._blocks.append(RawParagraph("", page.number, True))
        self._texts = [line.words]
        self._open = RawParagraph("", page.number, True, line.bold, line.italic, centred, None, line.foot)
        self._first = self._above = line

    def _close(self) -> None:
        if self._open is not None:
            self._open.text = clean("".join(self._texts))
            if self._open.footnote:
                self._open.text = BEGIN.sub("", self._open.text, count=1)
            self._blocks.append(self._open)
        self._open = None

    def _breaks_sentences(self, pages: list[Page]) -> bool:
        """Whether the lines were broken before this page was set: sentences then go on in a new line although
        there was room. Such lines are handed on as they stand, the layout joins them for every format."""
        cut = whole = 0
        for page in pages:
            _, right = self._columns.of(page)
            lines = [item for item in page.items if isinstance(item, Piece) and not item.foot]
            whole += max(len(lines) - 1, 0)
            for above, line in pairwise(lines):
                goes_on = line.text[:1].islower() and above.text[-1:] not in ".;:!?" and not above.bold
                if goes_on and -_INDENT < line.left - above.left < _INDENT:
                    cut += not (is_wrapped(above, line, right) or is_marked(line.text))
        return cut > 4 and cut > 0.06 * whole

    def _is_blank_between(self, above: Piece, line: Piece) -> bool:
        gap = line.y - above.y
        return gap > _BLANK_LINE * max(self._pitch, 1.1 * min(above.size, line.size))

    def _goes_on(self, line: Piece, edges: tuple[float, float], centred: bool, turned: bool) -> bool:
        """Whether a line belongs to the open paragraph."""
        above, first, paragraph = self._above, self._first, self._open
        if above is None or first is None or paragraph is None or self._is_cut:
            return False
        if line.foot and BEGIN.match(line.text):
            return False
        if not turned and not 0 < line.y - above.y < 1.6 * max(self._pitch, 1.2 * line.size):
            return False
        if not 0.85 < line.size / above.size < 1.18:
            return False
        if centred or paragraph.centred:
            same = paragraph.centred or (
                above is first and above.bold and line.bold and _is_even(above, edges)
            )
            if not (centred and same and is_wrapped_centred(above, line, edges[1] - edges[0])):
                return False
        elif not is_wrapped(above, line, edges[1]) or _is_set_in(line, above, first, edges[0]):
            return False
        return not _is_new_item(line.text, above.text)


def _is_new_item(text: str, above: str) -> bool:
    """Whether a line that has a marker begins an item: a row of a drawn table, or after the end of a sentence."""
    return (text[:1] == "|" or _ENDS.search(above) is not None) and is_marked(text)


def _is_set_in(line: Piece, above: Piece, first: Piece, left: float) -> bool:
    """Whether a line is indented as the first of a paragraph is. Lines that hang under a marker are not."""
    if line.left - above.left <= _INDENT:
        return False
    return not (
        above is first and is_marked(first.text) and not is_marked(line.text) and first.left - left < 60
    )


def _is_centred(line: Piece, edges: tuple[float, float]) -> bool:
    return line.left - edges[0] > 2 * line.size and _is_even(line, edges)


def _is_even(line: Piece, edges: tuple[float, float]) -> bool:
    """As much room at the left as at the right."""
    start, end = edges
    return abs(line.left - start - (end - line.right)) < 0.03 * (end - start)


def _pitch(pages: list[Page]) -> float:
    """The usual distance of two lines of a paragraph."""
    gaps = []
    for page in pages[:20]:
        lines = [item for item in page.items if isinstance(item, Piece)]
        gaps += [b.y - a.y for a, b in pairwise(lines) if 0.8 < (b.y - a.y) / b.size < 2.5]
    return median(gaps) if gaps else 0.0
