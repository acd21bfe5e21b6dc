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

from quyen.core.finding.sealing import SIZE, Group

ENOUGH, SOME = 0.6, 0.4  # of what is asked, by weight, a find must answer; and where hardly anything does
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


@dataclass(frozen=True)
class _Weighed:
    """Words with what each tells, and what all of them tell together."""

    words: tuple[tuple[Wanted, float], ...]
    others: tuple[float, ...]  # of each word, what another spelling of it tells
    whole: float


@dataclass(frozen=True)
class Weighty:
    """A need with its weight in the question: `mass`."""

    own: _Weighed
    instead: tuple[tuple[_Weighed, float], ...]
    mass: float


class Weights:
    """How much each word tells: the rarer in all blocks together, the more."""

    def __init__(self, texts: int, counts: Mapping[str, Mapping[str, int]]) -> None:
        """`counts`: by the word without marks, in how many texts each spelling stands."""
        self.texts, self.counts = max(1, texts), counts

    def of(self, word: Wanted) -> float:
        """0 for a word that stands nowhere: nothing says how much it would tell."""
        spelled = self.counts.get(word.folded, {})
        exact = sum(count for one, count in spelled.items() if one in word.exact)
        return self._told(word, exact) or self.of_others(word)

    def of_others(self, word: Wanted) -> float:
        """What a spelling tells that was not asked for: by how many texts hold any, or "thu" would tell as much as "thù"."""
        spelled = self.counts.get(word.folded, {})
        return self._told(word, sum(word.weight_of(one) * count for one, count in spelled.items()))

    def _told(self, word: Wanted, texts: float) -> float:
        if not texts:
            return 0.0
        often = min(float(self.texts), texts)
        told = log(1 + (self.texts - often + 0.5) / (often + 0.5))
        return told * FRAMING if word.is_framing else told

    def weighed(self, needs: Sequence[Need]) -> list[Weighty]:
        """What only frames a question counts where there is nothing else in it. What stands nowhere weighs like the rarest
        word: a text that answers the rest has not answered all."""
        telling = [need for need in needs if not all(word.is_framing for word in need.words)]
        return list(map(self._weighty, telling or needs))

    def _weighty(self, need: Need) -> Weighty:
        own = self._weigh(need.words)
        others = [(self._weigh(other.words), other.weight) for other in need.instead]
        instead = tuple((one, weight) for one, weight in others if all(told for _word, told in one.words))
        if all(told for _word, told in own.words):
            return Weighty(own, instead, own.whole)
        nowhere = 0.0 if instead else self.rarest * sum(not told for _word, told in own.words)
        return Weighty(own, instead, max([own.whole + nowhere, *(one.whole for one, _weight in instead)]))

    @property
    def rarest(self) -> float:
        return log(1 + (self.texts - 0.5) / 1.5)

    def _weigh(self, words: Sequence[Wanted]) -> _Weighed:
        told = tuple((word, self.of(word)) for word in words)
        others = tuple(min(weight, self.of_others(word)) for word, weight in told)
        return _Weighed(told, others, sum(weight for _word, weight in told))


def score(size: int, groups: Mapping[str, Group], needs: Sequence[Weighty]) -> Scores:
    """For the texts of one block, of which `groups` are those of the words asked for."""
    asked = sum(need.mass for need in needs) or 1.0
    plain = [
        part
        for need in needs
        if not need.instead
        for part in _parts(groups, need.own, need.mass, need.mass / asked)
    ]
    total, answered = _summed(size, plain)
    for need in needs:
        if need.instead:
            said, there = _need(size, groups, need)
            total += np.float32(need.mass) * said
            answered += np.float32(need.mass / asked) * there
    return Scores(total * (np.float32(0.35) + np.float32(0.65) * answered), answered)


def _need(size: int, groups: Mapping[str, Group], need: Weighty) -> tuple[Floats, Floats]:
    """(how much each text says of the need, what share of it it holds), both 0 to 1."""
    said, there = _summed(size, _parts(groups, need.own, 1.0, 1.0))
    for other, weight in need.instead:
        docs, theirs = _all_words(groups, other)
        if len(docs):
            said[docs] = np.maximum(said[docs], theirs * np.float32(weight))
            there[docs] = np.maximum(there[docs], np.float32(weight**0.5))
    return said, there


@dataclass(frozen=True)
class _Spelling:
    """The texts with a word in one way of writing, which `counts` for so much, and their impacts; where they are many, the
    impact at each place of the block instead."""

    counts: float
    docs: NDArray[np.uint16]
    impacts: NDArray[np.uint8]
    by_place: NDArray[np.uint8] | None = None


@dataclass(frozen=True)
class _Part:
    """What one spelling of a word adds: `says` for each step of a text's impact, `holds` to the share it holds, both in
    whole numbers, so that a text's sum is the same in whatever order and form its words are added."""

    spelling: _Spelling
    says: int
    holds: int


_SAYS, _HOLDS = 1 << 13, 1 << 11  # 700 of weight, more than any question has, stay below 2**31 in 255 steps


