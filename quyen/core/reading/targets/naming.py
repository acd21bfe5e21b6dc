"""Figures that say no amount: years, days, ages, numbers of parts and of documents, hours."""

from __future__ import annotations

import re

from quyen.core.reading.citations import references
from quyen.core.text.dates import DATE

# Words before a figure that says no amount ("năm 2025", "khoản 3"), in small letters; with what may not or must follow.
_WORDS = {
    **dict.fromkeys(("năm", "ngày", "nhiệm kỳ", "tháng", "thứ", "thời kỳ", "tiêu chí", "quý", "quốc lộ"), ""),
    "nhóm": r"(?!\s\d+\s(?:tỉnh|địa phương|quốc gia|nước|xã|đơn vị|bộ))",
    **dict.fromkeys(
        ("khóa", "khoá", "khoản", "kỳ", "khu vực", "điều", "điểm", "đối tượng", "đề án", "đợt"), ""
    ),
    **dict.fromkeys(("mục", "mẫu", "mức độ", "phụ lục", "biểu", "bộ tiêu chí"), ""),
    "số": r"(?=\s\d{1,5}\s?[,/(:])",
    **dict.fromkeys(("cấp", "chu kỳ", "covid", "hạng", "loại", "luật", "giai đoạn", "vòng"), ""),
}
_NAMES = tuple(_WORDS)
_LONGEST = 16  # letters of such a word and the signs after it
_NAMED = re.compile(
    rf"(?<!\w)(?:{'|'.join(word + following for word, following in _WORDS.items())})\s?[-–]?\s?\d[\d.]*"
    r"(?:\s?[-–,]\s?\d[\d.]*)*(?:\s?(?:và|đến|tới)\s(?:năm\s|tháng\s|quý\s)?\d[\d.]*(?!\s?%))?(?![\d%.,]*\s?%)"
)
# years, numbers in brackets, hours; a digit or bracket comes first, so that a search skips all letters
_FORMS = re.compile(
    r"[\d(\[](?:(?:(?<=1)9|(?<=2)0)\d\d\s?[-–—]\s?(?:19|20)\d\d|(?<=\()\d{1,2}\)|(?<=\[)\d{1,3}\]"
    r"|(?<!\w.)(?:(?<=2)4/(?:7|24)\b|(?<=\d)\d?(?:h\d{0,2}\b|\s?giờ(?:\s?\d{1,2})?)))"
)
_DIGITS = re.compile(r"\d+")


class Blocked:
    """The places of a text whose figures say no amount, looked for where a figure is asked about."""

    def __init__(self, text: str, lowered: str) -> None:
        self.text, self.lowered = text, lowered
        self.places: list[tuple[int, int]] = []
        self.known = 0  # as far as the text was looked through

    def holds(self, start: int, end: int) -> bool:
        """Whether the figure is in such a place; asked in the order of the text."""
        if end > self.known:
            self._look(start, end)
        for first, last in self.places:  # noqa: SIM110  a plain loop, which is run for every figure
            if first < end and start < last:
                return True
        return False

    def _look(self, start: int, end: int) -> None:
        """Looks through the clause of the figure: no such place holds a semicolon."""
        text = self.text
        first = max(self.known, text.rfind(";", 0, start) + 1)
        last = text.find(";", end)
        last = len(text) if last < 0 else last
        self.places = [one.span() for one in _FORMS.finditer(text, first, last)]
        self.places += self._named(first, last)
        if text.find("/", first, last) >= 0:
            self.places += [one.span() for one in references(text, first, last)]
        self.known = last

    def _named(self, first: int, last: int) -> list[tuple[int, int]]:
        """Dates, and figures after one of the words; looked for from the figures, which are few."""
        found: list[tuple[int, int]] = []
        floor = first
        for digits in _DIGITS.finditer(self.text, first, last):
            start = digits.start()
            if dated := DATE.match(self.text, start, last):
                found.append(dated.span())
            before = self.lowered[max(floor, start - _LONGEST) : start].rstrip()
            if before.rstrip("-–").rstrip().endswith(_NAMES):
                named = _NAMED.search(self.lowered, max(floor, start - _LONGEST), last)
                if named and named.start() < start:
                    found.append(named.span())
                    floor = named.end()
        return found
