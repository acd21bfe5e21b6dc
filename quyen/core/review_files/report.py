"""A report or a matrix of one review, with what its first pages say of the review itself."""

from __future__ import annotations

import re
from typing import Any

from quyen.core.reading.formats import open_document
from quyen.core.recommendations import find_recommendations, to_record
from quyen.core.types import RawDocument, RawParagraph

_SYMBOL = re.compile(r"\bA/HRC/\d{1,3}/\d{1,3}(?:/Add\.\d)?\b")
_TREATY = re.compile(r"\b(?:(CCPR|CEDAW|CERD|CAT|CRC|CRPD)/C|E/C\.12)/[A-Z]{3}/CO/[\d\-]+")
_OF = re.compile(
    r"Concluding observations on the[^\n]{0,80}?\breports? of (?:the )?([A-Z][^\n*]{2,60}?)\*{0,3}\s*(?:\n|$)"
)
_TITLE = re.compile(
    r"Report\s+of\s+the\s+Working\s+Group\s+on\s+the\s+Universal\s+Periodic\s+Review[*\s]{1,8}([A-Z][^\n]{2,60}?)\*{0,3}\s*(?:\n|$)"
)
_FIRST = 6_000  # letters that hold the title


def report_record(data: bytes, name: str) -> dict[str, Any]:
    """One review. Its symbol and State are those printed at the head, "" where none is found."""
    raw = open_document(data, name)
    head = _head(raw)
    own = [one for one in (_TREATY.search(head), _SYMBOL.search(head)) if one]
    symbol = min(own, key=lambda one: one.start(), default=None)  # others are papers that it cites
    treaty = symbol if symbol and symbol.re is _TREATY else None
    title = (_OF if treaty else _TITLE).search(head)
    review = {
        "symbol": symbol[0] if symbol else "", "state": " ".join(title[1].split()) if title else "",
        "body": (treaty[1] or "CESCR") if treaty else "UPR", "session": "", "published": "",
    }  # fmt: skip
    return {"reviews": [review | to_record(find_recommendations(raw))]}


def _head(raw: RawDocument) -> str:
    words, length = [], 0
    for block in raw.blocks:
        if isinstance(block, RawParagraph):
            words.append(block.text)
            length += len(block.text)
        if length > _FIRST:
            break
    return "\n".join(words)[:_FIRST]
