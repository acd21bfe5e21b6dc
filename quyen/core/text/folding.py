"""Vietnamese letters made comparable: without marks, or with the tone mark in one place.

Both keep the length of an NFC text, so that a place found in the folded text is the place in the text.
"""

from __future__ import annotations

import re
import unicodedata

_LATIN = (range(0x41, 0x5B), range(0xC0, 0x250), range(0x1E00, 0x1F00))


def _bare(sign: str) -> str:
    base = unicodedata.normalize("NFD", sign)[0].lower()
    return "d" if sign in "đĐ" else base


_LAST = 0x1F00
# one string indexed by code point: twice as fast as a dict; what lies past its end stays as it is
_TABLE = "".join(
    _bare(chr(code)) if any(code in span for span in _LATIN) else chr(code) for code in range(_LAST)
)

# every capital and every small letter of Vietnamese, for classes of a pattern (their ranges are mixed in Unicode)
CAPITALS = "".join(chr(code) for span in _LATIN for code in span if chr(code).isupper())
SMALL = CAPITALS.lower()

# hoà, thuý, uỷ: the tone on the second vowel of an open syllable; not after q, where u belongs to it (quý)
_LATE_TONE = re.compile(r"(?<![qQ])([oOuU])([àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ])(?![^\W\d_])")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def fold(text: str) -> str:
    """Small letters without any mark, "d" for "đ"; the same length as an NFC text."""
    return text.lower() if text.isascii() else text.translate(_TABLE)


def fold_loose(text: str) -> str:
    """As `fold`, for text in any normal form; combining marks go, so the length may change."""
    return fold(unicodedata.normalize("NFC", text)).translate(_COMBINING)


_COMBINING: dict[int, None] = {code: None for code in range(0x300, 0x370)}


def fold_tones(text: str) -> str:
    """The older placing of the tone mark everywhere (hòa, ủy, khỏe); letters and length stay."""
    return _LATE_TONE.sub(_early, text)


def _early(found: re.Match[str]) -> str:
    first, second = found[1], unicodedata.normalize("NFD", found[2])
    tone = "".join(sign for sign in second if sign in _TONES)
    rest = "".join(sign for sign in second if sign not in _TONES)
    # "oe" and "uy" pairs only: "oy" and "ue" with a late tone are other syllables (huệ)
    if (first + rest).lower() not in ("oa", "oe", "uy"):
        return found[0]
    return unicodedata.normalize("NFC", first + tone) + unicodedata.normalize("NFC", rest)
