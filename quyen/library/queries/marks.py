"""Comments at their places in a text, also where the text has moved since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quyen.library.models import Comment
from quyen.library.queries.wording import Part, parts_of

NEAR = 80  # letters kept before and after a quote


@dataclass(frozen=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True)
class Piece:
    """Some letters of a part, under the numbers of the comments on them; none: plain text."""

    text: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Marked:
    """A part of a text in pieces."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Remark:
    """A comment with its number on the page. `is_found`: its quote still stands in the text."""

    comment: Comment
    number: int
    is_found: bool

    @property
    def is_open(self) -> bool:
        return self.comment.resolved_at is None


def locate(text: str, quote: str, before: str = "", after: str = "") -> Span | None:
    """Where the quote stands; of several places the one whose neighbours are most like those that were kept."""
    best: tuple[int, Span] | None = None
    at = text.find(quote) if quote else -1
    while at >= 0:
        span = Span(at, at + len(quote))
        like = _same_end(text[max(0, at - NEAR) : at], before) + _same_start(
            text[span.end : span.end + NEAR], after
        )
        if best is None or like > best[0]:
            best = like, span
        at = text.find(quote, at + 1)
    return best[1] if best else None


def _same_end(one: str, other: str) -> int:
    return _same_start(one[::-1], other[::-1])


def _same_start(one: str, other: str) -> int:
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same


def around(text: str, span: Span) -> tuple[str, str]:
    """The letters before and after, as a comment keeps them."""
    return text[max(0, span.start - NEAR) : span.start], text[span.end : span.end + NEAR]


def remarks_of(comments: Iterable[Comment], texts: dict[str, str]) -> tuple[Remark, ...]:
    """Numbered from 1 in the order of the texts, those on the whole product last."""
    order = {name: place for place, name in enumerate(texts)}
    placed = []
    for one in comments:
        span = locate(texts.get(one.place, ""), one.quote, one.before, one.after)
        placed.append((order.get(one.place, len(order)), span.start if span else 1 << 30, one.pk, one, span))
    placed.sort(key=lambda row: row[:3])
    return tuple(
        Remark(one, number, span is not None or not one.quote)
        for number, (_place, _start, _pk, one, span) in enumerate(placed, start=1)
    )


def marked(text: str, place: str, remarks: Sequence[Remark]) -> tuple[Marked, ...]:
    """The parts of a text, cut where open comments begin and end."""
    spans = []
    for remark in remarks:
        one = remark.comment
        if one.place == place and remark.is_open and (span := locate(text, one.quote, one.before, one.after)):
            spans.append((span, remark.number))
    return tuple(Marked(part.kind, tuple(_pieces(part, spans))) for part in parts_of(text))


def _pieces(part: Part, spans: Sequence[tuple[Span, int]]) -> Iterable[Piece]:
    end = part.start + len(part.text)
    cuts = {part.start, end}
    for span, _number in spans:
        cuts |= {min(max(span.start, part.start), end), min(max(span.end, part.start), end)}
    places = sorted(cuts)
    for start, until in pairwise(places):
        numbers = tuple(number for span, number in spans if span.start <= start and until <= span.end)
        yield Piece(part.text[start - part.start : until - part.start], numbers)
