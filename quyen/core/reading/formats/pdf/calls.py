"""The functions of PDFium that are called for every line or letter, bound so that a call is cheap.

A handle is a plain number here and a place to write to is an address: most of the time of a call through
pypdfium2 goes into pointer objects, and into letting other threads run for less than a microsecond. What takes
long (opening a file, loading a page) is called through pypdfium2 itself.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterable
from ctypes import PYFUNCTYPE, c_double, c_float, c_int, c_ulong, c_void_p, cast
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium


def address(handle: Any) -> int:
    """The number of a handle that pypdfium2 gave."""
    return cast(handle, c_void_p).value or 0


def _bound(function: Any, result: Any, *arguments: Any) -> Any:
    return PYFUNCTYPE(result, *arguments)(address(function))


_TEXT_AT = (c_void_p, c_int)  # a text page, the number of a letter

count_letters = _bound(pdfium.FPDFText_CountChars, c_int, c_void_p)
write_text = _bound(pdfium.FPDFText_GetText, c_int, c_void_p, c_int, c_int, c_void_p)
letter_of = _bound(pdfium.FPDFText_GetCharIndexFromTextIndex, c_int, *_TEXT_AT)
loose_box = _bound(pdfium.FPDFText_GetLooseCharBox, c_int, *_TEXT_AT, c_void_p)
origin = _bound(pdfium.FPDFText_GetCharOrigin, c_int, *_TEXT_AT, c_void_p, c_void_p)
font_size = _bound(pdfium.FPDFText_GetFontSize, c_double, *_TEXT_AT)
font_info = _bound(pdfium.FPDFText_GetFontInfo, c_ulong, *_TEXT_AT, c_void_p, c_ulong, c_void_p)
letter_matrix = _bound(pdfium.FPDFText_GetMatrix, c_int, *_TEXT_AT, c_void_p)
text_object = _bound(pdfium.FPDFText_GetTextObject, c_void_p, *_TEXT_AT)
font_of = _bound(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)

page_width = _bound(pdfium.FPDF_GetPageWidthF, c_float, c_void_p)
page_height = _bound(pdfium.FPDF_GetPageHeightF, c_float, c_void_p)
page_rotation = _bound(pdfium.FPDFPage_GetRotation, c_int, c_void_p)
count_objects = _bound(pdfium.FPDFPage_CountObjects, c_int, c_void_p)
object_at = _bound(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
object_kind = _bound(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
object_bounds = _bound(pdfium.FPDFPageObj_GetBounds, c_int, c_void_p, *[c_void_p] * 4)
object_matrix = _bound(pdfium.FPDFPageObj_GetMatrix, c_int, c_void_p, c_void_p)
count_in_form = _bound(pdfium.FPDFFormObj_CountObjects, c_int, c_void_p)
object_in_form = _bound(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_ulong)
draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, c_int, c_void_p, c_void_p, c_void_p)
count_segments = _bound(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
segment_at = _bound(pdfium.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
segment_point = _bound(pdfium.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)
segment_kind = _bound(pdfium.FPDFPathSegment_GetType, c_int, c_void_p)
segment_closes = _bound(pdfium.FPDFPathSegment_GetClose, c_int, c_void_p)


class Numbers:
    """Room for some numbers a call; `flat` is all of them, one call after the other."""

    def __init__(self, kind: str, each: int, calls: int) -> None:
        self.flat: array[Any] = array(kind, bytes(calls * each * (8 if kind == "d" else 4)))
        self._step = self.flat.itemsize * each
        self._start = self.flat.buffer_info()[0]
        self._end = self._start + self._step * calls

    def room(self, at: int = 0) -> range:
        """The address of one of the numbers, for every call."""
        first = self.flat.itemsize * at
        return range(self._start + first, self._end + first, self._step)


def sweep(function: Any, handle: int, letters: Iterable[int], *rooms: Iterable[int]) -> None:
    """One call for every letter, run without a step of Python between them."""
    deque(map(function, repeat(handle), letters, *rooms), maxlen=0)
