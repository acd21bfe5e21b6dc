"""The sentences of a document that could cover a row where no item of its record does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyen.core.matching.claims import Claim, Plan
from quyen.core.types import Span

# A sentence ends at a line, a semicolon or a full stop that no small letter follows;
# before a share that follows a comma a new claim begins ("100% A, 70% B").
END = re.compile(
    r"\n+|;|[.!?…:](?=\s+[^\Wa-zđà-ỹ]|\s*$)|,(?=\s*\d[\d.,]*\s*%)|\t+|(?<=[.])(?=[A-ZĐÀ-Ỹ])", re.MULTILINE
)
SHORTEST = 4  # words; fewer say nothing that could cover a row


def sentences(plan: Plan) -> tuple[Claim, ...]:
    """Sentences outside of what the record already holds as items, and outside of the closed places.

    Of a sentence that holds a target only the part before it is left: the part after it speaks of that target."""
    taken = _taken(plan)
    found: list[Claim] = []
    for start, end in _pieces(plan.text):
        for place in _left(Span(start, end), taken):
            words = " ".join(plan.text[place.start : place.end].split())
            if words.count(" ") >= SHORTEST - 1:
                found.append(Claim("sentence", len(found), words, place))
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in END.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _taken(plan: Plan) -> list[tuple[Span, bool]]:
    """Places of items, True where they hold a figure, in the order of the text."""
    places = [(claim.at, claim.kind == "target") for claim in plan.claims if claim.at]
    return sorted(places + [(place, False) for place in plan.closed])


def _left(piece: Span, taken: list[tuple[Span, bool]]) -> Iterator[Span]:
    """What remains of a piece when the places of items are cut out."""
    start = piece.start
    for place, figure in taken:
        if place.end <= start or place.start >= piece.end:
            continue
        if place.start > start:
            yield Span(start, place.start)
        start = piece.end if figure else place.end
        if start >= piece.end:
            return
    if start < piece.end:
        yield Span(start, piece.end)
