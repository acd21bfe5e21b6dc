"""Words with those around them, found again in another version of their text (W3C Web Annotation, TextQuoteSelector)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quyen.core.text.folding import fold_tones

_AROUND = 32
_LONG = 20  # letters; so long a quote that stands once needs no neighbours to be told
_SUPPORT = 4  # letters of its neighbours that a shorter one needs


@dataclass(frozen=True, slots=True)
class Quote:
    """`exact` with up to 32 letters `before` and `after` it."""

    exact: str
    before: str = ""
    after: str = ""


def quote(text: str, start: int, end: int) -> Quote:
    """The words from `start` to `end` with those around them."""
    return Quote(text[start:end], text[max(0, start - _AROUND) : start], text[end : end + _AROUND])


def anchor(text: str, given: Quote) -> tuple[int, int] | None:
    """Where the quote stands in a text: the place whose neighbours are most alike. Case, white space and the placing of the
    tone mark may differ. None where it is not there, or where it is so short that nothing tells it from another."""
    words = _even(given.exact).split()
    if not words:
        return None
    even = _even(text)
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    before, after = _even(given.before).strip(), _even(given.after).strip()
    places = [(_support(even, found, before, after), found.span()) for found in pattern.finditer(even)]
    if not places:
        return None
    support, place = max(places, key=lambda one: one[0])
    told = support >= _SUPPORT or not (before or after)
    if told or (len(places) == 1 and len(given.exact) >= _LONG):
        return place
    return None


def _even(text: str) -> str:
    return fold_tones(text).lower() if len(text.lower()) == len(text) else fold_tones(text)


def _support(even: str, found: re.Match[str], before: str, after: str) -> int:
    """How many letters right before and right after are the same."""
    left = even[max(0, found.start() - _AROUND - 4) : found.start()].rstrip()
    right = even[found.end() : found.end() + _AROUND + 4].lstrip()
    return _same(left[::-1], before[::-1]) + _same(right, after)


def _same(one: str, two: str) -> int:
    count = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        count += 1
    return count
