"""A text in shorthand: one sign a word, so that neighbours are two signs side by side and a word is found at once.

What is so of a word wherever it stands (is it a syllable? which wrong pairs could it make?) is asked once, when the
word first gets its sign. Then a whole text is searched without a step for each of its words.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterator
from itertools import chain

from quyen.core.reading.findings.everyday_words import NAMES_OF_BODIES, NEVER, ONCE
from quyen.core.reading.findings.lexicon import FREE_WORDS, Pair, lexicon
from quyen.core.reading.findings.syllables import is_syllable
from quyen.core.text.abbreviations import TYPES
from quyen.core.text.folding import fold

MARKS = re.compile("[\ufffd\ue000-\uf8ff✓✔☑]")  # what scanning or converting leaves behind
# signs of punctuation in a stretch that a check wants to see
STRAY = "\u0101"  # a space may stand wrongly before it
GLUED = "\u0102"  # a space may be missing in it
NO_SLASH = "\u0103"  # a symbol without its number and slash: "QĐ-TTg", "12QĐ-TTg"

_PUNCTUATION = '.,;:()/-|"“”'  # each is a word of its own
_NONE = "\u0100"  # the sign of all words that no check asks for
_STRAY = re.compile(r"[,;]\Z|\.[^.]")
_DOTS = re.compile(r"[^\W\d_]\.\.\.[^\W\d_]")
_GLUED = re.compile(r"[^\W\d_](?:\.\.\.|[^\W\d_][.,;:][^\W\d_])[^\W\d_]")
_SYMBOL = re.compile(rf"(?:\A|[\d-])(?:{'|'.join(map(re.escape, map(str.lower, TYPES)))})-[a-zđ]")
_ODD = re.compile("[\u4000-\U000fffff]")
_TWO_BYTES = 0xFFFF
_LONGEST = 60  # letters of a stretch that may come again
_STRETCHES = 1 << 12  # as many are kept; words with a sign of their own are far fewer, and kept longer
_MOST = 1 << 19  # weight of all those words; then everything is begun anew
_WEIGHT = 20  # of a word, beside its letters


class Shorthand(dict[str, str]):
    """Stretches between spaces, in small letters, and the signs of their words."""

    def __init__(self) -> None:
        super().__init__()
        self.signs: dict[str, str] = {}
        self.words: dict[str, str] = {}  # the word of each sign
        self.alike: dict[str, list[str]] = {}  # marked syllables by their letters without marks
        self._watched: set[int] = set()  # pairs that a check asks for, as numbers
        self._met: dict[str, str] = dict.fromkeys(_PUNCTUATION, _NONE)
        self._weight = 0
        # two rows of signs, two bytes each as long as they last; the second is for words that want a look themselves
        self._plain = chain(range(0x104, 0x4000), range(0x100000, 0x110000))
        self._odd = chain(range(0x4000, 0xD800), range(0xE000, 0x100000))
        for pair in (*((word, word) for word in ONCE.split()), *NEVER):
            self._watch(pair)
        self._broken_name = re.compile("|".join(map(self._tail, NAMES_OF_BODIES)))

    @property
    def full(self) -> bool:
        return self._weight > _MOST

    def __missing__(self, stretch: str) -> str:
        parts = stretch.split()
        signs = self._signs_of(stretch) if parts == [stretch] else "".join(map(self.__getitem__, parts))
        if len(stretch) <= _LONGEST:
            self[stretch] = signs
        return signs

    def _signs_of(self, stretch: str) -> str:
        if stretch.isalnum():
            return self._sign(stretch)
        signs = "".join(map(self._sign, _parted(stretch)))
        for flag in _flags(stretch):
            signs = signs.replace(_NONE, flag, 1)
        return signs

    def write(self, lower: str) -> str:
        """Line by line, so that the words of one line take the place of those of the line before in memory."""
        if len(self) > _STRETCHES:
            self.clear()
        sign = self.__getitem__
        lines = lower.replace("\t", " ¦ ").split("\n")
        return _NONE.join(["".join(map(sign, line.split(" "))) for line in lines])

    def _tail(self, name: Pair) -> str:
        """The end of a fixed name, another word in the place of its last."""
        *_head, third, second = name[0].split()
        return f"{self._sign_for(third)}{self._sign_for(second)}(?!{self._sign_for(name[1])})"

    def breaks_off(self, written: str) -> bool:
        return self._broken_name.search(written) is not None

    def odd_words(self, written: str) -> list[str]:
        return [self.words[sign] for sign in sorted(set(_ODD.findall(written)))]

    def watched_pairs(self, written: str) -> set[Pair]:
        """The pairs of neighbours in a text that a check asks for."""
        return set(map(self._pair, self._watched.intersection(_numbers(written))))

    def _sign(self, word: str) -> str:
        sign = self._met.get(word)
        if sign is None:
            sign = self._meet(word)
            if sign != _NONE:
                self._met[word] = sign
                self._weight += _WEIGHT + len(word)
        return sign

    def _meet(self, word: str) -> str:
        """The sign of a word that comes for the first time, and all that is to be known about it."""
        letters, proper = fold(word), not word.isascii() and is_syllable(word)
        listed = letters in lexicon().syllables
        if listed and word not in FREE_WORDS:
            for pair in lexicon().slips_of(word):
                self._watch(pair)
        if proper:
            self.alike.setdefault(letters, []).append(word)
        return self._sign_for(word) if listed or proper or is_odd(word) else _NONE

    def _sign_for(self, word: str) -> str:
        sign = self.signs.get(word)
        if sign is None:
            row = self._odd if is_odd(word) else self._plain
            sign = self.signs.setdefault(word, chr(next(row, ord(_NONE))))
            self.words[sign] = word
        return sign

    def _watch(self, pair: Pair) -> None:
        first, second = ord(self._sign_for(pair[0])), ord(self._sign_for(pair[1]))
        if max(first, second) <= _TWO_BYTES:
            low, high = first & 0xFF | (second & 0xFF) << 8, (first & 0xFF00) << 8 | (second & 0xFF00) << 16
            self._watched.add(low | high)

    def _pair(self, number: int) -> Pair:
        first = number & 0xFF | number >> 8 & 0xFF00
        second = number >> 8 & 0xFF | number >> 16 & 0xFF00
        return self.words[chr(first)], self.words[chr(second)]


def _numbers(written: str) -> array[int]:
    """One number for each two neighbours, of their four bytes.

    The low bytes come first: numbers that differ there are told apart at once in a set.
    """
    wide = written.encode("utf-16-le")
    low, high = wide[::2], wide[1::2]
    mixed = bytearray(4 * max(len(low) - 1, 0))
    mixed[::4], mixed[1::4], mixed[2::4], mixed[3::4] = low[:-1], low[1:], high[:-1], high[1:]
    numbers = array("I", bytes(mixed))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


_in_use: list[Shorthand] = []


def shorthand() -> Shorthand:
    """The one in use, begun anew before it grows too large. A text keeps the one that it is written in."""
    if not _in_use or _in_use[0].full:
        _in_use[:] = [Shorthand()]
    return _in_use[0]


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


def _parted(stretch: str) -> list[str]:
    for mark in _PUNCTUATION:
        stretch = stretch.replace(mark, f" {mark} ")
    return stretch.split()


def _flags(stretch: str) -> Iterator[str]:
    """What a check wants to see in the stretch; in an address no space is missing."""
    if stretch[0] in ".,;" and _STRAY.match(stretch):
        yield STRAY
    if (_DOTS if stretch.isascii() else _GLUED).search(stretch):
        yield GLUED
    if "-" in stretch and _SYMBOL.search(stretch):
        yield NO_SLASH
