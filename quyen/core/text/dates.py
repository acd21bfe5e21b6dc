"""Dates as Vietnamese documents write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from quyen.core.types import Span

# A digit comes first in the pattern, so that the search skips all other letters; nothing of a number before it.
_FIRST = r"(?P<first>\d(?<![\d/.]\d)\d{0,3})"
_WORDS = r"\s{1,3}tháng\s{1,3}(?P<m1>\d{1,2})\s{0,3},?\s{0,3}năm\s{1,3}(?P<y1>\d{4})"
_SIGNS = r"\s?(?P<sep>[/.\-–])\s?(?P<m2>\d{1,2})\s?(?P=sep)\s?(?P<y2>\d{4})"
_ISO = r"-(?P<m3>\d{2})-(?P<d3>\d{2})"
DATE = re.compile(rf"{_FIRST}(?:{_WORDS}|{_SIGNS}|{_ISO})(?![\d/])", re.I)


class DateAt(NamedTuple):
    """A date and its place; `at` leaves out the word "ngày" before it."""

    iso: str
    at: Span


def parse_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateAt]:
    """Every full date of a stretch of text, in order. Impossible days (31/02/2024) are left out."""
    for found in DATE.finditer(text, start, len(text) if end is None else end):
        iso = iso_date(found)
        if iso:
            yield DateAt(iso, Span(*found.span()))


def iso_date(found: re.Match[str]) -> str | None:
    """ISO form of a match of DATE, None for a day that does not exist."""
    first, y1, m1, y2, m2, m3, d3 = found.group("first", "y1", "m1", "y2", "m2", "m3", "d3")
    try:
        if y1:
            return date(int(y1), int(m1), int(first)).isoformat()
        if y2:
            return date(int(y2), int(m2), int(first)).isoformat()
        return date(int(first), int(m3), int(d3)).isoformat()
    except ValueError:
        return None


def day_of(text: str) -> date | None:
    """A day as a form or a cell holds it, 2026-07-01 or 1/7/2026; None where it is none, or not within 1990-2100."""
    parts = text.strip().split("/")[::-1] if "/" in text else text.strip().split("-")
    try:
        year, month, day = (int(part) for part in parts)
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 1990 <= year <= 2100 else None
