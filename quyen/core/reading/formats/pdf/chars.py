"""The words of one PDF page with their places, asked of PDFium as seldom as possible.

PDFium gives a page's text in one call and breaks it into pieces of lines; only the first and last letter of a
piece are asked for their place. Letter by letter is for pieces that cross a column.

Places are in points, x to the right and y *down*, as the text is read: a turned page is turned back.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from quyen.core.text.encodings import from_font, is_legacy_font

_BREAK = re.compile("\r\n|[\r\n]|([\x02\ufffe])(?:\r\n)?")
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]b(?:d|i)?\Z", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]b?i\Z", re.IGNORECASE)
_FORCE_BOLD, _ITALIC_FLAG, _EVEN_FLAG = 1 << 18, 1 << 6, 1
_BOX = pdfium.FPDFText_GetLooseCharBox
_BLANK = " \t\u00a0\u200b"


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
    even: bool = False  # every letter is as wide as any other
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
        self._handle = pdfium.FPDFText_LoadPage(page)
        if not self._handle:
            raise ValueError("no text page")
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._rect_at, self._matrix_at = ctypes.byref(self._rect), ctypes.byref(self._matrix)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._x_at, self._y_at = ctypes.byref(self._x), ctypes.byref(self._y)
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._flags_at = ctypes.byref(self._flags)
        self._turn = 0
        self.text = self._whole_text()
        self._scaled = True
        self._turn = self._find_turn()

    def close(self) -> None:
        pdfium.FPDFText_ClosePage(self._handle)

    def pieces(self) -> list[Piece]:
        """All pieces in the order of the file."""
        found: list[Piece] = []
        start = 0
        for mark in _BREAK.finditer(self.text):
            end = mark.start()
            self._add(found, start, end, "-" if mark[1] else "")
            start = mark.end()
        self._add(found, start, len(self.text), "")
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
        found = []
        plain, rect = self._turn == 0 and self._same_index, self._rect
        for at, char in enumerate(piece.text, piece.start):
            if char in _BLANK:
                found.append((0.0, 0.0))
            elif plain:
                _BOX(self._handle, at, self._rect_at)
                found.append((rect.left, rect.right))
            else:
                left, _, right, _ = self._box(at)
                found.append((left, right))
        return found

    def is_raised(self, at: int, piece: Piece) -> bool:
        """Whether a letter stands above the foot of its line, as the number of a footnote does."""
        return piece.y - self._origin(at)[1] > 0.15 * piece.size

    def part(self, piece: Piece, start: int, end: int, letters: list[tuple[float, float]]) -> Piece | None:
        """The part of a piece between two letters, None where it is blank."""
        text = piece.text[start:end]
        shown = text.strip(_BLANK)
        if not shown:
            return None
        start += len(text) - len(text.lstrip(_BLANK))
        end = start + len(shown)
        cut = replace(piece, text=shown, left=letters[start][0], right=letters[end - 1][1])
        cut.start = piece.start + start
        cut.bold = piece.bold or self._look(cut.start).bold
        return cut

    def _whole_text(self) -> str:
        count = pdfium.FPDFText_CountChars(self._handle)
        if count <= 0:
            return ""
        buffer = ctypes.create_string_buffer((count + 1) * 2)
        written = pdfium.FPDFText_GetText(
            self._handle, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        )
        text = buffer.raw[: max(written - 1, 0) * 2].decode("utf-16-le", "replace")
        self._same_index = len(text) == count
        return text

    def _index(self, at: int) -> int:
        """PDFium's number of the letter at a place in the text."""
        if self._same_index:
            return at
        found: int = pdfium.FPDFText_GetCharIndexFromTextIndex(self._handle, at)
        return max(found, 0)

    def _box(self, at: int) -> tuple[float, float, float, float]:
        rect = self._rect
        _BOX(self._handle, at if self._same_index else self._index(at), self._rect_at)
        if self._turn == 0:
            return rect.left, -rect.top, rect.right, -rect.bottom
        return self.turned(rect.left, rect.bottom, rect.right, rect.top)

    def _origin(self, at: int) -> tuple[float, float]:
        """Where the pen stood when it drew a letter."""
        pdfium.FPDFText_GetCharOrigin(self._handle, self._index(at), self._x_at, self._y_at)
        x, y = self._x.value, self._y.value
        return (x, -y) if self._turn == 0 else self.turned(x, y, x, y)[:2]

    def _size(self, at: int) -> float:
        """The size of a letter's font as it is seen, in points."""
        index = self._index(at)
        size: float = pdfium.FPDFText_GetFontSize(self._handle, index)
        if self._scaled and pdfium.FPDFText_GetMatrix(self._handle, index, self._matrix_at):
            size *= abs(self._matrix.d) or abs(self._matrix.b) or 1.0
        return max(size, 1.0)

    def _find_turn(self) -> int:
        """Quarter turns of the page's writing, from a few letters; also whether their fonts are scaled."""
        turns = [0, 0, 0, 0]
        scales = set()
        for at in range(0, len(self.text), max(len(self.text) // 7, 1)):
            if pdfium.FPDFText_GetMatrix(self._handle, self._index(at), self._matrix_at):
                scales.add(self._matrix.d)
            angle = pdfium.FPDFText_GetCharAngle(self._handle, self._index(at))
            if angle >= 0:
                turns[-round(angle / 1.5707963) % 4] += 1  # PDFium counts clockwise
        self._scaled = scales != {1.0}
        return turns.index(max(turns))

    def _look(self, at: int) -> Look:
        """What the font of a letter looks like."""
        length = pdfium.FPDFText_GetFontInfo(self._handle, self._index(at), self._name, 128, self._flags_at)
        return _look_of(self._name.value if 0 < length <= 128 else b"", self._flags.value)

    def _add(self, found: list[Piece], start: int, end: int, tail: str) -> None:
        text = self.text[start:end] + tail
        shown = text.strip(_BLANK)
        if not shown:
            return
        start += len(text) - len(text.lstrip(_BLANK))
        (left, y), size = self._origin(start), self._size(start)
        last = start + len(shown) - 1
        _, _, right, foot = self._box(last)
        if shown[0].isdigit() or shown[0] in "([*":
            # it may be the raised number of a footnote: a letter from the middle stands for the line
            middle = len(shown) // 2
            middle = start + middle + (shown[middle] in _BLANK)
            y, size = self._origin(middle)[1], self._size(middle)
        look = self._look(start)
        bold, italic = look.bold, look.italic
        if bold or italic:
            end_look = self._look(last)
            bold, italic = bold and end_look.bold, italic and end_look.italic
        piece = Piece(shown, left, right, y, size, bold, italic, start, look.old, look.even)
        if not -0.4 * size < foot - y < 0.9 * size:  # the last letter stands on another line
            self._part_heights(found, piece)
        else:
            found.append(piece)

    def _part_heights(self, found: list[Piece], piece: Piece) -> None:
        """PDFium takes a lone letter on the next line for more of the same line: such a piece is cut."""
        places = [at for at, char in enumerate(piece.text) if char not in _BLANK]
        begin, height = places[0], self._origin(piece.start + places[0])[1]
        cuts = []
        for at in places[1:]:
            y = self._origin(piece.start + at)[1]
            if abs(y - height) > 0.7 * piece.size:
                cuts.append((begin, at, height))
                begin, height = at, y
        for first, end, y in [*cuts, (begin, len(piece.text), height)]:
            text = piece.text[first:end].rstrip(_BLANK)
            start = piece.start + first
            right = self._box(start + len(text) - 1)[2]
            found.append(replace(piece, text=text, left=self._box(start)[0], right=right, y=y, start=start))
