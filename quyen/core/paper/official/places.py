"""Places in a template: found in a paragraph however its words are cut into runs, and filled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from quyen.core.errors import BadTemplate
from quyen.core.paper.signs import fit
from quyen.core.text.encodings import nfc

_PLACE = re.compile(r"\{\{([^{}]{1,80})\}\}")
_LOGIC = re.compile(r"\{%|\{#|\{\{|\}\}")


@dataclass(frozen=True, slots=True)
class Spot:
    """`start` and `end` count the letters of the paragraph's own words. `alone`: nothing else stands in it;
    `inside`: it is in the body, not in a header or a footer."""

    paragraph: Any
    name: str
    start: int
    end: int
    alone: bool
    inside: bool


def spots(paragraph: Any, *, inside: bool) -> list[Spot]:
    """The places of one paragraph. Errors: BadTemplate where braces do not close, or ask for more than a name."""
    words = "".join(one.text or "" for one in _texts(paragraph))
    if "{" not in words and "}}" not in words:
        return []
    found = [
        Spot(
            paragraph, " ".join(nfc(one[1]).split()), one.start(), one.end(), one[0] == words.strip(), inside
        )
        for one in _PLACE.finditer(words)
    ]
    if _LOGIC.search(_PLACE.sub("", words)):
        said = " ".join(words.split())[:60]
        raise BadTemplate(
            f"Mẫu có dấu ngoặc không đúng ở “{said}”: chỉ dùng được chỗ điền dạng {{{{ tên }}}}."
        )
    return found


def put(spot: Spot, words: str) -> None:
    """Words in the place of a spot, in the look of its first letter; line ends become line breaks."""
    at = 0
    for one in list(_texts(spot.paragraph)):
        own = one.text or ""
        first, last = max(spot.start - at, 0), min(spot.end - at, len(own))
        at += len(own)
        if first >= last:
            continue
        starts = first == spot.start - (at - len(own))
        _write(one, own[:first] + (fit(words) if starts else "") + own[last:])


def _texts(paragraph: Any) -> list[Any]:
    """The paragraph's own pieces of text, without those of text boxes hung on it."""
    return [one for one in paragraph.iter(qn("w:t")) if next(one.iterancestors(qn("w:p"))) is paragraph]


def _write(element: Any, words: str) -> None:
    first, *rest = words.split("\n")
    element.text = first
    element.set(qn("xml:space"), "preserve")
    for line in rest:
        fresh = OxmlElement("w:t")
        fresh.text = line
        fresh.set(qn("xml:space"), "preserve")
        gap = OxmlElement("w:br")
        element.addnext(gap)
        gap.addnext(fresh)
        element = fresh
