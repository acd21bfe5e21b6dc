"""The parts of an administrative document, one function each: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.

Places of the parts on the page are those of mục IV (ô số 1 to 9b) of the same annex.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from quyen.core.paper.measure import balanced, width
from quyen.core.paper.page import BODY, TEXT_WIDTH, indent, line_under, write
from quyen.core.paper.signs import fit
from quyen.core.text.abbreviations import type_of_symbol

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
POINTS = 72 / 25.4  # points in a millimetre
HEAD = (66.0, TEXT_WIDTH - 66.0)  # the two columns of the head, millimetres
PADDING = 3.8  # millimetres that a cell keeps clear, both sides together
CENTRE, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def head(
    made: Document, issuer: str, above: str = "", symbol: str = "", place: str = "", day: date | None = None
) -> None:
    """State title and motto (II.1), issuer under its superior (II.2), number and symbol (II.3), place and day (II.4).

    `symbol` is "Số: 81/KH-UBND" as it is to be printed; empty where the paper has none."""
    left, right = _two_columns(made, HEAD)
    room = (HEAD[0] - PADDING) * POINTS
    if above:
        write(_centred(left), "\n".join(balanced(above.upper(), 12, room, "serif")), 12)
    lines = balanced(issuer.upper(), 12, room, "serif")
    write(_centred(left), "\n".join(lines), 12, bold=True)
    line_under(_centred(left), 0.4 * width(max(lines, key=len), 12, "serif"), room)
    write(_centred(right), STATE, 12, bold=True)
    write(_centred(right), MOTTO, 13, bold=True)
    line_under(_centred(right), width(MOTTO, 13, "serif"), (HEAD[1] - PADDING) * POINTS)
    left, right = _two_columns(made, HEAD)
    write(_centred(left, before=6), symbol, 13)
    if place or day:
        write(_centred(right, before=6), place_and_day(place, day), 13, italic=True)


def place_and_day(place: str, day: date | None) -> str:
    """ "Hà Nội, ngày 05 tháng 3 năm 2026": days below 10 and months 1 and 2 with a nought (II.4.b)."""
    if day is None:
        return f"{place}, ngày      tháng      năm        "
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{place}, ngày {day.day:02d} tháng {month} năm {day.year}".lstrip(", ")


def title(made: Document, kind: str, subject: str, remark: str = "") -> None:
    """Type in capitals and subject under it, bold, a line of a third to a half below (II.5.b); a remark in
    italics and brackets as on an annex (III.1.c)."""
    write(_spaced(made, CENTRE, before=14), kind.upper(), BODY, bold=True)
    room = TEXT_WIDTH * POINTS
    lines = balanced(subject, BODY, 0.94 * room, "serif")
    write(_spaced(made, CENTRE), "\n".join(lines), BODY, bold=True)
    longest = max(width(line, BODY, "serif") for line in lines)
    if remark:
        write(_spaced(made, CENTRE), f"({remark})", 13, italic=True)
    line_under(_spaced(made, CENTRE, after=8), 0.4 * longest, room)


def bases(made: Document, lines: Sequence[str]) -> None:
    """Legal bases: each its own line in italics that begins with "Căn cứ" and ends in ";", the last in "." (II.6.a).
    Empty ones are left out."""
    said = [base for base in map(_base, lines) if base]
    for number, line in enumerate(said, 1):
        end = "." if number == len(said) else ";"
        write(_body(made), line + end, BODY, italic=True)


def _base(line: str) -> str:
    """ "1079/QĐ-TTg" -> "Căn cứ Quyết định số 1079/QĐ-TTg"."""
    words = " ".join(fit(line).split()).rstrip(" ;.,")
    if not words or words.lower().startswith("căn cứ "):
        return words
    number, slash, symbol = words.partition("/")
    if slash and number.isdigit():
        words = f"{type_of_symbol(symbol.rpartition('/')[2]) or 'Văn bản'} số {words}"
    return f"Căn cứ {words}"


def heading(made: Document, words: str) -> None:
    """A part's heading "I. ..." in bold, on its own line with the text that follows it."""
    paragraph = _body(made, before=6)
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    write(paragraph, words, BODY, bold=True)


def text(made: Document, words: str, *, italic: bool = False) -> None:
    """A paragraph of the body: upright, both margins, first line in, 6 pt between (II.6.e)."""
    write(_body(made), words, BODY, italic=italic)


