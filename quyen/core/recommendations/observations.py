"""Concluding observations of a treaty body: each numbered paragraph that asks something of the State is one recommendation.

Such papers name no recommending State and no answer. What a paragraph says before it asks (praise, concern) is left out; what
it lists under (a), (b) stays in it. Headings between paragraphs belong to none.
"""

from __future__ import annotations

import re

from quyen.core.recommendations.lines import joined
from quyen.core.recommendations.report import Item, Status

_TITLE = re.compile(r"\bconcluding observations\b", re.I)
_REVIEW = re.compile(
    r"\buniversal\s+periodic\s+review\b.{0,4000}\bWorking Group\b|\bWorking Group on the Universal\b", re.I
)
_SYMBOL = re.compile(
    r"\b(?:CCPR|CEDAW|CERD|CAT|CRC|CRPD|CMW|CED)/C/[A-Z]{3}/CO/[\d\-]+|\bE/C\.12/[A-Z]{3}/CO/[\d\-]+"
)
_NUMBERED = re.compile(r"(\d{1,3})\s?\.\s+(?=[A-Z“\"])(.*)")
_ASKS = re.compile(
    r"\b(?:recommends?|urges?|calls? (?:up)?on|encourages?|invites?|requests?|reiterates its (?:\w+ )?recommendations?)\b"
    r"|\bthe State party (?:should|must|is (?:\w+ )?(?:requested|urged|encouraged|invited))|\bit should\b",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z“])")
_END = re.compile(r"annex(?:es)?\b.{0,60}", re.I)
_HEAD = 120  # lines that hold the title
_SKIPPED = 2


def is_concluding(lines: list[str]) -> bool:
    """Whether the head of the paper says that it is one. A report of the review may speak of such papers too."""
    head = " ".join(lines[:_HEAD])
    if _REVIEW.search(head):
        return False
    return bool(_TITLE.search(head) and (_SYMBOL.search(head) or "State party" in "\n".join(lines)))


def find_observations(lines: list[str]) -> list[Item]:
    """The recommendations in their order; `number` and `paragraph` are the paragraph's."""
    found = []
    for number, text in _paragraphs(lines):
        asked = _asked(text)
        if asked:
            found.append(Item(str(number), asked, (), Status.UNCLEAR, str(number)))
    return found


def _paragraphs(lines: list[str]) -> list[tuple[int, str]]:
    kept: list[tuple[int, list[str]]] = []
    for line in lines:
        label = _NUMBERED.match(line)
        last = kept[-1][0] if kept else 0
        if label and last < int(label[1]) <= last + _SKIPPED:
            kept.append((int(label[1]), [label[2]]))
        elif kept and _END.fullmatch(line):
            break
        elif kept:
            kept[-1][1].append(line)
    return [(number, joined("\n".join(_without_heading(words)))) for number, words in kept]


def _without_heading(words: list[str]) -> list[str]:
    """Lines behind the last one that ends a sentence are the heading of what comes next."""
    while len(words) > 1 and not words[-1].rstrip("*").endswith((".", ";", ":", "”", '"')):
        words = words[:-1]
    return words


def _asked(text: str) -> str:
    """From the first sentence that asks to the end; "" where none does."""
    parts = _SENTENCE.split(text)
    first = next((at for at, part in enumerate(parts) if _ASKS.search(part)), None)
    return "" if first is None else " ".join(parts[first:])
