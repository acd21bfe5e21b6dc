"""Figures as Vietnamese documents write them: 1.000 is a thousand, 2,1 is two and a tenth."""

from __future__ import annotations

import re

# One figure: digits, then groups after points or commas. No digit, letter or slash may touch it.
FIGURE = r"\d{1,12}(?:[.,]\d{1,6}){0,4}"
_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")
_COMMA_GROUPS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+\Z")


def parse_number(text: str, *, share: bool = False) -> float | None:
    """The value of a written figure; None where it is none. Whole values come back as whole floats.

    A point before exactly three digits parts thousands, any other point is taken as a decimal one.
    A comma is decimal; before exactly three digits it parts thousands unless `share` (a percentage).
    """
    text = text.strip()
    if _GROUPS.match(text):
        text = text.replace(".", "").replace(",", ".")
    elif not share and _COMMA_GROUPS.match(text):
        text = text.replace(",", "")
    else:
        text = text.replace(",", ".")
    try:
        return float(text)
    except ValueError:
        return None
