"""The head of a document: the lines before its body, and which of them are title, number, place and date.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, part II: state title, issuing body, number, place and date, type and
subject stand before the legal bases and the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from quyen.core.text.abbreviations import TYPE_NAMES, type_by_name
from quyen.core.text.folding import fold
from quyen.core.types import Document, Span, Table

_FURTHEST = 60  # blocks; the head of a document of whatever form is shorter
_MOST_LINES = 150
_SUBJECT_LINES = 12
_MOTTO = re.compile(
    r"c[o0]n?g ho[a] xa hoi(?: chu nghia viet nam)?|^\W*chu nghia viet nam|doc lap\s*[-–—]\s*tu do\s*[-–—]\s*hanh phuc"
)
_BODY = re.compile(
    r"(?:can cu|thuc hien|theo de nghi|tren co so|xet de nghi|xet to trinh|tiep theo|kinh gui|de (?:thuc hien|trien khai|tiep tuc|kip thoi)|nham)\b"
)
_FIRST_PART = re.compile(
    r"(?:[IVX]{1,4}|1)\s?[.)/\-]\s|Điều\s+1\b|ĐIỀU\s+1\b|Chương\s+I\b|CHƯƠNG\s+I\b|(?:Phần|PHẦN)\s"
)
_ATTACHED = re.compile(r"\W*(?:ban hanh )?(?:kem theo|dinh kem)\b")

_NAMES = {fold(name) for name in TYPE_NAMES} - {"luat", "bo luat", "lenh", "hien phap"} | {
    "luat",
    "phap lenh",
}
_OPENING = 4  # letters; no type has fewer
# by their first letters, the longest names first
_TYPES_BY_OPENING: dict[str, list[tuple[str, str]]] = {}
for _name in TYPE_NAMES:
    _TYPES_BY_OPENING.setdefault(fold(_name)[:_OPENING], []).append((_name, fold(_name)))


_FIRST_PART_BEGINS = frozenset("IVX1ĐCP")
_BODY_BEGINS = frozenset("ctxkdn")


class Line(NamedTuple):
    """One printed line of the head; `cell` tells lines of a table's cells from paragraphs."""

    text: str
    folded: str
    at: Span
    cell: tuple[int, int] | None = None  # row, column
    column_count: int = 1


@dataclass(frozen=True, slots=True)
class Head:
    lines: tuple[Line, ...]  # before the title
    type_name: str | None  # "Kế hoạch" as printed in capitals
    type_at: Span | None
    subject: tuple[Line, ...]  # the subject under the type
    body: int  # where the bases or the body begin


def read_head(document: Document, folded: str) -> Head:
    """Splits the first blocks; a text without a printed type has an empty subject.
    `folded` is the folded text of the document."""
    printed = _lines(document, folded)
    lines, title = _title_line(printed)
    if title is None:
        body = next((line.at.start for line in lines if _opens_body(line)), len(document.text))
        before = tuple(line for line in lines if line.at.start < body)
        return Head(before, None, None, (), body)
    lines += islice(printed, _SUBJECT_LINES)
    at, name, length = title
    line = lines[at]
    first = _rest(line, length)
    following = ([first] if first else []) + lines[at + 1 :]
    subject = _subject(following)
    after = subject[-1].at.end if subject else line.at.end
    return Head(tuple(lines[:at]), name, Span(line.at.start, line.at.start + length), tuple(subject), after)


def _lines(document: Document, folded: str) -> Iterator[Line]:
    count = 0
    for block in document.blocks[:_FURTHEST]:
        found: list[Line] = []
        if isinstance(block, Table):
            for cell in block.cells:
                found += _split(document.text, folded, cell.at, (cell.row, cell.column), block.columns)
        else:
            found = _split(document.text, folded, block.at, None, 1)
        yield from found
        count += len(found)
        if count > _MOST_LINES:
            break


def _split(text: str, folded: str, at: Span, cell: tuple[int, int] | None, columns: int) -> list[Line]:
    lines, start = [], at.start
    for part in text[at.start : at.end].split("\n"):
        if part.strip():
            lines.append(
                Line(part, folded[start : start + len(part)], Span(start, start + len(part)), cell, columns)
            )
        start += len(part) + 1
    return lines


def _title_line(printed: Iterator[Line]) -> tuple[list[Line], tuple[int, str, int] | None]:
    """The lines up to the first of the body, and the one of them that prints the type in capitals: its place, the
    type, length of the printed type."""
    lines: list[Line] = []
    best: tuple[int, str, int] | None = None
    for place, line in enumerate(printed):
        lines.append(line)
        if line.cell is not None and line.column_count > 1:
            continue
        if place and (_opens_body(line) or (best and _is_basis(line))):
            break
        found = _printed_type(line)
        # a page may print the type above the document too: the last of the same type is the document's own
        if found and (best is None or found[0] == best[1]):
            best = place, found[0], found[1]
    return lines, best


