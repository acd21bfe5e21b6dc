"""The head and the title: who, whose number, where and when, which type, about what, to whom."""

from __future__ import annotations

import re

from quyen.core.form.lines import Line, Paragraph
from quyen.core.form.parts import (
    BELOW_HEAD,
    Parts,
    begins_body,
    first_lines,
    is_signs,
    is_step,
    letters,
    names_authority,
)
from quyen.core.text.abbreviations import TYPE_NAMES, type_by_name
from quyen.core.text.folding import fold

_HEAD = 40  # lines among which the head stands
_SUBJECT = 6  # lines
_SUBJECT_LETTERS = 220  # of a first line that stands neither in the middle nor bold
STATE_LETTERS, MOTTO_LETTERS = "conghoaxahoichunghiavietnam", "doclaptudohanhphuc"
_NUMBER = re.compile(r"so\s*:|so\s*[\d.…_]+\s*/|[\d.…_ ]*/[a-z]{1,5}-[a-z]")
_PLACE_DATE = re.compile(
    r"(?:[^(]{0,45}?,|[^(\d,]{0,25}?)\s*ngay[\s\d.…_/]{0,12}thang[\s\d.…_/]{0,12}nam[\s\d.…_]{0,12}\W*"
)
_ABOUT = re.compile(r"v\s?/\s?v\b")


def find_head(parts: Parts, main: list[Paragraph]) -> int:
    """Fills in the head; the index of the first paragraph below it."""
    last, before = -1, None
    for index, line in first_lines(main, _HEAD):
        if line.paragraph.cell is None and (begins_body(line) or type_by_name(line.text)):
            break
        if _is_head_line(parts, line, before):
            last = index
        before = line
    if last < 0:
        return 0
    table = main[last].cell
    while table and last + 1 < len(main) and (cell := main[last + 1].cell) and cell.table == table.table:
        last += 1
    parts.head = main[: last + 1]
    _find_issuers(parts)
    return last + 1


def _is_head_line(parts: Parts, line: Line, before: Line | None) -> bool:
    """Whether a line belongs to the head; notes what it is."""
    bare, folded = letters(line.text), fold(line.text)
    if parts.state is None and bare == STATE_LETTERS:
        parts.state = line
    elif parts.state is None and before and letters(before.text) + bare == STATE_LETTERS:
        parts.state, parts.state_rest = before, line
    elif parts.motto is None and bare == MOTTO_LETTERS:
        parts.motto = line
    elif parts.place_date is None and len(folded) < 90 and _PLACE_DATE.fullmatch(folded):
        parts.place_date = line
    elif parts.number is None and len(folded) < 60 and _NUMBER.match(folded):
        parts.number = line
    elif not parts.about and _ABOUT.match(folded):
        parts.about = [line]
    else:
        return False
    return True


def _find_issuers(parts: Parts) -> None:
    """Lines beside the state title (or anywhere in the head, without one) that are nothing else; a letter's subject
    goes on below its first line."""
    known = {
        id(line)
        for line in (parts.state, parts.state_rest, parts.motto, parts.number, parts.place_date, *parts.about)
    }
    passed_number = False
    for line in (line for paragraph in parts.head for line in paragraph.lines):
        passed_number = passed_number or line is parts.number or line in parts.about
        if id(line) in known or is_signs(line):
            continue
        beside = parts.state is None or line.side != parts.state.side or not line.paragraph.cell
        if parts.about and passed_number and line.side == parts.about[0].side and not line.is_upper:
            parts.about.append(line)
        elif beside and not passed_number:
            parts.issuers.append(line)


# --- type and subject ---------------------------------------------------------------------------


def find_title(parts: Parts, main: list[Paragraph], below: int) -> int:
    """Fills in type and subject; the index of the first paragraph of the body."""
    found = _type_line(main, below)
    if found is None:
        parts.kind = "Công văn" if parts.about or _says_to_whom(main, below) else ""
        parts.named = bool(parts.kind)
        return below
    index, parts.type_line = found
    parts.kind = (
        type_by_name(parts.type_line.text) or _beginning_type(parts.type_line.text) or parts.type_line.text
    )
    parts.named = parts.kind in TYPE_NAMES
    return _find_subject(parts, main, index)


def _type_line(main: list[Paragraph], below: int) -> tuple[int, Line] | None:
    """The first line that is a type's name; else the first in capitals in the middle, before the body begins."""
    loose = None
    for index, line in first_lines(main[below:], BELOW_HEAD):
        if line.paragraph.cell:
            continue
        if type_by_name(line.text) or (line.is_upper and _beginning_type(line.text)):
            return below + index, line
        if loose is None and line.is_upper and len(line.text) > 3 and not is_step(line):
            loose = below + index, line
        if begins_body(line):
            break
    return loose if loose and loose[1].paragraph.is_centred else None


def _beginning_type(text: str) -> str | None:
    """The type that a line in capitals begins with ("KẾ HOẠCH TRUYỀN THÔNG NĂM 2026")."""
    folded = fold(text)
    return next((name for name in TYPE_NAMES if folded.startswith(fold(name) + " ")), None)


def _find_subject(parts: Parts, main: list[Paragraph], index: int) -> int:
    """The lines below the type, as long as they look like a title; the index of the paragraph after them."""
    assert parts.type_line is not None
    own = main[index].lines
    parts.subject = [line for line in own[own.index(parts.type_line) + 1 :] if not is_signs(line)]
    index += 1
    while index < len(main) and len(parts.subject) < _SUBJECT:
        paragraph = main[index]
        if not paragraph.lines or paragraph.is_rule:
            if parts.subject and paragraph.is_rule:
                return index + 1
        elif paragraph.cell or not _is_subject(paragraph, first=not parts.subject):
            break
        else:
            parts.subject += paragraph.lines
        index += 1
    return index


def _is_subject(paragraph: Paragraph, *, first: bool) -> bool:
    """Right below the type stands the subject, in whatever look; what follows must look like it."""
    line = paragraph.whole
    if begins_body(line) or line.text.startswith("(") or line.text.endswith((";", ":")):
        return False
    if line.is_upper and (not first or names_authority(line)):
        return False
    if paragraph.is_centred or line.is_all("bold"):
        return True
    return first and len(line.text) < _SUBJECT_LETTERS and not line.text.endswith((".", ","))


def _says_to_whom(main: list[Paragraph], below: int) -> bool:
    return any(fold(line.text).startswith("kinh gui") for _, line in first_lines(main[below:], BELOW_HEAD))


def find_addressees(parts: Parts) -> None:
    """ "Kính gửi" and the lines of a list right below it; they are no body."""
    for place, paragraph in enumerate(parts.body[:BELOW_HEAD]):
        if not fold(paragraph.whole.text).startswith("kinh gui"):
            continue
        end = place + 1
        while end < len(parts.body) and parts.body[end].whole.text.startswith(("-", "–")):
            end += 1
        parts.addressees = [one.whole for one in parts.body[place:end]]
        del parts.body[place:end]
        return
