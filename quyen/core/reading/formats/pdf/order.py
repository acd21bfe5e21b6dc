"""Letters of a page put back in the order in which they are read.

Where a font lacks Vietnamese letters, a word processor takes them from another font and writes them after the rest
of the line ("K HO CH ... Ế Ạ"); a reader that follows the file then loses every word. Such pages are told by the
letters that stand alone at the ends of lines, and their letters are sorted by where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

# one to three marked letters at a time, alone at the end of a line
_ALONE = re.compile(r"(?:[ \t][\u00c0-\u01b0\u1ea0-\u1ef9]{1,3})+[ \t]*(?=[\r\n]|\Z)")
_LEAST = 3  # lines that end so, and one line in five
_BLANK = " \t\u00a0"


class Letter(NamedTuple):
    """A letter as it stands: `number` is PDFium's, `y` the height of the pen, down the page."""

    y: float
    left: float
    right: float
    size: float
    number: int
    char: str


def is_scattered(text: str) -> bool:
    """Whether the letters of a page do not come in the order of reading."""
    found = _ALONE.findall(text)
    often = len(found) >= _LEAST and len(found) * 5 >= text.count("\n")
    return often and any(len(run.split()) > 1 for run in found)  # a line may well end in "ở" or "ý"


def in_order(letters: Sequence[Letter]) -> tuple[str, list[int]]:
    """The text line by line, and PDFium's number of each of its letters (a blank or a break that is put in has
    that of the letter before it). A wide hole breaks the line: what stands beyond it may be another column."""
    text: list[str] = []
    numbers: list[int] = []
    for line in _lines(letters):
        line.sort(key=lambda letter: letter.left)
        before: Letter | None = None
        for letter in line:
            if before is not None and (gap := _gap(before, letter)):
                text.append(gap)
                numbers.append(before.number)
            text.append(letter.char)
            numbers.append(letter.number)
            before = letter
        text.append("\n")
        numbers.append(numbers[-1])
    return "".join(text), numbers


def _lines(letters: Sequence[Letter]) -> list[list[Letter]]:
    lines: list[list[Letter]] = []
    height = 0.0
    for letter in sorted(letters):
        if not lines or letter.y - height > 0.5 * letter.size:
            lines.append([])
            height = letter.y
        lines[-1].append(letter)
    return lines


def _gap(before: Letter, letter: Letter) -> str:
    """What is put between two letters of a line: nothing, a blank, or a break."""
    hole, size = letter.left - before.right, max(before.size, letter.size)
    if hole > 1.6 * size:
        return "\n"
    if hole > 0.2 * size and before.char not in _BLANK and letter.char not in _BLANK:
        return " "
    return ""
