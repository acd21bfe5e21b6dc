"""How a paragraph and its letters look, through styles and the file's defaults. Sizes are in points.

The reader's own styles know only what reading needs; here sizes, indents and spacing count.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from lxml import etree

from quyen.core.reading.formats.docx.package import W, is_on, number, value

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LENGTH = re.compile(r"([+-]?\d{1,7}(?:\.\d{1,4})?)(pt|cm|mm|in)?")
_UNITS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0}
WORDS_OWN_SIZE, WORDS_OWN_FONT = 10.0, "Times New Roman"  # where a file says nothing at all
_CHAIN = 50  # styles based on one another


def points(text: str, unit: float = 1 / 20) -> float | None:
    """A length in points; a bare figure counts in twentieths of a point. None where it is none."""
    found = _LENGTH.fullmatch(text.strip())
    return None if found is None else float(found[1]) * (_UNITS[found[2]] if found[2] else unit)


class Look(NamedTuple):
    """Of letters; None where nothing is said."""

    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    underlined: bool | None = None
    font: str | None = None
    color: str | None = None  # "000000", "auto"


class Shape(NamedTuple):
    """Of a paragraph; None where nothing is said. `line` is in lines where `rule` is "auto", else in points."""

    align: str | None = None
    left: float | None = None
    first: float | None = None  # negative: hanging
    before: float | None = None
    after: float | None = None
    line: float | None = None
    rule: str | None = None
    ruled: bool | None = None  # a line drawn below
    framed: str | None = None  # where a frame stands across the page
    number: str | None = None
    level: int | None = None


class Dress(NamedTuple):
    """What a style, or the paragraph's own properties, give."""

    look: Look = Look()
    shape: Shape = Shape()

    def over(self, base: Dress) -> Dress:
        """Mine where I say something, else the base's."""
        return Dress(look_over(self.look, base.look), shape_over(self.shape, base.shape))


@lru_cache(maxsize=1024)
def look_over(mine: Look, base: Look) -> Look:
    """Mine where I say something, else the base's. A file holds few looks."""
    return base._replace(**{name: said for name, said in mine._asdict().items() if said is not None})


@lru_cache(maxsize=1024)
def shape_over(mine: Shape, base: Shape) -> Shape:
    """Mine where I say something, else the base's."""
    return base._replace(**{name: said for name, said in mine._asdict().items() if said is not None})


_SWITCHES = {"b": "bold", "i": "italic", "caps": "caps", "vanish": "hidden"}


class Styles:
    """The styles of a file, resolved when first asked for; a circle of styles ends where it would begin again."""

    def __init__(self, root: etree._Element | None, theme: etree._Element | None) -> None:
        self._theme = _theme_fonts(theme)
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[tuple[str, bool], Dress] = {}
        self._default_style = ""
        self.default = Dress(Look(size=WORDS_OWN_SIZE, font=WORDS_OWN_FONT))
        if root is None:
            return
        defaults = root.find(W + "docDefaults")
        if defaults is not None:
            own = Dress(self.look(defaults.find(f".//{W}rPr")), shape(defaults.find(f".//{W}pPr")))
            self.default = own.over(self.default)
        for style in root.iter(W + "style"):
            name = style.get(W + "styleId", "")
            self._elements.setdefault(name, style)
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                self._default_style = name

    def paragraph(self, name: str) -> Dress:
        """What a paragraph style gives, over the file's defaults."""
        return self._resolved(name or self._default_style, paragraph=True)

    def character(self, name: str) -> Look:
        """What a character style adds."""
        return self._resolved(name, paragraph=False).look

    def look(self, properties: etree._Element | None) -> Look:
        """The look that one `w:rPr` asks for."""
        said: dict[str, Any] = {}
        for element in () if properties is None else properties:
            name = str(element.tag).removeprefix(W)
            if name in _SWITCHES:
                said[_SWITCHES[name]] = is_on(element)
            elif name == "sz":
                said["size"] = points(value(element), 1 / 2)
            elif name == "rFonts":
                said["font"] = self._font(element)
            elif name == "color":
                said["color"] = value(element).upper() or None
            elif name == "u":
                said["underlined"] = value(element) not in ("none", "")
        return Look(**said)

    def _font(self, fonts: etree._Element) -> str | None:
        theme = value(fonts, "asciiTheme") or value(fonts, "hAnsiTheme")
        return self._theme.get(theme[:5], "") or value(fonts, "ascii") or value(fonts, "hAnsi") or None

    def _resolved(self, name: str, *, paragraph: bool) -> Dress:
        known = self._known.get((name, paragraph))
        if known is None:
            known = self.default if paragraph else Dress()
            for style in reversed(self._chain(name)):
                own = Dress(self.look(style.find(W + "rPr")), shape(style.find(W + "pPr")))
                known = own.over(known)
            self._known[name, paragraph] = known
        return known

    def _chain(self, name: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        seen: set[str] = set()
        while name in self._elements and name not in seen and len(chain) < _CHAIN:
            seen.add(name)
            chain.append(self._elements[name])
            name = value(self._elements[name].find(W + "basedOn"))
        return chain


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """ "major" and "minor" -> the name of the font."""
    found = {}
    for kind in ("major", "minor"):
        latin = None if theme is None else theme.find(f".//{_A}{kind}Font/{_A}latin")
        if latin is not None:
            found[kind] = latin.get("typeface", "")
    return found


def shape(properties: etree._Element | None) -> Shape:
    """The shape that one `w:pPr` asks for."""
    said: dict[str, Any] = {}
    for element in () if properties is None else properties:
        add = _SHAPES.get(str(element.tag).removeprefix(W))
        if add is not None:
            said |= {name: what for name, what in add(element).items() if what is not None}
    return Shape(**said)


def _indents(element: etree._Element) -> dict[str, Any]:
    hanging = points(value(element, "hanging"))
    return {
        "left": points(value(element, "left") or value(element, "start")),
        "first": points(value(element, "firstLine")) if hanging is None else -hanging,
    }


def _spacing(element: etree._Element) -> dict[str, Any]:
    rule = value(element, "lineRule") or "auto"
    line = points(value(element, "line"), 1 / 240 if rule == "auto" else 1 / 20)
    return {
        "before": _side(element, "before"),
        "after": _side(element, "after"),
        "line": line,
        "rule": None if line is None else rule,
    }


def _side(element: etree._Element, side: str) -> float | None:
    """The space on one side; what a program chooses by itself is a line of the web, 14 points."""
    if value(element, f"{side}Autospacing") in ("1", "true", "on"):
        return 14.0
    return points(value(element, side))


def _borders(element: etree._Element) -> dict[str, Any]:
    return {"ruled": any(value(side) not in ("", "nil", "none") for side in element)}


def _list_place(element: etree._Element) -> dict[str, Any]:
    level = element.find(W + "ilvl")
    return {
        "number": value(element.find(W + "numId")) or None,
        "level": None if level is None else number(level),
    }


_SHAPES: dict[str, Any] = {
    "jc": lambda element: {"align": value(element) or None},
    "ind": _indents,
    "spacing": _spacing,
    "pBdr": _borders,
    "framePr": lambda element: {"framed": value(element, "xAlign") or None},
    "numPr": _list_place,
}
