"""Dates as Vietnamese documents write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from quyen.core.types import Span

_WORDS = r"(?P<d1>\d{1,2})\s{1,3}tháng\s{1,3}(?P<m1>\d{1,2})\s{0,3},?\s{0,3}năm\s{1,3}(?P<y1>\d{4})"
_SIGNS = r"(?P<d2>\d{1,2})\s?(?P<sep>[/.\-–])\s?(?P<m2>\d{1,2})\s?(?P=sep)\s?(?P<y2>\d{4})"
_ISO = r"(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})"
DATE = re.compile(rf"(?<![\d/.])(?:{_WORDS}|{_ISO}|{_SIGNS})(?![\d/])", re.I)


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
    parts = found.groupdict()
    for form in "123":
        if parts[f"y{form}"]:
            year, month, day = (int(parts[f"{part}{form}"]) for part in "ymd")
            break
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
