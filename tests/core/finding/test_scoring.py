"""How a block's scores are summed: one by one or over all places, the same; and what it takes of memory."""

from __future__ import annotations

import random

import numpy as np

from quyen.core.finding import Need, Wanted, Weights, memory_of, score, scoring, seal

EXACT = Wanted("ma", frozenset({"má"}), 0.3)
NEEDS = [Need((EXACT,)), Need((Wanted("que"),)), Need((Wanted("it", frozenset({"ít"}), 0.3),))]


def _sealed():
    pick = random.Random(7)
    written = [("ma", 0.5), ("má", 0.6), ("mã", 0.2), ("quê", 0.9), ("ít", 0.01)]
    return seal(
        [(" ".join(word for word, often in written if pick.random() < often), "", "") for _ in range(9000)]
    )


def _scored(sealed):
    counts = {
        word: dict(zip(group.words, group.counts, strict=True)) for word, group in sealed.groups.items()
    }
    return score(sealed.size, sealed.groups, Weights(9000, counts).weighed(NEEDS))


def test_many_are_summed_by_place_to_the_same_figure(monkeypatch) -> None:
    by_place = _sealed()
    quick = _scored(by_place)
    kept = [one for group in by_place.groups.values() for found in group.worked_out.values() for one in found]
    assert {one.by_place is not None for one in kept} == {True, False}
    monkeypatch.setattr(scoring, "_MANY", 10**9)
    slow = _scored(_sealed())
    assert np.array_equal(quick.scores, slow.scores)
    assert np.array_equal(quick.answered, slow.answered)


def test_memory_is_counted_with_what_was_worked_out_and_stays_bounded() -> None:
    sealed = _sealed()
    _scored(sealed)
    for group in sealed.groups.values():
        own = {id(group.docs), id(group.impacts)}
        arrays = [
            array
            for found in group.worked_out.values()
            for one in found
            for array in (one.docs, one.impacts, one.by_place)
            if array is not None and array.base is None and id(array) not in own
        ]
        taken = group.docs.nbytes + group.impacts.nbytes + sum(array.nbytes for array in arrays)
        assert taken <= memory_of(group) + 32768  # of two ways of writing one each may be by place
    group = sealed.groups["ma"]
    for at in range(20):
        scoring._spellings(group, Wanted("ma", frozenset({"má"}), at / 20))
    assert len(group.worked_out) <= 4
