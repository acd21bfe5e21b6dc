"""The list of two-syllable words as the checks ask for it: a pair, a syllable, what has the same letters."""

from __future__ import annotations

import re
from functools import lru_cache

from quyen.core.reading.findings.everyday_words import FREE, SINGLE
from quyen.core.reading.findings.word_pairs import PAIRS
from quyen.core.text.folding import fold, fold_tones

Pair = tuple[str, str]

FREE_WORDS = frozenset(FREE.split())
_SINGLE = frozenset(SINGLE.split())
_NUMBERED = ("định", "thị", "hoạch", "văn", "tư", "trình", "luận", "lệnh", "điện", "quyết")  # ... số 12


class Lexicon:
    """The list of pairs, in both places of the tone mark, and each by its letters without marks."""

    def __init__(self) -> None:
        self.known: set[Pair] = set()
        for entry in re.split(r"[;\n]", f"{PAIRS}\n{fold_tones(PAIRS)}"):
            first, _colon, rest = entry.partition(":")
            self.known.update((first.strip(), second) for second in rest.split())
        self.known.update((kind, "số") for kind in _NUMBERED)
        self.by_letters: dict[Pair, list[Pair]] = {}
        self.by_first: dict[str, list[Pair]] = {}
        self.by_second: dict[str, list[Pair]] = {}
        self.syllables: dict[str, set[str]] = {}
        for pair in sorted(self.known):
            self._sort_in(pair)

    def _sort_in(self, pair: Pair) -> None:
        first, second = fold(pair[0]), fold(pair[1])
        self.by_letters.setdefault((first, second), []).append(pair)
        self.by_first.setdefault(first, []).append(pair)
        self.by_second.setdefault(second, []).append(pair)
        self.syllables.setdefault(first, set()).add(pair[0])
        self.syllables.setdefault(second, set()).add(pair[1])

    def has_syllable(self, syllable: str) -> bool:
        return syllable in _SINGLE or syllable in self.syllables.get(fold(syllable), ())

    def right_forms(self, first: str, second: str) -> list[Pair]:
        """The words of the list that differ from the pair by the marks of one syllable."""
        alike = self.by_letters.get((fold(first), fold(second)), [])
        return [right for right in alike if (right[0] == first) != (right[1] == second)]

    def slips_of(self, syllable: str) -> set[Pair]:
        """The pairs of no word of the list that would be one with other marks on this syllable."""
        letters = fold(syllable)
        pairs = {(syllable, right[1]) for right in self.by_first.get(letters, ())}
        pairs.update((right[0], syllable) for right in self.by_second.get(letters, ()))
        return pairs - self.known


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return Lexicon()
