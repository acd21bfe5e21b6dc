"""Times that cannot be kept: before the issue of the document, or after the period it plans for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from quyen.core.reading.findings.words import Words
from quyen.core.text.dates import DATE, iso_date, parse_dates
from quyen.core.types import Fact, Finding, Reading, Span

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_QUARTER = re.compile(r"quý\s(I{1,3}|IV|[1-4])\s?(?:/|,?\snăm\s|-)\s?(20\d\d)", re.I)
_MONTH = re.compile(r"tháng\s(\d{1,2})\s?(?:/|,?\snăm\s|-)\s?(20\d\d)", re.I)
_YEAR = re.compile(r"(?<![\d/.,])(20\d\d)(?![\d/]|[.,]\d)")
# a report on a period may be due in the first months after it
_GRACE = timedelta(days=120)
# what stands before "ngày", and how far the sentence before it is looked at
_MORE = ("", " là", " vào", " trong", " là vào", " là trong")
_DUE = tuple(f"{word} ngày " for word in ("trước", *(f"nhất{more}" for more in _MORE)))
_LONGEST = max(map(len, _DUE))
_SENTENCE = 120
_SHORT = 40  # letters of a time that is a time and nothing else
_DUTY = re.compile(r"báo cáo|gửi |hoàn thành|nộp |xong ")
_OPEN_END = re.compile(
    r"từ (?!.*đến (?:hết |ngày |tháng |năm |quý )*\d)|kể từ|bắt đầu|định kỳ|hằng|hàng|thường xuyên", re.S
)


def find_late_times(reading: Reading, words: Words) -> Iterator[Finding]:
    issued = date.fromisoformat(reading.date.text) if reading.date else None
    for task in reading.tasks:
        deadline = task.deadline
        if deadline and "20" in deadline.text:
            last = last_day(deadline.text)
            if last and ((issued and last < issued) or _is_beyond(reading, last)):
                yield from _deadline(reading, deadline, issued, last)
    if issued:
        yield from _due_before(reading, words, issued)


def _is_beyond(reading: Reading, last: date) -> bool:
    end = reading.period[1] if reading.period else date.max.year
    return last.year > end and last > date(end, 12, 31) + _GRACE


def last_day(text: str) -> date | None:
    """The last day that a written time can mean: 31 December for "năm 2024"; None where no year is named."""
    return _short_last_day(text) if len(text) <= _SHORT else _last_day(text)


def _last_day(text: str) -> date | None:
    days = [date.fromisoformat(found.iso) for found in parse_dates(text)]
    rest, lower = DATE.sub(" ", text), text.lower()
    if "quý" in lower:
        days.extend(
            _month_end(int(found[2]), 3 * _QUARTERS[found[1].lower()]) for found in _QUARTER.finditer(rest)
        )
        rest = _QUARTER.sub(" ", rest)
    if "tháng" in lower:
        months = ((int(found[2]), int(found[1])) for found in _MONTH.finditer(rest))
        days.extend(_month_end(year, month) for year, month in months if 1 <= month <= 12)
        rest = _MONTH.sub(" ", rest)
    days.extend(date(int(found[1]), 12, 31) for found in _YEAR.finditer(rest))
    return max(days, default=None)


_short_last_day = lru_cache(maxsize=2048)(_last_day)  # "Quý IV/2025", "Tháng 12/2025" come again and again


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _deadline(reading: Reading, deadline: Fact, issued: date | None, last: date) -> Iterator[Finding]:
    """A last day out of its bounds, where the deadline is not one that only begins or comes again."""
    if _OPEN_END.search(deadline.text.lower()):
        return
    if issued and last < issued:
        message = f"Thời hạn “{deadline.text}” đã qua khi văn bản được ban hành ({issued:%d/%m/%Y})."
        yield Finding("deadline_past", message, deadline.at, None, 0.8)
    elif reading.period:
        first, end = reading.period
        period = f"năm {end}" if first == end else f"{first} - {end}"
        message = f"Thời hạn “{deadline.text}” ở sau kỳ của văn bản ({period})."
        yield Finding("deadline_beyond", message, deadline.at, None, 0.7)


def _due_before(reading: Reading, words: Words, issued: date) -> Iterator[Finding]:
    """ "gửi báo cáo trước ngày 15/11/2023" in a document of 2024."""
    for place in words.days:
        before = words.lower[max(place - _LONGEST, 0) : place]
        if not before.endswith(_DUE):
            continue
        found = DATE.match(reading.text, place)
        iso = iso_date(found) if found else None
        if not found or not iso or iso >= issued.isoformat():
            continue
        start = place - max(len(due) for due in _DUE if before.endswith(due))
        if _is_duty(words, start) and not _is_deadline(reading, start - 20, found.end()):
            message = f"Thời hạn {found[0]} đã qua khi văn bản được ban hành ({issued:%d/%m/%Y})."
            yield Finding("deadline_past", message, Span(*found.span()), None, 0.75)


def _is_duty(words: Words, end: int) -> bool:
    sentence = re.split(r"[.;\n\t]", words.lower[max(0, end - _SENTENCE) : end])[-1]
    return bool(_DUTY.search(sentence)) and " đã " not in sentence


def _is_deadline(reading: Reading, start: int, end: int) -> bool:
    """Of a task, where it is marked as such."""
    return any(task.deadline and start <= task.deadline.at.start < end for task in reading.tasks)
