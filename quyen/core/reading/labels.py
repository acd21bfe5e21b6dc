"""The printed signs that open a paragraph: Phần, Chương, Mục, Điều, I. 1. 1.1 a) đ) (1) - + and annexes.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, part II (phần, chương, mục, điều, khoản, điểm), and the usage of
plans, which number with I, 1, a and dashes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

LETTERS = "abcdđeghiklmnopqrstuvxy"  # the order of points in a legal text, without f j w z

_DASH = re.compile(r"([-–—•·●▪*✓+])\s*+(?=\S)")
_ANNEX = re.compile(
    r"(PHỤ\s++LỤC|Phụ\s++lục|BIỂU\s++MẪU|MẪU\s++SỐ)(?:\s++(?:SỐ\s++|số\s++)?([IVXLC\d]{1,5}\b|[A-Z]\b))?[.:]?\s*+"
)
_WORD = re.compile(
    r"(PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|TIỂU\s++MỤC|Tiểu\s++mục|ĐIỀU|Điều)\s++"
    r"((?:THỨ\s++|thứ\s++)?(?:[IVXLC]{1,6}|\d{1,3}[a-zđ]?|NHẤT|HAI|BA|TƯ|NĂM|nhất|hai|ba|tư|năm|[A-ZĐ]))(?![^\W\d_])\s*+[.:\-–]?\s*+"
)
_ROMAN = re.compile(r"([IVX]{1,6})\s*+[.):/\-–](?=\s|[^\W\d_])\s*+")
_NUMBER = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){0,3})(?:\s?[.):/](?=\s|[^\W\d_])|(?<=\.\d)\s(?=\S)|(?<=\.\d\d)\s(?=\S))\s*+"
)
_PAREN = re.compile(r"\((\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*+")
_LETTER = re.compile(r"([a-zđ])(\d{0,2})(?:[)/]|\.(?=\s))\s*+")
_UPPER = re.compile(r"([A-HĐ])(?:[)/]|\.(?=\s))\s*+")
_USUAL = re.compile(r"(?:[-–—•·●▪*✓+]|[\w.]+[.)/]|\([\w.]+\)) ")
_WORD_KINDS = {"PHẦN": "phan", "CHƯƠNG": "chuong", "MỤC": "muc", "TIỂU MỤC": "muc", "ĐIỀU": "dieu"}
_WORD_RANKS = {"phan": 10, "chuong": 20, "muc": 30, "dieu": 50}
_NUMERALS = {"NHẤT": 1, "HAI": 2, "BA": 3, "TƯ": 4, "NĂM": 5}
_NUMBER_STYLES = ("number1", "number2", "number3", "number4")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class Label(NamedTuple):
    """`style` tells lists of one look apart, `value` is the place in the list (0 where it has none),
    `rank` the usual depth, `end` where the paragraph's own words begin."""

    kind: str
    text: str
    style: str
    value: int
    rank: int
    end: int


def read_label(text: str) -> Label | None:
    """The label that opens the text, or None."""
    first = text[0] if text else ""
    readers = _READERS.get(first)
    if readers is None:
        if not first.isdecimal():
            return None
        readers = _NUMBERS
    gap = text.find(" ", 0, _LONGEST_KNOWN) + 1
    if 0 < gap < len(text) and (usual := _usual.get(text[:gap])) and not text[gap].isspace():
        return usual
    for pattern, reader in readers:
        if found := pattern.match(text):
            return _known.get(found[0]) or reader(found)
    return None


_known: dict[str, Label] = {}  # signs are few, and stand a hundred times in a plan: "- ", "1. ", "a) "
_usual: dict[
    str, Label
] = {}  # those that end with their one blank, so that no other reading of them is possible
_MOST_KNOWN, _LONGEST_KNOWN = 2000, 16


