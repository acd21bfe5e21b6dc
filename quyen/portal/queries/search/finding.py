"""The texts that answer a question, best first, with counts by facet: the part of a search without words for a screen."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from quyen.core.finding import ENOUGH, SOME, Asked, Weights, score, side_by_side, spelled
from quyen.core.text.folding import fold_loose
from quyen.portal.queries.search.understanding import Meaning, understand
from quyen.portal.queries.search.views import FACETS, View, current_views, kept

FEW = 10  # finds below which less of the question must be answered
FAINT, NEAREST = 0.2, 3  # with fewer finds than these, as many more that answer so much of the question
CLOSER = 64  # of the best finds the texts are looked at: do the words stand side by side?
QUOTED = 1000  # as many where words in quotation marks must
_PART = 6000  # letters of a text that are looked at
_FAVOURED = (("kind", "situation", 1.12), ("kind", "article", 1.06))  # who asks wants an answer first


Mask = NDArray[np.bool_]
_Scored = tuple[View, NDArray[np.float32], NDArray[np.float32]]  # how well each text answers; what share


@dataclass(frozen=True)
class Found:
    """`entries`: numbers of `Entry`, best first, as far as they were ordered. `total` finds in all; with `at_least` there
    may be more. `counts`: of each facet its values with their finds, without what was chosen in that facet. `near`: where
    hardly anything is found, what answers a little of the question; never counted as found."""

    meaning: Meaning
    entries: tuple[int, ...]
    total: int
    at_least: bool
    counts: Mapping[str, Mapping[str, int]]
    near: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Hits:
    """The finds in one view: `places` in it and their `scores`, of those that no facet leaves out."""

    view: View
    places: NDArray[np.int64]
    scores: NDArray[np.float32]


def find(
    asked: Asked,
    *,
    chosen: Mapping[str, str],
    off: Collection[str],
    exact: bool,
    first: int,
    language: str = "",
) -> Found:
    """`chosen`: facet → value; `first`: how many of the best are asked for; what is in `language` comes a little earlier.
    At most ten queries."""
    views = current_views()
    meaning = understand(asked, views, off, exact)
    scored = _scored(views, meaning, language)
    masks = {view.key: _masks(view, chosen) for view in views}
    hits, least = _enough(scored, masks, exact)
    counts = _counts(scored, masks, least)
    total = sum(len(one.places) for one in hits)
    best = _best(hits, max(QUOTED if asked.phrases else CLOSER, first))
    ordered = _closer(best, asked, meaning)
    if asked.phrases:
        kept = {entry for entry, _score in ordered}
        counts = _counts_of(hits, kept)
        return Found(meaning, tuple(kept_in(ordered)), len(ordered), total > len(best), counts)
    near = () if exact or total >= NEAREST else _near(scored, masks, asked, meaning)
    entries = tuple(kept_in(ordered))
    return Found(
        meaning, entries, total, False, counts, tuple(one for one in near if one not in entries)[:NEAREST]
    )


def _near(
    scored: Sequence[_Scored], masks: Mapping[Any, Mapping[str, Mask]], asked: Asked, meaning: Meaning
) -> tuple[int, ...]:
    hits = [_hits(view, scores, answered, masks[view.key], FAINT) for view, scores, answered in scored]
    return tuple(kept_in(_closer(_best(hits, CLOSER), asked, meaning)))


def kept_in(ordered: Sequence[tuple[int, float]]) -> list[int]:
    return [entry for entry, _score in ordered]


def _scored(views: Sequence[View], meaning: Meaning, language: str) -> list[_Scored]:
    needs = Weights(sum(view.size - len(view.gone) for view in views), meaning.counts).weighed(meaning.needs)
    found = []
    for view in views:
        scores = score(view.size, meaning.groups.get(view.key, {}), needs)
        if view.gone:
            scores.answered[list(view.gone)] = 0
        found.append((view, scores.scores * _favoured(view, language), scores.answered))
    return found


def _favoured(view: View, language: str) -> NDArray[np.float32]:
    return kept((view.key, "favour", language), lambda: _favour(view, language))


def _favour(view: View, language: str) -> NDArray[np.float32]:
    """By place, what a text's score is multiplied by for its kind and language."""
    factors = np.ones(view.size, dtype=np.float32)
    for facet, value, factor in (*_FAVOURED, ("language", language, 1.05)):
        if value in view.names[facet]:
            factors[view.codes[facet] == view.names[facet].index(value)] *= np.float32(factor)
    return factors


def _masks(view: View, chosen: Mapping[str, str]) -> dict[str, Mask]:
    """By facet chosen, the places that have that value."""
    masks = {}
    for facet, value in chosen.items():
        names = view.names[facet]
        code = names.index(value) if value in names else -1
        masks[facet] = view.codes[facet] == code
    return masks


