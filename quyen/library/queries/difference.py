"""What is different between two states of a text, paragraph by paragraph and there word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, ADDED, GONE = "same", "added", "gone"
MOST_WORDS = 4000  # of one paragraph; longer ones are shown whole, before and after


@dataclass(frozen=True)
class Run:
    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """One paragraph that reads otherwise, of the text `place`."""

    place: str
    runs: tuple[Run, ...]


def changes(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[Change, ...]:
    """Only what changed, in the order of `now`'s texts."""
    found: list[Change] = []
    for place, text in now.items():
        before = then.get(place, "")
        if before != text:
            found += [Change(place, runs) for runs in _paragraphs(before, text)]
    return tuple(found)


def _paragraphs(before: str, after: str) -> Iterator[tuple[Run, ...]]:
    old, new = (re.split(r"\n+", text) for text in (before, after))
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        pairs = max(b - a, d - c)
        for step in range(pairs):
            one = old[a + step] if a + step < b else ""
            other = new[c + step] if c + step < d else ""
            if one or other:
                yield tuple(_words(one, other))


def _words(before: str, after: str) -> Iterator[Run]:
    old, new = (re.findall(r"\s+|[^\s]+", text) for text in (before, after))
    if len(old) + len(new) > MOST_WORDS:
        old, new = [before], [after]
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Run(SAME, "".join(old[a:b]))
            continue
        if b > a:
            yield Run(GONE, "".join(old[a:b]))
        if d > c:
            yield Run(ADDED, "".join(new[c:d]))
