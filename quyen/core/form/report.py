"""What a check of form hands back. Frozen, all words in Vietnamese, ready to be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

QUOTED = 60  # letters of a paragraph that are quoted


class Severity(StrEnum):
    MUST = "must"  # the Annex says it, and the file surely does otherwise
    SHOULD = "should"  # to be looked at: the file alone cannot tell for sure, or the Annex leaves room


class Place(NamedTuple):
    """`paragraph` counts the paragraphs that hold words, cells of tables included, from 1; 0 for the page itself."""

    paragraph: int
    quote: str


PAGE = Place(0, "")  # no place in the text: the page itself, or something that is nowhere


@dataclass(frozen=True, slots=True)
class Deviation:
    """`rule` is a fixed name ("state.size"), for programs; `part`, `expected` and `found` are for people.
    `more`: how many other paragraphs deviate in the very same way."""

    rule: str
    part: str
    expected: str
    found: str
    clause: str
    severity: Severity = Severity.MUST
    place: Place = PAGE
    more: int = 0


class Part(NamedTuple):
    """A part of the document that was found, by its fixed name, its Vietnamese one and its place."""

    kind: str
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class FormReport:
    """`kind`: the type of document as printed ("Kế hoạch", "Công văn"), "" where none was found."""

    kind: str
    deviations: tuple[Deviation, ...]
    parts: tuple[Part, ...]

    @property
    def must(self) -> tuple[Deviation, ...]:
        return tuple(one for one in self.deviations if one.severity is Severity.MUST)

    @property
    def should(self) -> tuple[Deviation, ...]:
        return tuple(one for one in self.deviations if one.severity is Severity.SHOULD)


def gathered(deviations: Iterable[Deviation]) -> tuple[Deviation, ...]:
    """Each kind of deviation once, with the first place and the number of the others; what must be mended first."""
    found: dict[tuple[str, str], Deviation] = {}
    for one in deviations:
        key = one.rule, one.found
        first = found.get(key)
        found[key] = one if first is None else replace(first, more=first.more + 1)
    return tuple(sorted(found.values(), key=lambda one: one.severity is Severity.SHOULD))
