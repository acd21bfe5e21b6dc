"""Many texts made into one sealed block of an index: for each word the texts it stands in, and how much it says there.

Signs of Vietnamese documents fit a code page of one byte a sign (`core.text.folding.PAGE`), and nearly all its syllables have at
most eight letters: such a word is one number of 64 bits. So the words of a whole block are found, told apart and counted by
arithmetic on arrays, without an object for each. A text with other signs is read word by word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quyen.core.finding.words import folded, normal, words
from quyen.core.text.folding import PAGE, from_page

SIZE = 1 << 15  # texts of a block; a place in it takes two bytes
WEIGHTS = (4, 3, 1)  # what one occurrence counts for in the title, the labels, the body
_K1, _B = 1.2, 0.6  # how soon more of a word says no more; how much a long text is held against it
_LONGEST = 8  # letters of a word that is one number

_LAST = 0x2800  # beyond it lies no sign of the page


def _places() -> NDArray[np.uint8]:
    """By code point, the place of its small letter in the page; 0 for a sign that the page does not hold."""
    found = np.zeros(_LAST + 1, dtype=np.uint8)
    for place, sign in enumerate(PAGE):
        small = PAGE.find(sign.lower())
        if place > 0 and ord(sign) < _LAST:
            found[ord(sign)] = small if small > 0 else place
    return found


_PLACE = _places()
_IS_LETTER = np.array([place > 0 and sign.isalnum() for place, sign in enumerate(PAGE)])
_CUT = np.array([(1 << (8 * length)) - 1 for length in range(_LONGEST + 1)], dtype=np.uint64)
_MIX = np.uint64(0x9E3779B97F4A7C15)

Numbers = NDArray[np.uint64]


@dataclass(frozen=True)
class Group:
    """All words that are one without marks ("ma": ma, má, mã): `docs` and `impacts` of each, one after the other.

    `counts[i]` texts hold `words[i]`; `docs` are places in the block, rising within a word; `impacts` (1 to 255) say how much
    the word tells of the text there: often, in the title, in a short text.
    """

    words: tuple[str, ...]
    counts: tuple[int, ...]
    docs: NDArray[np.uint16]
    impacts: NDArray[np.uint8]
    worked_out: dict[Any, Any] = field(
        default_factory=dict, compare=False, repr=False
    )  # by `scoring`, kept with it


@dataclass(frozen=True)
class Sealed:
    """`groups` by the word without marks; `pairs`: how often two words follow one another, as "điện thoại": 812."""

    size: int
    groups: dict[str, Group]
    pairs: dict[str, int]


def seal(texts: Sequence[tuple[str, str, str]]) -> Sealed:
    """A block of at most SIZE texts, each given as (title, labels, body) in NFC. Errors: ValueError where there are more."""
    if len(texts) > SIZE:
        raise ValueError(f"a block holds {SIZE} texts, not {len(texts)}")
    fields = [field for text in texts for field in text]
    names = _Names()
    parts = [_ids_of_page(fields[at : at + _AT_ONCE], at, names) for at in range(0, len(fields), _AT_ONCE)]
    foreign = np.concatenate([part[2] for part in parts]).tolist() if parts else []
    parts.append((*_ids_of_foreign(fields, foreign, names), np.zeros(0, dtype=np.int64)))
    ids, owners, _foreign = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    return _sealed(len(texts), ids, owners, list(names.ids))


class _Names:
    """The words of a block in their normal form, numbered as they come."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self.by_key: dict[int, int] = {}

    def of_word(self, name: str) -> int:
        return self.ids.setdefault(name, len(self.ids))


_AT_ONCE = 3 * 512  # fields; their letters fit a processor's own memory
Found = tuple[NDArray[np.uint32], NDArray[np.uint32]]


def _ids_of_page(
    fields: list[str], first: int, names: _Names
) -> tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.int64]]:
    """For each word of the fields that fit the page its id and the number of its field, from `first` on; and the numbers
    of the fields that hold another sign, of which nothing is told."""
    text = "\n".join(fields)
    ends = np.cumsum([len(field) + 1 for field in fields])
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    signs = np.full(len(points) + 2 * _LONGEST + 1, ord("\n"), dtype=np.uint8)
    signs[: len(points)] = _PLACE[np.minimum(points, len(_PLACE) - 1)]
    foreign = np.unique(np.searchsorted(ends, np.flatnonzero(signs[: len(points)] == 0), side="right"))
    for at in foreign.tolist():
        signs[ends[at] - 1 - len(fields[at]) : ends[at] - 1] = ord("\n")
    inside = _IS_LETTER[signs]
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    if inside[0]:
        edges = np.concatenate([np.zeros(1, dtype=edges.dtype), edges])
    starts, stops = edges[::2], edges[1::2]
    keys = _keys(signs, starts, stops - starts)
    heads, ids = _distinct(keys)
    renamed = np.array(
        [_named(names, keys, signs, starts, stops, at) for at in heads.tolist()], dtype=np.uint32
    )
    per_field = np.diff(np.searchsorted(starts, ends), prepend=0)
    owners = np.repeat(np.arange(first, first + len(fields), dtype=np.uint32), per_field)
    return renamed[ids] if len(ids) else ids.astype(np.uint32), owners, foreign + first


def _named(
    names: _Names, keys: Numbers, signs: NDArray[np.uint8], starts: NDArray[np.int64], stops: NDArray[np.int64], at: int
) -> int:  # fmt: skip
    key = int(keys[at])
    if key not in names.by_key:
        names.by_key[key] = names.of_word(normal(from_page(signs[starts[at] : stops[at]].tobytes())))
    return names.by_key[key]


