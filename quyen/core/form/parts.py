"""Which paragraph is which part of the document: head, type and subject, body, recipients, signature, annexes.

Found by their words and their place, never by their look: the look is what is checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quyen.core.form.lines import Line, Paragraph
from quyen.core.text.abbreviations import TYPE_NAMES, type_by_name
from quyen.core.text.folding import fold

_HEAD = 40  # lines among which the head stands
_BELOW_HEAD = 14  # lines below it among which the type stands
_SUBJECT, _SUBJECT_LETTERS = (
    6,
    220,
)  # lines; letters of a first line that stands neither in the middle nor bold
_SIGNING, _SHORT = 10, 70  # lines of a signature without a table, and letters of each
_LETTERS = re.compile(r"[^a-z]+")
STATE_LETTERS, MOTTO_LETTERS = "conghoaxahoichunghiavietnam", "doclaptudohanhphuc"
_NUMBER = re.compile(r"so\s*:|so\s*[\d.…_]+\s*/|[\d.…_ ]*/[a-z]{1,5}-[a-z]")
_PLACE_DATE = re.compile(
    r"(?:[^(]{0,45}?,|[^(\d,]{0,25}?)\s*ngay[\s\d.…_/]{0,12}thang[\s\d.…_/]{0,12}nam[\s\d.…_]{0,12}\W*"
)
_ABOUT = re.compile(r"v\s?/\s?v\b")
_LEVEL = re.compile(
    r"(?:phan|chuong)\s+(?:thu\s+\w+|[ivxlc]+|\d+)\b|(?:tieu\s+)?muc\s+(?:[ivx]+|\d+)\b\s*(?:[.:]|$)|dieu\s+\d+"
    r"|[ivx]+\s*[./)-]|\d+(?:\.\d+)*\s*[./):]|[a-z]\s*[./)]\s"
)
_ANNEX = re.compile(r"phu luc(?:\s+(?:so\s+)?(?:[ivx]+|\d+|[a-z]))?\s*[.:]?(?P<title>\s.*)?")
_RECIPIENTS = re.compile(r"[\W_]*noi nhan\s*[:.]?[\W_]*")
_AUTHORITY = re.compile(
    r"(?:tm|kt|tl|tuq|q)\s?\.|(?:pho )?(?:chu tich|giam doc|bo truong|thu truong|cuc truong|vu truong|chanh|truong|thu tuong"
    r"|tong giam doc|hieu truong|vien truong|tong cuc truong|hoi dong|uy ban|ubnd|nguoi lap|chinh phu|ban )|quyen "
)
_REMARK = re.compile(r"[(\[]?\s*(?:da ky|ky, ?(?:dong dau|ghi ro)|chu ky|ky ten)")


@dataclass(slots=True)
class Parts:
    """What was found. `kind` is the printed type ("Kế hoạch"), "Công văn" for a letter, "" for neither; `named`:
    a type that the Decree (Điều 7) names."""

    kind: str = ""
    named: bool = False
    state: Line | None = None
    state_rest: Line | None = None  # where the title goes on in a second line
    motto: Line | None = None
    issuers: list[Line] = field(default_factory=list)
    number: Line | None = None
    place_date: Line | None = None
    about: list[Line] = field(default_factory=list)  # "V/v ..." of a letter
    type_line: Line | None = None
    subject: list[Line] = field(default_factory=list)
    addressees: list[Line] = field(default_factory=list)
    head: list[Paragraph] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    recipients: Line | None = None
    recipient_lines: list[Line] = field(default_factory=list)
    authority: list[Line] = field(default_factory=list)
    signer: Line | None = None
    attached: list[Paragraph] = field(
        default_factory=list
    )  # behind the signature and no annex: a plan, a statute
    annexes: list[list[Paragraph]] = field(default_factory=list)


def find_parts(paragraphs: Sequence[Paragraph]) -> Parts:
    """The parts of a document; what is not there stays empty."""
    parts = Parts()
    annexes = _annex_starts(paragraphs)
    main = list(paragraphs[: annexes[0]] if annexes else paragraphs)
    ends = [*annexes[1:], len(paragraphs)]
    parts.annexes = [list(paragraphs[start:end]) for start, end in zip(annexes, ends, strict=False)]
    below = _find_head(parts, main)
    below = _find_title(parts, main, below)
    end = _find_ending(parts, main, below)
    parts.body = [one for one in main[below:end] if one.cell is None]
    parts.attached = _behind(parts, main)
    _find_addressees(parts)
    return parts


def letters(text: str) -> str:
    """The bare small letters of a text."""
    return _LETTERS.sub("", fold(text))


# --- head ---------------------------------------------------------------------------------------


def _find_head(parts: Parts, main: list[Paragraph]) -> int:
    """Fills in the head; the index of the first paragraph below it."""
    last, before = -1, None
    for index, line in _first_lines(main, _HEAD):
        if line.paragraph.cell is None and (_begins_body(line) or type_by_name(line.text)):
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


def _first_lines(main: list[Paragraph], most: int) -> Iterator[tuple[int, Line]]:
    left = most
    for index, paragraph in enumerate(main):
        for line in paragraph.lines:
            if left == 0:
                return
            left -= 1
            yield index, line


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
        if id(line) in known or _is_rule(line):
            continue
        beside = parts.state is None or line.side != parts.state.side or not line.paragraph.cell
        if parts.about and passed_number and line.side == parts.about[0].side and not line.is_upper:
            parts.about.append(line)
        elif beside and not passed_number:
            parts.issuers.append(line)


def _is_rule(line: Line) -> bool:
    return not any(sign.isalnum() for sign in line.text)


# --- type and subject ---------------------------------------------------------------------------


def _find_title(parts: Parts, main: list[Paragraph], below: int) -> int:
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
    for index, line in _first_lines(main[below:], _BELOW_HEAD):
        if line.paragraph.cell:
            continue
        if type_by_name(line.text) or (line.is_upper and _beginning_type(line.text)):
            return below + index, line
        if loose is None and line.is_upper and len(line.text) > 3 and not _LEVEL.match(fold(line.text)):
            loose = below + index, line
        if _begins_body(line):
            break
    return loose if loose and loose[1].paragraph.is_centred else None


def _beginning_type(text: str) -> str | None:
    """The type that a line in capitals begins with ("KẾ HOẠCH TRUYỀN THÔNG NĂM 2026")."""
    folded = fold(text)
    return next((name for name in TYPE_NAMES if folded.startswith(fold(name) + " ")), None)


def _begins_body(line: Line) -> bool:
    folded = fold(line.text)
    return folded.startswith(("can cu ", "kinh gui")) or bool(_LEVEL.match(folded))


def _find_subject(parts: Parts, main: list[Paragraph], index: int) -> int:
    """The lines below the type, as long as they look like a title; the index of the paragraph after them."""
    assert parts.type_line is not None
    own = main[index].lines
    parts.subject = [line for line in own[own.index(parts.type_line) + 1 :] if not _is_rule(line)]
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
    if _begins_body(line) or line.text.startswith("(") or line.text.endswith((";", ":")):
        return False
    if line.is_upper and (not first or _AUTHORITY.match(fold(line.text))):
        return False
    if paragraph.is_centred or line.is_all("bold"):
        return True
    return first and len(line.text) < _SUBJECT_LETTERS and not line.text.endswith((".", ","))


def _says_to_whom(main: list[Paragraph], below: int) -> bool:
    return any(fold(line.text).startswith("kinh gui") for _, line in _first_lines(main[below:], _BELOW_HEAD))


def _find_addressees(parts: Parts) -> None:
    """ "Kính gửi" and the lines of a list right below it; they are no body."""
    for place, paragraph in enumerate(parts.body[:_BELOW_HEAD]):
        if not fold(paragraph.whole.text).startswith("kinh gui"):
            continue
        end = place + 1
        while end < len(parts.body) and parts.body[end].whole.text.startswith(("-", "–")):
            end += 1
        parts.addressees = [one.whole for one in parts.body[place:end]]
        del parts.body[place:end]
        return


# --- ending -------------------------------------------------------------------------------------


def _find_ending(parts: Parts, main: list[Paragraph], below: int) -> int:
    """Fills in recipients and signature; the index where the body ends."""
    for index in range(below, len(main)):
        line = next((one for one in main[index].lines if _RECIPIENTS.fullmatch(fold(one.text))), None)
        if line is not None:
            parts.recipients = line
            return _with_recipients(parts, main, below, index)
    return _without_recipients(parts, main, below)


def _with_recipients(parts: Parts, main: list[Paragraph], below: int, index: int) -> int:
    assert parts.recipients is not None
    cell = main[index].cell
    if cell is None:
        return _beside_recipients(parts, main, below, index)
    table = [one for one in main if one.cell and one.cell.table == cell.table]
    own = [line for one in table for line in one.lines if line.side == cell.column]
    parts.recipient_lines = own[own.index(parts.recipients) + 1 :]
    _sign(parts, [line for one in table for line in one.lines if line.side != cell.column])
    return next(place for place, one in enumerate(main) if one is table[0])


def _beside_recipients(parts: Parts, main: list[Paragraph], below: int, index: int) -> int:
    """Without a table: the list follows "Nơi nhận", the signature stands above it, beside it or below the list."""
    start = _signing_start(main, below, index)
    block = [line for paragraph in main[start : index + 60] for line in paragraph.lines]
    place = block.index(parts.recipients) if parts.recipients else 0
    signing = block[:place]
    done = bool(signing)
    for line in block[place + 1 :]:
        if line.text.startswith(("-", "–", "+")) or (line.paragraph.label and not line.is_upper):
            parts.recipient_lines.append(line)
        elif done or len(line.text) >= _SHORT or len(signing) >= _SIGNING or type_by_name(line.text):
            break
        else:
            signing.append(line)
            done = (
                any(map(_authority, signing)) and not _authority(line) and not _REMARK.match(fold(line.text))
            )
    _sign(parts, signing)
    return start


def _signing_start(main: list[Paragraph], below: int, index: int) -> int:
    """Back over the lines of authority and name that stand above "Nơi nhận"."""
    start = index
    for place in range(index - 1, max(below, index - 12) - 1, -1):
        lines = main[place].lines
        if lines and (main[place].cell or not _signs(lines[0])):
            break
        if lines:
            start = place
    return start


def _signs(line: Line) -> bool:
    return len(line.text) < 60 and (line.is_upper or (line.paragraph.is_centred and line.is_all("bold")))


def _without_recipients(parts: Parts, main: list[Paragraph], below: int) -> int:
    """The last table where it ends the document and holds a signature, else the last lines of authority and name."""
    worded = [place for place in range(below, len(main)) if main[place].lines]
    if not worded:
        return len(main)
    cell = main[worded[-1]].cell
    if cell:
        table = [one for one in main if one.cell and one.cell.table == cell.table]
        lines = [line for one in table for line in one.lines if line.side == cell.column]
        if lines and _authority(lines[0]) and len(table) < 30:
            _sign(parts, lines)
            return next(place for place, one in enumerate(main) if one is table[0])
        return len(main)
    start = _signing_start(main, below, len(main))
    lines = [line for one in main[start:] for line in one.lines]
    if lines and any(_authority(line) for line in lines):
        _sign(parts, lines)
        return start
    return len(main)


def _behind(parts: Parts, main: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs behind the ending, where there is one."""
    ending = [parts.recipients, parts.signer, *parts.recipient_lines, *parts.authority]
    last = {id(line.paragraph) for line in ending if line is not None}
    ends = [place for place, one in enumerate(main) if id(one) in last]
    return [one for one in main[ends[-1] + 1 :] if one.cell is None] if ends else []


