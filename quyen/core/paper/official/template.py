"""A unit's own Word file as a mould: places like {{ trích yếu }} are filled, everything else stays as it is.

There is no language in it: a place is a name from a closed list, looked up and replaced. Nothing of the file is
run, followed or fetched; a file that could make the reader's program do so is refused.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import docx
from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from quyen.core.errors import BadTemplate, DamagedFile, TooLarge
from quyen.core.paper import blocks
from quyen.core.paper.official.described import Official
from quyen.core.paper.official.mould import check_mould
from quyen.core.paper.official.places import Spot, put, spots
from quyen.core.paper.official.printed import Printed, PrintedOfficial, Table, printed
from quyen.core.paper.official.word import add_annex, add_blocks
from quyen.core.paper.page import MM, TEXT_WIDTH, saved
from quyen.core.paper.wording import GAP, day_said, one_line
from quyen.core.text.folding import fold

PARAGRAPHS, PLACES = 20_000, 500
LINES: dict[str, Callable[[Official, PrintedOfficial], str]] = {  # name -> what is put there, within its line
    "cơ quan chủ quản": lambda told, _: one_line(told.superior),
    "cơ quan ban hành": lambda told, _: one_line(told.issuer),
    "số": lambda _, plan: plan.number.removeprefix("Số: ").partition("/")[0],
    "ký hiệu": lambda told, _: one_line(told.symbol),
    "số, ký hiệu": lambda _, plan: plan.number.removeprefix("Số: "),
    "địa danh": lambda told, _: one_line(told.place),
    "ngày": lambda told, _: day_said(told.day),
    "địa danh và thời gian": lambda _, plan: plan.place_and_day,
    "năm": lambda told, _: str(told.day.year) if told.day else GAP,
    "tên loại": lambda told, _: one_line(told.kind),
    "trích yếu": lambda told, _: one_line(told.subject),
    "kính gửi": lambda _, plan: "\n".join(plan.addressees),
    "nơi nhận": lambda _, plan: "\n".join(plan.recipients),
    "quyền hạn": lambda _, plan: "\n".join(plan.authority),
    "người ký": lambda told, _: one_line(told.signer),
}
WHOLE = ("căn cứ", "nội dung", "phụ lục", "phụ lục 1", "bảng: phụ lục 1")  # each alone in its paragraph
Filler = Callable[
    [Document, float], None
]  # adds to the end of a document, in a column so many millimetres wide


def template_places(template: bytes) -> tuple[str, ...]:
    """The places of a template, in order, each once. Errors as for `filled`, but for annexes that a document lacks."""
    made = _opened(template)
    return tuple(dict.fromkeys(spot.name for spot in _all_spots(made)))


def filled(template: bytes, official: Official) -> bytes:
    """The template with its places filled. Same template and document, same bytes. Errors: UnknownKind, DamagedFile,
    ProtectedFile, TooLarge, UnsafeFile; BadTemplate, which names every place that we do not know."""
    made = _opened(template)
    upright = replace(official, annexes=tuple(replace(one, landscape=False) for one in official.annexes))
    plan = printed(upright)
    found = _all_spots(made)
    lines = {_key(name): say for name, say in LINES.items()}
    whole = dict(_fillers(plan))
    _refuse_unknown(found, {*lines, *whole})
    for spot in found:
        key = _key(spot.name)
        if key in whole:
            _put_whole(made, spot, whole[key])
    for spot in reversed(found):  # from the end, so that what is left keeps its place
        key = _key(spot.name)
        if key in lines:
            words = lines[key](official, plan)
            put(spot, words.upper() if spot.name.isupper() else words)
    return saved(made)


def _opened(template: bytes) -> Document:
    check_mould(template)
    try:
        made: Document = docx.Document(io.BytesIO(template))
    except Exception as error:  # python-docx lets through whatever its parsers raise
        raise DamagedFile("Không mở được mẫu.", advice=BadTemplate.advice) from error
    return made


def _all_spots(made: Document) -> list[Spot]:
    """All places, those of headers and footers too."""
    found: list[Spot] = []
    left = PARAGRAPHS
    for part in made.part.package.iter_parts():
        if isinstance(part, XmlPart):
            paragraphs = list(part.element.iter(qn("w:p")))
            left -= len(paragraphs)
            if left < 0:
                raise TooLarge(f"Mẫu có hơn {PARAGRAPHS} đoạn.", advice=BadTemplate.advice)
            for paragraph in paragraphs:
                found += spots(paragraph, inside=part is made.part)
    if len(found) > PLACES:
        raise TooLarge(f"Mẫu có hơn {PLACES} chỗ điền.", advice=BadTemplate.advice)
    return found


def _refuse_unknown(found: Sequence[Spot], known: set[str]) -> None:
    unknown = list(dict.fromkeys(spot.name for spot in found if _key(spot.name) not in known))
    if unknown:
        said = ", ".join(f"{{{{ {name} }}}}" for name in unknown[:10])
        names = "; ".join((*LINES, *WHOLE))
        raise BadTemplate(f"Mẫu có chỗ điền không rõ: {said}.", advice=f"Các tên dùng được: {names}.")


def _key(name: str) -> str:
    return " ".join(fold(name).replace(",", " ").replace(":", " ").split())


# --- whole paragraphs and tables ----------------------------------------------------------------


def _fillers(plan: PrintedOfficial) -> Iterator[tuple[str, Filler]]:
    yield _key("căn cứ"), lambda made, _: blocks.bases(made, plan.bases)
    yield _key("nội dung"), _blocks_of(plan.blocks)
    yield _key("phụ lục"), _annexes_of(plan, range(len(plan.annexes)))
    for place, annex in enumerate(plan.annexes):
        tables = [one for one in annex.blocks if isinstance(one, Table)]
        for number in {str(place + 1), annex.name.removeprefix("Phụ lục").strip() or "1"}:
            yield _key(f"phụ lục {number}"), _annexes_of(plan, range(place, place + 1))
            yield _key(f"bảng: phụ lục {number}"), _blocks_of(tables)


def _blocks_of(of: Sequence[Printed]) -> Filler:
    return lambda made, wide: add_blocks(made, [_as_wide(one, wide) for one in of])


def _annexes_of(plan: PrintedOfficial, places: range) -> Filler:
    def fill(made: Document, wide: float) -> None:
        for place in places:
            annex = plan.annexes[place]
            add_annex(
                made,
                replace(annex, blocks=tuple(_as_wide(one, wide) for one in annex.blocks)),
                new_page=True,
            )

    return fill


def _as_wide(block: Printed, wide: float) -> Printed:
    """A table as wide as the column that it is put in."""
    if not isinstance(block, Table):
        return block
    return replace(block, shares=tuple(share * wide / sum(block.shares) for share in block.shares))


def _put_whole(made: Document, spot: Spot, fill: Filler) -> None:
    if not spot.alone or not spot.inside:
        raise BadTemplate(f"Chỗ điền {{{{ {spot.name} }}}} phải đứng riêng một đoạn trong phần thân của mẫu.")
    body = made.element.body
    before = set(body)
    fill(made, _column(body, spot.paragraph))
    for element in [one for one in body if one not in before]:
        spot.paragraph.addprevious(element)
    above = spot.paragraph.getparent()
    above.remove(spot.paragraph)
    if above.tag == qn("w:tc") and (not len(above) or above[-1].tag != qn("w:p")):
        above.append(OxmlElement("w:p"))


def _column(body: Any, paragraph: Any) -> float:
    """How wide the text stands where a paragraph is, in millimetres: by the section it lies in."""
    above = paragraph
    while above.getparent() is not body:
        above = above.getparent()
        if above is None:
            return TEXT_WIDTH
    for later in (above, *above.itersiblings()):
        section = later if later.tag == qn("w:sectPr") else later.find(f".//{qn('w:sectPr')}")
        if section is not None:
            return _text_width(section)
    return TEXT_WIDTH


def _text_width(section: Any) -> float:
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    try:
        twips = int(size.get(qn("w:w"))) - int(margins.get(qn("w:left"))) - int(margins.get(qn("w:right")))
    except (AttributeError, TypeError, ValueError):
        return TEXT_WIDTH
    return min(max(twips / 20 / MM, 40.0), 400.0)