def _parts(groups: Mapping[str, Group], words: _Weighed, most: float, share: float) -> list[_Part]:
    """For each spelling of the words how much it says, up to `most` for all words, and what share of them it is."""
    found = []
    for (word, weight), other in zip(words.words, words.others, strict=True):
        group = groups.get(word.folded)
        if group is not None and weight:
            for spelling in _spellings(group, word):
                counts = spelling.counts
                says = most * (weight if counts == 1.0 else other * counts) / words.whole
                holds = share * weight * counts / words.whole
                found.append(_Part(spelling, round(says * _SAYS), round(holds * _HOLDS)))
    return found


def _summed(size: int, parts: Sequence[_Part]) -> tuple[Floats, Floats]:
    """Where a word stands in many texts all places at once are added to, which is quicker than one by one."""
    said, there = np.zeros(size, dtype=np.int32), np.zeros(size, dtype=np.int16)
    for part in parts:
        spelling, says, holds = part.spelling, np.int32(part.says), np.int16(part.holds)
        if spelling.by_place is None:
            said[spelling.docs] += spelling.impacts * says
            there[spelling.docs] += holds
        else:
            said += spelling.by_place[:size] * says
            there += (spelling.by_place[:size] != 0) * holds
    return said.astype(np.float32) * np.float32(1 / _SAYS / 255), there.astype(np.float32) * np.float32(
        1 / _HOLDS
    )


_MANY = SIZE // 6  # texts; from so many on a sum over all places is quicker
_KEPT = 4  # ways in which a word was asked for


def memory_of(group: Group) -> int:
    """Bytes that a group takes with what was worked out of it, as it is mostly asked for: in one way."""
    raw = 3 * len(group.docs)
    return raw + min(raw, SIZE) + 600


def _spellings(group: Group, word: Wanted) -> list[_Spelling]:
    """The texts with the word as it was asked for; those with other marks only."""
    key = word.exact, word.others
    found: list[_Spelling] | None = group.worked_out.get(key)
    if found is None:
        found = _told_apart(group, word)
        _note(group, key, found)
    return found


def _note(group: Group, key: object, worked_out: object) -> None:
    if len(group.worked_out) >= _KEPT:
        group.worked_out.clear()
    group.worked_out[key] = worked_out


def _told_apart(group: Group, word: Wanted) -> list[_Spelling]:
    exact = [_span(group, at) for at, one in enumerate(group.words) if one in word.exact]
    found = [_spelling(1.0, group.docs[span], group.impacts[span]) for span in exact]
    if not word.exact or (word.others and len(exact) < len(group.words)):
        by_place = _placed(group.docs, group.impacts)  # with several other spellings one of them counts
        for span in exact:
            by_place[group.docs[span]] = 0
        found.append(_spelling_by_place(word.others if word.exact else 1.0, by_place))
    return found


_NONE = np.zeros(0, dtype=np.uint16), np.zeros(0, dtype=np.uint8)


def _spelling(counts: float, docs: NDArray[np.uint16], impacts: NDArray[np.uint8]) -> _Spelling:
    if len(docs) < _MANY:
        return _Spelling(counts, docs, impacts)
    return _Spelling(counts, *_NONE, _placed(docs, impacts))


def _spelling_by_place(counts: float, by_place: NDArray[np.uint8]) -> _Spelling:
    docs = np.flatnonzero(by_place).astype(np.uint16)
    if len(docs) < _MANY:
        return _Spelling(counts, docs, by_place[docs])
    return _Spelling(counts, *_NONE, by_place)


def _placed(docs: NDArray[np.uint16], impacts: NDArray[np.uint8]) -> NDArray[np.uint8]:
    by_place = np.zeros(SIZE, dtype=np.uint8)
    by_place[docs] = impacts
    return by_place


def _span(group: Group, at: int) -> slice:
    first = sum(group.counts[:at])
    return slice(first, first + group.counts[at])


def _all_words(groups: Mapping[str, Group], words: _Weighed) -> tuple[NDArray[np.uint16], Floats]:
    """The texts that hold all these words as they are written, and how much they say of them (0 to 1)."""
    first = groups.get(words.words[0][0].folded)
    if first is None:
        return np.zeros(0, dtype=np.uint16), np.zeros(0, dtype=np.float32)
    key = tuple(word for word, _weight in words.words)
    found: tuple[NDArray[np.uint16], Floats] | None = first.worked_out.get(key)
    if (
        found is None
    ):  # later with weights a little different, for what was changed since: too little to matter
        found = _held_together(groups, words)
        _note(first, key, found)
    return found


def _held_together(groups: Mapping[str, Group], words: _Weighed) -> tuple[NDArray[np.uint16], Floats]:
    told = [(weight, _as_written(groups, word)) for word, weight in words.words]
    told.sort(key=lambda one: len(one[1][0]))
    docs, impacts = told[0][1]
    said = impacts * np.float32(told[0][0] / words.whole / 255)
    for weight, (theirs, more) in told[1:]:
        there = _placed(theirs, more).take(docs)
        both = there > 0
        docs, said = docs[both], said[both] + there[both] * np.float32(weight / words.whole / 255)
    return docs, said


def _as_written(groups: Mapping[str, Group], word: Wanted) -> tuple[NDArray[np.uint16], NDArray[np.uint8]]:
    group = groups.get(word.folded)
    written = next(iter(word.exact))
    if group is None or written not in group.words:
        return _NONE
    span = _span(group, group.words.index(written))
    return group.docs[span], group.impacts[span]
