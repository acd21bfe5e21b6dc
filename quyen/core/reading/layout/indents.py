"""What the blanks before a line say in text that keeps the page's layout: the first line of a paragraph stands
further in than the rest, on every page, so a line at the margin goes on with the paragraph above it.
"""

from __future__ import annotations

import re

from quyen.core.reading.layout.whole import Lines
from quyen.core.types import RawParagraph

_STEP = 3  # blanks; less is no indentation
_FIRST_LINE = 16  # blanks; a line further in is centred or stands in a right column
_FULL = 0.85  # of the width; a line that long goes on to the next
_ABOUT = re.compile(r"\s*+V\s?/\s?v\b", re.I)  # the subject of a letter, in the narrow left column
_GAP = "    "  # inside a line: cells of a table, or two columns
_PAGE_BREAK = 4  # blank lines in a row, as between two pages; more is room for something else


def is_indented(lines: Lines, count: int) -> bool:
    """Whether the document marks its paragraphs so. `count`: how many lines are not blank."""
    if "   " not in lines.whole:  # as in most documents
        return False
    near = [text for text in lines.texts if text[:_STEP] == "   "]
    if len(near) * 10 < count:
        return False
    first = sum([_indent(text) <= _FIRST_LINE for text in near])
    return first * 10 >= count and first * 10 <= count * 8


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def goes_on(head: str, before: str, line: str, width: int, *, stopped: bool) -> bool | None:
    """Whether `line` goes on with the paragraph that begins with the line `head` and ended so far with `before`;
    None where its place does not tell."""
    if _GAP in line.strip() or _GAP in before.strip():
        return False
    if _ABOUT.match(head):
        return not line.isupper()
    first, here = _indent(head), _indent(line)
    small = line[here : here + 1].islower()
    if first > _FIRST_LINE or line.isupper() != before.isupper():
        return None
    if first - here >= _STEP:
        return not stopped or small or len(before.rstrip()) >= _FULL * width
    begins = here - _indent(before) >= _STEP if before is not head else first >= _STEP
    return False if begins and not small else None


def close_page_breaks(lines: Lines, width: int) -> Lines:
    """The lines without the blank ones of page breaks that cut a paragraph: what follows stands at the margin,
    and the line before reaches the right edge or ends without a stop."""
    texts, blocks = lines.texts, lines.blocks
    dropped: set[int] = set()
    filled = -1  # where words or a table stood last
    for at, text in enumerate(texts):
        if not text and isinstance(blocks[at], RawParagraph):
            continue
        blank = at - filled - 1
        if (
            0 < blank <= _PAGE_BREAK
            and filled >= 0
            and text
            and texts[filled]
            and _is_cut(texts[filled], text, width)
        ):
            dropped.update(range(filled + 1, at))
        filled = at
    return lines.without(dropped)


def _is_cut(before: str, text: str, width: int) -> bool:
    if (
        _indent(text) >= _STEP
        or text.isupper()
        or text[:1] in "-+•"
        or _GAP in text
        or _GAP in before.strip()
    ):
        return False
    return len(before.rstrip()) >= _FULL * width
