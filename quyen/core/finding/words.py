"""Words of a text as the index knows them: small letters with their marks, the tone mark in one place.

A word is a run of letters and digits; in Vietnamese that is a syllable. Scripts that put no space between words (Khmer, Thai,
Lao, Chinese) are cut into overlapping pairs of signs, so that any part of a run is found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quyen.core.text.folding import fold, fold_loose, fold_tones, small_letters

# marks that stand on letters of other scripts belong to their word
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u0e00-\u0eff\u1780-\u17d3\u1780-\u17ff\uaa00-\uaa5f])+")
_NO_SPACES = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uaa00-\uaa5f]")
# kĩ or kỹ, lí or lý, quí or quý: one spelling; after one of these letters alone, and at the end of a syllable
_LATE_I = re.compile(r"^([hklmst]|qu)([iíìỉĩị])$")
_Y_OF = dict(zip("iíìỉĩị", "yýỳỷỹỵ", strict=True))


@dataclass(frozen=True)
class Word:
    """`start` and `end` in the text as given (NFC); `normal` keeps the marks, `folded` has none."""

    start: int
    end: int
    normal: str
    folded: str


@lru_cache(maxsize=50_000)
def normal(word: str) -> str:
    """Small letters, the tone mark in one place, y for i where both are written."""
    word = fold_tones(small_letters(word))
    return _LATE_I.sub(lambda found: found[1] + _Y_OF[found[2]], word)


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """The normal form of a word without any mark."""
    return fold(normal(word)) if word.isascii() else fold_loose(normal(word))


def words(text: str) -> Iterator[Word]:
    """All words of an NFC text in their order."""
    for found in _WORD.finditer(text):
        said = found[0]
        if not said.isascii() and _NO_SPACES.search(said):
            yield from _pairs(said, found.start())
        else:
            yield Word(found.start(), found.end(), normal(said), folded(said))


def has_runs(text: str) -> bool:
    """Whether it holds words of a script that puts no space between them."""
    return not text.isascii() and _NO_SPACES.search(text) is not None


def spoken(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, normal form) of all words: as `words`, in a third of the time."""
    if has_runs(text):
        yield from ((word.start, word.end, word.normal) for word in words(text))
    else:
        for found in _WORD.finditer(text):
            yield found.start(), found.end(), normal(found[0])


def _pairs(run: str, start: int) -> Iterator[Word]:
    for at in range(max(1, len(run) - 1)):
        part = small_letters(run[at : at + 2])
        yield Word(start + at, start + at + len(part), part, part)


def spelled(text: str) -> str:
    """The normal words of a text with one space between them and one at both ends, to look for phrases in."""
    if has_runs(text):
        return f" {' '.join(word.normal for word in words(text))} "
    return f" {' '.join(map(normal, _WORD.findall(text)))} "


def composed(text: str) -> str:
    """The text in NFC, which places in it are told by."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
