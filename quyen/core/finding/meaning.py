"""Other words for what was asked: abbreviations written out, the law's word for an everyday one, and the other way round."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from quyen.core.finding.asking import Asked, read_lines
from quyen.core.finding.slips import is_syllable
from quyen.core.finding.words import words

SAME, NEAR = 1.0, 0.7  # what a text counts for that says it in other words
_PARTS = re.compile(r"\s*([=~])\s*")


@dataclass(frozen=True)
class Other:
    """Another way to say it: `words` in their normal form, `said` as it is shown."""

    said: str
    words: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class Sense:
    """The words of a question from `first` to before `last` are one thing that is also said otherwise."""

    first: int
    last: int
    others: tuple[Other, ...]

    @property
    def key(self) -> str:
        """Names it in an address, so that it can be left out."""
        return "-".join(self.others[0].words) if self.others else ""


@dataclass(frozen=True)
class _Member:
    said: str
    normal: tuple[str, ...]
    folded: tuple[str, ...]
    weight: float


def senses(asked: Asked, normal: tuple[str, ...] | None = None) -> list[Sense]:
    """What of a question is also said otherwise, from left to right, the longest first; none overlaps another.

    `normal`: the words as they were understood, where marks were put back. A word typed without marks in a question
    without any stands for each that has its letters.
    """
    said = normal or tuple(word.normal for word in asked.words)
    bare = tuple(word.folded for word in asked.words)
    typed = tuple(asked.text[word.start : word.end] for word in asked.words)
    loose = not asked.has_marks
    found: list[Sense] = []
    at = 0
    while at < len(bare):
        sense = _sense_at(said, bare, typed, at, loose)
        if sense:
            found.append(sense)
        at = sense.last if sense else at + 1
    return found


def _sense_at(
    said: tuple[str, ...], bare: tuple[str, ...], typed: tuple[str, ...], at: int, loose: bool
) -> Sense | None:
    by_first = _by_first().get(bare[at], ())
    for one, sets in by_first:
        last = at + len(one.folded)
        if len(bare) > 1 and _is_word_too(one) and typed[at] != one.said:
            continue
        if bare[at:last] == one.folded and (
            _is_said(one, said[at:last], loose) or _is_short(one, said[at:last])
        ):
            others = [other for members in sets for other in members if other.folded != one.folded]
            told = {
                other.normal: Other(other.said, other.normal, _weight(one, other))
                for other in reversed(others)
            }
            return Sense(at, last, tuple(reversed(told.values())))
    return None


def _is_said(one: _Member, said: tuple[str, ...], loose: bool) -> bool:
    """Word by word; one that stayed without marks stands for any where the question has none (`loose`). Two syllables and
    more are hardly ever anything else, whatever marks were put back: "tang ca" is "tăng ca" and no fish."""
    if loose and len(one.folded) > 1:
        return True
    told = zip(said, one.normal, one.folded, strict=True)
    return all(word == normal or (loose and word == bare) for word, normal, bare in told)


def _is_word_too(one: _Member) -> bool:
    """Among other words "cat giam" is no torture: an abbreviation that could be a syllable counts in its capitals only."""
    return one.said.isupper() and len(one.folded) == 1 and is_syllable(one.folded[0])


def _is_short(one: _Member, said: tuple[str, ...]) -> bool:
    """An abbreviation may be typed without the marks of its letters: "hdnd" for HĐND."""
    return one.said.upper() == one.said and said == one.folded


def _weight(one: _Member, other: _Member) -> float:
    return min(one.weight, other.weight)


@cache
def _sets() -> tuple[tuple[_Member, ...], ...]:
    found = []
    for line in read_lines("thesaurus.txt"):
        first, *rest = _PARTS.split(line)
        signs, others = rest[::2], rest[1::2]
        members = [_member(first, SAME)]
        members += [
            _member(other, SAME if sign == "=" else NEAR) for sign, other in zip(signs, others, strict=True)
        ]
        if "=" not in signs:
            members[0] = _member(first, NEAR)
        found.append(tuple(members))
    return tuple(found)


def _member(said: str, weight: float) -> _Member:
    parts = tuple(words(said))
    return _Member(said, tuple(word.normal for word in parts), tuple(word.folded for word in parts), weight)


@cache
def _by_first() -> dict[str, list[tuple[_Member, list[tuple[_Member, ...]]]]]:
    """By its first word without marks: each member, the longest first, with all sets that it is in."""
    by_words: dict[tuple[str, ...], tuple[_Member, list[tuple[_Member, ...]]]] = {}
    for members in _sets():
        for one in members:
            by_words.setdefault(one.normal, (one, []))[1].append(members)
    found: dict[str, list[tuple[_Member, list[tuple[_Member, ...]]]]] = {}
    for one, sets in by_words.values():
        found.setdefault(one.folded[0], []).append((one, sets))
    for listed in found.values():
        listed.sort(key=lambda told: -len(told[0].folded))
    return found
