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
    """One word. `exact`: its spellings that count fully, none for all alike; `others`: what the rest counts for.
    `begins`: it is the beginning of a word."""

    folded: str
    exact: frozenset[str] = frozenset()
    others: float = 1.0
    is_framing: bool = False

    def weight_of(self, word: str) -> float:
        return 1.0 if not self.exact or word in self.exact else self.others


@dataclass(frozen=True)
class Instead:
    """Other words for the same need, all of which a text must hold."""

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
    asked = 0.0
    for need in needs:
        mass = weights.of_need(need)
        if mass:
            said, there = _need(size, groups, need, weights)
            total += np.float32(mass) * said
            answered += np.float32(mass) * there
            asked += mass
    if asked:
        answered /= np.float32(asked)
    return Scores(total * (np.float32(0.35) + np.float32(0.65) * answered), answered)


def _need(
    size: int, groups: Mapping[str, Group], need: Need, weights: Weights
) -> tuple[Floats, Floats]:
    """(how much each text says of the need, what share of it it holds), both 0 to 1."""
    said, there = _words(size, groups, need.words, weights)
    for other in need.instead:
        theirs, whole = _words(size, groups, other.words, weights)
        full = whole > 0.99
        weight = np.float32(other.weight)
        said = np.maximum(said, np.where(full, theirs * weight, 0))
        there = np.maximum(there, np.where(full, np.sqrt(weight), 0))
    return said, there


def _words(
    size: int, groups: Mapping[str, Group], words: Sequence[Wanted], weights: Weights
) -> tuple[Floats, Floats]:
    told = [weights.of(word) for word in words]
    whole = sum(told) or 1.0
    said, there = np.zeros(size, dtype=np.float32), np.zeros(size, dtype=np.float32)
    for word, weight in zip(words, told, strict=True):
        group = groups.get(word.folded)
        if group is not None and weight:
            impact, spelled = _impacts(size, group, word)
            share = np.float32(weight / whole)
            said += share * impact
            there += share * spelled
    return said, there


def _impacts(size: int, group: Group, word: Wanted) -> tuple[Floats, Floats]:
    """What the spellings of one word tell in each text (0 to 1), and what its presence is worth there."""
    impact, spelled = np.zeros(size, dtype=np.float32), np.zeros(size, dtype=np.float32)
    if not word.exact or word.others:
        weight = np.float32((word.others if word.exact else 1.0) / 255)
        impact[group.docs] = group.impacts * weight
        spelled[group.docs] = word.others if word.exact else 1.0
    at = 0
    for one, count in zip(group.words, group.counts, strict=True):
        if one in word.exact:
            docs = group.docs[at : at + count]
            impact[docs] = group.impacts[at : at + count] * np.float32(1 / 255)
            spelled[docs] = 1.0
        at += count
    return impact, spelled