def _enough(
    scored: Sequence[_Scored],
    masks: Mapping[Any, Mapping[str, Mask]],
    exact: bool,
) -> tuple[list[_Hits], float]:
    """What answers most of the question; where that is hardly anything, what answers some of it."""
    for least in (0.99,) if exact else (ENOUGH, SOME):
        hits = [_hits(view, scores, answered, masks[view.key], least) for view, scores, answered in scored]
        if sum(len(one.places) for one in hits) >= FEW:
            break
    return hits, least


def _hits(
    view: View, scores: NDArray[np.float32], answered: NDArray[np.float32],
    masks: Mapping[str, Mask], least: float,
) -> _Hits:  # fmt: skip
    there = (answered >= np.float32(least)) & (scores > 0)
    for mask in masks.values():
        there = there & mask
    places = np.flatnonzero(there)
    return _Hits(view, places, scores[places])


def _counts(
    scored: Sequence[_Scored],
    masks: Mapping[Any, Mapping[str, Mask]],
    least: float,
) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    for view, scores, answered in scored:
        held = masks[view.key]
        there = (answered >= np.float32(least)) & (scores > 0)
        places = np.flatnonzero(_under(there, held, "")) if held else np.flatnonzero(there)
        for facet in FACETS:
            these = np.flatnonzero(_under(there, held, facet)) if facet in held else places
            _add(counts[facet], view, facet, view.codes[facet].take(these))
    return counts


def _under(there: Mask, masks: Mapping[str, Mask], but: str) -> Mask:
    for facet, mask in masks.items():
        if facet != but:
            there = there & mask
    return there


def _add(counts: dict[str, int], view: View, facet: str, codes: NDArray[np.uint16]) -> None:
    told = np.bincount(codes, minlength=len(view.names[facet])).tolist()
    for value, number in zip(view.names[facet], told, strict=True):
        if value and number:
            counts[value] = counts.get(value, 0) + number


def _counts_of(hits: Sequence[_Hits], kept: Collection[int]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    wanted = np.array(sorted(kept), dtype=np.int64)
    for one in hits:
        places = one.places[np.isin(one.view.entries[one.places], wanted)]
        for facet in FACETS:
            _add(counts[facet], one.view, facet, one.view.codes[facet][places])
    return counts


def _best(hits: Sequence[_Hits], most: int) -> list[tuple[int, float]]:
    """The best entries with their scores, in order; of equal ones the newest first."""
    entries, scores = [], []
    for one in hits:
        places, held = one.places, one.scores
        if len(places) > most:
            top = np.argpartition(held, len(held) - most)[-most:]
            places, held = places[top], held[top]
        entries.append(one.view.entries[places])
        scores.append(held)
    if not entries:
        return []
    ids, told = np.concatenate(entries), np.concatenate(scores)
    order = np.lexsort((-ids, -told))[:most]
    return list(zip(ids[order].tolist(), told[order].tolist(), strict=True))


_TEXTS = "select id, title, left(body, %s::int) from portal_entry where id = any(%s::bigint[])"


def _closer(best: list[tuple[int, float]], asked: Asked, meaning: Meaning) -> list[tuple[int, float]]:
    """Those whose words stand side by side come first; those without a phrase that must be there go. One query."""
    together = _together(meaning)
    if not best or not (together or asked.phrases):
        return best
    with connection.cursor() as cursor:
        cursor.execute(_TEXTS, [_PART, [entry for entry, _score in best]])
        texts = {pk: (title, body) for pk, title, body in cursor.fetchall()}
    held = [(entry, told, *texts.get(entry, ("", ""))) for entry, told in best]
    if asked.phrases:
        phrases = [f" {' '.join(phrase)} " for phrase in asked.phrases]
        held = [one for one in held if _holds(one[2], one[3], phrases)]
    titles = side_by_side([title for _entry, _told, title, _body in held], together)
    bodies = side_by_side([body for _entry, _told, _title, body in held], together)
    ordered = [
        (entry, told * (1 + 0.45 * title + 0.2 * body))
        for (entry, told, *_texts), title, body in zip(held, titles, bodies, strict=True)
    ]
    ordered.sort(key=lambda one: (-one[1], -one[0]))
    return ordered


def _together(meaning: Meaning) -> list[tuple[tuple[str, str], ...]]:
    """What should stand side by side: words of the question that follow one another; where several are one thing, they or
    what is said instead of them. Each way with its marks and without."""
    found: list[tuple[str, ...]] = []
    before: tuple[str, bool] | None = None
    at = 0
    for need in meaning.needs:
        own = meaning.words[at : at + len(need.words)]
        at += len(own)
        framing = all(word.is_framing for word in need.words)
        if before and not (before[1] and framing):
            found.append((f"{before[0]} {own[0]}",))
        if need.instead:
            others = (" ".join(next(iter(word.exact)) for word in other.words) for other in need.instead)
            found.append((" ".join(own), *others))
        else:
            found += [(f"{one} {two}",) for one, two in pairwise(own)]
        before = own[-1], framing
    return [tuple((said, fold_loose(said)) for said in ways) for ways in found]


def _holds(title: str, body: str, phrases: Sequence[str]) -> bool:
    texts = spelled(title), spelled(body)
    return all(any(phrase in text for text in texts) for phrase in phrases)
