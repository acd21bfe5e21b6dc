"""The words of one PDF page with their places, asked of PDFium as seldom as possible.

PDFium gives a page's text in one call and breaks it into pieces of lines; only the first and last letter of a
piece are asked for their place, those of a whole page in one sweep. Letter by letter is for pieces that cross a
column.

Places are in points, x to the right and y *down*, as the text is read: a turned page is turned back.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import repeat
from math import atan2
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from quyen.core.reading.formats.pdf import calls
from quyen.core.reading.formats.pdf.order import Row, in_order, is_scattered
from quyen.core.text.encodings import from_font, is_legacy_font

_HYPHEN = "\x02\ufffe"  # PDFium's signs for a hyphen at the end of a line
_LINE = re.compile(rf"[^\r\n{_HYPHEN}]+[{_HYPHEN}]?|[{_HYPHEN}]")
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]b(?:d|i)?\Z", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]b?i\Z", re.IGNORECASE)
_FORCE_BOLD, _ITALIC_FLAG, _EVEN_FLAG = 1 << 18, 1 << 6, 1
_TYPED = 0.6  # sizes: a typewriter's letter; one that another font lent may be wider
BLANK = " \t\u00a0\u200b"
_BLANKS = re.compile(rf"[{BLANK}]")
_LONE_BLANK = re.compile(rf"(?<=[^{BLANK}])[{BLANK}](?=[^{BLANK}])")

Letters = dict[int, tuple[float, float]] | list[tuple[float, float]]  # left and right of letters


class Look(NamedTuple):
    """What a font says of itself; `old` is its name where it is an old Vietnamese one."""

    bold: bool
    italic: bool
    even: bool
    old: str


@lru_cache(maxsize=512)
def _look_of(font: bytes, flags: int) -> Look:
    name = font.decode("utf-8", "replace")
    return Look(
        bool(_BOLD.search(name) or flags & _FORCE_BOLD),
        bool(_ITALIC.search(name) or flags & _ITALIC_FLAG),
        bool(flags & _EVEN_FLAG or "Mono" in name or "Courier" in name),
        name if is_legacy_font(name) else "",
    )


@dataclass(slots=True)
class Piece:
    """Words on one line. `y` is the line the letters stand on, `size` that of their font."""

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool
    italic: bool
    start: int  # index of the first letter on its page
    font: str = ""  # an old Vietnamese font, whose letters `text` shows unconverted
    even: float = 0.0  # how wide every letter is, where all are as wide; else 0
    foot: bool = False  # of a footnote
    tab: bool = False  # stands after a hole that no blank explains

    @property
    def words(self) -> str:
        """The text in Unicode."""
        return from_font(self.text, self.font) if self.font else self.text

    @property
    def middle(self) -> float:
        """Half-way up the small letters."""
        return self.y - 0.3 * self.size


class PageText:
    """The text layer of one page; to be closed."""

    def __init__(self, page: Any) -> None:
        self._loaded = pdfium.FPDFText_LoadPage(page)
        if not self._loaded:
            raise ValueError("no text page")
        self._handle = calls.address(self._loaded)
        self._same_index = True
        self._order: list[int] = []  # PDFium's numbers of the letters of `text`, where it was sorted
        self._known: dict[int | None, Look] = {}  # of the fonts
        self._turn = 0
        self.text = self._whole_text()
        self._scaled = True
        self._turn = self._find_turn()
        if is_scattered(self.text):
            self._put_in_order()

    def close(self) -> None:
        pdfium.FPDFText_ClosePage(self._loaded)

    def pieces(self) -> list[Piece]:
        """All pieces in the order of the file."""
        spans = self._spans()
        starts = [start for start, _ in spans]
        lasts = [start + len(shown) - 1 for start, shown in spans]
        stands = [_standing(start, shown) for start, shown in spans]
        origins, sizes = self._origins(starts), self._sizes(stands)
        others = [at for at, place in enumerate(stands) if place != starts[at]]
        for at, (_, y) in zip(others, self._origins([stands[at] for at in others]), strict=True):
            origins[at] = origins[at][0], y
        found: list[Piece] = []
        for (start, shown), last, (left, y), size, (bold, italic, even, old), (begun, _, right, foot) in zip(
            spans, lasts, origins, sizes, self._looks(starts), self._boxes(lasts), strict=True
        ):
            if bold or italic:
                look = self._look_at(last)
                bold, italic = bold and look.bold, italic and look.italic
            pitch = min(right - begun or size, _TYPED * size) if even else 0.0
            piece = Piece(shown, left, right, y, size, bold, italic, start, old, pitch)
            if -0.4 * size < foot - y < 0.9 * size:
                found.append(piece)
            else:  # the last letter stands on another line
                self._part_heights(found, piece)
        return found

    def turned(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """A box of the page as (left, top, right, foot) in the direction of reading."""
        if self._turn == 0:
            return left, -top, right, -bottom
        if self._turn == 1:  # text runs up the page
            return bottom, left, top, right
        if self._turn == 2:
            return -right, bottom, -left, top
        return -top, -right, -bottom, -left

    def letters(self, piece: Piece) -> list[tuple[float, float]]:
        """Left and right of every letter of a piece; a blank has no width."""
        sides = self._sides(range(piece.start, piece.start + len(piece.text)))
        for blank in _BLANKS.finditer(piece.text):
            sides[blank.start()] = 0.0, 0.0
        return sides

    def edges(self, piece: Piece) -> dict[int, tuple[float, float]]:
        """The same for the first and the last letter and for those beside a single blank, by their places. A mark of a
        footnote was made blank, so the last letter may stand before the end."""
        ats = {0, len(piece.text.rstrip(BLANK)) - 1}
        for blank in _LONE_BLANK.finditer(piece.text):
            ats |= {blank.start() - 1, blank.end()}
        ordered = sorted(ats)
        return dict(zip(ordered, self._sides([piece.start + at for at in ordered]), strict=True))

    def is_raised(self, at: int, piece: Piece) -> bool:
        """Whether a letter stands above the foot of its line, as the number of a footnote does."""
        return piece.y - self._origins([at])[0][1] > 0.15 * piece.size

    def part(self, piece: Piece, start: int, end: int, letters: Letters) -> Piece | None:
        """The part of a piece between two letters, None where it is blank."""
        text = piece.text[start:end]
        shown = text.strip(BLANK)
        if not shown:
            return None
        start += len(text) - len(text.lstrip(BLANK))
        left, right = letters[start][0], letters[start + len(shown) - 1][1]
        begin = piece.start + start
        bold = piece.bold or self._look_at(begin).bold
        return Piece(
            shown, left, right, piece.y, piece.size, bold, piece.italic, begin,
            piece.font, piece.even, piece.foot, piece.tab,
        )  # fmt: skip

    def _whole_text(self) -> str:
        count = calls.count_letters(self._handle)
        if count <= 0:
            return ""
        buffer = array("H", bytes((count + 1) * 2))
        written = calls.write_text(self._handle, 0, count, buffer.buffer_info()[0])
        text = buffer[: max(written - 1, 0)].tobytes().decode("utf-16-le", "replace")
        self._same_index = len(text) == count
        return text

    def _spans(self) -> list[tuple[int, str]]:
        """The words between the breaks of the text, each with the place of its first letter."""
        found = []
        for start, line in _lines(self.text):
            if shown := line.strip(BLANK):
                found.append((start if line[0] == shown[0] else start + line.index(shown), shown))
        return found

    def _numbers(self, places: Sequence[int]) -> Sequence[int]:
        """PDFium's numbers of the letters at some places in the text."""
        if self._order:
            return [self._order[at] for at in places]
        if self._same_index:
            return places
        return [max(calls.letter_of(self._handle, at), 0) for at in places]

    def _put_in_order(self) -> None:
        """Sorts the letters of a page by where they stand. Blanks that PDFium put in have no width."""
        text, sides = self.text, self._sides(range(len(self.text)))
        spans = [(found.start(), found.end()) for found in _LINE.finditer(text)]
        starts = [start for start, _ in spans]
        rows = [
            Row(
                y,
                size,
                [at for at in range(start, end) if text[at] not in BLANK or sides[at][0] < sides[at][1]],
            )
            for (start, end), (_, y), size in zip(
                spans, self._origins(starts), self._sizes(starts), strict=True
            )
        ]
        self.text, places = in_order(text, sides, rows)
        self._order = list(self._numbers(places))

    def _sides(self, places: Sequence[int]) -> list[tuple[float, float]]:
        """Left and right of some letters."""
        if self._turn:
            return [(left, right) for left, _, right, _ in self._boxes(places)]
        found = calls.Numbers("f", 4, len(places))  # left, top, right, foot
        calls.sweep(calls.loose_box, self._handle, self._numbers(places), found.room())
        flat = found.flat.tolist()
        return list(zip(flat[::4], flat[2::4], strict=True))

    def _boxes(self, places: Sequence[int]) -> list[tuple[float, float, float, float]]:
        found = calls.Numbers("f", 4, len(places))  # left, top, right, foot
        calls.sweep(calls.loose_box, self._handle, self._numbers(places), found.room())
        flat = found.flat.tolist()
        boxes = zip(flat[::4], flat[1::4], flat[2::4], flat[3::4], strict=True)
        if self._turn == 0:
            return [(left, -top, right, -foot) for left, top, right, foot in boxes]
        return [self.turned(left, foot, right, top) for left, top, right, foot in boxes]

    def _origins(self, places: Sequence[int]) -> list[tuple[float, float]]:
        """Where the pen stood when it drew some letters."""
        if not places:
            return []
        found = calls.Numbers("d", 2, len(places))
        calls.sweep(calls.origin, self._handle, self._numbers(places), found.room(0), found.room(1))
        flat = found.flat.tolist()
        places_of = zip(flat[::2], flat[1::2], strict=True)
        if self._turn == 0:
            return [(x, -y) for x, y in places_of]
        return [self.turned(x, y, x, y)[:2] for x, y in places_of]

    def _sizes(self, places: Sequence[int]) -> list[float]:
        """The sizes of the fonts of some letters as they are seen, in points."""
        numbers = self._numbers(places)
        sizes: list[float] = list(map(calls.font_size, repeat(self._handle), numbers))
        if self._scaled:
            _, b, _, d = self._matrices(numbers)
            sizes = [
                size * (abs(level) or abs(turned) or 1.0)
                for size, turned, level in zip(sizes, b, d, strict=True)
            ]
        return [size if size > 1.0 else 1.0 for size in sizes]

    def _matrices(self, numbers: Sequence[int]) -> tuple[list[float], list[float], list[float], list[float]]:
        """All a, all b, c and d of the matrices of some letters; 0 where PDFium knows none."""
        found = calls.Numbers("f", 6, len(numbers))
        calls.sweep(calls.letter_matrix, self._handle, numbers, found.room())
        flat = found.flat.tolist()
        return flat[::6], flat[1::6], flat[2::6], flat[3::6]

    def _find_turn(self) -> int:
        """Quarter turns of the page's writing, from a few letters; also whether their fonts are scaled."""
        few = self._numbers(range(0, len(self.text), max(len(self.text) // 7, 1)))
        a, _, c, d = self._matrices(few)
        known = [at for at, across in enumerate(a) if across or c[at]]
        self._scaled = {d[at] for at in known} != {1.0}
        if not any(c) and all(across > 0.0 for across in a):
            return 0
        turns = [0, 0, 0, 0]
        for at in known:
            turns[round(atan2(c[at], a[at]) / -1.5707963) % 4] += 1
        return turns.index(max(turns))

    def _looks(self, places: Sequence[int]) -> list[Look]:
        """What the fonts of some letters look like; a font is asked once."""
        numbers, known = self._numbers(places), self._known
        fonts = list(map(calls.font_of, map(calls.text_object, repeat(self._handle), numbers)))
        if not known.keys() >= set(fonts):
            for font, number in zip(fonts, numbers, strict=True):
                if font not in known:
                    known[font] = self._look(number)
        return [known[font] for font in fonts]

    def _look_at(self, place: int) -> Look:
        """What the font of one letter looks like."""
        number = self._numbers([place])[0]
        known = self._known.get(calls.font_of(calls.text_object(self._handle, number)))
        return known or self._looks([place])[0]

    def _look(self, number: int) -> Look:
        name, flags = array("B", bytes(128)), array("i", [0])
        room, flags_at = name.buffer_info()[0], flags.buffer_info()[0]
        length = calls.font_info(self._handle, number, room, 128, flags_at)
        return _look_of(name[: length - 1].tobytes() if 0 < length <= 128 else b"", flags[0])

    def _part_heights(self, found: list[Piece], piece: Piece) -> None:
        """PDFium takes a lone letter on the next line for more of the same line: such a piece is cut."""
        places = [at for at, char in enumerate(piece.text) if char not in BLANK]
        heights = self._origins([piece.start + at for at in places])
        begin, height = places[0], heights[0][1]
        cuts = []
        for at, (_, y) in zip(places, heights, strict=True):
            if abs(y - height) > 0.7 * piece.size:
                cuts.append((begin, at, height))
                begin, height = at, y
        for first, end, y in [*cuts, (begin, len(piece.text), height)]:
            text = piece.text[first:end].rstrip(BLANK)
            start = piece.start + first
            (left, _, _, _), (_, _, right, _) = self._boxes([start, start + len(text) - 1])
            found.append(replace(piece, text=text, left=left, right=right, y=y, start=start))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text, each with its place."""
    if _HYPHEN[0] in text or _HYPHEN[1] in text:
        for found in _LINE.finditer(text):
            line = found[0]
            yield found.start(), line[:-1] + "-" if line[-1] in _HYPHEN else line
        return
    start = 0
    for line in text.replace("\r", "\n").split("\n"):
        yield start, line
        start += len(line) + 1


def _standing(start: int, shown: str) -> int:
    """The place of a letter that stands on the line. The first one may be the raised number of a footnote:
    a letter from the middle then stands for the line."""
    if not (shown[0].isdigit() or shown[0] in "([*"):
        return start
    middle = len(shown) // 2
    return start + middle + (shown[middle] in BLANK)
