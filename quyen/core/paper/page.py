"""The page of an administrative document: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from quyen.core.paper.frozen import frozen
from quyen.core.paper.signs import fit

FONT = "Times New Roman"
BODY = 14  # points; II.6.e allows 13 to 14
LEFT, RIGHT, TOP, BOTTOM = 30, 20, 20, 20  # millimetres; I.3 allows 30-35, 15-20, 20-25, 20-25
PROPERTY = 255  # characters that a property of a Word file holds
TEXT_WIDTH = 210 - LEFT - RIGHT  # millimetres
TEXT_WIDTH_ACROSS = 297 - LEFT - RIGHT  # of a page that lies across
HEAD = (66.0, TEXT_WIDTH - 66.0)  # the two columns of the head, millimetres
PADDING = 3.8  # millimetres that a cell keeps clear, both sides together
MM = 72 / 25.4  # points in a millimetre


def new_document(title: str) -> Document:
    """An empty A4 document upright (I.1, I.2), margins by I.3, Times New Roman in black (I.4), page numbers
    centred in the top margin from the second page on (I.7)."""
    made = docx.Document()
    made.core_properties.title = fit(title)[:PROPERTY]
    made.core_properties.author = "Quyền"
    made.core_properties.comments = ""
    made.core_properties.language = "vi-VN"
    _plain_style(made)
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.header_distance, section.footer_distance = Mm(10), Mm(10)
    _number_pages(section)
    return made


def saved(made: Document) -> bytes:
    """The document's bytes, the same for the same content."""
    out = io.BytesIO()
    made.save(out)
    return frozen(out.getvalue())


def _plain_style(made: Document) -> None:
    style = made.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(BODY)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    properties.append(language)
    style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing = 1.0


def _number_pages(section: Section) -> None:
    """Arabic figures from 1, size 13 to 14, not shown on the first page (I.7)."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    run.font.size = Pt(13)
    for kind, words in (("begin", ""), ("", "PAGE"), ("separate", ""), ("shown", "2"), ("end", "")):
        run._r.append(_field_part(kind, words))


def _field_part(kind: str, words: str) -> Any:
    if kind in ("begin", "separate", "end"):
        part = OxmlElement("w:fldChar")
        part.set(qn("w:fldCharType"), kind)
        return part
    part = OxmlElement("w:t" if kind == "shown" else "w:instrText")
    part.text = words
    return part


def write(paragraph: Paragraph, words: str, size: float, *, bold: bool = False, italic: bool = False) -> Run:
    """Words added to a paragraph; signs that XML cannot carry are left out."""
    run = paragraph.add_run(fit(words))
    run.font.size, run.font.bold, run.font.italic = Pt(size), bold, italic
    return run


def line_under(paragraph: Paragraph, length: float, room: float) -> None:
    """A drawn line of `length` under a paragraph, balanced in `room` (both in points), as II.1.b, II.2.b, II.5.b ask.

    It is the border of an empty paragraph with indents: it stays in its place whatever program opens the file."""
    side = max(0.0, (room - length) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(side)
    paragraph.paragraph_format.line_spacing = Pt(4)
    border: Any = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        border.set(qn(f"w:{name}"), value)
    borders: Any = OxmlElement("w:pBdr")
    borders.append(border)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def indent() -> Cm:
    """First lines start 1 cm or 1.27 cm in (II.6.e)."""
    return Cm(1.27)
