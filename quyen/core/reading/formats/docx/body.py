"""The body of a Word file: paragraphs with their numbers, tables, text boxes, foreign chunks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from quyen.core.errors import TooLarge
from quyen.core.reading.formats.docx.numbering import Numbering
from quyen.core.reading.formats.docx.package import R, W, value
from quyen.core.reading.formats.docx.package import number as whole
from quyen.core.reading.formats.docx.runs import RunReader
from quyen.core.reading.formats.docx.styles import NOTHING, Look, Said, Styles, read_properties
from quyen.core.reading.formats.docx.tables import Grid
from quyen.core.reading.formats.limits import Limits
from quyen.core.types import RawParagraph, RawTable

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARAGRAPH, _TABLE, _CHUNK, _PROPERTIES = W + "p", W + "tbl", W + "altChunk", W + "pPr"
_THROUGH = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body")}
_THROUGH |= {_MC + "AlternateContent", _MC + "Choice"}
_MOST_COLUMNS = 63  # Word's own ceiling
_CENTRED = ("center", "centre")

Block = RawParagraph | RawTable


class BodyReader:
    """Walks the blocks of a part in order. `chunks` are the relations of the foreign parts met."""

    def __init__(self, styles: Styles, numbering: Numbering, runs: RunReader, limits: Limits) -> None:
        self._styles = styles
        self._numbering = numbering
        self._runs = runs
        self._cells_left = limits.cells
        self._blocks_left = limits.blocks
        self._joined = ""  # words of a paragraph whose end mark was deleted
        self.chunks: list[tuple[int, str]] = []  # (number of blocks before it, relation)

    def blocks(self, part: etree._Element) -> list[Block]:
        """Every block of the body, of a footnote or of a text box."""
        found: list[Block] = []
        for element in _flat(part):
            tag = element.tag
            if tag == _PARAGRAPH:
                found += self._paragraphs(element)
            elif tag == _TABLE:
                found += self._table(element)
            else:
                self.chunks.append((len(found), element.get(R + "id", "")))
        return found

    def _paragraphs(self, element: etree._Element, *, in_cell: bool = False) -> list[Block]:
        self._blocks_left -= 1
        if self._blocks_left < 0:
            raise TooLarge("Tệp có quá nhiều đoạn.")
        parts = list(element)
        said = _said(parts)
        look = self._styles.dressed(said)
        line = self._runs.read(parts, look)
        text = self._joined + line.text()
        self._joined = ""
        if said.end_deleted:
            self._joined = text
            self._runs.tracked = True
            return []
        label = self._label(look, said.style or "") if look.number else ""
        if label and (in_cell or text.strip()):
            text = label + text
        made = RawParagraph(text, line.page)
        if text and not text.isspace():
            made.bold, made.italic = line.bold and bool(line.pieces), line.italic and bool(line.pieces)
            made.centred, made.heading = look.align in _CENTRED, look.heading
        found: list[Block] = [made]
        for box in line.boxes:
            found += self.blocks(box)
        return found

    def _label(self, look: Look, style: str) -> str:
        """The automatic number of a paragraph: its own list, else its style's; list 0 means none."""
        if not look.number or look.number == "0":
            return ""
        level = look.level
        if level is None:
            level = self._numbering.level_of_style(look.number, style)
        return self._numbering.label(look.number, level)

    def _table(self, element: etree._Element) -> list[Block]:
        """The table; a frame of one cell is unwrapped into what it holds."""
        page = self._runs.page
        rows = [row for row in _children(element, W + "tr") if not _row_deleted(row)]
        if len(rows) == 1 and len(cells := list(_children(rows[0], W + "tc"))) == 1:
            return self.blocks(cells[0])
        grid = Grid()
        for row in rows:
            grid.begin_row(_before(row))
            for cell in _children(row, W + "tc"):
                self._cell(grid, cell)
        table = grid.table(page)
        return [table] if table.cells else []

    def _cell(self, grid: Grid, cell: etree._Element) -> None:
        self._cells_left -= 1
        if self._cells_left < 0:
            raise TooLarge("Bảng có quá nhiều ô.")
        properties = cell.find(W + "tcPr")
        span, down, across = 1, None, None
        if properties is not None:
            span = min(max(whole(properties.find(W + "gridSpan"), 1), 1), _MOST_COLUMNS)
            down, across = properties.find(W + "vMerge"), properties.find(W + "hMerge")
        text = self._cell_text(cell)
        if across is not None and value(across) != "restart":
            grid.widen(text)
        elif down is not None and value(down) != "restart":
            grid.lengthen(text, span)
        else:
            grid.add(text, span)

    def _cell_text(self, cell: etree._Element) -> str:
        lines: list[str] = []
        for element in _flat(cell):
            if element.tag == _PARAGRAPH:
                for block in self._paragraphs(element, in_cell=True):
                    lines += [block.text] if isinstance(block, RawParagraph) else _table_lines(block)
            elif element.tag == _TABLE:
                for inner in self._table(element):
                    lines += [inner.text] if isinstance(inner, RawParagraph) else _table_lines(inner)
        return "\n".join(lines).strip("\n")


def _said(parts: list[etree._Element]) -> Said:
    """What the paragraph's own properties say; they are its first part in a sound file."""
    for element in parts:
        if element.tag == _PROPERTIES:
            return read_properties(element)
    return NOTHING


def _table_lines(table: RawTable) -> list[str]:
    """A table inside a cell: a line for each row, cells parted by tabs."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.text.replace("\n", " "))
    return ["\t".join(texts) for _, texts in sorted(rows.items())]


def _flat(parent: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs, tables and foreign chunks of a part, wrappers opened, in order."""
    for element in parent:
        tag = element.tag
        if tag in (_PARAGRAPH, _TABLE, _CHUNK):
            yield element
        elif tag in _THROUGH:
            yield from _flat(element)


def _children(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, wrappers opened."""
    for element in parent:
        if element.tag == wanted:
            yield element
        elif element.tag in _THROUGH:
            yield from _children(element, wanted)


def _row_deleted(row: etree._Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _before(row: etree._Element) -> int:
    """Columns left free at the start of a row."""
    found = row.find(f"{W}trPr/{W}gridBefore")
    return min(max(whole(found), 0), _MOST_COLUMNS)