def listed(made: Document, items: Sequence[str], *, close: str = ".") -> None:
    """Items of a list; each ends in ";", the last in `close`: "./." ends the body of a document (Phụ lục III)."""
    for number, item in enumerate(items, 1):
        text(made, f"- {item.rstrip(' ;./')}{close if number == len(items) else ';'}")


def table(
    made: Document, headings: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]
) -> None:
    """A ruled table as wide as the text; its head is repeated on each page, no row is broken over two.

    `shares` are the columns' parts of the width. The first column is centred (TT)."""
    made_table = made.add_table(rows=1 + len(rows), cols=len(headings))
    made_table.style = "Table Grid"
    made_table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _fix_widths(made_table, [TEXT_WIDTH * share / sum(shares) for share in shares])
    grid = [list(row.cells) for row in made_table.rows]
    for cell, words in zip(grid[0], headings, strict=True):
        write(_cell_paragraph(cell, CENTRE), words, 12, bold=True)
    for cells, values in zip(grid[1:], rows, strict=True):
        for place, (cell, words) in enumerate(zip(cells, values, strict=True)):
            write(_cell_paragraph(cell, CENTRE if place == 0 else WD_ALIGN_PARAGRAPH.LEFT), words, 12)
    for number, row in enumerate(made_table.rows):
        _row_flag(row._tr, "w:cantSplit")
        if number == 0:
            _row_flag(row._tr, "w:tblHeader")
    _spaced(made, BOTH).paragraph_format.line_spacing = Pt(6)


def ending(made: Document, recipients: Sequence[str], authority: Sequence[str], name: str) -> None:
    """Recipients at the left (II.9.d, 9b: 12 bold italic, then 11) and at the right the authority and the name
    of who signs (II.7.đ: capitals, bold; name bold below the place of the signature)."""
    _spaced(made, BOTH).paragraph_format.line_spacing = Pt(10)
    left, right = _two_columns(made, (TEXT_WIDTH / 2, TEXT_WIDTH / 2))
    if recipients:
        write(_left(left), "Nơi nhận:", 12, bold=True, italic=True)
    for number, line in enumerate(recipients, 1):
        end = "." if number == len(recipients) else ";"
        write(_left(left), f"- {line.lstrip('- ').rstrip(' ;.')}{end}", 11)
    for line in authority:
        write(_centred(right), line.upper(), 13, bold=True)
    write(_centred(right, before=60), name, BODY, bold=True)


# --- under the blocks --------------------------------------------------------------------------


def _two_columns(made: Document, widths: Sequence[float]) -> tuple[_Cell, _Cell]:
    made_table = made.add_table(rows=1, cols=2)
    made_table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _fix_widths(made_table, widths)
    _row_flag(made_table.rows[0]._tr, "w:cantSplit")
    left, right = made_table.rows[0].cells
    return left, right


def _fix_widths(made_table: Table, widths: Sequence[float]) -> None:
    made_table.autofit = False
    for column, wide in zip(made_table.columns, widths, strict=True):
        column.width = Mm(wide)
        for cell in column.cells:
            cell.width = Mm(wide)


def _row_flag(row: Any, name: str) -> None:
    row.get_or_add_trPr().append(OxmlElement(name))


def _first_or_new(cell: _Cell) -> Paragraph:
    first: Paragraph = cell.paragraphs[0]
    fresh = len(cell.paragraphs) == 1 and not first.runs and first._p.pPr is None
    if fresh:
        return first
    added: Paragraph = cell.add_paragraph()
    return added


def _centred(cell: _Cell, before: float = 0) -> Paragraph:
    paragraph = _first_or_new(cell)
    paragraph.alignment = CENTRE
    paragraph.paragraph_format.space_before = Pt(before)
    return paragraph


def _left(cell: _Cell) -> Paragraph:
    paragraph = _first_or_new(cell)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    return paragraph


def _cell_paragraph(cell: _Cell, align: WD_ALIGN_PARAGRAPH) -> Paragraph:
    paragraph = _first_or_new(cell)
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    return paragraph


def _spaced(made: Document, align: WD_ALIGN_PARAGRAPH, before: float = 0, after: float = 0) -> Paragraph:
    paragraph = made.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(after)
    return paragraph


def _body(made: Document, before: float = 0) -> Paragraph:
    paragraph = _spaced(made, BOTH, before=before, after=6)
    paragraph.paragraph_format.first_line_indent = indent()
    return paragraph
