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
    return above.right + _room(above, line) > right


def is_wrapped_centred(above: Piece, line: Piece, width: float) -> bool:
    """The same for centred lines in a column of a width."""
    return above.right - above.left + _room(above, line) > width


def _room(above: Piece, line: Piece) -> float:
    """What the first word of `line` needs after `above`. A width that is only guessed is given some slack
    where the words themselves go on."""
    room = 0.15 * above.size + _first_word(line)
    if line.even or not line.text[:1].islower() or above.text[-1:] in ".;:!?":
        return room
    return room + 0.6 * above.size


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
_WEIGHTS = dict.fromkeys(_NARROW, 0.3) | dict.fromkeys(_WIDE, 0.78)


def _weight(text: str) -> float:
    """The width of words in an ordinary book face, in font sizes."""
    return sum([_WEIGHTS.get(char) or (0.68 if char.isupper() else 0.47) for char in text])
