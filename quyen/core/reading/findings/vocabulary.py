"""What is so of a word wherever it stands: is it a syllable? which wrong pairs could it make?

It is asked once, when the word is met for the first time. Then a whole text is looked through at once: no syllable of
Vietnamese has more than seven letters, so in a code of one byte a letter a word is one number, and which words want a
look, which neighbours could be a slip, numpy says without an object for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from quyen.core.reading.findings.everyday_words import NEVER, ONCE
from quyen.core.reading.findings.lexicon import FREE_WORDS, Pair, lexicon
from quyen.core.reading.findings.syllables import is_syllable
from quyen.core.text.folding import PAGE, fold, page_code

MARKS = re.compile("[\ufffd\ue000-\uf8ff✓✔☑]")  # what scanning or converting leaves behind
PUNCTUATION = '.,;:()/-|"“”'  # parts words
_SPACE = 0x20
_FOREIGN = PAGE.index("A")  # free in a text of small letters: stands for all signs that the page lacks
_LETTERS = 8  # bytes of a number
# in the code of the page: small letters, and a space in the place of all that parts words
_PARTED = bytes(
    _FOREIGN
    if sign == "\0"
    else _SPACE
    if sign in PUNCTUATION or sign.isspace()
    else max(PAGE.find(sign.lower()), 0) or place
    for place, sign in enumerate(PAGE)
)
_MOST = 1 << 15  # words; then everything is begun anew
_BITS = 18

Numbers = npt.NDArray[np.uint64]
Places = npt.NDArray[np.intp]

_KEPT = np.array([256**size - 1 for size in range(_LETTERS + 1)], dtype=np.uint64)
_END = np.array([2**64 - 1], dtype=np.uint64)
_FIRST, _SECOND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)  # odd, their bits well mixed
_HIGH, _NEXT = np.uint64(64 - _BITS), np.uint64(64 - 2 * _BITS)
_ROW = np.uint64((1 << _BITS) - 1)
_SLOTS = 15  # bits


class _Shelf(NamedTuple):
    """The words met so far, ascending, the last one no word; of each whether it wants a look itself."""

    words: Numbers
    odd: npt.NDArray[np.bool_]


class _Text(NamedTuple):
    """The words of one text: where each starts and ends, and its number; 0 for one that has none."""

    lower: str
    starts: Places
    ends: Places
    numbers: Numbers

    def word(self, at: int | np.intp) -> str:
        return self.lower[self.starts[at] : self.ends[at]]


class Survey:
    """What one text holds that a check may want to see.

    `watched`: pairs of neighbours, one space between them, that could be a slip; `odd`: words in their order.
    """

    def __init__(self, vocabulary: Vocabulary, lower: str, code: bytes) -> None:
        self._vocabulary = vocabulary
        self._text, strange = _part(lower, code)
        numbers = self._text.numbers
        self._sums = _sums(numbers[:-1], numbers[1:])
        self.odd = sorted({*vocabulary.odd_words(self._text), *filter(is_odd, strange)})
        self.watched = vocabulary.watched_pairs(self._text, self._sums)

    def has(self, first: str, second: str) -> bool:
        """Whether two words are neighbours in the text, with nothing but spaces between them."""
        text = self._text
        for at in (self._sums == _sum(first, second)).nonzero()[0]:
            between = text.lower[text.ends[at] : text.starts[at + 1]]
            if not between.strip(" ") and text.word(at) == first and text.word(at + 1) == second:
                return True
        return False

    def breaks_off(self, name: str, last: str) -> bool:
        """Whether a fixed name stands anywhere, as far as its last two words say, without `last` after it."""
        first, second = name.split()[-2:]
        after = (self._sums == _sum(first, second)).nonzero()[0] + 2
        numbers = self._text.numbers
        return bool((numbers[after[after < len(numbers)]] != _number(last)).any())

    def alike(self, letters: str) -> list[str]:
        """The marked syllables, in any text so far, that have these letters under their marks."""
        return self._vocabulary.alike.get(letters, [])


class Vocabulary:
    """Grows with every text; a number is that of a word in the page's code, a letter a byte."""

    def __init__(self) -> None:
        self.alike: dict[str, list[str]] = {}
        self._shelf = _Shelf(np.concatenate([_KEPT[:1], _END]), np.zeros(2, dtype=np.bool_))
        # most words of a text are found here, each in the one slot that it may have; none of them is odd
        self._settled: Numbers = np.zeros(1 << _SLOTS, dtype=np.uint64)
        self._watched: set[Pair] = set()
        # whether a watched pair may have these bits in its sum: two rows, so that few others pass both
        self._rows = np.zeros((2, 1 << _BITS), dtype=np.bool_)
        self._watch([*((word, word) for word in ONCE.split()), *NEVER])

    @property
    def full(self) -> bool:
        return len(self._shelf.words) > _MOST

    def odd_words(self, text: _Text) -> Iterator[str]:
        at = (self._settled[_slots(text.numbers)] != text.numbers).nonzero()[0]
        numbers = text.numbers[at]
        shelf = self._shelf
        places = shelf.words.searchsorted(numbers)
        new = shelf.words[places] != numbers
        if new.any():
            shelf = self._meet(text, at[new])
            places = shelf.words.searchsorted(numbers)
        return map(text.word, at[shelf.odd[places]])

    def watched_pairs(self, text: _Text, sums: Numbers) -> set[Pair]:
        near = self._rows[0][sums >> _HIGH].nonzero()[0]
        near = near[self._rows[1][(sums[near] >> _NEXT) & _ROW]]
        phrases = {text.lower[text.starts[at] : text.ends[at + 1]] for at in near}
        pairs = (phrase.partition(" ") for phrase in phrases)
        return self._watched.intersection((first, second) for first, _space, second in pairs)

    def _meet(self, text: _Text, places: Places) -> _Shelf:
        """All that is to be known about words that come for the first time."""
        numbers, firsts = np.unique(text.numbers[places], return_index=True)
        words = [text.word(at) for at in places[firsts]]
        pairs: list[Pair] = []
        for word in words:
            letters = fold(word)
            if word not in FREE_WORDS and letters in lexicon().syllables:
                pairs += lexicon().slips_of(word)
            if not word.isascii() and is_syllable(word) and word not in self.alike.get(letters, ()):
                self.alike.setdefault(letters, []).append(word)
        self._watch(pairs)
        odd = np.fromiter(map(is_odd, words), dtype=np.bool_, count=len(words))
        self._settled[_slots(numbers[~odd])] = numbers[~odd]
        at = self._shelf.words.searchsorted(numbers)
        self._shelf = _Shelf(np.insert(self._shelf.words, at, numbers), np.insert(self._shelf.odd, at, odd))
        return self._shelf

    def _watch(self, pairs: list[Pair]) -> None:
        self._watched.update(pairs)
        sums = np.fromiter((_sum(*pair) for pair in pairs), dtype=np.uint64, count=len(pairs))
        self._rows[0][sums >> _HIGH] = True
        self._rows[1][(sums >> _NEXT) & _ROW] = True


