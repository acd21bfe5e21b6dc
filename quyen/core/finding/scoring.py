"""Which texts of a sealed block answer a question, and how well: BM25 over words, their spellings and their other words.

A question is a row of needs. Each word is one: written as asked it counts fully, with other marks less (ma, má, mã). Where
several words are one thing that is also said otherwise, they are one need together: a text may answer it either way, and
counts for the better of the two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from quyen.core.finding.sealing import Group

ENOUGH, SOME = 0.6, 0.3  # of what is asked, by weight, a find must answer; and where hardly anything does
FRAMING = 0.1  # what a word counts for that only frames a question

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Wanted:
    """One word. `exact`: its spellings that count fully, none for all alike; `others`: what the rest counts for."""

    folded: str
    exact: frozenset[str] = frozenset()
    others: float = 1.0
    is_framing: bool = False

    def weight_of(self, word: str) -> float:
        return 1.0 if not self.exact or word in self.exact else self.others


@dataclass(frozen=True)
class Instead:
    """Other words for the same need, all of which a text must hold as they are written here."""

    words: tuple[Wanted, ...]
    weight: float


@dataclass(frozen=True)
class Need:
    """Some words of the question, all of which should be there, or one of the others `instead`."""

    words: tuple[Wanted, ...]
    instead: tuple[Instead, ...] = ()

    def all_words(self) -> Sequence[Wanted]:
        return [*self.words, *(word for other in self.instead for word in other.words)]


@dataclass(frozen=True)
class Scores:
    """By place in the block: how well each text answers, and what share of the question it answers."""

    scores: Floats
    answered: Floats


class Weights:
    """How much each word tells: the rarer in all blocks together, the more."""

    def __init__(self, texts: int, counts: Mapping[str, Mapping[str, int]]) -> None:
        """`counts`: by the word without marks, in how many texts each spelling stands."""
        self.texts, self.counts = max(1, texts), counts

    def of(self, word: Wanted) -> float:
        """0 for a word that stands nowhere."""
        spelled = self.counts.get(word.folded, {})
        often = min(self.texts, sum(word.weight_of(one) * count for one, count in spelled.items()))
        if not often:
            return 0.0
        told = log(1 + (self.texts - often + 0.5) / (often + 0.5))
        return told * FRAMING if word.is_framing else told

    def of_need(self, need: Need) -> float:
        own = sum(self.of(word) for word in need.words)
        if own and all(self.of(word) for word in need.words):
            return own
        return max([own, *(sum(map(self.of, other.words)) for other in need.instead if self._whole(other))])

    def _whole(self, other: Instead) -> bool:
        return all(self.of(word) for word in other.words)


def score(size: int, groups: Mapping[str, Group], needs: Sequence[Need], weights: Weights) -> Scores:
    """For the texts of one block, of which `groups` are those of the words asked for. A word that stands in no text of any
    block weighs nothing and is not held against a text."""
    total = np.zeros(size, dtype=np.float32)
    answered = np.zeros(size, dtype=np.float32)
    masses = [weights.of_need(need) for need in needs]
    asked = sum(masses) or 1.0
    for need, mass in zip(needs, masses, strict=True):
        if not mass:
            continue
        if need.instead:
            said, there = _need(size, groups, need, weights)
            total += np.float32(mass) * said
            answered += np.float32(mass / asked) * there
        else:
            _add_words(total, answered, groups, need.words, weights, mass, mass / asked)
    return Scores(total * (np.float32(0.35) + np.float32(0.65) * answered), answered)


def _need(size: int, groups: Mapping[str, Group], need: Need, weights: Weights) -> tuple[Floats, Floats]:
    """(how much each text says of the need, what share of it it holds), both 0 to 1."""
    said, there = np.zeros(size, dtype=np.float32), np.zeros(size, dtype=np.float32)
    _add_words(said, there, groups, need.words, weights, 1.0, 1.0)
    for other in need.instead:
        docs, theirs = _all_words(groups, other.words, weights)
        if len(docs):
            said[docs] = np.maximum(said[docs], theirs * np.float32(other.weight))
            there[docs] = np.maximum(there[docs], np.float32(other.weight**0.5))
    return said, there


def _add_words(
    said: Floats, there: Floats, groups: Mapping[str, Group], words: Sequence[Wanted], weights: Weights,
    most: float, share: float,
) -> None:  # fmt: skip
    """Adds what the texts say of these words, up to `most` for all of them, and what share of them they hold."""
    told = [weights.of(word) for word in words]
    whole = sum(told) or 1.0
    for word, weight in zip(words, told, strict=True):
        group = groups.get(word.folded)
        if group is not None and weight:
            for docs, impacts, counts in _spellings(group, word):
                said[docs] += impacts * np.float32(most * weight / whole * counts / 255)
                there[docs] += np.float32(share * weight / whole * counts)


def _spellings(group: Group, word: Wanted) -> list[tuple[NDArray[np.uint16], NDArray[np.uint8], float]]:
    """(texts, impacts, what they count for): those with the word as it was asked for; those with other marks only."""
    if not word.exact:
        return _apart(group, len(group.words), 1.0)
    exact = [at for at, one in enumerate(group.words) if one in word.exact]
    found = [(group.docs[span], group.impacts[span], 1.0) for span in (_span(group, at) for at in exact)]
    if word.others and len(exact) < len(group.words):
        rest = np.ones(len(group.docs), dtype=np.bool_)
        if exact:
            held = np.zeros(1 << 16, dtype=np.bool_)
            for docs, _impacts, _counts in found:
                held[docs] = True
            rest = ~held[group.docs]
        found.append((group.docs[rest], group.impacts[rest], word.others))
    return found


def _apart(
    group: Group, number: int, counts: float
) -> list[tuple[NDArray[np.uint16], NDArray[np.uint8], float]]:
    """All spellings alike. A text that holds several of them counts for each; that is rare and does no harm."""
    if number == 1:
        return [(group.docs, group.impacts, counts)]
    return [
        (group.docs[span], group.impacts[span], counts) for span in (_span(group, at) for at in range(number))
    ]


def _span(group: Group, at: int) -> slice:
    first = sum(group.counts[:at])
    return slice(first, first + group.counts[at])


def _all_words(
    groups: Mapping[str, Group], words: Sequence[Wanted], weights: Weights
) -> tuple[NDArray[np.uint16], Floats]:
    """The texts that hold all these words as they are written, and how much they say of them (0 to 1)."""
    told = [(weights.of(word), _as_written(groups, word)) for word in words]
    told.sort(key=lambda one: len(one[1][0]))
    whole = sum(weight for weight, _held in told) or 1.0
    docs, impacts = told[0][1]
    said = impacts * np.float32(told[0][0] / whole / 255)
    for weight, (theirs, more) in told[1:]:
        if not len(docs) or not len(theirs):
            return docs[:0], said[:0]
        at = np.minimum(np.searchsorted(theirs, docs), len(theirs) - 1)
        both = theirs[at] == docs
        docs, said = docs[both], said[both] + more[at[both]] * np.float32(weight / whole / 255)
    return docs, said


def _as_written(groups: Mapping[str, Group], word: Wanted) -> tuple[NDArray[np.uint16], NDArray[np.uint8]]:
    group = groups.get(word.folded)
    written = next(iter(word.exact))
    if group is None or written not in group.words:
        return np.zeros(0, dtype=np.uint16), np.zeros(0, dtype=np.uint8)
    span = _span(group, group.words.index(written))
    return group.docs[span], group.impacts[span]
