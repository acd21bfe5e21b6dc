"""Akoma Ntoso 3.0 (OASIS LegalDocML): acts and agreements, in any prefix or version of the namespace.

Taken: title, language, preamble, parts, chapters and sections, articles with `num`, `heading` and what they hold:
numbered elements (paragraph, point, list, ...) keep their printed number; all other text is plain paragraphs. Left out:
notes, remarks, editors' marks, what was deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from quyen.core.statutes.clauses import paragraphs_of
from quyen.core.statutes.shape import NoArticles, Statute, Unit
from quyen.core.statutes.words import clean

_HOLDERS = {
    "part": "part",
    "title": "part",
    "book": "part",
    "chapter": "chapter",
    "section": "section",
    "division": "section",
}
_LEFT_OUT = {
    "meta",
    "note",
    "authorialNote",
    "noteRef",
    "remark",
    "del",
    "attachments",
    "components",
    "conclusions",
}
_BLOCKS = {
    "p",
    "block",
    "blockTitle",
    "heading",
    "subheading",
    "crossHeading",
    "intro",
    "wrapUp",
    "content",
    "listIntroduction",
    "listWrapUp",
}
_NUMBER = re.compile(
    r"(?:(?:điều|article|art\.?|phần|part|chương|chapter|mục|section|title)\s*)?(?:thứ\s+)?([\w]{1,12})", re.I
)
_LANGUAGES = {
    "vie": "vi",
    "eng": "en",
    "fra": "fr",
    "spa": "es",
    "rus": "ru",
    "zho": "zh",
    "ara": "ar",
    "khm": "km",
}


def read_akoma(root: etree._Element) -> Statute:
    """Raises NoArticles."""
    units: list[Unit] = []
    notes: list[str] = []
    known: set[str] = set()
    article = (
        "article" if root.find(".//{*}article") is not None else "section"
    )  # acts of English law have sections only
    for element in _units_in(root, article):
        unit = _unit(element, article)
        if unit is None or unit.path in known:
            notes += (
                [f"Bỏ qua một phần tử {_tag(element)} không số hoặc trùng số."]
                if unit is None or unit.kind == "article"
                else []
            )
            continue
        known.add(unit.path)
        units.append(unit)
    if not any(unit.kind == "article" for unit in units):
        raise NoArticles("Tệp Akoma Ntoso không có phần tử article nào.")
    return Statute(tuple(units), _title(root), _language(root), "", tuple(notes))


def _tag(element: etree._Element) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def _units_in(root: etree._Element, article: str) -> Iterator[etree._Element]:
    """Holders and articles in reading order; what stands inside an article is its own."""
    for child in root:
        tag = _tag(child)
        if not tag or tag in _LEFT_OUT:
            continue
        if tag in _HOLDERS or tag in (article, "preamble"):
            yield child
        if tag not in (article, "preamble"):
            yield from _units_in(child, article)


def _unit(element: etree._Element, article: str) -> Unit | None:
    tag = _tag(element)
    heading = _said(element, "heading")
    if tag == "preamble":
        return Unit("preamble", "", "preamble", "", paragraphs_of(_lines(element)))
    found = _NUMBER.match(_said(element, "num").strip(" .:"))
    number = found[1] if found else _from_id(element)
    if not number:
        return None
    if tag == article:
        return Unit("article", number, number, heading, paragraphs_of(_lines(element)))
    kind = _HOLDERS[tag]
    return Unit(kind, number, f"{kind}-{number}", heading)


def _from_id(element: etree._Element) -> str:
    found = re.search(r"(?:art|part|chp|chap|sec)_(\w{1,8})\Z", element.get("eId") or element.get("id") or "")
    return found[1] if found else ""


def _said(element: etree._Element, name: str) -> str:
    found = element.find(f"{{*}}{name}")
    return clean(" ".join(_text(found).split()))[:300] if found is not None else ""


def _text(element: etree._Element) -> str:
    """All words but those of notes and of what was deleted."""
    pieces = [element.text or ""]
    for child in element:
        if _tag(child) and _tag(child) not in _LEFT_OUT:
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _lines(element: etree._Element) -> list[str]:
    """The paragraphs inside an article; the number of a clause or point before its first words."""
    lines: list[str] = []
    _collect(element, lines, "", is_top=True)
    return lines


def _collect(element: etree._Element, lines: list[str], sign: str, *, is_top: bool = False) -> str:
    """Adds the lines of an element; returns the sign that found no words yet."""
    for child in element:
        tag = _tag(child)
        if not tag or tag in _LEFT_OUT or (is_top and tag in ("num", "heading")):
            continue
        if tag == "num":
            sign = _sign(clean(_text(child)))
        elif _is_plain(child, tag):
            words = clean(" ".join(_text(child).split()))
            if words:
                lines.append(f"{sign} {words}".strip())
                sign = ""
        else:
            sign = _collect(child, lines, sign)
    return sign


def _sign(printed: str) -> str:
    """ "1" and "a", as some print them, are "1." and "a)" as all others do."""
    printed = printed[:12].strip()
    if re.fullmatch(r"\d{1,3}[a-zđ]?", printed):
        return f"{printed}."
    return f"{printed})" if re.fullmatch(r"[a-zđ]|[ivx]{1,5}", printed) else printed


def _is_plain(element: etree._Element, tag: str) -> bool:
    """Holds words and no further block."""
    if tag == "p":
        return True
    return tag in _BLOCKS and not any(_tag(child) in _BLOCKS for child in element)


def _title(root: etree._Element) -> str:
    for name in ("docTitle", "shortTitle", "FRBRalias", "longTitle"):
        found = next(root.iter(f"{{*}}{name}"), None)
        if found is not None:
            words = clean(" ".join(_text(found).split())) or clean(found.get("value") or "")
            if words:
                return words[:300]
    return ""


def _language(root: etree._Element) -> str:
    found = next(root.iter("{*}FRBRlanguage"), None)
    given = (found.get("language") or "").strip().lower() if found is not None else ""
    return _LANGUAGES.get(given, given)[:10]
