"""The sentences of a document that could cover a row where no item of its record does."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from quyen.core.matching.claims import Claim, Plan
from quyen.core.types import Span

# A sentence ends at a line, a semicolon or a full stop that no small letter follows;
# before a share that follows a comma a new claim begins ("100% A, 70% B").
END = re.compile(
    r";|[.!?…:](?=\s+[^\Wa-zđà-ỹ]|\s*$)|,(?=\s*\d[\d.,]*\s*%)|\t+|(?<=[.])(?=[A-ZĐÀ-Ỹ])", re.MULTILINE
)
LINE = re.compile(r"[^\n]+")
LONGEST = 6000  # code points; what runs on for longer is no sentence of a plan
SHORTEST = 4  # words; fewer say nothing that could cover a row


def sentences(plan: Plan) -> tuple[Claim, ...]:
    """Sentences outside of what the record already holds as items, and outside of the closed places; then the
    paragraphs of more than one such sentence, for rows that are as long themselves.

    Of a sentence that holds a target only the part before it is left: the part after it speaks of that target."""
    taken = _taken(plan)
    ends = list(accumulate((place.end for place, _ in taken), max))
    found: list[Claim] = []
    paragraphs: list[Span] = []
    for line in LINE.finditer(plan.text):
        before = len(found)
        for start, end in _pieces(line.group(), line.start()):
            for place in _left(Span(start, end), taken, bisect_right(ends, start)):
                _add(found, "sentence", place, plan.text)
        if len(found) - before > 1:
            paragraphs.append(Span(found[before].at.start, found[-1].at.end))  # type: ignore[union-attr]
    for place in paragraphs:
        _add(found, "paragraph", place, plan.text)
    return tuple(found)


def split(text: str) -> list[str]:
    """The sentences of a passage, as `sentences` parts them."""
    return [
        text[start:end] for line in LINE.finditer(text) for start, end in _pieces(line.group(), line.start())
    ]


def _add(found: list[Claim], kind: str, place: Span, text: str) -> None:
    if place.end - place.start > LONGEST:
        return
    words = " ".join(text[place.start : place.end].split())
    if words.count(" ") >= SHORTEST - 1:
        found.append(Claim(kind, len(found), words, place))


def _pieces(line: str, offset: int) -> Iterator[tuple[int, int]]:
    start = 0
    for found in END.finditer(line):
        yield offset + start, offset + found.start()
        start = found.end()
    yield offset + start, offset + len(line)


def _taken(plan: Plan) -> list[tuple[Span, bool]]:
    """Places of items, True where they hold a figure, in the order of the text."""
    places = [(claim.at, claim.kind == "target") for claim in plan.claims if claim.at]
    return sorted(places + [(place, False) for place in plan.closed])


def _left(piece: Span, taken: list[tuple[Span, bool]], first: int) -> Iterator[Span]:
    """What remains of a piece when the places of items are cut out; none before `first` reaches into it."""
    start = piece.start
    for number in range(first, len(taken)):
        place, figure = taken[number]
        if place.start >= piece.end:
            break
        if place.end <= start:
            continue
        if place.start > start:
            yield Span(start, place.start)
        start = piece.end if figure else place.end
        if start >= piece.end:
            return
    if start < piece.end:
        yield Span(start, piece.end)
