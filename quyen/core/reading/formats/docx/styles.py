"""What a style gives to its paragraphs and runs, through any chain of "based on", cycles included."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from lxml import etree

from quyen.core.reading.formats.docx.package import W, is_on, number, value
from quyen.core.text.encodings import is_legacy_font


class Look(NamedTuple):
    """The properties that a reader needs; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    align: str | None = None
    heading: int | None = None  # 1..9
    number: str | None = None  # numId
    level: int | None = None  # ilvl
    style: str | None = None  # of a run: its character style

    def over(self, base: Look) -> Look:
        """Mine where I say something, else the base's."""
        return _merged(self, base)


@lru_cache(maxsize=1024)
def _merged(mine: Look, base: Look) -> Look:
    return base._replace(**{name: said for name, said in mine._asdict().items() if said is not None})


PLAIN = Look()
_HEADING_NAME = re.compile(r"heading ([1-9])", re.IGNORECASE)


_VAL = W + "val"
_SWITCHES = {W + "b": "bold", W + "i": "italic", W + "caps": "caps", W + "vanish": "hidden"}
_FONTS, _RUN_STYLE = W + "rFonts", W + "rStyle"


def run_look(properties: etree._Element | None) -> Look:
    """The look that one `w:rPr` gives."""
    if properties is None or not len(properties):
        return PLAIN
    said: dict[str, Any] = {}
    for element in properties:
        tag = element.tag
        if tag in _SWITCHES:
            said[_SWITCHES[tag]] = is_on(element)
        elif tag == _RUN_STYLE:
            said["style"] = element.get(_VAL, "")
        elif tag == _FONTS:
            said["font"] = value(element, "ascii") or value(element, "hAnsi") or None
    return Look(**said) if said else PLAIN


class Styles:
    """All styles of a file, resolved when first asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._looks: dict[str, Look] = {}
        self._dressed: dict[Said, Look] = {}
        self.default = PLAIN
        self.default_paragraph = ""
        if root is None:
            return
        self.default = run_look(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for style in root.iter(W + "style"):
            name = style.get(W + "styleId", "")
            self._elements.setdefault(name, style)
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                self.default_paragraph = name

    def paragraph(self, name: str) -> Look:
        """The look of a paragraph of that style, over the file's defaults."""
        return self._look(name or self.default_paragraph, paragraph=True)

    def dressed(self, said: Said) -> Look:
        """The look of a paragraph that says this of itself."""
        look = self._dressed.get(said)
        if look is None:
            look = self._dressed[said] = paragraph_look(said).over(self.paragraph(said.style or ""))
        return look

    def character(self, name: str) -> Look:
        """The look that a character style adds."""
        return self._look(name, paragraph=False)

    def names_old_font(self) -> bool:
        """Whether the defaults or any style ask for a TCVN3 or VNI font."""
        return is_legacy_font(self.default.font or "") or any(
            is_legacy_font(value(fonts, "ascii") or value(fonts, "hAnsi"))
            for style in self._elements.values()
            for fonts in style.iter(W + "rFonts")
        )

    def _look(self, name: str, *, paragraph: bool) -> Look:
        key = f"{paragraph}{name}"
        if key not in self._looks:
            look = self.default if paragraph else PLAIN
            for element in reversed(self._chain(name)):
                look = _own(element).over(look)
            self._looks[key] = look
        return self._looks[key]

    def _chain(self, name: str) -> list[etree._Element]:
        """The style and those it is based on, each once: a circle ends where it would begin again."""
        chain: list[etree._Element] = []
        seen: set[str] = set()
        while name in self._elements and name not in seen and len(chain) < 50:
            seen.add(name)
            chain.append(self._elements[name])
            name = value(self._elements[name].find(W + "basedOn"))
        return chain


def _own(style: etree._Element) -> Look:
    look = run_look(style.find(W + "rPr"))
    named = _HEADING_NAME.fullmatch(value(style.find(W + "name")))
    if named:
        look = look._replace(heading=int(named[1]))
    properties = style.find(W + "pPr")
    return look if properties is None else paragraph_look(read_properties(properties)).over(look)


_STYLE, _NUMBER, _ALIGN, _OUTLINE = (W + name for name in ("pStyle", "numPr", "jc", "outlineLvl"))
_MARK, _DELETED = W + "rPr", W + "del"


class Said(NamedTuple):
    """What one `w:pPr` says; as a key it is much cheaper than a whole look."""

    style: str | None = None
    number: str | None = None
    level: int | None = None
    align: str | None = None
    heading: int | None = None
    end_deleted: bool = False  # the mark at the paragraph's end is a tracked deletion


NOTHING = Said()


def read_properties(properties: etree._Element) -> Said:
    """The look that one `w:pPr` asks for; outline level 9 is body text."""
    style = align = number_ = level = heading = None
    end_deleted = False
    for element in properties:
        tag = element.tag
        if tag == _STYLE:
            style = element.get(_VAL, "")
        elif tag == _ALIGN:
            align = element.get(_VAL, "")
        elif tag == _MARK:
            if len(element):
                end_deleted = end_deleted or next(element.iterchildren(_DELETED), None) is not None
        elif tag == _NUMBER:
            number_, level = _list_place(element)
        elif tag == _OUTLINE and 0 <= number(element, 9) < 9:
            heading = number(element) + 1
    return Said(style, number_, level, align, heading, end_deleted)


def _list_place(element: etree._Element) -> tuple[str | None, int | None]:
    """The list and the level that a `w:numPr` names."""
    level = element.find(W + "ilvl")
    return value(element.find(W + "numId")) or None, None if level is None else number(level)


def paragraph_look(said: Said) -> Look:
    """The look that the properties of a paragraph or of a style give."""
    return Look(
        style=said.style, number=said.number, level=said.level, align=said.align, heading=said.heading
    )
