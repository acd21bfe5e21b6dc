"""Which empty cell is an empty cell, and which the seam between two rows.

Where a bar stands between all cells and rows alike, `A | B || C | D` may be two rows of two cells or one of
five. The parting with the least cost is taken: rows as wide as the head, each starting with the next number
of its column of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ORDINAL = re.compile(r"[\s*]*+(?:(\d{1,4})|(\d{1,3}(?:\.\d{1,3})+)|([IVXLC]{1,6}|[A-HĐ]))[.)]?[\s*]*+\Z")
_COUNTING = re.compile(r"[\s*]*+(?:s\.?t\.?t|t\.?t|số tt|số\s++thứ\s++tự)\b", re.I)
_SHARE = re.compile(
    r"[\s*]*+(?:(?:cơ quan|đơn vị)\s++)?(?:chủ trì|phối hợp|thực hiện|tham mưu|bắt đầu|kết thúc|hoàn thành)[\w\s*]{0,24}\Z",
    re.I,
)
_HEADING = re.compile(r"[\s*]*+(?:\d{1,2}|[IVX]{1,5}|[A-HĐ])(?:\.\d{1,2})?\s?[.)/][\s*]*+[^\W\d]")
_NO_ROW = 1e9
_EMPTY, _NOTHING, _OTHER_WIDTH = 0.25, 3.0, 0.6  # costs: an empty cell, a row of such, an unusual width
_OTHER_FIRST = 2.0  # cost of a width that the first row does not have
_SAMPLE = 1500  # cells that settle the width of a long table


def part_rows(cells: Sequence[str]) -> list[list[str]]:
    """Rows of cells, "" an empty one. Linear in the number of cells for a given width."""
    last = len(cells)
    while last and not cells[last - 1]:
        last -= 1
    cells = cells[:last]
    head = _head_in_two_rows(cells)
    body = cells[sum(map(len, head)) + len(head) :] if head else cells
    starts = _numbered_starts(body, counted=bool(cells) and _COUNTING.match(cells[0]) is not None)
    if head:
        return [*head, *_parted(body, sum(map(len, head)) - 1, starts)]
    return _parted(cells, _likeliest_width(cells[:_SAMPLE], starts), starts)


def _likeliest_width(sample: Sequence[str], starts: set[int]) -> int:
    """The width of the cheapest parting; most tables leave no choice."""
    widths = _widths(sample)
    if len(widths) == 1:
        return widths[0]
    first = sample.index("") if "" in sample else len(sample)  # how wide the first row is
    inside, seams = _costs_inside(sample, starts), _next_seams(sample)
    least, likeliest = _NO_ROW, widths[0]
    for width in widths:  # one that the first row does not have needs a reason
        more = 0.01 * width + (0.0 if width == first else _OTHER_FIRST)
        best, _ = _best_partings(sample, width, starts, inside, seams, least - more)
        if best[-1] + more < least:
            least, likeliest = best[-1] + more, width
    return likeliest


def _head_in_two_rows(cells: Sequence[str]) -> list[list[str]]:
    """The head's two rows where the second divides one cell of the first; [] otherwise."""
    runs = _first_runs(cells)
    divided = len(runs) == 2 and len(runs[1]) > 1 and all(_SHARE.match(cell) for cell in runs[1])
    return runs if divided else []


def _widths(cells: Sequence[str]) -> list[int]:
    """Widths a row may have: that of the head, or from the longest run of filled cells up to six more."""
    longest, run = 1, 0
    for cell in cells:
        run = run + 1 if cell else 0
        longest = max(longest, run)
    if longest > 1 and cells.index("") == longest if "" in cells else True:
        return [longest]  # no row is longer than the first, which has all its cells
    longest = min(longest, 16)
    return list(range(longest, longest + 7))


def _first_runs(cells: Sequence[str]) -> list[list[str]]:
    """The first two stretches of filled cells, if an empty cell parts them."""
    runs: list[list[str]] = []
    start = 0
    for _ in range(2):
        end = start
        while end < len(cells) and cells[end]:
            end += 1
        if end == start:
            break
        runs.append(list(cells[start:end]))
        start = end + 1
    return runs


def _numbered_starts(cells: Sequence[str], *, counted: bool) -> set[int]:
    """Places after an empty cell that carry the next number of the first column."""
    starts: set[int] = set()
    number = 0
    before = ""
    for at, cell in enumerate(cells):
        follows, before = before, cell
        if follows or not cell or len(cell) > 23:
            continue
        found = _ORDINAL.match(cell)
        if not found:
            continue
        if found[1]:
            value = int(found[1])
            if value != number + 1 and not (value == 1 and _after_heading(cells, at)):
                continue  # a figure; but numbers begin anew under a heading, a row of one cell
            number = value
        elif found[3]:
            number = 0
        starts.add(at)
    return starts if counted or len(starts) > 2 else set()


def _after_heading(cells: Sequence[str], at: int) -> bool:
    return at > 2 and bool(cells[at - 2]) and not cells[at - 3]


def _best_partings(
    cells: Sequence[str], width: int, starts: set[int], inside: list[float], seams: list[int], most: float
) -> tuple[list[float], list[int]]:
    """best[i]: least cost of rows that fill cells[:i] with a seam at i; back[i]: where the last of them began.
    Partings that cost more than `most` are not followed."""
    size = len(cells)
    best = [0.0] + [_NO_ROW] * (size + 1)
    back = [0] * (size + 2)
    # a row is cells[start:end]; the seam is the empty cell at `end`; best is kept at end + 1
    for start in range(size):
        if best[start] >= most:
            continue
        cost = best[start] + (1.0 if starts and start and start not in starts else 0.0)
        last = min(start + width, size)
        filled = bool(cells[start])
        end = seams[start + 1] if filled else start
        while end <= last:
            whole = cost + (_NOTHING if not filled else 0.0 if end - start == width else _OTHER_WIDTH)
            if whole < best[end + 1] and end > start:
                best[end + 1], back[end + 1] = whole, start
            cost += inside[end]
            end += 1
            if end < size and cells[end]:  # only the first of a run of filled cells may cost something
                cost += inside[end]
                filled = True
                end = seams[end + 1]
    return best, back


def _next_seams(cells: Sequence[str]) -> list[int]:
    """For each place the first empty cell there or after it; the end counts as one."""
    seams = list(range(len(cells) + 1))
    for at in range(len(cells) - 1, -1, -1):
        if cells[at]:
            seams[at] = seams[at + 1]
    return seams


def _costs_inside(cells: Sequence[str], starts: set[int]) -> list[float]:
    """What each cell costs in a row that began before it; one more for the end."""
    costs = [0.0 if cell else _EMPTY for cell in cells]
    for at in range(1, len(cells)):
        if cells[at] and not cells[at - 1]:
            if at in starts:
                costs[at] = 5.0
            elif (at + 1 == len(cells) or not cells[at + 1]) and _HEADING.match(cells[at]):
                costs[at] = 3.0  # a numbered heading with nothing beside it is a row of its own
    return [*costs, 0.0]


def _parted(cells: Sequence[str], width: int, starts: set[int]) -> list[list[str]]:
    inside, seams = _costs_inside(cells, starts), _next_seams(cells)
    best, back = _best_partings(cells, width, starts, inside, seams, _NO_ROW)
    end = len(cells) + 1
    if best[end] >= _NO_ROW:
        return [[cell for cell in cells if cell]]
    rows: list[list[str]] = []
    while end > 0:
        start = back[end]
        rows.append(list(cells[start : end - 1]))
        end = start
    rows.reverse()
    return rows
