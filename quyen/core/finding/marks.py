"""Marks put back on words that were typed without any, by what is written most and by what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

_MOST = 12  # ways to write a word that are tried
_LONELY = -2.0  # two words that were never seen beside each other
_PAIR = 1.6  # what is seen side by side counts for more than what is frequent

Written = Mapping[str, Mapping[str, int]]  # without marks: with them, and how often


def with_marks(bare: Sequence[str], words: Written, pairs: Written) -> tuple[str, ...]:
    """The likeliest way to write these words. `words`: {"quyen": {"quyền": 90, "quyển": 3}}; `pairs` the same of two words
    parted by a space. A word that nothing is known of stays as it is."""
    if not bare:
        return ()
    ways = [sorted(words.get(word, {word: 1}).items(), key=lambda told: -told[1])[:_MOST] for word in bare]
    best: list[dict[str, tuple[float, tuple[str, ...]]]] = [
        {way: (_frequency(count), (way,)) for way, count in ways[0]}
    ]
    for at in range(1, len(bare)):
        near = pairs.get(f"{bare[at - 1]} {bare[at]}", {})
        best.append({way: _onward(best[-1], way, count, near) for way, count in ways[at]})
    return max(best[-1].values())[1]


def _onward(
    before: Mapping[str, tuple[float, tuple[str, ...]]], way: str, count: int, near: Mapping[str, int]
) -> tuple[float, tuple[str, ...]]:
    def score(last: str) -> float:
        together = near.get(f"{last} {way}", 0)
        return before[last][0] + (_PAIR * log(1 + together) if together else _LONELY)

    chosen = max(before, key=lambda last: (score(last), last))
    return score(chosen) + _frequency(count), (*before[chosen][1], way)


def _frequency(count: int) -> float:
    return 0.5 * log(1 + count)
