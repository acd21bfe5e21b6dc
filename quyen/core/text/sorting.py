"""The order of Vietnamese words: a ă â b c d đ e ê ... y; tones decide only where all letters are equal.

Tones in the order of the dictionaries: none, huyền, hỏi, ngã, sắc, nặng. Both placings of the tone mark
(hoà, hòa) and all normal forms sort as one; figures sort by value, so that 9/KH stands before 81/KH.
"""

from __future__ import annotations

import re
import unicodedata

from quyen.core.text.folding import fold_tones

_LETTERS = {sign: place for place, sign in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_PIECE = re.compile(r"\d+|[^\W\d_]|[^\w]+|_+")

_GAP, _FIGURE, _LETTER, _OTHER = range(4)

Key = tuple[tuple[tuple[int, int, str], ...], tuple[int, ...], str]


def sort_key(text: str) -> Key:
    """A key for `sorted`. Compared by letters, then by tones, then by the text itself (small and capital)."""
    plain = fold_tones(unicodedata.normalize("NFC", text)).strip()
    letters, tones = [], []
    for piece in _PIECE.findall(plain):
        weight, tone = _weigh(piece)
        letters.append(weight)
        tones.append(tone)
    return tuple(letters), tuple(tones), plain.swapcase()


def _weigh(piece: str) -> tuple[tuple[int, int, str], int]:
    if piece.isdecimal():
        return (_FIGURE, int(piece), ""), 0
    if not piece.isalpha():
        return (_GAP, 0, ""), 0
    letter, tone = _part(piece.lower())
    if letter in _LETTERS:
        return (_LETTER, _LETTERS[letter], ""), tone
    return (_OTHER, 0, letter), tone


def _part(sign: str) -> tuple[str, int]:
    """The letter without its tone (ế is ê), and the tone's place in the order."""
    tone, kept = 0, []
    for mark in unicodedata.normalize("NFD", sign):
        if mark in _TONES:
            tone = _TONES[mark]
        else:
            kept.append(mark)
    return unicodedata.normalize("NFC", "".join(kept)), tone
