"""Whether one line goes on with the line above it: the test is whether its first word would have fitted there."""

from __future__ import annotations

import re

from quyen.core.reading.formats.pdf.chars import Piece

_MARKER = re.compile(
    r"[-–—•+*▪✓]\s|\(?(?:\d{1,2}|[a-zđ]{1,2})[.)]\s|\d{1,2}(?:\.\d{1,2})+\.?\s|[IVXL]{1,6}[.)]\s|[A-HĐ][.)]\s|\||\d{1,3}\t"
    r"|(?:Điều|Chương|Mục|Phần|CHƯƠNG|MỤC|PHẦN)\s+[\dIVX]"
)
_BLANK = re.compile(r"(?<=\S)\s")
_GLUED = re.compile(r"[^\W_][-/]\Z")


def is_marked(text: str) -> bool:
    """Whether a line begins with the sign of a new item: "1.", "a)", "-", "Điều 5"."""
    return _MARKER.match(text) is not None


def is_wrapped(above: Piece, line: Piece, right: float) -> bool:
    """Whether the first word of `line` had no room at the end of `above`, whose column ends at `right`."""
    return _is_full(above.right, above, line, right)


def is_wrapped_centred(above: Piece, line: Piece, width: float) -> bool:
    """The same for centred lines in a column of a width."""
    return _is_full(above.right - above.left, above, line, width)


def _is_full(used: float, above: Piece, line: Piece, end: float) -> bool:
    """Whether the first word of `line` does not fit between `used` and `end`, the last and the end of `above`.
    A width that is only guessed is given some slack where the words themselves go on."""
    blank = 0.15 * above.size
    guessed = not line.even and line.text[:1].islower() and above.text[-1:] not in ".;:!?"
    slack = 0.6 * above.size if guessed else 0.0
    width = line.right - line.left
    if width >= 0.0:  # no room for a blank, or room for the whole line: the word need not be measured
        if used + (blank + slack) > end:
            return True
        if used + (blank + width + slack) <= end:
            return False
    return used + (blank + _first_word(line) + slack) > end


def glue(above: str, below: str) -> str:
    """What stands between two lines of one paragraph: nothing where a word broke at its own hyphen or slash
    ("QĐ-" "TTg"), else a blank."""
    return "" if _GLUED.search(above[-2:]) and below[:1].isalnum() else " "


def _first_word(line: Piece) -> float:
    """How wide the first word of a line is: exact in a typewriter's font, else about."""
    blank = _BLANK.search(line.text)
    if blank is None:
        return line.right - line.left
    end = blank.start()
    measure = len if line.even else _weight
    return (line.right - line.left) * measure(line.text[:end]) / max(measure(line.text), 0.1)


_NARROW, _WIDE = "iíìỉĩịjltfrI.,;:|!'()[]-/ ", "mwMW%—…"


class _Weights(dict[str, float]):
    """The width of every letter in an ordinary book face, in font sizes."""

    def __missing__(self, char: str) -> float:
        weight = 0.68 if char.isupper() else 0.47
        if char < "\u2000":  # all letters of Vietnamese; the rest of Unicode is not kept
            self[char] = weight
        return weight


_WEIGHT_OF = _Weights(dict.fromkeys(_NARROW, 0.3) | dict.fromkeys(_WIDE, 0.78)).__getitem__


def _weight(text: str) -> float:
    """The width of words in an ordinary book face, in font sizes."""
    return sum(map(_WEIGHT_OF, text))
