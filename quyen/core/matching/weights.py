"""How much each term weighs: the rarer in both documents, the more; and an index from terms to claims."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from quyen.core.matching.words import bearing

Weigh = Callable[[str], float]
LEAST, MOST = 0.5, 2.5  # a word that is everywhere still counts; one that stands once does not decide all
LOOSE = 0.3  # what is left of a pair of words that do not belong together


def weigher(texts: Sequence[frozenset[str]]) -> Weigh:
    """The weight of a term by its share of `texts` (term sets of all rows, claims and sentences)."""
    return _Weights(texts).__getitem__


class _Weights(dict[str, float]):
    """Weights made when first asked for: most terms of a long text are never compared."""

    def __init__(self, texts: Sequence[frozenset[str]]) -> None:
        super().__init__()
        self._total = len(texts) or 1
        self._seen = Counter(term for terms in texts for term in terms)

    def __missing__(self, term: str) -> float:
        rare = math.log(1 + self._total / (1 + self._seen[term]))
        weight = self[term] = bearing(term) * _held(term, self._seen) * min(MOST, max(LEAST, rare))
        return weight


def _held(term: str, seen: Counter[str]) -> float:
    """How firmly a pair holds together, up to 1: a compound stands together wherever its rarer half stands;
    two words that only met once say less."""
    first, _, second = term.partition(" ")
    if not second:
        return 1.0
    together = seen[term] / max(1, min(seen[first], seen[second]))
    return LOOSE + (1 - LOOSE) * min(1.0, together)


def mass(terms: Iterable[str], weigh: Weigh) -> float:
    """Weight of all terms together."""
    return sum(map(weigh, terms))


def share(wanted: frozenset[str], found: frozenset[str], weigh: Weigh) -> float:
    """The share of `wanted`'s weight that `found` has too, 0..1; 0 where nothing is wanted."""
    whole = mass(wanted, weigh)
    return mass(wanted & found, weigh) / whole if whole else 0.0


class Index:
    """From a term to the claims that have it, so that a row meets only claims it shares weighty terms with."""

    def __init__(self, texts: Sequence[frozenset[str]]) -> None:
        self._places: dict[str, list[int]] = {}
        for number, terms in enumerate(texts):
            for term in terms:
                self._places.setdefault(term, []).append(number)

    def nearest(self, wanted: frozenset[str], weigh: Weigh, *, most: int) -> list[int]:
        """Numbers of the `most` texts that hold the largest weight of `wanted`, the best first."""
        sums: dict[int, float] = {}
        for term in wanted:
            weight = weigh(term)
            for number in self._places.get(term, ()):
                sums[number] = sums.get(number, 0.0) + weight
        return sorted(sums, key=lambda number: (-sums[number], number))[:most]