def _authority(line: Line) -> bool:
    return line.is_upper or bool(_AUTHORITY.match(fold(line.text)))


def _sign(parts: Parts, lines: list[Line]) -> None:
    """Authority and title first, the name last; remarks like "(Đã ký)" are neither."""
    kept = [line for line in lines if not _is_rule(line) and not _REMARK.match(fold(line.text))]
    if kept and (len(kept) > 1 or not _authority(kept[0])) and not _AUTHORITY.match(fold(kept[-1].text)):
        parts.signer = kept.pop()
    parts.authority = kept


# --- annexes ------------------------------------------------------------------------------------


def _annex_starts(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Paragraphs "Phụ lục ..." in the middle of the page, behind the place where the document is signed."""
    signed = next(
        (
            place
            for place, one in enumerate(paragraphs)
            if any(_RECIPIENTS.fullmatch(fold(line.text)) for line in one.lines)
        ),
        None,
    )
    starts = []
    for place, one in enumerate(paragraphs):
        if not one.lines or (signed is None and place < len(paragraphs) // 3) or (signed or 0) > place:
            continue
        text = one.lines[0].text
        found = _ANNEX.fullmatch(fold(text)) if one.cell is None and len(text) < 200 else None
        if found and (one.is_centred or not found["title"] or text.isupper()):
            starts.append(place)
    return starts
