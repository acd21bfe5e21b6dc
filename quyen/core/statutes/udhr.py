"""The XML of the Universal Declaration as efele.net/udhr publishes it in all its languages: <udhr> with a preamble and
<article number="...">, whose paragraphs stand alone or in an ordered list (numbered from 1, as the Declaration is)."""

from __future__ import annotations

from lxml import etree

from quyen.core.statutes.shape import NoArticles, Paragraph, Statute, Unit
from quyen.core.statutes.words import clean

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PLAIN_NUMBER = 8


def read_udhr(root: etree._Element) -> Statute:
    """Raises NoArticles."""
    units = []
    for one in root.iter("{*}preamble", "{*}article"):
        if str(etree.QName(one).localname) == "preamble":
            units.append(Unit("preamble", "", "preamble", _title(one), _paragraphs(one)))
            continue
        number = (one.get("number") or "").strip()
        if number.isalnum() and len(number) <= _PLAIN_NUMBER and number not in {unit.path for unit in units}:
            units.append(Unit("article", number, number, "", _paragraphs(one)))
    if not any(unit.kind == "article" for unit in units):
        raise NoArticles("Tệp không có điều nào.")
    return Statute(tuple(units), _title(root), clean(root.get(_XML_LANG) or "")[:10], "UDHR")


def _title(element: etree._Element) -> str:
    found = element.find("{*}title")
    return _words(found)[:300] if found is not None else ""


def _paragraphs(element: etree._Element) -> tuple[Paragraph, ...]:
    made: list[Paragraph] = []
    number = 0
    for one in element.iter("{*}para"):
        listed = next(one.iterancestors("{*}listitem"), None)
        text = _words(one)
        if not text:
            continue
        first = listed is not None and listed.find("{*}para") is one
        number += first
        tail = str(number) if listed is not None else ""
        made.append(Paragraph(text, tail, f"{number}." if first else "", 1 if tail else 0))
    return tuple(made)


def _words(element: etree._Element) -> str:
    return clean(" ".join("".join(str(piece) for piece in element.itertext()).split()))
