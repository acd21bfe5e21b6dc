"""A text to be read over the commune's loudspeaker, as a Word file in plain big print: who issues it, how long it takes, what
is said, and how the hard places are read."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from quyen.core.paper.frozen import frozen
from quyen.core.paper.kit.told import Told, labels_of
from quyen.core.paper.page import PROPERTY
from quyen.core.paper.signs import fit

BIG, PLAIN, SMALL = 20, 14, 12  # points
FONT, KHMER = "Arial", "Noto Sans Khmer"


def radio_docx(told: Told, spoken: Sequence[str], minutes: str, notes: Sequence[str] = ()) -> bytes:
    """`spoken`: paragraphs as they are read (figures as words). `minutes`: the estimate in words ("khoảng 2 phút 10
    giây"). `notes`: what whoever reads should settle first. Same values, same bytes."""
    made = docx.Document()
    made.core_properties.title, made.core_properties.author = (
        fit(told.title)[:PROPERTY],
        fit(told.unit)[:PROPERTY],
    )
    made.core_properties.comments = ""
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(20)
    labels = labels_of(told.language)
    if told.draft:
        _line(made, labels.draft, PLAIN, bold=True)
    _line(made, f"{labels.issued_by}: {told.units}", PLAIN, bold=True)
    _line(made, f"BẢN ĐỌC TRUYỀN THANH · {minutes}", PLAIN)
    _line(made, told.title, 24, bold=True, after=14, level=1)
    for words in spoken:
        paragraph = _line(made, words, BIG, after=14)
        paragraph.paragraph_format.line_spacing = 1.5
        paragraph.paragraph_format.keep_together = len(words) < 600
    for note in notes:
        _line(made, note, SMALL)
    _line(made, told.address, SMALL)
    out = io.BytesIO()
    made.save(out)
    return frozen(out.getvalue())


def _line(
    made: Document, words: str, size: float, *, bold: bool = False, after: float = 6, level: int = 0
) -> Paragraph:
    paragraph = made.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(after)
    run: Any = paragraph.add_run(fit(words))
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
    properties = run._r.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), FONT)
    fonts.set(qn("w:cs"), KHMER)
    if any("\u1780" <= sign <= "\u17ff" for sign in words):
        _complex(properties, size)
    if level:
        outline: Any = OxmlElement("w:outlineLvl")
        outline.set(qn("w:val"), str(level - 1))
        paragraph._p.get_or_add_pPr().insert_element_before(outline, "w:divId", "w:cnfStyle", "w:rPr")
    return paragraph


def _complex(properties: Any, size: float) -> None:
    """Khmer is one of Word's complex scripts: its size and its language stand apart."""
    for name, value in (("w:cs", None), ("w:szCs", str(round(size * 2)))):
        element: Any = OxmlElement(name)
        if value:
            element.set(qn("w:val"), value)
        properties.append(element)
    language: Any = OxmlElement("w:lang")
    language.set(qn("w:bidi"), "km-KH")
    properties.append(language)
