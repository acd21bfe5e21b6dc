"""What the search page shows: the answer in short, the finds with their passages, what was understood, and the facets."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote, urlencode

from django.urls import reverse

from quyen.core.finding import Passage, Piece, Weights, marked, passage, read_question
from quyen.core.text.folding import small_letters
from quyen.portal.enums import EntryKind
from quyen.portal.models import Entry
from quyen.portal.queries.search.finding import Found, find
from quyen.portal.queries.search.labels import FACETS, called, unit_names
from quyen.portal.queries.search.understanding import SENSE, Expansion, Meaning
from quyen.portal.queries.search.views import one_moment

SIZE = 10
MOST_PAGES = 20
SHOWN = 8  # values of a facet
WITH_SENTENCES = {  # pages that show the very words which were searched
    EntryKind.SITUATION, EntryKind.ARTICLE, EntryKind.RECOMMENDATION, EntryKind.PRODUCT, EntryKind.NEWS, EntryKind.PAGE,
}  # fmt: skip


@dataclass(frozen=True)
class SearchAsked:
    """What the address says. `chosen`: facet → value; `off`: keys of expansions that are left out."""

    text: str
    language: str = "vi"
    chosen: Mapping[str, str] = field(default_factory=dict)
    off: tuple[str, ...] = ()
    exact: bool = False
    page: int = 1

    def address(self, **changed: object) -> str:
        """The address of the same search with something changed; always its first page unless one is named."""
        said = {"chosen": self.chosen, "off": self.off, "exact": self.exact, "page": 1} | changed
        chosen, off = said["chosen"], said["off"]
        parts: list[tuple[str, str]] = [("q", str(said.get("text", self.text)))]
        parts += [(FACETS[facet][0], value) for facet, value in chosen.items()]  # type: ignore[attr-defined]
        parts += [("bo", key) for key in off]  # type: ignore[attr-defined]
        parts += [("dung", "1")] if said["exact"] else []
        parts += [("trang", str(said["page"]))] if said["page"] != 1 else []
        return f"{self.door}?{urlencode(parts)}"

    @cached_property
    def door(self) -> str:
        return reverse("portal:search")

    @property
    def wider(self) -> str:
        """The same words without any condition."""
        return self.address(chosen={}, exact=False)


@dataclass(frozen=True)
class Hit:
    """One find. `to_sentence` leads to the very words of the passage, where the page shows them."""

    kind: str
    note: str
    language: str
    title: tuple[Piece, ...]
    address: str
    passage: Passage
    to_sentence: str = ""
    lede: str = ""
    cites: tuple[tuple[str, str], ...] = ()
    unit: str = ""


@dataclass(frozen=True)
class Choice:
    words: str
    number: int
    address: str
    is_on: bool
    is_vietnamese: bool = False  # a name, the same on pages of every language


@dataclass(frozen=True)
class FacetShown:
    words: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Chip:
    """An expansion; `address` leads to the search without it."""

    words: str
    address: str


@dataclass(frozen=True)
class SearchPage:
    """`understood` and `added` say what was made of the question; `left_out` the keys that were switched off, with the
    address that brings all back. `near`: where hardly anything was found, what is nearest. `exact` leads to the search
    for just what was typed, or back."""

    asked: SearchAsked
    total: int = 0
    at_least: bool = False
    milliseconds: int = 0
    best: Hit | None = None
    hits: tuple[Hit, ...] = ()
    understood: Chip | None = None
    added: tuple[Chip, ...] = ()
    all_back: str = ""
    exact: str = ""
    facets: tuple[FacetShown, ...] = ()
    previous: str = ""
    next: str = ""
    pages: int = 0
    near: tuple[Hit, ...] = ()

    @property
    def is_narrowed(self) -> bool:
        return bool(self.asked.chosen) or self.asked.exact


def search_page(asked: SearchAsked) -> SearchPage:
    """At most twelve queries, however many things are found. Every server that holds the tables can answer it."""
    question = read_question(asked.text)
    if not question.words:
        return SearchPage(asked)
    began = time.perf_counter()
    with one_moment():
        found = find(
            question, chosen=asked.chosen, off=asked.off, exact=asked.exact, first=asked.page * SIZE,
            language=asked.language,
        )  # fmt: skip
        chosen = found.entries[(asked.page - 1) * SIZE : asked.page * SIZE]
        shown = [*chosen, *found.near]
        rows = {row.pk: row for row in Entry.objects.filter(pk__in=shown).select_related("unit")}
        units = unit_names(_most(found.counts["unit"]))
    wanted = wanted_words(found)
    hits = [_hit(rows[pk], wanted) for pk in chosen if pk in rows]
    best = hits[0] if asked.page == 1 and hits and _answers(rows[chosen[0]]) else None
    pages = min(MOST_PAGES, -(-found.total // SIZE))
    return SearchPage(
        asked, found.total, found.at_least, round((time.perf_counter() - began) * 1000), best,
        tuple(hits[1:] if best else hits), _understood(asked, found.meaning), _added(asked, found.meaning),
        asked.address(off=()) if asked.off else "", asked.address(exact=not asked.exact, off=()),
        _facets(asked, found, units), asked.address(page=asked.page - 1) if asked.page > 1 else "",
        asked.address(page=asked.page + 1) if asked.page < pages else "", pages,
        tuple(_hit(rows[pk], wanted) for pk in found.near if pk in rows),
    )  # fmt: skip


def found_entries(
    text: str, *, language: str = "vi", first: int = 20, chosen: Mapping[str, str] | None = None
) -> tuple[int, list[Entry]]:
    """For other doors than the page (open data): (how many are found, the first of them in order). At most eleven queries."""
    question = read_question(text)
    if not question.words:
        return 0, []
    with one_moment():
        found = find(question, chosen=chosen or {}, off=(), exact=False, first=first, language=language)
        rows = {
            row.pk: row for row in Entry.objects.filter(pk__in=found.entries[:first]).select_related("unit")
        }
    return found.total, [rows[pk] for pk in found.entries[:first] if pk in rows]


def _answers(row: Entry) -> bool:
    return row.kind == EntryKind.SITUATION and bool(row.lede)


@dataclass(frozen=True)
class Wanted:
    """What is marked in a text: the words asked for, and those that stand for them where the whole saying is there."""

    words: Mapping[str, float]
    others: tuple[tuple[str, Mapping[str, float]], ...]

    def of(self, *texts: str) -> dict[str, float]:
        """How much each word counts, by its normal form, and by "*" and its letters where any marks will do."""
        held = [small_letters(text) for text in texts]
        there = [words for said, words in self.others if any(said in text for text in held)]
        return {word: worth for words in (*there, self.words) for word, worth in words.items()}


def wanted_words(found: Found) -> Wanted:
    meaning = found.meaning
    texts = 1 + sum(max(one.values(), default=0) for one in meaning.counts.values())
    weights = Weights(texts, meaning.counts)
    told: dict[str, float] = {}
    others = []
    for need in meaning.needs:
        for word in need.words:
            worth = 0.0 if word.is_framing else weights.of(word)
            if worth:
                told |= dict.fromkeys(word.exact, worth) if word.exact else {f"*{word.folded}": worth}
        for other in need.instead:
            said = [next(iter(word.exact)) for word in other.words]
            others.append(
                (" ".join(said), {one: weights.of(word) for one, word in zip(said, other.words, strict=True)})
            )
    return Wanted(told, tuple(others))


def _hit(row: Entry, asked: Wanted) -> Hit:
    wanted = asked.of(row.title, row.body)
    found = passage(row.body, wanted)
    kind = called("kind", row.kind, {})
    to_sentence = (
        _at_sentence(row.address, found.sentence) if found.found and row.kind in WITH_SENTENCES else ""
    )
    cites = tuple((str(words), str(address)) for words, address in row.cites)
    return Hit(
        kind,
        row.note,
        row.language,
        marked(row.title, wanted),
        row.address,
        found,
        to_sentence,
        row.lede,
        cites,
        row.unit.name if row.unit else "",
    )


def _at_sentence(address: str, words: str) -> str:
    """A fragment that browsers look for in the page; others go to the page, or to the place the address names."""
    said = quote(words, safe="").replace("-", "%2D")
    return f"{address}{'' if '#' in address else '#'}:~:text={said}" if words else ""


def _understood(asked: SearchAsked, meaning: Meaning) -> Chip | None:
    """The question as it was taken: its marks put back, its slips mended. Leads to it as it was typed."""
    changed = [one for one in meaning.expansions if one.kind != SENSE]
    if not changed:
        return None
    return Chip(" ".join(meaning.words), asked.address(off=_without(asked, changed)))


def _added(asked: SearchAsked, meaning: Meaning) -> tuple[Chip, ...]:
    added = [one for one in meaning.expansions if one.kind == SENSE]
    return tuple(Chip(one.said, asked.address(off=_without(asked, [one]))) for one in added)


def _without(asked: SearchAsked, left_out: Sequence[Expansion]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*asked.off, *(one.key for one in left_out)]))


def _most(counts: Mapping[str, int]) -> list[str]:
    return sorted(counts, key=lambda value: (-counts[value], value))[:SHOWN]


def _facets(asked: SearchAsked, found: Found, units: Mapping[str, str]) -> tuple[FacetShown, ...]:
    shown = []
    for facet, (_name, words) in FACETS.items():
        counts = found.counts[facet]
        values = sorted(counts, reverse=True)[:SHOWN] if facet == "year" else _most(counts)
        on = asked.chosen.get(facet, "")
        if on and on not in values:
            values.append(on)
        choices = tuple(_choices(asked, facet, values, counts, units))
        if len(choices) > 1 or on:
            shown.append(FacetShown(str(words), choices))
    return tuple(shown)


def _choices(
    asked: SearchAsked, facet: str, values: Iterable[str], counts: Mapping[str, int], units: Mapping[str, str]
) -> Iterable[Choice]:
    for value in values:
        is_on = asked.chosen.get(facet) == value
        rest = {name: said for name, said in asked.chosen.items() if name != facet}
        words = called(facet, value, units)
        if words:
            address = asked.address(chosen=rest if is_on else rest | {facet: value})
            yield Choice(words, counts.get(value, 0), address, is_on, facet == "unit")
