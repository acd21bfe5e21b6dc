"""The printed signs that open a paragraph: Phần, Chương, Mục, Điều, I. 1. 1.1 a) đ) (1) - + and annexes.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, part II (phần, chương, mục, điều, khoản, điểm), and the usage of
plans, which number with I, 1, a and dashes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LETTERS = "abcdđeghiklmnopqrstuvxy"  # the order of points in a legal text, without f j w z

_LABEL = re.compile(
    r"(?P<dash>[-–—•·●▪*✓])\s*+(?=\S)|(?P<plus>\+)\s*+(?=\S)"
    r"|(?P<annex>PHỤ\s++LỤC|Phụ\s++lục|BIỂU\s++MẪU|MẪU\s++SỐ)(?:\s++(?:SỐ\s++|số\s++)?(?P<annexno>[IVXLC\d]{1,5}\b|[A-Z]\b))?[.:]?\s*+"
    r"|(?P<word>PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|TIỂU\s++MỤC|Tiểu\s++mục|ĐIỀU|Điều)\s++"
    r"(?P<wordno>(?:THỨ\s++|thứ\s++)?(?:[IVXLC]{1,6}|\d{1,3}[a-zđ]?|NHẤT|HAI|BA|TƯ|NĂM|nhất|hai|ba|tư|năm|[A-ZĐ]))(?![^\W\d_])\s*+[.:\-–]?\s*+"
    r"|(?P<roman>[IVX]{1,6})\s*+[.):/\-–](?=\s|[^\W\d_])\s*+"
    r"|(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?:\s?[.):/](?=\s|[^\W\d_])|(?<=\.\d)\s(?=\S)|(?<=\.\d\d)\s(?=\S))\s*+"
    r"|\((?P<paren>\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*+"
    r"|(?P<letter>[a-zđ])(?P<minor>\d{0,2})(?:[)/]|\.(?=\s))\s*+"
    r"|(?P<upper>[A-HĐ])(?:[)/]|\.(?=\s))\s*+"
)
_WORD_KINDS = {"PHẦN": "phan", "CHƯƠNG": "chuong", "MỤC": "muc", "TIỂU MỤC": "muc", "ĐIỀU": "dieu"}
_WORD_RANKS = {"phan": 10, "chuong": 20, "muc": 30, "dieu": 50}
_NUMERALS = {"NHẤT": 1, "HAI": 2, "BA": 3, "TƯ": 4, "NĂM": 5}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class Label:
    """`style` tells lists of one look apart, `value` is the place in the list (0 where it has none),
    `rank` the usual depth, `end` where the paragraph's own words begin."""

    kind: str
    text: str
    style: str
    value: int
    rank: int
    end: int


def read_label(text: str, start: int = 0) -> Label | None:
    """The label that opens `text` at `start`, or None."""
    found = _LABEL.match(text, start)
    if not found:
        return None
    name = str(found.lastgroup)
    if name in ("annexno", "wordno", "minor"):
        name = {"annexno": "annex", "wordno": "word", "minor": "letter"}[name]
    return _READERS[name](found)


def _dash(found: re.Match[str]) -> Label:
    return Label("dash", found["dash"], "dash", 0, 80, found.end())


def _plus(found: re.Match[str]) -> Label:
    return Label("plus", "+", "plus", 0, 90, found.end())


def _annex(found: re.Match[str]) -> Label | None:
    if found["annex"][1] == "h" and not found["annexno"] and found.end() < len(found.string):
        return None  # a sentence that begins with the words "Phụ lục ..."
    return Label("annex", (found["annexno"] or "").strip(), "annex", 0, 0, found.end())


def _word(found: re.Match[str]) -> Label:
    kind = _WORD_KINDS[" ".join(found["word"].upper().split())]
    number = found["wordno"]
    return Label(kind, number, kind, _numeral(number.split()[-1]), _WORD_RANKS[kind], found.end())


def _roman(found: re.Match[str]) -> Label:
    return Label("roman", found["roman"], "roman", roman_value(found["roman"]), 40, found.end())


def _number(found: re.Match[str]) -> Label:
    parts = found["number"].split(".")
    style = f"number{len(parts)}"
    return Label("number", found["number"], style, int(parts[-1]), 60 + len(parts), found.end())


def _paren(found: re.Match[str]) -> Label:
    sign = found["paren"]
    value = int(sign) if sign.isdecimal() else LETTERS.find(sign) + 1
    return Label("number" if sign.isdecimal() else "letter", sign, "paren", value, 75, found.end())


def _letter(found: re.Match[str]) -> Label:
    sign = found["letter"] + found["minor"]
    if found["minor"]:
        return Label("letter", sign, "letter2", int(found["minor"]), 72, found.end())
    return Label("letter", sign, "letter", LETTERS.find(found["letter"]) + 1, 70, found.end())


def _upper(found: re.Match[str]) -> Label:
    return Label("letter", found["upper"], "upper", LETTERS.find(found["upper"].lower()) + 1, 25, found.end())


_READERS = {
    "dash": _dash,
    "plus": _plus,
    "annex": _annex,
    "word": _word,
    "roman": _roman,
    "number": _number,
    "paren": _paren,
    "letter": _letter,
    "upper": _upper,
}


def _numeral(word: str) -> int:
    digits = word.rstrip("abcdđeghi")
    if digits.isdecimal():
        return int(digits)
    return _NUMERALS.get(word.upper()) or roman_value(word)


def roman_value(word: str) -> int:
    """1 for "I", 4 for "IV"; 0 for what is no Roman number."""
    total = largest = 0
    for sign in reversed(word.upper()):
        value = _ROMAN.get(sign, 0)
        total += value if value >= largest else -value
        largest = max(largest, value)
    return total
