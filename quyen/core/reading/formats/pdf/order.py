"""Letters of a page put back in the order in which they are read.

Where a font lacks Vietnamese letters, a word processor takes them from another font and writes them after the rest
of the line ("K HO CH ... Ế Ạ"); a reader that follows the file then loses every word. Such pages are told by the
letters that stand alone at the ends of lines, and their letters are sorted by where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_MARKED = re.compile("[\u00c0-\u01b0\u1ea0-\u1ef9]{1,3}")  # letters that may stand alone at the end of a line
_LEAST = 3  # lines that end so, and one line in five
_BLANK = " \t\u00a0"


class Row(NamedTuple):
    """Letters that stand on one height: `y` down the page, `size` of their font, their places in the text."""

    y: float
    size: float
    places: list[int]


def is_scattered(text: str) -> bool:
    """Whether the letters of a page do not come in the order of reading."""
    lines = text.replace("\r", "\n").split("\n")
    runs = [count for line in lines if (count := _alone(line))]
    often = len(runs) >= _LEAST and len(runs) * 5 >= text.count("\n")
    return often and max(runs) > 1  # a line may well end in "ở" or "ý"


def _alone(line: str) -> int:
    """How often one to three marked letters stand alone at the end of a line."""
    tail = line[-6:].rstrip(" \t")
    if tail[-1:] < "\u00c0" or not (" " in tail or "\t" in tail):  # most lines
        return 0
    count = 0
    for word in reversed(line.rstrip(" \t").replace("\t", " ").split(" ")[1:]):
        if not _MARKED.fullmatch(word):
            break
        count += 1
    return count


def in_order(text: str, sides: Sequence[tuple[float, float]], rows: Sequence[Row]) -> tuple[str, list[int]]:
    """The text line by line, and where each of its letters stood in `text` (a blank or a break that is put in has
    the place of the letter before it). `sides` are left and right of every letter of `text`.

    A wide hole breaks the line: what stands beyond it may be another column.
    """
    said: list[str] = []
    places: list[int] = []
    for row in _together(rows):
        row.places.sort(key=sides.__getitem__)
        lefts, rights = zip(*map(sides.__getitem__, row.places), strict=True)
        near, far = 0.2 * row.size, 1.6 * row.size
        begin = 0
        for at in [n for n, (right, left) in enumerate(zip(rights, lefts[1:])) if left - right > near]:  # noqa: B905
            run, begin = row.places[begin : at + 1], at + 1
            said += map(text.__getitem__, run)
            places += run
            gap = _gap(text[run[-1]], text[row.places[begin]], lefts[begin] - rights[at] > far)
            said.append(gap)
            places += [run[-1]] * len(gap)
        said += map(text.__getitem__, row.places[begin:])
        said.append("\n")
        places += row.places[begin:] + row.places[-1:]
    return "".join(said), places


def _gap(before: str, after: str, wide: bool) -> str:
    """What is put between two letters that stand apart: nothing beside a blank, a blank, or a break."""
    return "\n" if wide else "" if before in _BLANK or after in _BLANK else " "


def _together(rows: Sequence[Row]) -> list[Row]:
    """Rows on one height as one: a line whose letters come in two goes may be two lines of the file."""
    found: list[Row] = []
    for row in sorted(row for row in rows if row.places):
        if found and row.y - found[-1].y <= 0.5 * row.size:
            found[-1].places.extend(row.places)
        else:
            found.append(row)
    return found