def _part(lower: str, code: bytes) -> tuple[_Text, set[str]]:
    """The words of a text, and those of them that have no number: too long, or with a sign that the page lacks."""
    padded = b" " + code.translate(_PARTED) + b" " * _LETTERS
    signs = np.frombuffer(padded, dtype=np.uint8)
    blank = signs == _SPACE
    edges = (blank[1:] != blank[:-1]).nonzero()[0]
    starts, ends = edges[::2], edges[1::2]
    sizes = ends - starts
    # eight bytes from every place on; the row lies one place further than the text
    eights: Numbers = np.ndarray(len(code) + 1, dtype="<u8", buffer=padded, strides=(1,), offset=1)
    numbers = eights[starts] & _KEPT[np.minimum(sizes, _LETTERS)]
    text = _Text(lower, starts, ends, numbers)
    strange = sizes > _LETTERS
    if 0 in code:
        foreign = (signs == _FOREIGN).nonzero()[0] - 1
        strange[starts.searchsorted(foreign, side="right") - 1] = True
    at = strange.nonzero()[0]
    numbers[at] = 0
    return text, {part for place in at for part in text.word(place).split()}


def _sums(first: Numbers, second: Numbers) -> Numbers:
    return first * _FIRST + second * _SECOND


@lru_cache(maxsize=2048)
def _sum(first: str, second: str) -> np.uint64:
    return np.uint64((_number(first) * int(_FIRST) + _number(second) * int(_SECOND)) % 2**64)


def _slots(numbers: Numbers) -> Numbers:
    return (numbers * _FIRST) >> np.uint64(64 - _SLOTS)


@lru_cache(maxsize=4096)
def _number(word: str) -> int:
    return int.from_bytes(page_code(word)[:_LETTERS], "little")


_in_use: list[Vocabulary] = []


def survey(lower: str, code: bytes) -> Survey:
    """Of a text in small letters and in the page's code. The vocabulary is begun anew before it grows too large."""
    if not _in_use or _in_use[0].full:
        _in_use[:] = [Vocabulary()]
    return Survey(_in_use[0], lower, code)


def is_odd(word: str) -> bool:
    """A word in small letters that one of the checks wants to see: no syllable, a figure at its end, a strange mark."""
    if word.isascii():
        return False
    if word[-1] in "0123456789" or MARKS.search(word):
        return True
    return has_marked_vowel(word) and not is_syllable(word)


def has_marked_vowel(word: str) -> bool:
    """Else it is an abbreviation (đ, đc) or a sign."""
    return len(word) > 1 and any(letter not in "đ" and not letter.isascii() for letter in word)
