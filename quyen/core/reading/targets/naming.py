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
# years, numbers in brackets, hours
_FORMS = re.compile(
    r"(?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d|(?<=\()\d{1,2}\)|(?<=\[)\d{1,3}\]"
    r"|(?<!\w)(?:24/(?:7|24)\b|\d{1,2}(?:h\d{0,2}\b|\s?giờ(?:\s?\d{1,2})?))"
)
_DIGITS = re.compile(r"[0-9]+")
_BACK = 160  # letters from a word to the last of the figures that it names; usually far fewer
_NEAR = 50  # letters; longer than a date or an hour
_ON = 60  # letters from a figure to the end of the number of a document


class Blocked:
    """The places of a text whose figures say no amount, looked for where a figure is asked about."""

    def __init__(self, text: str, lowered: str) -> None:
        self.text, self.lowered = text, lowered
        self.places: list[tuple[int, int]] = []
        self.known = 0  # as far as the text was looked through

    def holds(self, start: int, end: int) -> bool:
        """Whether the figure is in such a place; asked in the order of the text."""
        if end > self.known:
            self._look(max(self.known, start - _BACK), start - _NEAR, end)
        for first, last in self.places:  # noqa: SIM110  a plain loop, which is run for every figure
            if first < end and start < last:
                return True
        return False

    def _look(self, first: int, near: int, last: int) -> None:
        """Adds the places that begin in a stretch; they are looked for from the digits, which are few. Dates and the
        like count from `near` on, as they are short."""
        text, lowered, places = self.text, self.lowered, self.places
        floor = first
        for digits in _DIGITS.finditer(text, first, last):
            start = digits.start()
            if start >= near:
                year = max(
                    start, digits.end() - 4
                )  # the last four, should there be one too many (22021-2025)
                if found := DATE.match(text, start) or _FORMS.match(text, year):
                    places.append(found.span())
            before = lowered[max(floor, start - _LONGEST) : start].rstrip()
            if before.rstrip("-–").rstrip().endswith(_NAMES):
                named = _NAMED.search(lowered, max(floor, start - _LONGEST))
                if named and named.start() < start:
                    places.append(named.span())
                    floor = named.end()
        reach = min(len(text), last + _ON)
        if text.find("/", first, reach) >= 0:
            places += [one.span() for one in references(text, first, reach)]
        self.known = last
