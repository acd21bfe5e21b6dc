"""A claim's words in two zones: what it is about, and what is to happen to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quyen.core.matching.claims import Claim
from quyen.core.matching.figures import without
from quyen.core.matching.sentences import split
from quyen.core.matching.words import bearing, content, terms

# Where the subject of "100% ... được ..." ends, when the record does not say.
VERB = re.compile(r"\b(?:đạt|có|hoàn thành|sử dụng|áp dụng|thực hiện|triển khai|ban hành)\b")
AMOUNT = re.compile(r"\d+(?:[.,]\d+)*\s*(?:%|phần trăm)?")
STOP = re.compile(r"[;:\n]|\.\s")  # a line of a record's text is a paragraph
REACH = 1200  # code points looked through on either side
LIGHT = 0.3  # a deed of light and measuring words alone says nothing
# A sentence's tail that several figures share begins with one of these.
SHARED = re.compile(r"\b(?:được|đều|phải|biết)\b")


@dataclass(frozen=True, slots=True)
class Portrait:
    """Term sets of a claim. `deed` is what a target says besides its subject; `said` everything that its
    sentence says, the tail that it shares with others too; `again` what of the subject that tail repeats;
    `parts` are the subjects of a joint clause, of a passage its
    sentences."""

    claim: Claim
    all: frozenset[str]
    subject: frozenset[str]
    deed: frozenset[str]
    said: frozenset[str]
    again: frozenset[str]
    parts: tuple[frozenset[str], ...]


def portrait(claim: Claim, tail: str = "") -> Portrait:
    """`tail` is what the rest of the sentence says of a figure in a list, where the claim's text stops short."""
    if claim.kind != "target":
        whole = terms(claim.text, numbers=True)
        parts = tuple(filter(None, (terms(part, numbers=True) for part in split(claim.text)))) or (whole,)
        return Portrait(claim, whole, whole, frozenset(), whole, frozenset(), parts)
    about = without(claim.figure, _subject(claim))
    whole = terms(without(claim.figure, claim.text), numbers=True)
    subject, more = terms(about, numbers=True), terms(tail)
    own = _beside(whole, about)
    parts = tuple(terms(part, numbers=True) for part in re.split(r"[,;]|\bvà\b", about) if part.strip())
    return Portrait(
        claim=claim,
        all=whole | subject,
        subject=subject or whole,
        deed=own if any(bearing(term) > LIGHT for term in own) else _beside(more, about),
        said=whole | subject | more,
        again=subject & more,
        parts=parts or (subject,),
    )


def _beside(whole: frozenset[str], about: str) -> frozenset[str]:
    """The terms that have no word of the subject in them."""
    inside = content(about)
    return frozenset(term for term in whole if not inside.intersection(term.split(" ")))


def _subject(claim: Claim) -> str:
    """The record's subject with what the text says between the figure and the verb; all of the text where
    these are light words only ("xã, phường đạt tiêu chuẩn ...")."""
    cut = _guess(claim.text)
    if not claim.subject:
        return cut
    if len(cut) > len(claim.subject) and len(cut) < len(claim.text):
        return cut if claim.subject in cut else f"{claim.subject}; {cut}"
    return claim.subject if _bears(claim.subject) else claim.text


def _guess(text: str) -> str:
    figure = AMOUNT.match(text.lstrip())
    if not figure:
        return text
    after = text.lstrip()[figure.end() :]
    verb = SHARED.search(after) or VERB.search(after)
    cut = after[: verb.start()] if verb else after
    return cut if _bears(cut) else text


def _bears(text: str) -> bool:
    return any(bearing(term) > LIGHT for term in terms(text))


def shared_words(claim: Claim, text: str) -> str:
    """What the sentence says of a target of a list besides its own words: "100% A, 100% B được tập huấn" says
    "được tập huấn" of A too, "tuyên truyền cho 80% A, 70% B" says "tuyên truyền" of B. Empty where the place
    is not known."""
    if claim.at is None or claim.kind != "target":
        return ""
    rest = STOP.split(text[claim.at.end : claim.at.end + REACH], maxsplit=1)[0]
    found = SHARED.search(rest)
    after = rest[found.start() :] if found else ""
    before = STOP.split(text[max(0, claim.at.start - REACH) : claim.at.start])[-1]
    lead, figure, _ = AMOUNT.sub("%", before).partition("%")
    return f"{lead if figure else ''} ; {after}"
