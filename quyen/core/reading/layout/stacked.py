"""A table that lost its lines and stands one cell a line becomes a table again.

Known by a head that counts and names columns ("TT", "Nhiệm vụ", "Cơ quan chủ trì", ...), in lines or in what is
left of it as a table of one row; each row begins with a line that is only a number. Where the rows do not have
as many cells as the head, nearly all of them, the lines stay lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from quyen.core.reading.layout.grid import place_cells
from quyen.core.reading.layout.whole import Drawn, Lines
from quyen.core.types import RawTable

_COUNTING = re.compile(r"[\s*]*+(?:s\.?t\.?t|t\.?t|số\s++tt|số\s++thứ\s++tự)[.*\s]*+\Z", re.I)
_COUNTS = frozenset("sStTſ* \t")  # what `_COUNTING` may begin with
_ORDINAL = re.compile(r"[\s*]*+(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[A-ZĐ]|[a-zđ])[.)]?[\s*]*+\Z")
_WORK = re.compile(r"nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|đề án|danh mục", re.I)
_OWNER = re.compile(r"chủ trì|cơ quan|đơn vị|phối hợp|thực hiện|thời gian|tiến độ", re.I)
_OVER = re.compile(r"[\s*]*+(?:ghi\s++chú|n[ơo]i\s++nhận|phụ\s++lục|biểu\s|[IVX]{1,5}\.\s)", re.I)
_MOST_COLUMNS = 10
_LONGEST_HEAD = 80  # letters of one cell
_LONGEST_NUMBER = 16  # letters of a line that is only a number, or the word that counts


class _Line(NamedTuple):
    text: str
    end: int  # the block after it


def find_stacked_tables(lines: Lines) -> Lines:
    """The lines with such tables in place of theirs. Linear: no look ahead goes past the next head."""
    drawn: list[Drawn] = []
    done = 0
    short = [
        at for at, text in enumerate(lines.texts) if 1 < len(text) < _LONGEST_NUMBER and text[0] in _COUNTS
    ]
    for at in sorted(short + lines.tables):
        if at < done or not _may_head(lines, at):
            continue
        found = _stacked(lines, at)
        if found:
            table, done = found
            drawn.append(Drawn(at, done, table))
    return lines.with_tables(drawn)


def _may_head(lines: Lines, at: int) -> bool:
    text = lines.texts[at]
    if text:
        return 1 < len(text) < _LONGEST_NUMBER and _COUNTING.match(text) is not None
    block = lines.blocks[at]
    if not isinstance(block, RawTable) or block.rows != 1 or block.columns <= 2 or not block.cells:
        return False
    return _COUNTING.match(block.cells[0].text) is not None


def _stacked(lines: Lines, at: int) -> tuple[RawTable, int] | None:
    """The table whose head begins at `at`, and the block after it."""
    cells = list(_cells(lines, at + 1))
    block = lines.blocks[at]
    head = [cell.text for cell in block.cells] if isinstance(block, RawTable) else [lines.texts[at]]
    first = next((place for place, cell in enumerate(cells) if _is_number(cell.text)), 0)
    for cell in cells[:first]:
        if cell.text[:1].islower():
            head[-1] = f"{head[-1]} {cell.text}"
        else:
            head.append(cell.text)
    if not _names_columns(head) or (not first and not isinstance(block, RawTable)):
        return None
    rows, end = _rows(cells[first:], len(head))
    if not _adds_up(rows, len(head)):
        return None
    return place_cells([head, *rows], block.page), end


def _cells(lines: Lines, at: int) -> Iterator[_Line]:
    """The lines that may be cells, up to another table or what surely stands after this one."""
    for here in range(at, len(lines.texts)):
        text = lines.texts[here]
        if _may_head(lines, here) or _OVER.match(text) or isinstance(lines.blocks[here], RawTable):
            return
        if bare := text.strip():
            yield _Line(bare, here + 1)


def _is_number(text: str) -> bool:
    return len(text) < _LONGEST_NUMBER and _ORDINAL.match(text) is not None


def _names_columns(head: list[str]) -> bool:
    if not 3 <= len(head) <= _MOST_COLUMNS or any(len(cell) > _LONGEST_HEAD for cell in head):
        return False
    return any(map(_WORK.search, head)) and any(map(_OWNER.search, head))


def _rows(lines: list[_Line], width: int) -> tuple[list[list[str]], int]:
    """Rows, each from one number to the next, and the block after the last. The last row takes no more lines than
    it has cells: what follows stands after the table."""
    starts = [place for place, line in enumerate(lines) if _is_number(line.text)]
    rows: list[list[str]] = []
    end = 0
    for start, following in zip_longest(starts, starts[1:]):
        cells, count = _listed(lines[start:following], width if following is None else len(lines))
        rows.append(_with_rest(cells, width))
        end = lines[start + count - 1].end
    return rows, end


def _listed(lines: list[_Line], most: int) -> tuple[list[str], int]:
    """At most so many cells, and from how many lines; lines with a dash under one another are one cell."""
    out: list[str] = []
    for count, line in enumerate(lines):
        if line.text[:1] in "-+" and out and (out[-1][:1] in "-+" or out[-1].endswith(":")):
            out[-1] = f"{out[-1]}\n{line.text}"
        elif len(out) == most:
            return out, count
        else:
            out.append(line.text)
    return out, len(lines)


def _with_rest(cells: list[str], width: int) -> list[str]:
    """A row that a page break cut: the rest of its cells stands after the last of them, from the left."""
    rest = cells[width:]
    if not rest or len(rest) > width - 1 or not rest[0][:1].islower():
        return cells
    row = cells[:width]
    for column, text in enumerate(rest, start=1):
        row[column] = f"{row[column]} {text}"
    return row


def _adds_up(rows: list[list[str]], width: int) -> bool:
    full = sum([len(row) == width for row in rows])
    headings = sum([len(row) == 2 for row in rows])
    longest = max(map(len, rows), default=0)
    return full > 1 and longest <= width and (full + headings) * 10 >= len(rows) * 7
