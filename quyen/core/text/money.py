"""Sums of money as Vietnamese officers type them, into whole đồng and back. Nothing is ever rounded."""

from __future__ import annotations

import re
from fractions import Fraction

from quyen.core.text.folding import fold

LARGEST = 10**15  # đồng: a million tỷ, more than any budget of the country
EMPTY, UNKNOWN, AMBIGUOUS, FRACTION, NEGATIVE, LARGE = (
    "empty", "unknown", "ambiguous", "fraction", "negative", "large",
)  # fmt: skip

_UNITS = {"ty": 10**9, "ti": 10**9, "trieu": 10**6, "tr": 10**6, "nghin": 1000, "ngan": 1000, "k": 1000}
_CURRENCY = re.compile(r"(?:dong|vnd|d|₫)\.?\Z")
_PIECE = re.compile(r"\s*([0-9.,\s]*[0-9])\s*([a-z]*)\s*")
_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?\Z")
_COMMAS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}\Z")
_BLANKS = re.compile(r"[0-9]{1,3}(?:[ \u00a0][0-9]{3})+(?:,[0-9]+)?\Z")
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?\Z")
_TWO_WAYS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}\Z")  # 1,500: one and a half, or fifteen hundred


class NotMoney(ValueError):
    """`reason` is one of EMPTY, UNKNOWN, AMBIGUOUS, FRACTION, NEGATIVE, LARGE."""

    def __init__(self, reason: str, text: str) -> None:
        super().__init__(f"{reason}: {text!r}")
        self.reason, self.text = reason, text


def parse_money(text: str, *, scale: int = 1) -> int:
    """Whole đồng from "1.500.000", "1,5 triệu", "2 tỷ 300 triệu", "500 nghìn đồng".

    `scale`: what a bare number counts (a column in triệu đồng: 1_000_000). Errors: NotMoney.
    """
    words = fold(text).replace("\u00a0", " ").strip()
    if not words:
        raise NotMoney(EMPTY, text)
    if words.startswith(("-", "−", "(")):
        raise NotMoney(NEGATIVE, text)
    bare = _CURRENCY.sub("", words).strip()
    amount = _added(bare, text, 1 if bare != words and not _has_unit(bare) else scale)
    if amount.denominator != 1:
        raise NotMoney(FRACTION, text)
    if amount >= LARGEST:
        raise NotMoney(LARGE, text)
    return int(amount)


def _has_unit(words: str) -> bool:
    return any(sign.isalpha() for sign in words)


def _added(words: str, text: str, scale: int) -> Fraction:
    """One figure with its unit, or several whose units grow smaller ("2 tỷ 300 triệu")."""
    total, at, last = Fraction(0), 0, None
    while at < len(words):
        piece = _PIECE.match(words, at)
        if piece is None or (piece[2] and piece[2] not in _UNITS):
            raise NotMoney(UNKNOWN, text)
        if last is not None and not piece[2]:
            raise NotMoney(AMBIGUOUS, text)  # "2 tỷ 3" is said for 2,3 tỷ
        unit = _UNITS[piece[2]] if piece[2] else scale
        if last is not None and unit >= last:
            raise NotMoney(UNKNOWN, text)
        total += _figure(piece[1].strip(), text, counted=unit > 1) * unit
        at, last = piece.end(), unit
    return total


def _figure(figure: str, text: str, *, counted: bool) -> Fraction:
    """A comma is decimal, points and blanks part thousands; `counted`: a unit follows, so a comma before three digits
    can only be decimal."""
    if _POINTS.match(figure) or _BLANKS.match(figure):
        return Fraction(re.sub(r"[.\s]", "", figure).replace(",", "."))
    if _COMMAS.match(figure):
        return Fraction(figure.replace(",", ""))
    if not _PLAIN.match(figure):
        raise NotMoney(UNKNOWN, text)
    if not counted and _TWO_WAYS.match(figure):
        raise NotMoney(AMBIGUOUS, text)
    return Fraction(figure.replace(",", "."))


def grouped(amount: int, sign: str = ".") -> str:
    """ "1.500.000"."""
    return f"{amount:,}".replace(",", sign)
