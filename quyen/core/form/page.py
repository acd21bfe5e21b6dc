"""The page: paper, margins, font, colour, page numbers (Mục I)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from quyen.core.form import clauses
from quyen.core.form.dress import Wanted, undressed
from quyen.core.form.lines import Line, Paragraph
from quyen.core.form.looks import points
from quyen.core.form.opened import Opened
from quyen.core.form.report import Deviation, Place, Severity
from quyen.core.reading.formats.docx.package import W, is_on, value
from quyen.core.text.encodings import is_legacy_font
from quyen.core.text.saying import say_number

A4 = (210.0, 297.0)  # millimetres
SIDES = {  # millimetres from the edge
    "top": ("trên", 20.0, 25.0),
    "bottom": ("dưới", 20.0, 25.0),
    "left": ("trái", 30.0, 35.0),
    "right": ("phải", 15.0, 20.0),
}
SLACK, MARGIN_SLACK = 1.0, 0.6  # programs round to twentieths of a point or to tenths of an inch
_MM = 25.4 / 72
_ONE_PAGE = 2500  # letters; more of them never fit on one page of this size
_TIMES = re.compile(r"times ?new ?roman(?:ps(?:mt)?)?", re.I)
_SIGN_FONTS = re.compile(r"symbol|wingdings ?[23]?|webdings|zapf dingbats|cambria math|opensymbol", re.I)
_BLACK = (None, "AUTO", "000000")
NUMBER = Wanted("page_number", "Số trang", clauses.NUMBERS, (13, 14), italic=False)


def check_page(opened: Opened) -> Iterator[Deviation]:
    """Every section's paper and margins; a further section may lie across (tables)."""
    for number, section in enumerate(opened.sections):
        where = "" if len(opened.sections) == 1 else f" (phần {number + 1} của tệp)"
        yield from _paper(section, where, first=number == 0)
    if not opened.sections:
        yield Deviation(
            "page.size", "Khổ giấy", "A4 (210 mm x 297 mm)", "tệp không ghi khổ giấy", clauses.PAPER
        )


def _paper(section: etree._Element, where: str, *, first: bool) -> Iterator[Deviation]:
    size = section.find(W + "pgSz")
    wide, high = _mm(size, "w"), _mm(size, "h")
    if wide is None or high is None:
        found = "tệp không ghi khổ giấy" + where
        yield Deviation("page.size", "Khổ giấy", "A4 (210 mm x 297 mm)", found, clauses.PAPER)
        return
    if any(abs(one - other) > SLACK for one, other in zip(sorted((wide, high)), A4, strict=True)):
        found = f"{say_number(round(wide))} mm x {say_number(round(high))} mm{where}"
        yield Deviation("page.size", "Khổ giấy", "A4 (210 mm x 297 mm)", found, clauses.PAPER)
    across = wide > high
    if across and first:
        expected, found = "theo chiều dài của khổ A4, trừ khi có bảng, biểu", "theo chiều rộng"
        yield Deviation(
            "page.direction", "Kiểu trình bày", expected, found, clauses.DIRECTION, Severity.SHOULD
        )
    yield from _margins(section.find(W + "pgMar"), where, Severity.SHOULD if across else Severity.MUST)


def _margins(margins: etree._Element | None, where: str, severity: Severity) -> Iterator[Deviation]:
    for side, (name, low, high) in SIDES.items():
        found = _mm(margins, side)
        if found is not None and side in ("left", "top"):
            found += _mm(margins, "gutter") or 0 if side == "left" else 0
        if found is None or not low - MARGIN_SLACK <= abs(found) <= high + MARGIN_SLACK:
            said_mm = "tệp không ghi" if found is None else f"{say_number(round(abs(found), 1))} mm"
            expected = f"từ {say_number(low)} đến {say_number(high)} mm"
            part = f"Lề {name}"
            yield Deviation(f"page.{side}", part, expected, said_mm + where, clauses.MARGINS, severity)


def _mm(element: etree._Element | None, name: str) -> float | None:
    length = points(value(element, name))
    return None if length is None else length * _MM


# --- letters ------------------------------------------------------------------------------------


def check_letters(paragraphs: list[Paragraph]) -> Iterator[Deviation]:
    """Font and colour of every word, tables and annexes among them."""
    for paragraph in paragraphs:
        fonts: Counter[str] = Counter()
        colours: Counter[str] = Counter()
        for piece in paragraph.pieces:
            if not any(sign.isalnum() for sign in piece.text):
                continue
            if (font := piece.look.font) and not _TIMES.fullmatch(font) and not _SIGN_FONTS.fullmatch(font):
                fonts[font[:40]] += len(piece.text)
            if piece.look.color not in _BLACK:
                colours[str(piece.look.color)[:12]] += len(piece.text)
        place = paragraph.whole.place
        yield from (_font(font, place) for font in fonts)
        yield from (_colour(colour, place) for colour in colours)


def _font(font: str, place: Place) -> Deviation:
    old = " (bộ mã cũ, không phải Unicode)" if is_legacy_font(font) else ""
    return Deviation(
        "letters.font", "Phông chữ", "Times New Roman, Unicode", font + old, clauses.FONT, place=place
    )


def _colour(colour: str, place: Place) -> Deviation:
    return Deviation(
        "letters.colour", "Màu chữ", "màu đen", f"màu {colour}", clauses.FONT, Severity.SHOULD, place
    )


# --- page numbers -------------------------------------------------------------------------------


def check_numbers(opened: Opened) -> Iterator[Deviation]:
    """Arabic, from 1, in the middle of the top margin, not on the first page. A single page needs none."""
    if not opened.sections:
        return
    first = opened.sections[0]
    shown = opened.page_numbers(first, "headerReference", "default")
    if shown is None:
        yield from _not_at_the_top(opened, first)
        return
    yield from _number_look(shown)
    titled = first.find(W + "titlePg")
    if (
        titled is None
        or not is_on(titled)
        or opened.page_numbers(first, "headerReference", "first") is not None
    ):
        yield _number("first", "không hiển thị ở trang thứ nhất", "trang thứ nhất cũng có số")
    kind = first.find(W + "pgNumType")
    if value(kind, "start") not in ("", "1"):
        yield _number("start", "đánh từ số 1", f"đánh từ số {value(kind, 'start')[:8]}")
    if value(kind, "fmt") not in ("", "decimal"):
        yield _number("format", "chữ số Ả Rập", "chữ số khác")


def _not_at_the_top(opened: Opened, first: etree._Element) -> Iterator[Deviation]:
    footers = (opened.page_numbers(first, "footerReference", kind) for kind in ("default", "first", "even"))
    if any(found is not None for found in footers):
        yield _number("place", "trong phần lề trên", "ở phần lề dưới")
    elif sum(len(piece.text) for one in opened.paragraphs for piece in one.pieces) > _ONE_PAGE:
        yield _number("absent", "phải có từ trang thứ hai", "không thấy")


def _number_look(shown: list[Paragraph]) -> Iterator[Deviation]:
    for paragraph in shown:
        figures = [piece for piece in paragraph.pieces if piece.text.strip().isdigit()]
        if figures:
            yield from undressed(NUMBER, [Line(paragraph, figures)])
        if not paragraph.is_centred and paragraph.shape.framed != "center":
            yield _number("centred", "canh giữa theo chiều ngang", "không canh giữa")


def _number(what: str, expected: str, found: str) -> Deviation:
    return Deviation(f"page_number.{what}", "Số trang", expected, found, clauses.NUMBERS)
