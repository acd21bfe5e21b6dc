"""The words of a document as the checks see them: small letters, and what of them is worth a look."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from quyen.core.reading.findings.vocabulary import survey
from quyen.core.text.folding import PAGE, from_page, page_code
from quyen.core.types import Span

_SMALL = PAGE.lower().replace("\u00a0", " ")


def _kind(sign: str) -> str:
    """A letter, a figure, a space, a mark that ends words or sentences; a hyphen and a slash are what they are."""
    if sign.isalpha() or sign == "\0":
        return "a"
    if sign.isdecimal():
        return "0"
    if sign in ".,;:":
        return "."
    if sign.isspace():
        return " " if sign in " \u00a0" else "\n"
    return sign if sign in "-/" else "?"


_KINDS = "".join(map(_kind, PAGE)).encode()


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
    """`lower` keeps the length of `text`, so that places are the same in both; so does `kinds`, which has the kind of
    each sign. `foreign` says that the text holds signs beyond the page of Vietnamese, all of the kind of letters.

    `watched` are the neighbours that a check asks for (a mark may part them), `odd` the words that one wants to see,
    in their order.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        code = page_code(text)
        self.foreign = 0 in code
        self.kinds = code.translate(_KINDS)
        self.lower = lowered(text).replace("\u00a0", " ") if self.foreign else from_page(code, _SMALL)
        self.survey = survey(self.lower, code)
        self.watched, self.odd = self.survey.watched, self.survey.odd

    @cached_property
    def days(self) -> list[int]:
        """Where a figure follows the word "ngày"."""
        lower, found = self.lower, []
        for place in places_of(lower, "ngày "):
            after = place + 5
            if lower[after : after + 1] == " ":
                after += 1
            if lower[after : after + 1].isdecimal():
                found.append(after)
        return found

    def kinds_at(self, kinds: bytes) -> Iterator[int]:
        """Where signs of these kinds follow one another."""
        row = np.frombuffer(self.kinds, dtype=np.uint8)
        last = len(row) - len(kinds) + 1
        if last > 0:
            same = [row[at : last + at] == kind for at, kind in enumerate(kinds)]
            yield from np.logical_and.reduce(same).nonzero()[0].tolist()

    def alike(self, letters: str) -> set[str]:
        """The syllables of the text that have these letters under their marks."""
        return {word for word in self.survey.alike(letters) if any(self.places(word))}

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
