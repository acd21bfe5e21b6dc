"""How wide words come out in print, near enough to break lines and to draw the lines under headings.

Widths are hundredths of the font size, read once from the fonts' own tables and rounded to five. A Vietnamese mark
takes no room of its own, so a letter is as wide as the one it is built on.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

SANS = {  # Be Vietnam Pro SemiBold, the wider of the two weights that are drawn with
    30: "!.:Iijl·'`", 35: '",;', 40: "1fr“()t{|}”", 50: "*J[\\]z~", 55: "/<>s ", 60: "-7?^cehknuvxyư×≥≤",
    65: "$+2358EFLPSTZabdgopqơ", 70: "0469BHKRY_đ–", 75: "&=ADNUVXƯ", 80: "CGQĐ…", 85: "#%OƠ—", 90: "Mmw",
    100: "@", 105: "W",
}  # fmt: skip
SERIF = {  # Times New Roman Bold
    25: ",.·|'/\\il ", 35: "!()-:;[]`fjt", 40: "Is{}", 45: "cerz", 50: "#$*0123456789?J_agovxy~–“”",
    55: '"+<=>Sbdhknpquđ×≥≤ơư', 60: "FP^", 65: "BELTZ", 70: "ACDNRUVXYwĐ", 80: "GHKOQƠƯ", 85: "&m",
    95: "@M", 100: "%W—…",
}  # fmt: skip
USUAL = 60


def _table(groups: dict[int, str]) -> dict[str, int]:
    return {letter: size for size, letters in groups.items() for letter in letters}


FACES = {"sans": _table(SANS), "serif": _table(SERIF)}
FACES["sans"][" "] = 25


@lru_cache(maxsize=4096)
def width(text: str, size: float, face: str = "sans") -> float:
    """The width of one line, in the unit of `size`."""
    table = FACES[face]
    hundredths = 0
    for letter in unicodedata.normalize("NFC", text):
        base = letter if letter in table else unicodedata.normalize("NFD", letter)[0]
        hundredths += table.get(base, USUAL)
    return hundredths * size / 100


def wrapped(text: str, size: float, room: float, face: str = "sans", *, most: int | None = None) -> list[str]:
    """Lines no wider than `room`; a word wider than that is cut. Past `most` lines the rest is "…"."""
    lines: list[str] = [""]
    space, used = width(" ", size, face), 0.0
    for word in pieces(text.split(), size, room, face):
        wide = width(word, size, face)
        if not lines[-1] or used + space + wide <= room:
            used += wide + (space if lines[-1] else 0.0)
            lines[-1] = f"{lines[-1]} {word}".strip()
        else:
            lines.append(word)
            used = wide
    if most is not None and len(lines) > most:
        return [*lines[: most - 1], _ended(lines[most - 1], size, room, face)]
    return lines


def balanced(text: str, size: float, room: float, face: str = "sans") -> list[str]:
    """As few lines as `wrapped` makes, of about the same length each, as headings are set."""
    lines = wrapped(text, size, room, face)
    for narrower in range(int(room), int(room / 2), -max(1, int(room / 60))):
        tried = wrapped(text, size, narrower, face)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def pieces(words: Iterable[str], size: float, room: float, face: str = "sans") -> Iterable[str]:
    """The words, each one wider than `room` cut into pieces that are not."""
    for word in words:
        if width(word, size, face) <= room:
            yield word
            continue
        start = 0
        for end in range(1, len(word) + 1):
            if width(word[start:end], size, face) > room and end - 1 > start:
                yield word[start : end - 1]
                start = end - 1
        yield word[start:]


def _ended(line: str, size: float, room: float, face: str) -> str:
    while line and width(f"{line}…", size, face) > room:
        line = line[:-1]
    return f"{line.rstrip(' ,;.')}…"
