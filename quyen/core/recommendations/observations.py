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
_FURNITURE = re.compile(
    r"(?:(?:CCPR|CEDAW|CERD|CAT|CRC|CRPD|CMW|CED)/C/|E/C\.12/)\S+\*?(?:\s+\d{1,3}(?:/\d{1,3})?)?|\d{1,3}\s?/\s?\d{1,3}"
    r"|\d\d-\d{5}(?:\s*\(E\))?(?:\s+\d{1,3}/\d{1,3})?|\d{1,3}/\d{1,3}\s+(?:GE\.)?\s?\d\d-\d{5}.*",
)
_NUMBERED = re.compile(r"\(?(\d{1,3})\s?[.)]\s+(?=[A-Z“\"])(.*)")
_NUMBER_ALONE = re.compile(r"\(?\d{1,3}[.)]")
_GOES_ON = re.compile(
    r"\b(?:Nos?|paras?|arts?|rules?|articles?|paragraphs?|and|or|of|the)\.?\s*$|,$"
)  # a wrapped sentence
_ALSO = r"(?:\s+(?:also|further|furthermore|moreover|therefore|thus|strongly|again|once again|nevertheless|in particular|hereby))*"
_VERB = (
    r"(?:recommends?|urges?|calls? (?:up)?on|encourages?|invites?|requests?|advises|suggests|asks|would appreciate"
    r"|reiterates its (?:\w+ )*(?:recommendation|request|call)s?|emphasizes the importance of all the recommendations)"
)
_ASIDE = r"(?:,(?:[^.;]|\.(?=\d)){1,240}?,)?"  # ", in line with targets 10.2 and 10.3,"
_ASKS = re.compile(
    rf"\b(?:the Committee|it){_ALSO}{_ASIDE}{_ALSO}\s+{_VERB}\b"
    rf"|\band{_ALSO}\s+{_VERB}\s+(?:that\b|to\s+the\s+State|the\s+(?:State|Government|National))"
    rf"|\bthe State party{_ASIDE}(?:\s+\w+ly|\s+also|\s+therefore)?\s+"
    r"(?:should|must|will (?:receive|be (?:asked|expected))|is (?:\w+ )?(?:requested|urged|encouraged|invited|recommended))\b"
    r"|\b(?:it|the report|the next report) should\b|\bCommittee will establish and communicate\b"
    r"|\b(?:Committee|it)(?: would like| wishes)?(?: to)? draws? the (?:attention of the State party|State party.s attention)\b"
    r"|\bas requiring the State party.s priority attention\b",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z“])|(?<=;)\s+(?=it\b)")
_END = re.compile(r"annex(?:es)?\b.{0,60}", re.I)
_HEAD = 120  # lines that hold the title
_SKIPPED = 10  # paragraphs whose numbers may be missing, or that an excerpt leaves out


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
    before = ""
    for line in _text_lines(lines):
        label = _NUMBERED.match(line)
        if label and _is_next(int(label[1]), kept[-1][0] if kept else 0, before):
            kept.append((int(label[1]), [label[2]]))
        elif kept and _END.fullmatch(line):
            break
        elif kept:
            kept[-1][1].append(line)
        before = line or before
    return [(number, joined("\n".join(_without_heading(words)))) for number, words in kept]


def _text_lines(lines: list[str]) -> list[str]:
    """Without the symbol and the page at head and foot; a number that stands alone is joined with its paragraph."""
    kept: list[str] = []
    for line in lines:
        if _FURNITURE.fullmatch(line):
            continue
        if kept and line[:1].isupper() and _NUMBER_ALONE.fullmatch(kept[-1]):
            kept[-1] = f"{kept[-1]} {line}"
        elif line or (kept and kept[-1]):
            kept.append(line)
    return kept


def _is_next(number: int, last: int, before: str) -> bool:
    """Whether a number at the head of a line is a paragraph's: the next one or a few on, the first of a paper whatever it
    is, and not the rest of "general recommendation No." """
    if _GOES_ON.search(before):
        return False
    return not last or last < number <= last + _SKIPPED


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
