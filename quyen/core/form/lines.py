"""The paragraphs of a Word file as they are printed, and the lines that a break or a tab makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from quyen.core.errors import TooLarge
from quyen.core.form.looks import Dress, Look, Shape, Styles, look_over, shape
from quyen.core.form.report import QUOTED, Place
from quyen.core.reading.formats.docx.numbering import Numbering
from quyen.core.reading.formats.docx.package import W, value
from quyen.core.reading.formats.limits import Limits
from quyen.core.text.encodings import from_font, is_legacy_font, nfc

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_INTO = {W + name for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "ins")}
_INTO |= {W + "moveTo", _MC + "AlternateContent", _MC + "Choice"}
_DRAWN = {W + "drawing", W + "pict", W + "object"}
_BOX = W + "txbxContent"
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_RULE_SIGNS = frozenset("_-–—=*.…‾¯ ")


class Piece(NamedTuple):
    text: str
    look: Look


class Cell(NamedTuple):
    """A place in a table; `table` counts all tables in reading order."""

    table: int
    row: int
    column: int


@dataclass(slots=True, eq=False)
class Line:
    """A printed line of the head or the ending: what stands between breaks and tabs. `column` counts tabs."""

    paragraph: Paragraph
    pieces: list[Piece]
    column: int = 0
    _text: str | None = None  # asked for again and again

    @property
    def text(self) -> str:
        """Its words, white space folded."""
        if self._text is None:
            self._text = " ".join("".join([piece.text for piece in self.pieces]).split())
        return self._text

    @property
    def place(self) -> Place:
        return Place(self.paragraph.number, self.text[:QUOTED])

    @property
    def side(self) -> int:
        """The column of the table, or of the tabs where there is none."""
        cell = self.paragraph.cell
        return self.column if cell is None else cell.column

    @property
    def is_upper(self) -> bool:
        return self.text.isupper()

    @property
    def worded(self) -> list[Piece]:
        """The pieces that print something."""
        return [piece for piece in self.pieces if piece.text.strip()]

    def is_all(self, name: str) -> bool:
        """Whether every piece with words is bold (italic)."""
        return all(getattr(piece.look, name) for piece in self.worded)


@dataclass(slots=True, eq=False)
class Paragraph:
    """`number` as in `Place`; `label` is its automatic number; `drawn`: a picture, line or box hangs on it."""

    number: int
    pieces: list[Piece]
    shape: Shape
    label: str = ""
    cell: Cell | None = None
    drawn: bool = False
    lines: list[Line] = field(default_factory=list)
    _whole: Line | None = None

    @property
    def whole(self) -> Line:
        """All its words as one line, its automatic number with them."""
        if self._whole is None:
            label = [Piece(self.label, self.pieces[0].look)] if self.label and self.pieces else []
            self._whole = Line(self, label + self.pieces)
        return self._whole

    @property
    def is_centred(self) -> bool:
        return self.shape.align in ("center", "centre")

    @property
    def is_tabbed(self) -> bool:
        """Put in its place by tabs; nobody can tell where that is."""
        return any("\t" in piece.text for piece in self.pieces)

    @property
    def is_rule(self) -> bool:
        """A line made of signs, or a border below nothing."""
        text = "".join(piece.text for piece in self.pieces).strip()
        return len(text) > 2 and set(text) <= _RULE_SIGNS if text else bool(self.shape.ruled)


class Walk:
    """Reads the body once, in reading order. Raises TooLarge over the limits' number of blocks."""

    def __init__(self, styles: Styles, numbering: Numbering, limits: Limits) -> None:
        self._styles, self._numbering = styles, numbering
        self._left = limits.blocks
        self._number = self._tables = 0

    def paragraphs(self, part: etree._Element, cell: Cell | None = None) -> Iterator[Paragraph]:
        """The paragraphs of a body, a cell, a text box."""
        for element in part:
            tag = element.tag
            if tag == W + "p":
                yield from self._paragraph(element, cell)
            elif tag == W + "tbl":
                yield from self._table(element, cell)
            elif tag in _INTO:
                yield from self.paragraphs(element, cell)

    def _table(self, element: etree._Element, outer: Cell | None) -> Iterator[Paragraph]:
        """The cells of a table; a frame of one cell is no table."""
        rows = [list(_inside(row, W + "tc")) for row in _inside(element, W + "tr")]
        if len(rows) == 1 and len(rows[0]) == 1:
            yield from self.paragraphs(rows[0][0], outer)
            return
        self._tables += 1
        table = self._tables
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                yield from self.paragraphs(cell, Cell(table, row, column))

    def _paragraph(self, element: etree._Element, cell: Cell | None) -> Iterator[Paragraph]:
        self._left -= 1
        if self._left < 0:
            raise TooLarge("Tệp có quá nhiều đoạn.")
        dress = self._dress(element.find(W + "pPr"))
        made = Paragraph(0, [], dress.shape, cell=cell)
        boxes = self._fill(made, element, dress.look)
        if any(piece.text.strip() for piece in made.pieces):
            self._number += 1
            made.label = self._label(dress.shape)
        made.number = self._number
        made.lines = list(_lines(made))
        yield made
        for box in boxes:
            yield from self.paragraphs(box, cell)

    def _dress(self, properties: etree._Element | None) -> Dress:
        style = "" if properties is None else value(properties.find(W + "pStyle"))
        return Dress(shape=shape(properties)).over(self._styles.paragraph(style))

    def _label(self, its: Shape) -> str:
        return self._numbering.label(its.number, its.level or 0) if its.number not in (None, "0") else ""

    def _fill(self, made: Paragraph, part: etree._Element, base: Look) -> list[etree._Element]:
        """The pieces of a paragraph; hands back the text boxes hung on it."""
        boxes: list[etree._Element] = []
        for element in part:
            if element.tag == W + "r":
                boxes += self._run(made, element, base)
            elif element.tag in _INTO:
                boxes += self._fill(made, element, base)
        return boxes

    def _run(self, made: Paragraph, run: etree._Element, base: Look) -> list[etree._Element]:
        properties = run.find(W + "rPr")
        look = base
        if properties is not None:
            style = value(properties.find(W + "rStyle"))
            own = self._styles.look(properties)
            look = look_over(look_over(own, self._styles.character(style)) if style else own, look)
        if not look.hidden and (text := _text(run, look)):
            made.pieces.append(Piece(text, look))
        return _boxes(made, run)


