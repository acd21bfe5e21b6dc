"""Which words two texts share: what is marked where a person compares them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from quyen.core.text.folding import fold, fold_tones
from quyen.core.types import Span

_WORD = re.compile(r"[\w%]+(?:[.,/–-][\w%]+)*")
LEAST = 2  # words in a row: a lone "và" in both says nothing
LONGEST = 600  # words looked at; the rest of a longer text stays unmarked


def shared(one: str, two: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The runs of at least two words (or one with a figure in it) that both texts have, in the same order.

    Marks, capitals and the placing of tones do not part words. Spans into each text, never overlapping.
    """
    first, second = _words(one), _words(two)
    blocks = SequenceMatcher(
        None, [word for word, _ in first], [word for word, _ in second], autojunk=False
    ).get_matching_blocks()
    here, there = [], []
    for block in blocks:
        run = first[block.a : block.a + block.size]
        if block.size < LEAST and not any(sign.isdigit() for word, _ in run for sign in word):
            continue
        here.append(Span(run[0][1].start, run[-1][1].end))
        last = second[block.b + block.size - 1]
        there.append(Span(second[block.b][1].start, last[1].end))
    return tuple(here), tuple(there)


def _words(text: str) -> list[tuple[str, Span]]:
    found = _WORD.finditer(fold(fold_tones(text)))
    return [(word.group(), Span(*word.span())) for word, _ in zip(found, range(LONGEST), strict=False)]