def _remembered(read: Callable[[re.Match[str]], Label]) -> Callable[[re.Match[str]], Label]:
    """The reader of a sign that says all by itself."""

    def reader(found: re.Match[str]) -> Label:
        label = read(found)
        if len(found[0]) <= _LONGEST_KNOWN:
            if len(_known) >= _MOST_KNOWN:
                _known.clear()
                _usual.clear()
            _known[found[0]] = label
            if _USUAL.fullmatch(found[0]):
                _usual[found[0]] = label
        return label

    return reader


@_remembered
def _dash(found: re.Match[str]) -> Label:
    if found[1] == "+":
        return Label("plus", "+", "plus", 0, 90, found.end())
    return Label("dash", found[1], "dash", 0, 80, found.end())


def _annex(found: re.Match[str]) -> Label | None:
    if found[1][1] == "h" and not found[2] and found.end() < len(found.string):
        return None  # a sentence that begins with the words "Phụ lục ..."
    return Label("annex", (found[2] or "").strip(), "annex", 0, 0, found.end())


@_remembered
def _word(found: re.Match[str]) -> Label:
    kind = _WORD_KINDS[" ".join(found[1].upper().split())]
    number = found[2]
    return Label(kind, number, kind, _numeral(number.split()[-1]), _WORD_RANKS[kind], found.end())


@_remembered
def _roman(found: re.Match[str]) -> Label:
    return Label("roman", found[1], "roman", roman_value(found[1]), 40, found.end())


@_remembered
def _number(found: re.Match[str]) -> Label:
    text = found[1]
    dots = text.count(".")
    value = int(text[text.rfind(".") + 1 :])
    return Label("number", text, _NUMBER_STYLES[dots], value, 61 + dots, found.end())


@_remembered
def _paren(found: re.Match[str]) -> Label:
    sign = found[1]
    value = int(sign) if sign.isdecimal() else LETTERS.find(sign) + 1
    return Label("number" if sign.isdecimal() else "letter", sign, "paren", value, 75, found.end())


@_remembered
def _letter(found: re.Match[str]) -> Label:
    letter, minor = found.groups()
    if minor:
        return Label("letter", letter + minor, "letter2", int(minor), 72, found.end())
    return Label("letter", letter, "letter", LETTERS.find(letter) + 1, 70, found.end())


@_remembered
def _upper(found: re.Match[str]) -> Label:
    return Label("letter", found[1], "upper", LETTERS.find(found[1].lower()) + 1, 25, found.end())


_Reader = tuple[re.Pattern[str], Callable[[re.Match[str]], Label | None]]
_NUMBERS: tuple[_Reader, ...] = ((_NUMBER, _number),)


def _readers() -> dict[str, tuple[_Reader, ...]]:
    """First sign of a paragraph -> the labels that may begin with it, in the order they are tried."""
    groups: tuple[tuple[str, _Reader], ...] = (
        ("-–—•·●▪*✓+", (_DASH, _dash)),
        ("PBM", (_ANNEX, _annex)),
        ("PCMTĐ", (_WORD, _word)),
        ("IVX", (_ROMAN, _roman)),
        ("0123456789", (_NUMBER, _number)),
        ("(", (_PAREN, _paren)),
        ("abcdefghijklmnopqrstuvwxyzđ", (_LETTER, _letter)),
        ("ABCDEFGHĐ", (_UPPER, _upper)),
    )
    signs = {sign for first, _ in groups for sign in first}
    return {sign: tuple(reader for first, reader in groups if sign in first) for sign in signs}


_READERS = _readers()


def _numeral(word: str) -> int:
    digits = word.rstrip("abcdđeghi")
    if digits.isdecimal():
        return int(digits)
    return _NUMERALS.get(word.upper()) or roman_value(word)


def roman_value(word: str) -> int:
    """1 for "I", 4 for "IV"; 0 for what is no Roman number."""
    total = largest = 0
    for sign in reversed(word.upper()):
        value = _WORTH.get(sign, 0)
        total += value if value >= largest else -value
        largest = max(largest, value)
    return total