def _boxes(made: Paragraph, run: etree._Element) -> list[etree._Element]:
    """The outermost text boxes of a run; that something is drawn is noted."""
    found: list[etree._Element] = []
    for element in run:
        if element.tag in _DRAWN or element.tag == _MC + "AlternateContent":
            made.drawn = True
            inner = element.find(_MC + "Choice")
            outer = next((element if inner is None else inner).iter(_BOX), None)
            if outer is not None:
                found.append(outer)
    return found


def _text(run: etree._Element, look: Look) -> str:
    text = ""
    for element in run:
        if element.tag == W + "t":
            text += (element.text or "").replace("\n", " ")
        else:
            text += _SIGNS.get(str(element.tag), "")
    if text and look.font and is_legacy_font(look.font):
        text = from_font(text, look.font)
    return nfc(text.upper() if look.caps else text)


def _lines(paragraph: Paragraph) -> Iterator[Line]:
    """The lines with words; a tab begins another column."""
    line, column = Line(paragraph, []), 0
    for text, look in paragraph.pieces:
        for part in _parted(text):
            if part in ("\n", "\t"):
                if line.worded:
                    yield line
                column = 0 if part == "\n" else column + (1 if line.worded else 0)
                line = Line(paragraph, [], column)
            elif part:
                line.pieces.append(Piece(part, look))
    if line.worded:
        yield line


def _parted(text: str) -> Iterator[str]:
    start = 0
    for place, sign in enumerate(text):
        if sign in "\n\t":
            yield text[start:place]
            yield sign
            start = place + 1
    yield text[start:]


def _inside(part: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Children of a kind, also where a control of content is wrapped around them."""
    for element in part:
        if element.tag == tag:
            yield element
        elif element.tag in _INTO:
            yield from _inside(element, tag)