def _printed_type(line: Line) -> tuple[str, int] | None:
    """ "KẾ HOẠCH" alone or with the subject after it; ("Kế hoạch", 8)."""
    text = line.text
    whole = text.strip(" :*.#-–")
    if whole.isupper() and (name := type_by_name(whole)) and fold(name) in _NAMES:
        return name, len(text.rstrip())
    for name, folded in _TYPES_BY_OPENING.get(line.folded[:_OPENING], ()):
        size = len(name)
        if text[:size].isupper() and line.folded.startswith(folded) and text[size : size + 1] in (" ", ":"):
            return name, size
    return None


def _rest(line: Line, length: int) -> Line | None:
    rest = line.text[length:].strip(" :")
    if not rest:
        return None
    start = line.at.start + line.text.index(rest, length)
    return Line(rest, fold(rest), Span(start, start + len(rest)))


def _subject(lines: list[Line]) -> list[Line]:
    """The lines of the subject: up to the authority in capitals, the bases, or the body."""
    found: list[Line] = []
    for line in lines[:_SUBJECT_LINES]:
        if line.cell is not None or _ATTACHED.match(line.folded) or _is_basis(line):
            break
        if _opens_body(line) and (found or not _is_subject(line)):
            break
        if found and (_is_authority(line, found) or _ended(found) or _is_sentence(line)):
            break
        if line.text.rstrip().endswith(":") or line.text.startswith(("- ", "+ ")):
            break
        if line.text.strip("-–—_*. "):
            found.append(line)
    return found


_CARRIES_OUT = re.compile(r"(?:thuc hien|trien khai|tiep tuc|nham|de)\b")


def _is_subject(line: Line) -> bool:
    """The first line under the type that begins like a basis ("Thực hiện Chương trình ...") but does not end
    as a clause of the preamble does."""
    return bool(_CARRIES_OUT.match(line.folded)) and not line.text.rstrip().endswith((":", ";", ",", "."))


_AUTHORITY = re.compile(
    r"(?:(?:pho )?chu tich |bo truong |thu truong |giam doc |thu tuong |tong giam doc |chanh an |vien truong )?"
    r"(?:uy ban nhan dan|uy ban|hoi dong nhan dan|hoi dong|chinh phu|thu tuong chinh phu|bo |so |quoc hoi|uy ban thuong vu|ban |cuc |tong cuc )"
)


def _is_authority(line: Line, before: list[Line]) -> bool:
    """ "ỦY BAN NHÂN DÂN TỈNH ..." between subject and bases; the subject may itself name the body in capitals."""
    if not (line.text.isupper() and _AUTHORITY.match(line.folded)):
        return False
    last = before[-1].folded
    return not re.search(r"(?:\b(?:cua|va|boi|do|thuoc|tai)|,)\s*\Z", last)


def _is_sentence(line: Line) -> bool:
    return len(line.text) > 60 and line.text.rstrip().endswith(".") and not line.text.isupper()


def _ended(found: list[Line]) -> bool:
    return found[-1].text.rstrip().endswith((".", ";")) or sum(len(line.text) for line in found) > 700


def _is_basis(line: Line) -> bool:
    """A basis of whatever length; before the type is printed a page may have such a heading of its own."""
    return line.text.startswith("Căn cứ ") and line.cell is None


def _opens_body(line: Line) -> bool:
    """Bases and the first part; a line all in capitals that begins with such a word is a subject."""
    if line.cell is not None:
        return False
    text = line.text
    if text[:1] in _FIRST_PART_BEGINS and _FIRST_PART.match(text):
        return True
    if len(text) <= 40 or line.folded[0] not in _BODY_BEGINS:
        return False
    return bool(_BODY.match(line.folded)) and not text.isupper()


def is_motto(folded: str) -> bool:
    return _may_hold_motto(folded) and bool(_MOTTO.search(folded))


def _may_hold_motto(folded: str) -> bool:
    """Most lines hold none of these words, which is told sooner than that the pattern does not fit."""
    return "hoa xa hoi" in folded or "doc lap" in folded or "chu nghia viet nam" in folded


def without_motto(line: Line) -> str:
    """The line without the state title and motto, for heads whose two columns fell into one line."""
    folded, text = line.folded, line.text
    if not _may_hold_motto(folded):
        return text.strip()
    for found in reversed(list(_MOTTO.finditer(folded))):
        text = text[: found.start()] + text[found.end() :]
    return text.strip()
