"""The words of a document as the checks see them: small letters, in order, punctuation kept as words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from quyen.core.reading.findings.shorthand import GLUED, NO_SLASH, STRAY, shorthand
from quyen.core.types import Span

_DAY = re.compile(r"ngày {1,2}(?=\d)")


def places_of(text: str, phrase: str) -> Iterator[int]:
    """Where a stretch of text stands, parts of words as well."""
    place = text.find(phrase)
    while place >= 0:
        yield place
        place = text.find(phrase, place + len(phrase))


def lowered(text: str) -> str:
    """Small letters of the same length (İ would grow)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(sign.lower()[:1] for sign in text)


class Words:
    """`lower` keeps the length of `text`, so that places are the same in both; `written` is it in shorthand.

    `watched` are the neighbours that a check asks for, `odd` the words that one wants to see, in their order.
    A mark of punctuation, a new line or a tab is a neighbour too.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = lower = lowered(text).replace("\u00a0", " ")
        self._hand = shorthand()
        self.written = self._hand.write(lower)
        self.watched = self._hand.watched_pairs(self.written)
        self.odd = sorted(self._hand.odd_words(self.written))

    @cached_property
    def days(self) -> list[int]:
        """Where a figure follows the word "ngày"."""
        return [found.end() for found in _DAY.finditer(self.lower)]

    @property
    def has_stray_space(self) -> bool:
        """Whether a space may stand before a mark of punctuation."""
        return STRAY in self.written

    @property
    def lacks_space(self) -> bool:
        """Whether a space may be missing after a mark of punctuation."""
        return GLUED in self.written or any("…" in word[1:-1] for word in self.odd)

    @property
    def lacks_slash(self) -> bool:
        """Whether a symbol may stand without the slash after its number."""
        return NO_SLASH in self.written

    @property
    def breaks_off(self) -> bool:
        """Whether a fixed name may lack its last word."""
        return self._hand.breaks_off(self.written)

    def has(self, first: str, second: str) -> bool:
        """Whether two words of the list are neighbours in the text."""
        signs = self._hand.signs
        return first in signs and second in signs and signs[first] + signs[second] in self.written

    def alike(self, letters: str) -> set[str]:
        """The syllables of the text that have these letters under their marks."""
        signs = self._hand.signs
        return {word for word in self._hand.alike.get(letters, ()) if signs[word] in self.written}

    def places(self, first: str, second: str = "") -> Iterator[Span]:
        """Every place where the word, or the two words with a space between, stands as a whole."""
        phrase = f"{first} {second}" if second else first
        text, size = self.lower, len(phrase)
        start = text.find(phrase)
        while start >= 0:
            end = start + size
            if not text[max(start - 1, 0) : start].isalnum() and not text[end : end + 1].isalnum():
                yield Span(start, end)
            start = text.find(phrase, end)
