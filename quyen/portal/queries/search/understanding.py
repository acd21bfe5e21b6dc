"""What a question means, held against the words of the index: slips mended, marks put back, other words added.

Everything that was added or changed is told as an `Expansion`, and left out again where its key is in `off`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from django.db import connection

from quyen.core.finding import (
    Asked,
    Group,
    Instead,
    Need,
    Sense,
    Wanted,
    Word,
    allowed,
    folded,
    is_syllable,
    keys_undone,
    likely,
    parted,
    parts_of,
    senses,
    with_marks,
)
from quyen.portal.queries.search.views import View, groups_of

MARKS, SLIP, SENSE = "dau", "sua", "them"
OTHER_MARKS = 0.55  # what a word counts for with marks other than those that were typed
GUESSED_MARKS = 0.6  # and with marks other than those that were put back
_SEEN = 3  # a pair of words seen less says nothing

Counts = dict[str, dict[str, int]]  # by the word without marks: its spellings, and in how many texts


@dataclass(frozen=True)
class Expansion:
    """`kind` MARKS: the question as it was understood; SLIP: a word mended; SENSE: other words added."""

    kind: str
    key: str
    said: str


@dataclass(frozen=True)
class Meaning:
    """`words`: as understood. `counts` of all words that `needs` ask for; `groups` of each view by its key."""

    needs: tuple[Need, ...]
    expansions: tuple[Expansion, ...]
    words: tuple[str, ...]
    counts: Counts
    groups: Mapping[Any, Mapping[str, Group]]


def understand(asked: Asked, views: Sequence[View], off: Collection[str], exact: bool) -> Meaning:
    """At most five queries, two where all words are known and in memory."""
    if exact:
        needs = tuple(Need((Wanted(word.folded, frozenset((word.normal,)), 0.0),)) for word in asked.words)
        return _meaning(needs, (), tuple(word.normal for word in asked.words), views)
    counts = counts_of(views, [word.folded for word in asked.words])
    pairs = _pairs(asked.words)
    mended, slips = _mended(asked, counts, pairs, views, off)
    if slips:
        counts |= counts_of(views, [word.folded for word in mended.words])
        pairs = _pairs(mended.words)
    written, restored = _written(mended, counts, pairs, off)
    told = list(slips)
    if restored:
        told.insert(0, Expansion(MARKS, MARKS, " ".join(written)))
    found = [sense for sense in senses(mended, written) if f"{SENSE}-{sense.key}" not in off]
    needs = _needs(mended, written, restored, found, counts)
    told += [
        Expansion(SENSE, f"{SENSE}-{sense.key}", ", ".join(other.said for other in sense.others))
        for sense in found
    ]
    return _meaning(needs, tuple(told), written, views)


def _meaning(
    needs: tuple[Need, ...], told: tuple[Expansion, ...], words: tuple[str, ...], views: Sequence[View]
) -> Meaning:
    bare = {word.folded for need in needs for word in need.all_words()}
    groups = groups_of(views, bare)
    return Meaning(needs, told, words, _counted(groups), groups)


def counts_of(views: Sequence[View], bare: Collection[str]) -> Counts:
    return _counted(groups_of(views, set(bare)))


def _counted(groups: Mapping[Any, Mapping[str, Group]]) -> Counts:
    counts: Counts = {}
    for held in groups.values():
        for bare, group in held.items():
            spelled = counts.setdefault(bare, {})
            for word, count in zip(group.words, group.counts, strict=True):
                spelled[word] = spelled.get(word, 0) + count
    return counts


# --- slips --------------------------------------------------------------------------------------------


def _mended(
    asked: Asked, counts: Counts, pairs: Counts, views: Sequence[View], off: Collection[str]
) -> tuple[Asked, list[Expansion]]:
    """A word that the index does not know is taken for the known one nearest to it; so is a known one that was never seen
    beside its neighbours, where a like one often was."""
    quoted = {word for phrase in asked.phrases for word in phrase}
    alone = {at for at in _senseless(asked)}
    words: list[Word] = []
    told: list[Expansion] = []
    for at, word in enumerate(asked.words):
        others: tuple[str, ...] = ()
        if f"{SLIP}-{word.folded}" not in off and word.normal not in quoted and not word.folded.isdigit():
            if word.folded not in counts:
                others = _of_unknown(asked, at, counts, views) if at in alone else ()
            elif at in alone and at not in asked.framing and _may_be_slip(asked, at, counts, pairs):
                others = _of_lonely(asked, at)
        if others:
            told.append(Expansion(SLIP, f"{SLIP}-{word.folded}", f"{word.normal} → {' '.join(others)}"))
            words += [replace(word, normal=other, folded=other) for other in others]
        else:
            words.append(word)
    if not told:
        return asked, []
    return replace(asked, words=tuple(words), framing=_moved(asked, words)), told


def _senseless(asked: Asked) -> set[int]:
    """Places of words that are part of no abbreviation or other known saying."""
    known = {at for sense in senses(asked) for at in range(sense.first, sense.last)}
    return set(range(len(asked.words))) - known


def _moved(asked: Asked, words: Sequence[Word]) -> frozenset[int]:
    """The framing words at their places among the mended ones."""
    framing = {(asked.words[at].start, asked.words[at].normal) for at in asked.framing}
    return frozenset(at for at, word in enumerate(words) if (word.start, word.normal) in framing)


def _of_unknown(asked: Asked, at: int, counts: Counts, views: Sequence[View]) -> tuple[str, ...]:
    bare = asked.words[at].folded
    keys = keys_undone(bare)
    if keys and counts_of(views, [folded(keys)]):
        return (folded(keys),)
    if is_syllable(bare):  # with its marks it was meant so, though no text holds it yet
        return _of_lonely(asked, at) if asked.words[at].normal == bare else ()
    near = likely(bare, _alike(bare))
    run = parted(bare, counts_of(views, parts_of(bare))) if len(bare) > 4 else None
    if near and (run is None or near[0][1] <= 1):
        return (_best_beside(asked, at, near),)
    return run or ()


def _best_beside(asked: Asked, at: int, near: list[tuple[str, float]]) -> str:
    """Of the likeliest ones that which is seen beside the words next to it."""
    first = near[0][1]
    chosen = [word for word, away in near if away <= first + 0.5][:8]
    if len(chosen) == 1:
        return chosen[0]
    beside = _known_pairs([pair for word in chosen for pair in _both_sides(asked, at, word)])
    seen = {
        word: sum(sum(beside.get(pair, {}).values()) for pair in _both_sides(asked, at, word))
        for word in chosen
    }
    return max(chosen, key=lambda word: (seen[word], -chosen.index(word)))


def _both_sides(asked: Asked, at: int, word: str) -> list[str]:
    words = asked.words
    left = [f"{words[at - 1].folded} {word}"] if at else []
    return left + ([f"{word} {words[at + 1].folded}"] if at + 1 < len(words) else [])


def _may_be_slip(asked: Asked, at: int, counts: Counts, pairs: Counts) -> bool:
    """A known word, never seen beside its neighbours; one that was typed with its marks, or among marks, is meant."""
    word = asked.words[at]
    if asked.has_marks and word.normal in counts[word.folded]:
        return False
    sides = _both_sides(asked, at, asked.words[at].folded)
    return bool(sides) and len(asked.words[at].folded) > 1 and not any(side in pairs for side in sides)


def _of_lonely(asked: Asked, at: int) -> tuple[str, ...]:
    """ "bao hien" for "bảo hiểm": pairs with the same neighbour that are like the one that was typed."""
    bare = asked.words[at].folded
    best: tuple[float, int, str] | None = None
    for side in _both_sides(asked, at, bare):
        first, _, last = side.partition(" ")
        for pair, count in _alike(side, size=2):
            one, _, two = pair.partition(" ")
            same, other = (one == first, two) if last == bare else (two == last, one)
            near = likely(bare, [(other, count)]) if same and other != bare and count >= 2 * _SEEN else []
            if (
                near
                and near[0][1] <= min(1.0, allowed(bare))
                and (best is None or (near[0][1], -count) < best[:2])
            ):
                best = near[0][1], -count, other
    return (best[2],) if best else ()


_ALIKE = (
    "select folded, sum(count) from portal_known where size = %s and folded %% %s and similarity(folded, %s) >= 0.45"
    " group by folded order by similarity(folded, %s) desc, 2 desc limit 60"
)
_BEGINNING = (  # short words have few threes of letters in common with their slips
    "select folded, sum(count) from portal_known where size = 1 and (folded like %s or folded %% %s)"
    " and length(folded) between %s and %s group by folded"
)


def _alike(bare: str, size: int = 1) -> list[tuple[str, int]]:
    """Known words that begin with the same letter or have many threes of letters in common; pairs that have. One query."""
    with connection.cursor() as cursor:
        if size == 1:
            cursor.execute(_BEGINNING, [f"{bare[0]}%", bare, len(bare) - 2, len(bare) + 2])
        else:
            cursor.execute(_ALIKE, [size, bare, bare, bare])
        return [(word, int(count)) for word, count in cursor.fetchall()]


# --- marks --------------------------------------------------------------------------------------------


def _pairs(words: Sequence[Word]) -> Counts:
    return _known_pairs([f"{one.folded} {two.folded}" for one, two in pairwise(words)])


def _known_pairs(pairs: Collection[str]) -> Counts:
    """One query."""
    if not pairs:
        return {}
    found: Counts = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "select folded, written, sum(count) from portal_known where size = 2 and folded = any(%s::text[]) group by 1, 2",
            [sorted(set(pairs))],
        )
        for bare, written, count in cursor.fetchall():
            if count >= _SEEN:
                found.setdefault(bare, {})[written] = int(count)
    return found


def _written(
    asked: Asked, counts: Counts, pairs: Counts, off: Collection[str]
) -> tuple[tuple[str, ...], frozenset[int]]:
    """(the words as they are understood, the places where marks were put back). Alone, a word may be any; among others it
    is the one that goes with them."""
    given = tuple(word.normal for word in asked.words)
    if MARKS in off or len(given) < 2:
        return given, frozenset()
    free = {at for at in range(len(given)) if _may_be_any(asked, at, counts, pairs)}
    if not free:
        return given, frozenset()
    ways = {word.folded: counts.get(word.folded, {}) or {word.normal: 1} for word in asked.words}
    held = _held(asked, free)
    best = with_marks(
        [word for word in held],
        ways | {one: {one: 1} for one in held if one not in ways},
        _with_held(pairs, held),
    )
    restored = frozenset(at for at in free if best[at] != given[at])
    return tuple(best[at] if at in free else given[at] for at in range(len(given))), restored


def _may_be_any(asked: Asked, at: int, counts: Counts, pairs: Counts) -> bool:
    """Typed without marks in a question without any; or in a way that is no known word, where its letters go with its
    neighbours."""
    word = asked.words[at]
    spelled = counts.get(word.folded, {})
    if not spelled:
        return False
    if word.normal == word.folded and not asked.has_marks:
        return True
    return word.normal not in spelled and any(side in pairs for side in _both_sides(asked, at, word.folded))


def _held(asked: Asked, free: Collection[int]) -> list[str]:
    """The words by their letters; one whose marks were typed stands for itself."""
    return [word.folded if at in free else word.normal for at, word in enumerate(asked.words)]


def _with_held(pairs: Counts, held: Sequence[str]) -> Counts:
    found: Counts = {}
    for one, two in pairwise(held):
        for bare, written in pairs.items():
            for way, count in written.items():
                left, _, right = way.partition(" ")
                first, _, last = bare.partition(" ")
                if one in (left, first) and two in (right, last):
                    found.setdefault(f"{one} {two}", {})[way] = count
    return found


# --- needs --------------------------------------------------------------------------------------------


def _needs(
    asked: Asked, written: tuple[str, ...], restored: frozenset[int], found: Sequence[Sense], counts: Counts
) -> tuple[Need, ...]:
    by_first = {sense.first: sense for sense in found}
    needs: list[Need] = []
    at = 0
    while at < len(written):
        sense = by_first.get(at)
        last = sense.last if sense else at + 1
        own = tuple(
            _wanted(asked, place, written, restored, counts, sense is not None) for place in range(at, last)
        )
        others = (
            tuple(
                Instead(tuple(_as_written(word) for word in other.words), other.weight)
                for other in sense.others
            )
            if sense
            else ()
        )
        needs.append(Need(own, others))
        at = last
    return tuple(needs)


def _wanted(
    asked: Asked, at: int, written: tuple[str, ...], restored: frozenset[int], counts: Counts, in_sense: bool
) -> Wanted:
    word = asked.words[at]
    framing = at in asked.framing and not in_sense
    if at in restored:
        return Wanted(word.folded, frozenset((written[at],)), GUESSED_MARKS, framing)
    if word.normal == word.folded and word.normal not in counts.get(word.folded, {}):
        return Wanted(word.folded, is_framing=framing)
    return Wanted(word.folded, frozenset((word.normal,)), OTHER_MARKS, framing)


def _as_written(word: str) -> Wanted:
    return Wanted(folded(word), frozenset((word,)), 0.0)
