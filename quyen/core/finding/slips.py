"""Slips of the hand: letters that were left out, doubled, swapped or taken for their neighbours; Telex and VNI keys that no
input method turned into marks; words run together."""

from __future__ import annotations

import re
from collections.abc import Iterable

# sounds that are written one for another
_ALIKE = {frozenset(pair) for pair in ("sx", "dz", "iy", "ln", "ck", "vd", "oa")}
_TELEX = {"aa": "a", "ee": "e", "oo": "o", "dd": "d", "aw": "a", "ow": "o", "uw": "u"}
_TELEX_TONE = re.compile(r"^([a-z]*[aeiouy][a-z]*?)[sfrxj]([a-z]*)$")
_VNI = re.compile(r"[1-9]")

_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdghklmnprstvx])?"
    r"(?:(?:uye|uy|ie|oa|oe|oo|uo|ue|ua|ye|[aeiouy])(?:ch|ng|nh|[cmnpt])?"  # with a sound after it or without
    r"|ai|ao|au|ay|eo|eu|ieu|iu|oai|oao|oay|oeo|oi|ui|uoi|uou|uu|uay|uyu|yeu|ia|uya)"
)


def is_syllable(word: str) -> bool:
    """Whether Vietnamese could have such a syllable: then it may be a word that no text holds, and no slip."""
    return _SYLLABLE.fullmatch(word) is not None


def distance(one: str, other: str, most: int = 2) -> float:
    """How many slips lie between two words: one for each letter too many, too few, wrong, or swapped with the next; half a
    slip for a doubled letter or one of a like sound. More than `most` is told as `most + 1`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[float] = []
    row: list[float] = [float(at) for at in range(len(other) + 1)]
    for at, sign in enumerate(one, 1):
        last, row = row, [float(at)]
        for place, wanted in enumerate(other, 1):
            best = min(
                last[place] + _extra(one, at - 1), row[-1] + _extra(other, place - 1),
                last[place - 1] + _cost(sign, wanted),
            )  # fmt: skip
            if at > 1 and place > 1 and sign == other[place - 2] and one[at - 2] == wanted:
                best = min(best, before[place - 2] + (0.8 if sign != wanted else 0))
            row.append(best)
        before = last
    return row[-1] if row[-1] <= most else most + 1


def _cost(sign: str, wanted: str) -> float:
    if sign == wanted:
        return 0
    return 0.5 if frozenset((sign, wanted)) in _ALIKE else 1


def _extra(word: str, at: int) -> float:
    return 0.5 if at and word[at] == word[at - 1] else 1


def keys_undone(word: str) -> str | None:
    """The word without marks that these keys of Telex or VNI stand for ("quyeefn" and "quye62n" for "quyen"); None where
    they stand for no other word. Whether it is one, the index knows."""
    bare = _VNI.sub("", word) if not word.isdigit() else word
    toned = _TELEX_TONE.match(bare)
    if toned and len(bare) > 2:
        bare = toned[1] + toned[2]
    for keys, sign in _TELEX.items():
        bare = bare.replace(keys, sign)
    bare = bare.replace("w", "")
    return bare if bare and bare != word else None


def allowed(word: str) -> float:
    """Slips that a word of this length may hold: none in very short ones, where any letter makes another word."""
    return 0 if len(word) < 3 else 1 if len(word) < 6 else 2


def likely(word: str, known: Iterable[tuple[str, int]]) -> list[tuple[str, float]]:
    """Known words that this one may be a slip of, the likeliest first, with their distance; `known` gives how often
    each is written. A first letter is seldom wrong."""
    most = allowed(word)
    found = []
    for other, count in known:
        away = distance(word, other)
        if away <= most:
            found.append((other, away + (0.5 if other[0] != word[0] else 0), count))
    found.sort(key=lambda told: (told[1], -told[2], told[0]))
    return [(other, away) for other, away, _count in found]


def parted(word: str, is_known: Iterable[str]) -> tuple[str, ...] | None:
    """Words run together ("quyencon"), as the fewest known ones; None where it is not made of any."""
    known = set(is_known)
    ways: list[tuple[str, ...] | None] = [(), *[None] * len(word)]
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 7), end):
            way = ways[start]
            part = word[start:end]
            if way is not None and part in known and len(part) > 1:
                longer = (*way, part)
                held = ways[end]
                ways[end] = longer if held is None or len(longer) < len(held) else held
    whole = ways[-1]
    return whole if whole and 1 < len(whole) <= 4 else None


def parts_of(word: str) -> set[str]:
    """Everything that `parted` may ask about."""
    return {word[a:b] for a in range(len(word)) for b in range(a + 2, min(len(word), a + 7) + 1)}
