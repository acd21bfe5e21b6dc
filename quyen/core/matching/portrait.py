"""A claim's words in two zones: what it is about, and what is to happen to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quyen.core.matching.claims import Claim
from quyen.core.matching.words import content, terms

# Where the subject of "100% ... được ..." ends, when the record does not say.
VERB = re.compile(r"\b(?:được|đều|phải|biết|đạt|có|hoàn thành|sử dụng|áp dụng|thực hiện|triển khai|ban hành)\b")
AMOUNT = re.compile(r"\d+(?:[.,]\d+)*\s*(?:%|phần trăm)?")
# A sentence's tail that several figures share begins with one of these.
SHARED = re.compile(r"\b(?:được|đều|phải|biết)\b")


@dataclass(frozen=True, slots=True)
class Portrait:
    """Term sets of a claim. `subject` and `deed` part `all`; `parts` are the subjects of a joint clause."""

    claim: Claim
    all: frozenset[str]
    subject: frozenset[str]
    deed: frozenset[str]
    parts: tuple[frozenset[str], ...]


def portrait(claim: Claim, tail: str = "") -> Portrait:
    """`tail` is what the rest of the sentence says of a figure in a list, where the claim's text stops short."""
    numbers = claim.kind != "target"
    whole = terms(content(claim.text, numbers=numbers))
    if claim.kind != "target":
        return Portrait(claim, whole, whole, frozenset(), (whole,))
    about = _subject(claim)
    words = content(about)
    subject = terms(words)
    inside = frozenset(words)
    rest = [word for word in content(claim.text) if word not in inside]
    deed = terms(rest or [word for word in content(tail) if word not in inside])
    parts = tuple(terms(content(part)) for part in re.split(r"[,;]|\bvà\b", about) if part.strip())
    return Portrait(claim, whole | subject, subject or whole, deed, parts or (subject,))


def _subject(claim: Claim) -> str:
    """The record's subject, with what the text itself says between the figure and the verb."""
    after = AMOUNT.split(claim.text, maxsplit=1)[-1]
    verb = VERB.search(after)
    cut = after[: verb.start()] if verb else after
    starts_with_figure = AMOUNT.match(claim.text.lstrip()) is not None
    if not claim.subject:
        return cut if starts_with_figure and cut.strip() else claim.text
    if starts_with_figure and len(cut) > len(claim.subject):
        return f"{claim.subject}; {cut}" if claim.subject not in cut else cut
    return claim.subject


def tail_of(claim: Claim, text: str) -> str:
    """What the sentence goes on to say after a target of a list: "100% A, 100% B được tập huấn" gives
    "được tập huấn" for A too. Empty where the place is not known."""
    if claim.at is None or claim.kind != "target":
        return ""
    rest = re.split(r"[;\n]|\.\s", text[claim.at.end : claim.at.end + 1200], maxsplit=1)[0]
    found = SHARED.search(rest)
    return rest[found.start() :] if found else ""
