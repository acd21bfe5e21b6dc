"""Times that cannot be kept: before the issue of the document, or after the period it plans for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from quyen.core.reading.findings.words import Words
from quyen.core.text.dates import DATE, parse_dates
from quyen.core.types import Fact, Finding, Reading, Span

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_QUARTER = re.compile(r"quý\s(I{1,3}|IV|[1-4])\s?(?:/|,?\snăm\s|-)\s?(20\d\d)", re.I)
_MONTH = re.compile(r"tháng\s(\d{1,2})\s?(?:/|,?\snăm\s|-)\s?(20\d\d)", re.I)
_YEAR = re.compile(r"(?<![\d/.,])(20\d\d)(?![\d/]|[.,]\d)")
# a report on a period may be due in the first months after it
_GRACE = timedelta(days=120)
_DUE = re.compile(r"(?:trước|nhất(?: là)?(?: vào| trong)?) ngày (?=\d)")
_DUTY = re.compile(r"báo cáo|gửi |hoàn thành|nộp |xong ")
_OPEN_END = re.compile(
    r"từ (?!.*đến (?:hết |ngày |tháng |năm |quý )*\d)|kể từ|bắt đầu|định kỳ|hằng|hàng|thường xuyên", re.S
)


def find_late_times(reading: Reading, words: Words) -> Iterator[Finding]:
    issued = date.fromisoformat(reading.date.text) if reading.date else None
    for task in reading.tasks:
        if task.deadline:
            yield from _deadline(reading, task.deadline, issued)
    if issued:
        yield from _due_before(reading, words, issued)


def last_day(text: str) -> date | None:
    """The last day that a written time can mean: 31 December for "năm 2024"; None where no year is named."""
    days = [date.fromisoformat(found.iso) for found in parse_dates(text)]
    rest = DATE.sub(" ", text)
    days.extend(
        _month_end(int(found[2]), 3 * _QUARTERS[found[1].lower()]) for found in _QUARTER.finditer(rest)
    )
    rest = _QUARTER.sub(" ", rest)
    days.extend(
        _month_end(int(found[2]), int(found[1]))
        for found in _MONTH.finditer(rest)
        if 1 <= int(found[1]) <= 12
    )
    rest = _MONTH.sub(" ", rest)
    days.extend(date(int(found[1]), 12, 31) for found in _YEAR.finditer(rest))
    return max(days, default=None)


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _deadline(reading: Reading, deadline: Fact, issued: date | None) -> Iterator[Finding]:
    last = last_day(deadline.text) if "20" in deadline.text else None
    if last is None or _OPEN_END.search(deadline.text.lower()):
        return
    if issued and last < issued:
        message = f"Thời hạn “{deadline.text}” đã qua khi văn bản được ban hành ({issued:%d/%m/%Y})."
        yield Finding("deadline_past", message, deadline.at, None, 0.8)
    elif reading.period and last > date(reading.period[1], 12, 31) + _GRACE:
        first, end = reading.period
        period = f"năm {end}" if first == end else f"{first} - {end}"
        message = f"Thời hạn “{deadline.text}” ở sau kỳ của văn bản ({period})."
        yield Finding("deadline_beyond", message, deadline.at, None, 0.7)


def _due_before(reading: Reading, words: Words, issued: date) -> Iterator[Finding]:
    """ "gửi báo cáo trước ngày 15/11/2023" in a document of 2024."""
    seen = {task.deadline.at.start for task in reading.tasks if task.deadline}
    for opened in _DUE.finditer(words.lower):
        found = DATE.match(reading.text, opened.end())
        day = next(parse_dates(found[0]), None) if found else None
        if not found or not day or day.iso >= issued.isoformat():
            continue
        sentence = re.split(r"[.;\n\t]", words.lower[max(0, opened.start() - 120) : opened.start()])[-1]
        if (
            not _DUTY.search(sentence)
            or " đã " in sentence
            or seen & set(range(opened.start() - 20, found.end()))
        ):
            continue
        message = f"Thời hạn {found[0]} đã qua khi văn bản được ban hành ({issued:%d/%m/%Y})."
        yield Finding("deadline_past", message, Span(*found.span()), None, 0.75)