def _keys(signs: NDArray[np.uint8], starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> Numbers:
    """One number a word: its letters; of a longer word a mix of all its letters, eight at a time."""
    windows: Numbers = np.ndarray((len(signs) - _LONGEST + 1,), dtype="<u8", buffer=signs.data, strides=(1,))
    keys: Numbers = windows[starts] & _CUT[np.minimum(lengths, _LONGEST)]
    long = np.flatnonzero(lengths > _LONGEST)
    for offset in range(_LONGEST, int(lengths.max(initial=0)), _LONGEST):
        long = long[lengths[long] > offset]
        rest = windows[starts[long] + offset] & _CUT[np.minimum(lengths[long] - offset, _LONGEST)]
        keys[long] = (keys[long] ^ (rest + _MIX)) * _MIX | np.uint64(1 << 63)
    return keys


_SLOTS = 1 << 13


def _distinct(keys: Numbers) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(where each distinct key stands, the number of its key for each place). As numpy's own `unique` with its inverse,
    without sorting all places: words are few and come again and again, so a table of them answers nearly all."""
    ids = np.full(len(keys), -1, dtype=np.int64)
    slots = ((keys * _MIX) >> np.uint64(64 - 13)).astype(np.int64)
    heads: list[NDArray[np.int64]] = []
    found, left = 0, np.arange(len(keys))
    while len(left):
        table = np.full(_SLOTS, -1, dtype=np.int64)
        table[slots[left]] = left  # the last of each slot stands for it
        winners = table[table >= 0]
        number = np.full(_SLOTS, -1, dtype=np.int64)
        number[slots[winners]] = np.arange(found, found + len(winners))
        same = keys[table[slots[left]]] == keys[left]
        ids[left[same]] = number[slots[left[same]]]
        heads.append(winners)
        found += len(winners)
        left = left[~same]
    return (np.concatenate(heads) if heads else np.zeros(0, dtype=np.int64)), ids


def _ids_of_foreign(fields: list[str], foreign: list[int], names: _Names) -> Found:
    """The same for the fields that hold a sign which the page does not, word by word."""
    told = [(names.of_word(word.normal), at) for at in foreign for word in words(fields[at])]
    ids, owners = zip(*told, strict=True) if told else ((), ())
    return np.array(ids, dtype=np.uint32), np.array(owners, dtype=np.uint32)


def _sealed(size: int, ids: NDArray[np.uint32], owners: NDArray[np.uint32], names: list[str]) -> Sealed:
    bare = [folded(name) for name in names]
    order = sorted(range(len(names)), key=lambda at: (bare[at], names[at]))
    ranks = np.empty(len(names), dtype=np.uint64)
    ranks[order] = np.arange(len(names), dtype=np.uint64)
    weights = np.array(WEIGHTS, dtype=np.uint8)[owners % 3]
    docs = owners // 3
    placed = ranks[ids]
    for step, part in ((np.uint64(16), docs), (np.uint64(8), weights)):
        placed <<= step
        placed |= part
    placed.sort()
    pairs = placed >> np.uint64(8)
    firsts = np.flatnonzero(np.diff(pairs, prepend=np.uint64(2**64 - 1)))
    told = np.add.reduceat(placed & np.uint64(255), firsts) if len(firsts) else placed
    often = told.astype(np.float32)
    pairs = pairs[firsts]
    lengths = np.bincount(docs, weights.astype(np.float64), minlength=size)
    impacts = _impacts(often, (pairs & np.uint64(0xFFFF)).astype(np.int64), lengths)
    groups = _groups(pairs, impacts, [names[at] for at in order], [bare[at] for at in order])
    return Sealed(size, groups, _following(ids, owners, names))


def _impacts(often: NDArray[np.float32], docs: NDArray[np.int64], lengths: NDArray[Any]) -> NDArray[np.uint8]:
    if not len(docs):
        return np.zeros(0, dtype=np.uint8)
    slow = (_K1 * (1 - _B + _B * lengths / max(1.0, float(lengths.mean())))).astype(np.float32)
    return np.maximum(1, np.rint(255 * often / (often + slow[docs]))).astype(np.uint8)


def _groups(
    pairs: Numbers, impacts: NDArray[np.uint8], names: list[str], bare: list[str]
) -> dict[str, Group]:
    docs = (pairs & np.uint64(0xFFFF)).astype(np.uint16)
    edges = np.searchsorted(pairs >> np.uint64(16), np.arange(len(names) + 1, dtype=np.uint64)).tolist()
    groups: dict[str, Group] = {}
    first = 0
    while first < len(names):
        last = first
        while last < len(names) and bare[last] == bare[first]:
            last += 1
        span = slice(edges[first], edges[last])
        counts = tuple(edges[at + 1] - edges[at] for at in range(first, last))
        groups[bare[first]] = Group(tuple(names[first:last]), counts, docs[span], impacts[span])
        first = last
    return groups


_SAMPLE, _SELDOM = 400_000, 2  # words looked at for what follows what; pairs seen less are chance


def _following(ids: NDArray[np.uint32], owners: NDArray[np.uint32], names: list[str]) -> dict[str, int]:
    """Pairs of words of one field, from the block's first words, and only those of letters."""
    ids, owners = ids[:_SAMPLE].astype(np.uint64), owners[:_SAMPLE]
    keys = (ids[:-1] << np.uint64(32) | ids[1:])[owners[:-1] == owners[1:]]
    found, counts = np.unique(keys, return_counts=True)
    often = counts >= _SELDOM
    pairs = zip(found[often].tolist(), counts[often].tolist(), strict=True)
    told = ((names[key >> 32], names[key & 0xFFFFFFFF], count) for key, count in pairs)
    return {f"{one} {two}": count for one, two, count in told if one.isalpha() and two.isalpha()}
