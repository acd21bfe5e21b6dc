"""Vietnamese letters made comparable: without marks, or with the tone mark in one place.

Both keep the length of an NFC text, so that a place found in the folded text is the place in the text.
"""

from __future__ import annotations

import re
import unicodedata
from codecs import charmap_build, charmap_decode, charmap_encode, register_error

_LATIN = (range(0x41, 0x5B), range(0xC0, 0x250), range(0x1E00, 0x1F00))


def _bare(sign: str) -> str:
    base = unicodedata.normalize("NFD", sign)[0].lower()
    return "d" if sign in "đĐ" else base


_LAST = 0x1F00
# one string indexed by code point; what lies past its end stays as it is
_TABLE = "".join(
    _bare(chr(code)) if any(code in span for span in _LATIN) else chr(code) for code in range(_LAST)
)

# every capital and every small letter of Vietnamese, for classes of a pattern (their ranges are mixed in Unicode)
CAPITALS = "".join(chr(code) for span in _LATIN for code in span if chr(code).isupper())
SMALL = CAPITALS.lower()

# The signs of Vietnamese documents are fewer than 256, so that they fit a code page of one byte a sign. Into such a
# page and out of it again, with other letters, is seven times as fast as `str.translate`.
_ALPHABET = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_PUNCTUATION = "°·×²³Ð‘’–—…•≥≤→−«»✓▪½"
# ASCII's own places; what parts words stands where ASCII has white space, so that `bytes.split` parts them
_OWN_PLACES = {place: chr(place) for place in (0, 9, 10, *range(0x20, 0x7F))} | {
    11: "\u00a0",
    12: "“",
    13: "”",
}
_BEYOND = iter(_ALPHABET + _ALPHABET.upper() + _PUNCTUATION)
PAGE = "".join(_OWN_PLACES.get(place) or next(_BEYOND) for place in range(256))
_NO_SIGN = "\0"  # stands for all signs that the page does not hold
_INTO = charmap_build(PAGE)
_OUT = PAGE.translate(_TABLE)
_SMALL = PAGE.lower()
_ELSEWHERE = re.compile(f"([^{re.escape(PAGE)}]+)")
_LONG = 2000  # letters; so long are whole documents only

# hoà, thuý, uỷ: the tone on the second vowel of an open syllable; not after q, where u belongs to it (quý)
_LATE_TONE = re.compile(r"([oOuU])(?<![qQ].)([àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ])(?![^\W\d_])")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def _without_sign(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return _NO_SIGN * (error.end - error.start), error.end


register_error("quyen.no_sign", _without_sign)
_at_hand: list[tuple[str, bytes]] = [("", b"")]  # the last document, which several stages ask for its letters


def page_code(text: str) -> bytes:
    """One byte a sign, its place in PAGE; 0 for a sign that the page does not hold."""
    last, code = _at_hand[0]
    if last is not text:
        code = charmap_encode(text, "quyen.no_sign", _INTO)[0]
        if len(text) > _LONG:
            _at_hand[0] = text, code
    return code


def from_page(code: bytes, letters: str = PAGE) -> str:
    """The text of such a code; with other letters in their places where `letters` gives them."""
    return charmap_decode(code, "strict", letters)[0]


def fold(text: str) -> str:
    """Small letters without any mark, "d" for "đ"; the same length as an NFC text."""
    if text.isascii():
        return text.lower()
    try:
        return charmap_decode(charmap_encode(text, "strict", _INTO)[0], "strict", _OUT)[0]
    except UnicodeEncodeError:
        return _fold_foreign(text)


def fold_and_lower(text: str) -> tuple[str, str]:
    """`fold` and `small_letters` of one text: out of the page of one byte a sign either is had almost for nothing."""
    code = page_code(text)
    if 0 in code:
        return fold(text), small_letters(text)
    return from_page(code, _OUT), from_page(code, _SMALL)


def _fold_foreign(text: str) -> str:
    """A text with signs that the page does not hold; where they are many, sign by sign."""
    parts = _ELSEWHERE.split(text)
    if len(parts) * 16 > len(text):
        return text.translate(_TABLE)
    for place in range(1, len(parts), 2):
        parts[place] = parts[place].translate(_TABLE)
    for place in range(0, len(parts), 2):
        parts[place] = charmap_decode(charmap_encode(parts[place], "strict", _INTO)[0], "strict", _OUT)[0]
    return "".join(parts)


def small_letters(text: str) -> str:
    """Small letters with their marks; the same length. What a pattern finds here it would find in the text itself
    if it disregarded case, which is several times as slow: it can leap to the first letter of its words."""
    if not text.isascii() and ("İ" in text or "ı" in text or "ſ" in text):
        text = text.translate(_ODD_CASES)
    return text.lower()


_ODD_CASES = str.maketrans("İıſ", "iis")  # not each other's in number or form


def fold_loose(text: str) -> str:
    """As `fold`, for text in any normal form; combining marks go, so the length may change."""
    return _COMBINING.sub("", fold(unicodedata.normalize("NFC", text)))


_COMBINING = re.compile("[\u0300-\u036f]+")


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
