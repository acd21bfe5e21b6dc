"""The end of a document: the list of recipients and the block of the signer, wherever the format put them.

In a table they are two cells side by side (Nghị định 30/2020/NĐ-CP, Phụ lục I, part II, points 7 to 9); in
plain text they stand below each other, the list first. Only the document's own ending is read, not an annex's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quyen.core.text.folding import CAPITALS, fold
from quyen.core.types import Block, Cell, Document, Paragraph, Span, Table

Line = tuple[str, Span]

_RECIPIENTS = re.compile(r"[\s*_|>]*n[o0]i nhan\s*[:.]?\s*")
AUTHORITY = re.compile(
    r"\W*(?:t\s?/?\s?m|kt|k/t|tl|t/l|tuq|q|tun|thua lenh|thua uy quyen)\s?[.:]\s?(?=\w)|\W*t/m\s"
)
_ANNEX = re.compile(
    r"\W*(?:phu luc|bieu mau|mau so|danh muc|ke hoach|chuong trinh|quy che|quy dinh|phan ii|\[\d)\b"
)
TITLE = re.compile(
    r"\W*(?:quyen |pho )?(?:chu tich|chu nhiem|bo truong|thu truong|giam doc|thu tuong|bi thu|tong bi thu|tong giam doc|cuc truong|vu truong"
    r"|chanh van phong|chanh thanh tra|truong ban|truong doan|truong phong|hieu truong|vien truong|chanh an|tong cuc truong|chi cuc truong|tong thanh tra|chanh toa"
    r"|tong kiem toan|thuong truc|thong doc|thong doc|to truong|uy vien|dai ta|thieu tuong|trung tuong|thuong ta|chinh uy|chi huy truong|chanh)\b"
)
_FORM = re.compile(r"\W*(?:phu luc|bieu mau|mau so|mau bao cao|danh muc kem)\b")
_STORED = re.compile(r"[-–—~•*+\s]*luu\s?[:;.]?\s?(?:vt|van thu)\b")
_DASH = re.compile(r"\s*[-–—~•*+]\s?\w")
_LONGEST_AUTHORITY = 90  # letters
_PERSON = re.compile(rf"[{CAPITALS}][^\W\d_]*+(?:\s[{CAPITALS}][^\W\d_]*+){{1,5}}\Z")
_LABEL = " nhan"
_OPENING = 30  # letters in which the words "Nơi nhận" must stand
_LIST_ENDS = 45  # lines; no list of recipients is longer


@dataclass(frozen=True, slots=True)
class Ending:
    recipients: tuple[Line, ...] = ()
    signature: tuple[Line, ...] = ()
    start: int | None = None  # where the ending begins in the text


def find_ending(document: Document, folded: str) -> Ending:
    """Both parts of the first ending found before any annex; empty where the text has none. `folded` is the
    folded text of the document."""
    label = folded.find(_LABEL)
    for place, block in enumerate(document.blocks):
        start, end = block.at
        while 0 <= label < start:
            label = folded.find(_LABEL, start)
        if isinstance(block, Table):
            ending = _in_table(document, folded, block) if 0 <= label < end else None
            if ending:
                return _completed(document, place, ending)
        elif 0 <= label < start + _OPENING and _opens(_RECIPIENTS, folded, block.at):
            return _in_lines(document, place)
        elif end - start < 60 and place and _opens(_FORM, folded, block.at):
            break  # what follows is an annex or a form, with an ending of its own
    return _list_alone(document, folded) or _signature_alone(document, folded)


def _opens(words: re.Pattern[str], folded: str, at: Span) -> bool:
    return bool(words.match(folded, at.start, min(at.end, at.start + _OPENING)))


def _list_alone(document: Document, folded: str) -> Ending | None:
    """A list whose words "Nơi nhận" were lost: dashes up to the entry "Lưu: VT"."""
    blocks = document.blocks
    last = _stored(document, folded)
    if last is None or not isinstance(blocks[last], Paragraph):
        return None
    first = last
    while first and _DASH.match(document.text, blocks[first - 1].at.start) and _is_short(blocks[first - 1]):
        first -= 1
    if last - first < 2:
        return None
    listed = [(document.cut(block.at), block.at) for block in blocks[first : last + 1]]
    after = _signature_lines(_block_lines(document, last + 1, 12))
    before = _signature_lines(_block_lines(document, max(0, first - 6), first - max(0, first - 6)))
    return Ending(tuple(listed), tuple(after or before), blocks[first].at.start)


def _stored(document: Document, folded: str) -> int | None:
    """The first block that is the entry "Lưu: VT"."""
    if "luu" not in folded:
        return None
    for place, block in enumerate(document.blocks):
        if _STORED.match(folded, block.at.start, block.at.start + 20):
            return place
    return None


def _is_short(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.at.end - block.at.start < 160


# --- side by side --------------------------------------------------------------------------------


def _in_table(document: Document, folded: str, table: Table) -> Ending | None:
    for cell in table.cells:
        if _opens(_RECIPIENTS, folded, cell.at):
            lines = _after_label(_cell_lines(document, cell))
            beside = [other for other in table.cells if other.column != cell.column and other.row >= cell.row]
            signature = [line for other in beside for line in _cell_lines(document, other)]
            below = [other for other in table.cells if other.column == cell.column and other.row > cell.row]
            lines += [line for other in below for line in _cell_lines(document, other)]
            return Ending(tuple(lines), tuple(signature), table.at.start)
    return None


def _completed(document: Document, place: int, ending: Ending) -> Ending:
    """A signature that fell out of the table stands in the paragraphs after it, or before it; so may the name
    alone, after it."""
    if ending.signature:
        if any(not text.isupper() for text, _ in ending.signature):
            return ending
        name = [one for one in _block_lines(document, place + 1, 1)[:1] if _PERSON.match(one[0])]
        return replace(ending, signature=(*ending.signature, *name))
    after = _signature_lines(_block_lines(document, place + 1, 12))
    before = _signature_lines(_block_lines(document, max(0, place - 6), place - max(0, place - 6)))
    return Ending(ending.recipients, tuple(after or before), ending.start)


def _cell_lines(document: Document, cell: Cell) -> list[Line]:
    return _lines(document, cell.at)


def _lines(document: Document, at: Span) -> list[Line]:
    out, start = [], at.start
    for part in document.text[at.start : at.end].split("\n"):
        if part.strip():
            out.append((part, Span(start, start + len(part))))
        start += len(part) + 1
    return out


def _after_label(lines: list[Line]) -> list[Line]:
    """The list without the words "Nơi nhận:"."""
    if not lines:
        return lines
    text, at = lines[0]
    label = _RECIPIENTS.match(fold(text))
    if not label:
        return lines
    rest = text[label.end() :]
    return ([(rest, Span(at.start + label.end(), at.end))] if rest.strip(" *:_") else []) + lines[1:]


# --- below each other ----------------------------------------------------------------------------


def _block_lines(document: Document, first: int, count: int) -> list[Line]:
    out: list[Line] = []
    for block in document.blocks[first : first + count]:
        if isinstance(block, Paragraph):
            out.extend(_lines(document, block.at))
        else:
            out.extend(line for cell in block.cells for line in _cell_lines(document, cell))
    return out


def _in_lines(document: Document, place: int) -> Ending:
    start = document.blocks[place].at.start
    listed: list[Line] = []
    lines = _after_label(_block_lines(document, place, _LIST_ENDS))
    for count, line in enumerate(lines):
        if not _is_entry(line[0]):
            return _closed(document, place, listed, _signature_lines(lines[count : count + 14]), start)
        listed.append(line)
        if re.match(r"\W*luu\b", fold(line[0])):
            rest = lines[count + 1 : count + 15]
            return _closed(document, place, listed, _signature_lines(rest), start)
    return _closed(document, place, listed, [], start)


def _closed(document: Document, place: int, listed: list[Line], signed: list[Line], start: int) -> Ending:
    if not signed:  # in two columns made one the signer may stand before the list
        first = max(0, place - 8)
        signed = _signature_lines(_block_lines(document, first, place - first))
    return Ending(tuple(listed), tuple(signed), start)


def _is_entry(text: str) -> bool:
    folded = fold(text)
    if AUTHORITY.match(folded) or _ANNEX.match(folded):
        return False
    return not (text.isupper() and TITLE.match(folded))


def _signature_lines(lines: list[Line]) -> list[Line]:
    """From the line of authority or office on, up to what is no part of a signature."""
    out: list[Line] = []
    for line in lines:
        folded = fold(line[0])
        if not out and not (AUTHORITY.match(folded) or (TITLE.match(folded) and len(line[0]) < 60)):
            continue
        if len(line[0]) > 90 or (out and _ANNEX.match(folded)):
            break
        out.append(line)
    return out


def _signature_alone(document: Document, folded: str) -> Ending:
    """A text with a signature and no list: the lines of authority stand near a name at the end."""
    for place, block in enumerate(document.blocks):
        if isinstance(block, Table):
            lines = [at for cell in block.cells for _, at in _cell_lines(document, cell)]
        else:
            lines = [block.at]
        for start, end in lines:
            if (
                end - start < _LONGEST_AUTHORITY
                and AUTHORITY.match(folded, start, end)
                and document.text[start:end].isupper()
            ):
                return Ending((), tuple(_signature_lines(_block_lines(document, place, 10))), start)
    return Ending()
