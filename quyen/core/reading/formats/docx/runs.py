"""One Word paragraph's runs as text: insertions kept, deletions dropped, field results only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from lxml import etree

from quyen.core.reading.formats.docx.package import W, value
from quyen.core.reading.formats.docx.styles import PLAIN, Look, Styles, run_look
from quyen.core.reading.formats.signs import clean, symbol
from quyen.core.text.encodings import from_font, is_legacy_font, nfc

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_RUN, _RUN_PROPERTIES, _TEXT, _BOX = W + "r", W + "rPr", W + "t", W + "txbxContent"
_INSERTED = {W + "ins", W + "moveTo"}
_DELETED = {W + "del", W + "moveFrom"}
_THROUGH = {
    W + name
    for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
} | {W + "ruby", W + "rubyBase"}
_MATHS = {_MATH + "oMath", _MATH + "oMathPara"}
_READ_INSIDE = _THROUGH | _INSERTED | _DELETED | _MATHS | {_MC + "AlternateContent"}
_DRAWN = {W + "drawing", W + "pict", W + "object"}
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-"}


class Line:
    """What one paragraph says. `boxes` are text boxes hung on it, to be read after it."""

    __slots__ = ("bold", "boxes", "italic", "old", "page", "pieces")

    def __init__(self, page: int) -> None:
        self.pieces: list[tuple[str, str]] = []  # (text, old font or "")
        self.old = False  # whether any piece is in an old font
        self.bold = self.italic = True  # as long as every visible run is
        self.page = page
        self.boxes: list[etree._Element] = []

    def text(self) -> str:
        """The words, old font letters converted. Runs of one font first come together: a VNI letter and its
        mark may lie in two runs."""
        if not self.old:
            text = "".join([text for text, _ in self.pieces])
            return nfc(text) if text.isprintable() else clean(text)  # no odd sign is printable
        parts = groupby(self.pieces, key=lambda piece: piece[1])
        return clean("".join(from_font("".join(text for text, _ in run), font) for font, run in parts))


class RunReader:
    """Reads runs in document order; keeps what reaches over paragraphs: open fields and the page."""

    def __init__(self, styles: Styles, *, old_fonts: bool, ignore_fields: bool = False) -> None:
        self._styles = styles
        self._old_fonts = old_fonts
        self._ignore_fields = ignore_fields
        self._fields: list[bool] = []  # of each open field: are we in its result?
        self._shown = True
        self.page = 1
        self.tracked = False
        self.notes: list[tuple[str, str]] = []  # (part, id) of foot- and endnotes in order
        self._handlers: dict[str, Callable[[etree._Element, Line], str]] = {
            W + "br": self._break,
            W + "sym": lambda element, _: symbol(value(element, "font"), _code(value(element, "char"))),
            W + "fldChar": self._field,
            W + "lastRenderedPageBreak": self._new_page,
            _MC + "AlternateContent": self._alternate,
        }
        self._handlers |= dict.fromkeys(_DRAWN, self._drawn)
        self._handlers |= dict.fromkeys(_NOTES, self._note)

    @property
    def open_fields(self) -> int:
        """Fields begun and not ended: more than none at the end of a file means damaged field marks."""
        return len(self._fields)

    def read(self, parts: Iterable[etree._Element], look: Look) -> Line:
        """The words of one `w:p`, given as its parts; `look` is what its style gives."""
        line = Line(self.page)
        self._inside(parts, look, line)
        return line

    def _inside(self, parts: Iterable[etree._Element], look: Look, line: Line) -> None:
        for element in parts:
            tag = element.tag
            if tag == _RUN:
                self._run(element, look, line)
            elif tag in _READ_INSIDE:
                self._part(element, look, line)

    def _part(self, element: etree._Element, look: Look, line: Line) -> None:
        """What stands beside the runs of a paragraph."""
        tag = element.tag
        if tag in _THROUGH:
            self._inside(element, look, line)
        elif tag in _INSERTED or tag in _DELETED:
            self.tracked = True
            if tag in _INSERTED:
                self._inside(element, look, line)
        elif tag in _MATHS:
            line.pieces.append(("".join(t.text or "" for t in element.iter(_MATH + "t")), ""))
        else:
            self._inside(_choice(element), look, line)

    def _run(self, run: etree._Element, base: Look, line: Line) -> None:
        look = None
        text = ""
        for element in run:
            tag = element.tag
            if tag == _RUN_PROPERTIES:
                look = self._look(element, base) if look is None else look
            elif tag == _TEXT:
                if self._shown:
                    said = element.text or ""
                    text += said.replace("\n", " ") if "\n" in said else said
            else:
                text += self._piece(element, tag, line)
        look = look or base
        if not text or look.hidden:
            return
        if look.caps:
            text = text.upper()
        if (line.bold or line.italic) and not text.isspace():
            line.bold = line.bold and bool(look.bold)
            line.italic = line.italic and bool(look.italic)
        old = look.font if self._old_fonts and look.font and is_legacy_font(look.font) else ""
        if old:
            line.old = True
        line.pieces.append((text, old))

    def _look(self, properties: etree._Element, base: Look) -> Look:
        own = run_look(properties)
        if own is PLAIN:
            return base
        return own.over(self._styles.character(own.style).over(base) if own.style else base)

    def _piece(self, element: etree._Element, tag: str, line: Line) -> str:
        if tag == _TEXT:  # not in a run of its own, but in what is read through
            text = element.text or "" if self._shown else ""
            return text.replace("\n", " ") if "\n" in text else text
        if tag in _SIGNS:
            return _SIGNS[tag] if self._shown else ""
        handler = self._handlers.get(tag)
        if handler is None:
            if tag in _THROUGH:
                self._inside(element, PLAIN, line)
            return ""
        text = handler(element, line)
        return text if self._shown else ""

    def _break(self, element: etree._Element, line: Line) -> str:
        if value(element, "type") == "page":
            return self._new_page(element, line)
        return "\n"

    def _new_page(self, _: etree._Element, line: Line) -> str:
        self.page += 1
        if not any(text.strip() for text, _ in line.pieces):
            line.page = self.page
        return ""

    def _field(self, element: etree._Element, _: Line) -> str:
        kind = value(element, "fldCharType")
        if self._ignore_fields:
            return ""
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()
        self._shown = all(self._fields)
        return ""

    def _note(self, element: etree._Element, _: Line) -> str:
        self.notes.append((_NOTES[element.tag], element.get(W + "id", "")))
        return ""

    def _drawn(self, element: etree._Element, line: Line) -> str:
        """Text boxes of a drawing, the outermost only: what lies in them is read with them."""
        for box in element.iter(_BOX):
            if all(above.tag != _BOX for above in _above(box, element)) and not _in_fallback(box, element):
                line.boxes.append(box)
        return ""

    def _alternate(self, element: etree._Element, line: Line) -> str:
        return "".join([self._piece(inner, inner.tag, line) for inner in _choice(element)])


def _above(element: etree._Element, top: etree._Element) -> list[etree._Element]:
    """The ancestors of an element below a given one."""
    found = []
    parent = element.getparent()
    while parent is not None and parent is not top:
        found.append(parent)
        parent = parent.getparent()
    return found


def _in_fallback(element: etree._Element, top: etree._Element) -> bool:
    return any(above.tag == _MC + "Fallback" for above in _above(element, top))


def _choice(element: etree._Element) -> etree._Element:
    """One of the alternatives of a piece of content: the first, never two of them."""
    for name in ("Choice", "Fallback"):
        found = element.find(_MC + name)
        if found is not None:
            return found
    return etree.Element("none")


def _code(text: str) -> int:
    try:
        return int(text, 16) & 0xFFFF
    except ValueError:
        return 0x20
