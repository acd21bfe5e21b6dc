"""Which signs the fonts of print hold. A sign that they do not hold is printed as "□", and never stops a document."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).resolve().parent / "fonts"
MISSING = "□"
BREAK = "\u200b"  # where a word may be broken; no font needs to hold it


def printable(text: str) -> str:
    """The text, "□" for each sign that one of the four faces lacks."""
    if text.isascii():
        return text
    held = _held()
    return "".join(sign if ord(sign) in held or sign == BREAK else MISSING for sign in text)


@cache
def _held() -> frozenset[int]:
    """What all faces hold."""
    faces = [frozenset(signs_of(path.read_bytes())) for path in sorted(FONTS.glob("*.ttf"))]
    return frozenset.intersection(*faces)


def signs_of(font: bytes) -> Iterator[int]:
    """The code points of a TrueType font's cmap, format 4 (OpenType, `cmap`)."""
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, start, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
        if tag == b"cmap":
            yield from _of_cmap(font, start)


def _of_cmap(font: bytes, start: int) -> Iterator[int]:
    for number in range(struct.unpack_from(">H", font, start + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHL", font, start + 4 + 8 * number)
        if (platform, encoding) == (3, 1):
            yield from _of_segments(font, start + offset)


def _of_segments(font: bytes, at: int) -> Iterator[int]:
    """Segments (end, start, delta, offset); code points that lead to glyph 0 are left out."""
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    rows = [
        struct.unpack_from(f">{count}H", font, at + 14 + step) for step in (0, 2 * count + 2, 4 * count + 2)
    ]
    ranges_at = at + 16 + 6 * count
    for place, (last, first, delta) in enumerate(zip(*rows, strict=True)):
        where = ranges_at + 2 * place
        offset = struct.unpack_from(">H", font, where)[0]
        for code in range(first, last + 1):
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", font, where + offset + 2 * (code - first))[0]
            if (glyph + delta) & 0xFFFF if glyph or not offset else 0:
                yield code
