"""Where the Decree says it. All are of Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I; the figures stand beside their use."""

from __future__ import annotations


def clause(section: str, number: int, point: str = "") -> str:
    """ "Phụ lục I, Phần I, Mục II, khoản 1, điểm a"."""
    return f"Phụ lục I, Phần I, Mục {section}, khoản {number}" + (f", điểm {point}" if point else "")


PAPER, DIRECTION, MARGINS, FONT, NUMBERS = (clause("I", number) for number in (1, 2, 3, 4, 7))
STATE, MOTTO, HEAD_PLACE = (clause("II", 1, point) for point in "abc")
ISSUER = clause("II", 2, "b")
NUMBER, SYMBOL, NUMBER_FORM = (clause("II", 3, point) for point in "abc")
DATE, PLACE_DATE = clause("II", 4, "b"), clause("II", 4, "c")
TYPE = clause("II", 5, "b")
BASES, LEVELS, BODY = (clause("II", 6, point) for point in "ađe")
SIGNER_NAME, SIGNER = clause("II", 7, "c"), clause("II", 7, "đ")
ADDRESSEES, RECIPIENTS = clause("II", 9, "b"), clause("II", 9, "d")
ANNEX_NUMBERS, ANNEX, ANNEX_REMARK, ANNEX_PAGES = (clause("III", 1, point) for point in "abcđ")
