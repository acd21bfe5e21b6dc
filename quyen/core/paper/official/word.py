"""An official document as .docx: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from quyen.core.paper import blocks
from quyen.core.paper.grid import ruled
from quyen.core.paper.official.described import Official
from quyen.core.paper.official.printed import (
    TO,
    TO_COLON,
    Paragraph,
    Printed,
    PrintedAnnex,
    PrintedOfficial,
    Table,
    addressees_left,
    printed,
)
from quyen.core.paper.page import (
    BODY,
    MM,
    TEXT_WIDTH,
    TEXT_WIDTH_ACROSS,
    line_under,
    new_document,
    saved,
    write,
)

DASH = 8.2  # points of "- " in 14 point


def docx(official: Official) -> bytes:
    """The .docx of a document with its annexes. Same document, same bytes."""
    plan = printed(official)
    made = new_document(plan.title)
    add_head(made, plan)
    add_addressees(made, plan.addressees)
    blocks.bases(made, plan.bases)
    add_blocks(made, plan.blocks, keep_last=True)
    blocks.ending(made, plan.recipients, plan.authority, plan.signer)
    if plan.draft:
        _draft_below(made)
    for annex in plan.annexes:
        _open_annex(made, annex)
        add_annex(made, annex)
    return saved(made)


def add_head(made: Document, plan: PrintedOfficial) -> None:
    """Ô số 1 to 5a: state title to subject."""
    place = plan.place_and_day
    blocks.head_lines(
        made, plan.superior, plan.issuer, plan.issuer_rule, plan.number, place, draft=plan.draft
    )
    blocks.title_lines(made, plan.kind, plan.subject, plan.subject_rule)


def add_addressees(made: Document, lines: Sequence[str]) -> None:
    """Ô số 9a: one on the line of "Kính gửi:", more of them below it, their dashes under its colon (II.9.d)."""
    if len(lines) == 1:
        write(_addressed(made, blocks.CENTRE, after=8), f"{TO} {lines[0]}", BODY)
        return
    left = addressees_left(lines)
    for number, line in enumerate((TO, *lines) if lines else ()):
        paragraph = _addressed(made, WD_ALIGN_PARAGRAPH.LEFT, after=8 if number == len(lines) else 0)
        shape = paragraph.paragraph_format
        shape.left_indent = Pt(left + (TO_COLON + DASH if number else 0))
        shape.first_line_indent = Pt(-DASH if number else 0)
        write(paragraph, line, BODY)


def _addressed(made: Document, align: WD_ALIGN_PARAGRAPH, after: float) -> WordParagraph:
    return blocks.spaced(made, align, before=0, after=after)


def add_blocks(made: Document, printed_blocks: Sequence[Printed], *, keep_last: bool = False) -> None:
    """Paragraphs and tables; a table before the last words ("./.") keeps its last row with them. `keep_last`: the last
    words stay on the page of what follows."""
    for left, block in zip(range(len(printed_blocks) - 1, -1, -1), printed_blocks, strict=True):
        keep = (keep_last and left == 0) or (left == 1 and isinstance(block, Table))
        if isinstance(block, Paragraph):
            _paragraph(made, block, keep=keep)
        else:
            _table(made, block, keep=keep)


def _paragraph(made: Document, block: Paragraph, *, keep: bool) -> None:
    paragraph = blocks.body(made, before=6 if block.level else 0)
    if block.level:
        _outline(paragraph, block.level)
    paragraph.paragraph_format.keep_with_next = True if block.level or keep else None
    for run in block.runs:
        write(paragraph, run.text, BODY, bold=run.bold, italic=run.italic)


def _outline(paragraph: WordParagraph, level: int) -> None:
    """Its place in the document's outline, for the panes and screen readers that walk along it."""
    outline: Any = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), str(level - 1))
    paragraph._p.get_or_add_pPr().insert_element_before(outline, "w:divId", "w:cnfStyle", "w:rPr")


def _table(made: Document, block: Table, *, keep: bool) -> None:
    if block.caption:
        caption = blocks.spaced(made, blocks.CENTRE, before=6, after=3)
        caption.paragraph_format.keep_with_next = True
        write(caption, block.caption, 13, bold=True)
    if block.unit:
        unit = blocks.spaced(made, WD_ALIGN_PARAGRAPH.RIGHT, after=3)
        unit.paragraph_format.keep_with_next = True
        write(unit, block.unit, 13)
    element = ruled(
        block.titles,
        block.rows,
        block.shares,
        block.aligns,
        totals=block.totals,
        tall=block.tall,
        keep_last=keep,
        name=block.caption,
    )
    blocks.append(made, element)
    after = blocks.spaced(made, blocks.BOTH)
    after.paragraph_format.line_spacing = Pt(6)
    after.paragraph_format.keep_with_next = True if keep else None


def add_annex(made: Document, annex: PrintedAnnex, *, new_page: bool = False) -> None:
    """ "Phụ lục I", its title and "(Kèm theo ...)", a line below (III.1.b, III.1.c, mẫu 2.1), and its blocks."""
    name = blocks.spaced(made, blocks.CENTRE)
    name.paragraph_format.page_break_before = True if new_page else None
    _outline(name, 1)
    write(name, annex.name, BODY, bold=True)
    if annex.title:
        write(blocks.spaced(made, blocks.CENTRE), "\n".join(annex.title), BODY, bold=True)
    write(blocks.spaced(made, blocks.CENTRE), "\n".join(annex.reference), 13, italic=True)
    wide = TEXT_WIDTH_ACROSS if annex.landscape else TEXT_WIDTH
    line_under(blocks.spaced(made, blocks.CENTRE, after=10), annex.rule, wide * MM)
    add_blocks(made, annex.blocks)


def _open_annex(made: Document, annex: PrintedAnnex) -> None:
    """A section of its own: its page numbers begin at 1 again (III.1.đ), its page may lie across."""
    section = made.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if annex.landscape else WD_ORIENT.PORTRAIT
    short, long = Mm(210), Mm(297)
    section.page_width, section.page_height = (long, short) if annex.landscape else (short, long)
    _number_from_one(section)


def _number_from_one(section: Section) -> None:
    properties: Any = section._sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    numbered: Any = OxmlElement("w:pgNumType")
    numbered.set(qn("w:start"), "1")
    properties.find(qn("w:pgMar")).addnext(numbered)


def _draft_below(made: Document) -> None:
    """Every page of a draft says that it is one."""
    section = made.sections[0]
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = blocks.CENTRE
        write(paragraph, "Dự thảo", 11)
