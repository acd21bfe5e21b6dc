"""The ending: recipients and signature; and the places where annexes begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quyen.core.form.lines import Line, Paragraph
from quyen.core.form.parts import Parts, is_signs, names_authority
from quyen.core.text.abbreviations import type_by_name
from quyen.core.text.folding import fold

_SIGNING, _SHORT = 10, 70  # lines of a signature without a table, and letters of each
_ANNEX = re.compile(r"phu luc(?:\s+(?:so\s+)?(?:[ivx]+|\d+|[a-z]))?\s*[.:]?(?P<title>\s.*)?")
_RECIPIENTS = re.compile(r"[\W_]*noi nhan\s*[:.]?[\W_]*")
_REMARK = re.compile(r"[(\[]?\s*(?:da ky|ky, ?(?:dong dau|ghi ro)|chu ky|ky ten)")


def find_ending(parts: Parts, main: list[Paragraph], below: int) -> int:
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


def behind(parts: Parts, main: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs behind the ending, where there is one."""
    ending = [parts.recipients, parts.signer, *parts.recipient_lines, *parts.authority]
    last = {id(line.paragraph) for line in ending if line is not None}
    ends = [place for place, one in enumerate(main) if id(one) in last]
    return [one for one in main[ends[-1] + 1 :] if one.cell is None] if ends else []


def _authority(line: Line) -> bool:
    return line.is_upper or names_authority(line)


def _sign(parts: Parts, lines: list[Line]) -> None:
    """Authority and title first, the name last; remarks like "(Đã ký)" are neither."""
    kept = [line for line in lines if not is_signs(line) and not _REMARK.match(fold(line.text))]
    if kept and (len(kept) > 1 or not _authority(kept[0])) and not names_authority(kept[-1]):
        parts.signer = kept.pop()
    parts.authority = kept


# --- annexes ------------------------------------------------------------------------------------


def annex_starts(paragraphs: Sequence[Paragraph]) -> list[int]:
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
