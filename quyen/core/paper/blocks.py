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
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from quyen.core.paper.grid import ruled
from quyen.core.paper.measure import balanced, width
from quyen.core.paper.page import BODY, HEAD, MM, PADDING, TEXT_WIDTH, indent, line_under, write
from quyen.core.paper.wording import MOTTO, STATE, base_lines, item_lines, place_and_day

CENTRE, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def head(
    made: Document, issuer: str, above: str = "", symbol: str = "", place: str = "", day: date | None = None
) -> None:
    """State title and motto (II.1), issuer under its superior (II.2), number and symbol (II.3), place and day (II.4).

    `symbol` is "Số: 81/KH-UBND" as it is to be printed; empty where the paper has none."""
    room = (HEAD[0] - PADDING) * MM
    superior = balanced(above.upper(), 12, room, "serif") if above else ()
    lines = balanced(issuer.upper(), 12, room, "serif")
    rule = 0.4 * max(width(line, 12, "serif") for line in lines)
    head_lines(made, superior, lines, rule, symbol, place_and_day(place, day) if place or day else "")


def head_lines(
    made: Document,
    superior: Sequence[str],
    issuer: Sequence[str],
    rule: float,
    number: str,
    place: str,
    *,
    draft: bool = False,
) -> None:
    """The head from lines as they are printed; `rule` is the length of the line below the issuer, in points."""
    left, right = _two_columns(made, HEAD)
    if superior:
        write(_centred(left), "\n".join(superior), 12)
    write(_centred(left), "\n".join(issuer), 12, bold=True)
    line_under(_centred(left), rule, (HEAD[0] - PADDING) * MM)
    write(_centred(right), STATE, 12, bold=True)
    write(_centred(right), MOTTO, 13, bold=True)
    line_under(_centred(right), width(MOTTO, 13, "serif"), (HEAD[1] - PADDING) * MM)
    left, right = _two_columns(made, HEAD)
    write(_centred(left, before=6), number, 13)
    if draft:
        write(_centred(left, before=6), "DỰ THẢO", 13, bold=True)
    if place:
        write(_centred(right, before=6), place, 13, italic=True)


def title(made: Document, kind: str, subject: str, remark: str = "") -> None:
    """Type in capitals and subject under it, bold, a line of a third to a half below (II.5.b); a remark in
    italics and brackets as on an annex (III.1.c)."""
    lines = balanced(subject, BODY, 0.94 * TEXT_WIDTH * MM, "serif")
    longest = max(width(line, BODY, "serif") for line in lines)
    title_lines(made, kind.upper(), lines, 0.4 * longest, remark)


def title_lines(made: Document, kind: str, subject: Sequence[str], rule: float, remark: str = "") -> None:
    """The title from lines as they are printed; `rule` is the length of the line below, in points."""
    write(spaced(made, CENTRE, before=14), kind, BODY, bold=True)
    write(spaced(made, CENTRE), "\n".join(subject), BODY, bold=True)
    if remark:
        write(spaced(made, CENTRE), f"({remark})", 13, italic=True)
    line_under(spaced(made, CENTRE, after=8), rule, TEXT_WIDTH * MM)


def bases(made: Document, lines: Sequence[str]) -> None:
    """Legal bases, each its own line in italics (II.6.a)."""
    for line in base_lines(lines):
        write(body(made), line, BODY, italic=True)


def heading(made: Document, words: str) -> None:
    """A part's heading "I. ..." in bold, on its own line with the text that follows it."""
    paragraph = body(made, before=6)
    paragraph.paragraph_format.keep_with_next = True
    write(paragraph, words, BODY, bold=True)


def text(made: Document, words: str, *, italic: bool = False) -> None:
    """A paragraph of the body: upright, both margins, first line in, 6 pt between (II.6.e)."""
    write(body(made), words, BODY, italic=italic)


def listed(made: Document, items: Sequence[str], *, close: str = ".") -> None:
    """Items of a list; each ends in ";", the last in `close`: "./." ends the body of a document (Phụ lục III)."""
    for line in item_lines(items, close):
        text(made, line)


def table(
    made: Document, headings: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]
) -> None:
    """A ruled table as wide as the text; its head is repeated on each page, no row is broken over two.

    `shares` are the columns' parts of the width. The first column is centred (TT)."""
    widths = [TEXT_WIDTH * share / sum(shares) for share in shares]
    aligns = ["centre", *["left"] * (len(headings) - 1)]
    append(made, ruled(headings, rows, widths, aligns))
    spaced(made, BOTH).paragraph_format.line_spacing = Pt(6)


def append(made: Document, element: Any) -> None:
    """An element at the end of the text, before what describes the last page."""
    made.element.body.insert_element_before(element, "w:sectPr")


def ending(made: Document, recipients: Sequence[str], authority: Sequence[str], name: str) -> None:
    """Recipients at the left (II.9.d, 9b: 12 bold italic, then 11) and at the right the authority and the name
    of who signs (II.7.đ: capitals, bold; name bold below the place of the signature)."""
    gap = spaced(made, BOTH).paragraph_format
    gap.line_spacing, gap.keep_with_next = Pt(10), True
    left, right = _two_columns(made, (TEXT_WIDTH / 2, TEXT_WIDTH / 2))
    _flush(left)
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


def _flush(cell: _Cell) -> None:
    """Its words begin at the very margin (II.9.d)."""
    margins: Any = OxmlElement("w:tcMar")
    edge: Any = OxmlElement("w:left")
    edge.set(qn("w:w"), "0")
    edge.set(qn("w:type"), "dxa")
    margins.append(edge)
    cell._tc.get_or_add_tcPr().append(margins)


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


def spaced(made: Document, align: WD_ALIGN_PARAGRAPH, before: float = 0, after: float = 0) -> Paragraph:
    """An empty paragraph with room around it, in points."""
    paragraph = made.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(after)
    return paragraph


def body(made: Document, before: float = 0) -> Paragraph:
    """An empty paragraph of the body: both margins, first line in, 6 points below it (II.6.e)."""
    paragraph = spaced(made, BOTH, before=before, after=6)
    paragraph.paragraph_format.first_line_indent = indent()
    return paragraph
