"""The last day that a deadline names, from the words in which it is written.

"trước ngày 15/12/2025" is read as lawyers read it: the fifteenth is already too late, so the last day is the
fourteenth; "chậm nhất ngày", "đến ngày", "trong tháng" and the like end on the day (or period) they name.
What begins at a day and names no end ("từ tháng 3/2025", "kể từ ngày ...") has no last day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from quyen.core.text.folding import fold
from quyen.core.text.rhythm import Rhythm

_RECURS = (  # the finest rhythm named counts
    (Rhythm.DAILY, r"hang ngay|moi ngay"),
    (Rhythm.WEEKLY, r"hang tuan|moi tuan"),
    (Rhythm.MONTHLY, r"hang thang|moi thang|1 thang/lan"),
    (Rhythm.QUARTERLY, r"hang quy|moi quy|3 thang/lan|ba thang mot lan"),
    (Rhythm.HALF_YEARLY, r"(?:6|sau) thang(?:/lan| mot lan)|dinh ky (?:6|sau) thang|nua nam mot lan"),
    (Rhythm.YEARLY, r"hang nam|moi nam|(?:cac|nhung) nam (?:tiep theo|sau)|1 nam/lan|mot nam mot lan"),
    (Rhythm.ALWAYS, r"thuong xuyen|lien tuc|hang ngay"),
    (Rhythm.PERIODIC, r"dinh ky"),
)

_Y = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"
_BEFORE_YEAR = r"\s{0,2}(?:[/.,\-–]|,?\s{0,2}nam)\s{0,2}"
_LINK = r"\s{0,2}(?:,|;|-|–|va|den|&)\s{0,2}"
_QUARTER = r"(?:iv|i{1,3}|[1-4])(?![a-z0-9])"
_MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
_TOKEN = re.compile(
    r"(?<![\d/])(?:"
    rf"(?:ngay\s{{1,2}})?(?P<day>[0-3]?\d)\s?(?:[/.\-–]|\s{{0,2}}thang\s{{1,2}})\s?(?P<month>{_MONTH})"
    rf"(?:{_BEFORE_YEAR}{_Y.format('year1')})?"
    rf"|quy\s{{1,2}}(?P<quarters>{_QUARTER}(?:{_LINK}(?:quy\s{{1,2}})?{_QUARTER})*)"
    rf"(?:{_BEFORE_YEAR}{_Y.format('year2')})?"
    rf"|(?:6|sau)\s(?:thang\s)?(?P<half>dau|cuoi)\snam(?:\s{{1,2}}{_Y.format('year3')})?"
    rf"|thang\s{{1,2}}(?P<months>{_MONTH}(?:{_LINK}(?:thang\s{{1,2}})?{_MONTH})*)"
    rf"(?:{_BEFORE_YEAR}{_Y.format('year4')})?"
    rf"|(?P<month5>{_MONTH})\s?/\s?{_Y.format('year5')}"
    rf"|{_Y.format('year6')}"
    r")"
)
_NUMBER = re.compile(r"iv|i{1,3}|\d{1,2}")
_STRICT = re.compile(r"truoc(?:\s+(?:ngay|thang|nam|quy|thoi diem))?\s*$")
_OPEN = re.compile(r"(?:^|[\s(,;])(?:ke tu|tu|sau|bat dau)(?:\s+(?:ngay|thang|nam|quy|dau|sau))*\s*$")


@dataclass(frozen=True, slots=True)
class Due:
    """`on`: the last day, None where none is named; `recurs`: a Rhythm, or "" where it does not come back."""

    on: date | None
    recurs: str = ""


@dataclass(slots=True)
class _Period:
    """A stretch of time as written, its year perhaps still unknown; months and days as (first, last)."""

    months: tuple[int, int]
    day: int | None
    year: int | None
    strict: bool

    def last_day(self, fallback: int | None) -> date | None:
        year = self.year or fallback
        if year is None:
            return None
        first, last = self.months
        try:
            if self.strict:
                return date(year, first, self.day or 1) - timedelta(days=1)
            return date(year, last, self.day or monthrange(year, last)[1])
        except ValueError:  # 31/02 names no day
            return None


def parse_due(text: str, *, year: int | None = None) -> Due:
    """The last day and the rhythm of a deadline as written.

    `year` is used where the words name none ("Quý II", "trước ngày 30/11"): the plan's own, where it plans
    for one year only. Never raises.
    """
    folded = fold(text)
    periods = _periods(folded)
    days = [day for period in periods if (day := period.last_day(year))]
    return Due(on=max(days, default=None), recurs=_recurs(folded))


def _recurs(folded: str) -> str:
    return next((name for name, words in _RECURS if re.search(rf"(?<!\w)(?:{words})(?!\w)", folded)), "")


def _periods(folded: str) -> list[_Period]:
    """Every stretch that may be the end, in order; one without a year takes that of the next one with a year,
    else of the one before ("tháng 9 đến tháng 12/2025")."""
    found: list[tuple[_Period, bool]] = []
    for token in _TOKEN.finditer(folded):
        before = folded[: token.start()]
        listed = token["quarters"] or token["months"] or ""
        opens = bool(_OPEN.search(before)) and len(_NUMBER.findall(listed)) < 2
        found.append((_period(token, strict=bool(_STRICT.search(before))), opens))
    _share_years([period for period, _ in found])
    return [period for period, opens in found if not opens]


def _share_years(periods: list[_Period]) -> None:
    for row in (list(reversed(periods)), periods):
        known: int | None = None
        for period in row:
            period.year = known = period.year or known


def _period(token: re.Match[str], *, strict: bool) -> _Period:
    part = token.groupdict()
    year = next((int(part[f"year{n}"]) for n in range(1, 7) if part[f"year{n}"]), None)
    if part["day"]:
        month = int(part["month"])
        return _Period((month, month), int(part["day"]) or None, year, strict)
    if part["quarters"]:
        quarters = [
            _quarter(sign)
            for sign in _NUMBER.findall(
                part["quarters"].replace("quy", "").replace("va", "").replace("den", "")
            )
        ]
        return _Period((min(quarters) * 3 - 2, max(quarters) * 3), None, year, strict)
    if part["half"]:
        return _Period((1, 6) if part["half"] == "dau" else (7, 12), None, year, strict)
    listed = part["months"] or part["month5"]
    months = [int(sign) for sign in _NUMBER.findall(listed)] if listed else [1, 12]
    return _Period((months[0], months[-1]), None, year, strict)


def _quarter(sign: str) -> int:
    return {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(sign) or int(sign)
