"""Rows of unequal length become a grid: which columns the cells of a short row stand in.

A short row comes from merged cells: a heading over all columns, a second line of the head, or a row that
shares some cells with the row above. For the last kind each cell goes to the column whose other cells are
of its kind (a number, a time, a unit, a sentence), left before right, and the cells that it lacks reach down
from above.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quyen.core.text.unit_words import HEADS
from quyen.core.types import RawCell, RawTable

_NUMBER = re.compile(r"[\s*]*+(?:\d{1,4}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-ZĐ])[.)]?[\s*]*+\Z")
_TIME = re.compile(
    r"[\s*]*+(?:(?:trong\s++|trước\s++|hết\s++|đến\s++|từ\s++|cuối\s++|đầu\s++)*(?:năm|quý|quí|tháng|ngày)\b|hằng|hàng"
    r"|thường\s++xuyên|định\s++kỳ|khi\s++có|\d{1,2}/\d{1,4}|\d{4}\b|giai\s++đoạn|hoàn\s++thành|theo)",
    re.I,
)
_UNIT = re.compile(
    r"[\s*]*+(?:(?:các|những)\s++)?(?:"
    + "|".join(re.escape(head) for head in HEADS)
    + r"|đơn vị|cơ quan|địa phương)(?!\w)",
    re.I,
)
_HEAD_OF_UNITS = re.compile(r"cơ quan|đơn vị|phân công|trách nhiệm|thực hiện", re.I)
_HEAD_OF_SHARES = re.compile(r"chủ trì|phối hợp|chính", re.I)
_HEAD_OF_TIME = re.compile(r"thời gian|thời hạn|tiến độ", re.I)
_STARTS_ENDS = re.compile(r"bắt đầu|kết thúc|hoàn thành", re.I)


def place_cells(rows: Sequence[Sequence[str]], page: int | None = None) -> RawTable:
    """The table of these rows, as wide as the longest of them (or as a split head makes it)."""
    width, split = _split_head(rows)
    cells: list[RawCell] = []
    above: list[RawCell | None] = [None] * width
    profile: list[Counter[str]] = []  # of the kinds of cells, once a short row asks for it
    for number, row in enumerate(rows):
        if len(row) == width:
            placed = [RawCell(text, number, column) for column, text in enumerate(row)]
            above[:] = placed
        else:
            if not profile and not (split is not None and number < 2) and not _is_heading(row):
                profile = _profile(rows, width)
            placed = _place(row, number, width, profile, split)
            _reach_down(placed, above, number)
            _cover(placed, above)
        cells += placed
    return RawTable(cells, rows=len(rows), columns=width, page=page)


def _profile(rows: Sequence[Sequence[str]], width: int) -> list[Counter[str]]:
    """How often a cell of each kind stands in each column of the full rows below the first."""
    full = [row for row in rows[1:] if len(row) == width]
    return [Counter([_kind(row[column]) for row in full]) for column in range(width)]


def _cover(placed: list[RawCell], above: list[RawCell | None]) -> None:
    """The cells of this row are what the next row has above it."""
    for cell in placed:
        for column in range(cell.column, min(len(above), cell.column + cell.column_span)):
            above[column] = cell


def _split_head(rows: Sequence[Sequence[str]]) -> tuple[int, int | None]:
    """Width of the table, and the column of the first row that the second row divides."""
    width = max(map(len, rows), default=1)
    if len(rows) < 3 or len(rows[0]) >= width or len(rows[0]) - 1 + len(rows[1]) != width or len(rows[0]) < 2:
        return width, None
    below = " ".join(rows[1])
    wanted = _HEAD_OF_UNITS if _HEAD_OF_SHARES.search(below) else None
    wanted = _HEAD_OF_TIME if wanted is None and _STARTS_ENDS.search(below) else wanted
    if wanted:
        for column, text in enumerate(rows[0]):
            if column and wanted.search(text):
                return width, column
    return width, len(rows[0]) - 1


def _place(
    row: Sequence[str], number: int, width: int, profile: list[Counter[str]], split: int | None
) -> list[RawCell]:
    if split is not None and number == 0:
        return _divided_head(row, width, split)
    if split is not None and number == 1:
        return [RawCell(text, row=number, column=split + column) for column, text in enumerate(row)]
    if _is_heading(row):
        return _heading(row, number, width)
    columns = _columns(row, width, profile)
    return [RawCell(text, row=number, column=column) for column, text in zip(columns, row, strict=True)]


def _divided_head(row: Sequence[str], width: int, split: int) -> list[RawCell]:
    more = width - len(row)
    cells = []
    for column, text in enumerate(row):
        at = column if column <= split else column + more
        span = more + 1 if column == split else 1
        cells.append(RawCell(text, row=0, column=at, row_span=1 if column == split else 2, column_span=span))
    return cells


def _is_heading(row: Sequence[str]) -> bool:
    filled = [text for text in row if text]
    return len(row) == 1 or (len(filled) <= 2 and _NUMBER.match(row[0]) is not None)


def _heading(row: Sequence[str], number: int, width: int) -> list[RawCell]:
    """Cells side by side, the last filled one reaching to the right edge."""
    cells = [
        RawCell(text, row=number, column=column) for column, text in enumerate(row) if text or not column
    ]
    cells[-1].column_span = width - cells[-1].column
    return cells


def _kind(text: str) -> str:
    if not text:
        return "empty"
    if len(text) < 24 and _NUMBER.match(text):
        return "number"
    if len(text) < 120 and _TIME.match(text):
        return "time"
    return "unit" if _UNIT.match(text) else "text"


def _columns(row: Sequence[str], width: int, profile: list[Counter[str]]) -> list[int]:
    """The rising columns that suit the kinds of the cells best; ties go left. O(len(row) * width)."""
    kinds = [_kind(text) for text in row]
    filled = [sum(counts.values()) - counts.get("empty", 0) for counts in profile]
    fit = [
        [_fit(profile[column].get(kind, 0), filled[column], column) for column in range(width)]
        for kind in kinds
    ]
    count = len(row)
    # best[k][c]: best sum for the first k cells with the k-th at column c - 1 or left of it
    best = [[0.0] * (width + 1)] + [[-1e9] * (width + 1) for _ in range(count)]
    for k in range(1, count + 1):
        for c in range(k, width + 1):
            best[k][c] = max(best[k][c - 1], best[k - 1][c - 1] + fit[k - 1][c - 1])
    columns: list[int] = []
    k, c = count, width
    while k:
        while c > k and best[k][c] <= best[k][c - 1]:
            c -= 1
        columns.append(c - 1)
        k, c = k - 1, c - 1
    return columns[::-1]


def _fit(alike: int, filled: int, column: int) -> float:
    share = alike / filled if filled else 0.0
    return share - 0.01 * column - (0.5 if filled and not alike else 0.0)


def _reach_down(placed: list[RawCell], above: list[RawCell | None], number: int) -> None:
    """Cells above columns that this row lacks reach down over it, unless it is a heading or above is one."""
    taken = {c for cell in placed for c in range(cell.column, cell.column + cell.column_span)}
    reached: set[int] = set()
    for column, cell in enumerate(above):
        if column in taken or cell is None or id(cell) in reached or cell.column_span > 1:
            continue
        if cell.row + cell.row_span == number:
            cell.row_span += 1
            reached.add(id(cell))
