"""Figures of a sentence that can be targets: shares and counts; days, years, numbers of documents, ages, durations
and sums of money are none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from quyen.core.reading.citations import references
from quyen.core.text.dates import DATE
from quyen.core.text.numbers import FIGURE, parse_number

_FIGURE = re.compile(
    rf"(?P<low>\d(?<![\w/.,]\d)\d{{0,11}}(?:[.,]\d{{1,6}}){{0,4}})(?:\s?(?P<share1>%))?"
    rf"(?:\s?(?:-|–|—|đến|tới)\s?(?P<high>{FIGURE})(?:\s?(?P<share2>%))?)?(?!\d|(?<!%)/)"
)

# Words before a figure that says no amount ("năm 2025", "khoản 3"), by their first letter.
_NAMING = {
    "n": r"ăm|gày|hóm(?!\s\d+\s(?:tỉnh|địa phương|quốc gia|nước|xã|đơn vị|bộ))|hiệm kỳ",
    "t": r"háng|hứ|hời kỳ|iêu chí",
    "q": r"uý|uốc lộ",
    "k": r"hóa|hoá|hoản|ỳ|hu vực",
    "đ": r"iều|iểm|ối tượng|ề án|ợt",
    "m": r"ục|ẫu|ức độ",
    "p": r"hụ lục",
    "b": r"iểu|ộ tiêu chí",
    "s": r"ố(?=\s\d{1,5}\s?[,/(:])",
    "c": r"ấp|hu kỳ|ovid",
    "h": r"ạng",
    "l": r"oại|uật",
    "g": r"iai đoạn",
    "v": r"òng",
}
_OPENS_NAMING = "".join(_NAMING)
_NAMED = "|".join(f"(?<={letter})(?:{words})" for letter, words in _NAMING.items())

# What holds figures that say no amount. One sign comes first, so that a search skips most letters.
_BLOCKED = re.compile(
    rf"[{_OPENS_NAMING}{_OPENS_NAMING.upper()}\d(\[](?<!\w[{_OPENS_NAMING}{_OPENS_NAMING.upper()}])(?:"
    rf"(?i:(?:{_NAMED})\s?[-–]?\s?\d[\d.]*(?:\s?[-–,]\s?\d[\d.]*)*(?:\s?(?:và|đến|tới)\s(?:năm\s|tháng\s|quý\s)?\d[\d.]*(?!\s?%))?(?![\d%.,]*\s?%))"
    r"|(?:(?<=1)9|(?<=2)0)\d\d\s?[-–—]\s?(?:19|20)\d\d"
    r"|(?<=\()\d{1,2}\)|(?<=\[)\d{1,3}\]"
    r"|(?<!\w.)(?:(?<=2)4/(?:7|24)\b|(?<=\d)\d?(?:h\d{0,2}\b|\s?giờ(?:\s?\d{1,2})?)))"
)
_NOT_COUNTED = re.compile(
    r"\s?(?:giờ|phút|giây|ngày|tháng(?: tuổi)?|tuần|tuổi|năm|quý|lần(?:/| một|\b)|cấp\b|chiều\b|°|độ\b|lít\b|kg\b|g\b|mg|m2|m3|m\b|mm|km|cm|ha\b(?!\s?rừng)"
    r"|khâu|bước\b|nội dung\b|công ước|khuyến nghị|điều\b|khoản\b|điểm\b(?! (?:cầu|đến|truy|phát))|chương\b|mục\b|trang\b|bản\b|buổi/|ca\b"
    r"|không\b|rõ\b|tại chỗ|sẵn sàng|nhà\b(?=,| \(| trong)|phía|bên\b|thành phần|giai đoạn|nguyên tắc|trụ cột|đột phá|lĩnh vực|nhóm\b|loại\b|hình thức|phương châm)",
    re.I,
)
_WORD_NEXT = re.compile(r"\s[^\W\d_]{2,}")
_MONEY = re.compile(
    r"\s?(?:nghìn |ngàn |triệu |tỷ |tỉ |trăm )*(?:đồng|VNĐ|VND|USD|đô la|euro)\b|\s?(?:tỷ|tỉ|triệu)\b(?! (?:lượt|người|hộ|tấn|thuê|sản|con|cây|m|ha|khách|căn|dân|tài khoản|giao dịch))|đ\b",
    re.I,
)
_OF_MONEY = re.compile(
    r"\s?(?:tổng |trên tổng |của |mức |giá trị |tổng mức |tổng số |so với tổng )*(?:vốn|kinh phí|chi phí|ngân sách|mức lương|lương|học phí|lãi suất|giá trị hợp đồng|dự toán|đơn giá|mức đóng|mức chi|mức hỗ trợ|tiền)\b",
    re.I,
)
_SPENDING = re.compile(
    r"(?:tỷ lệ vốn|hỗ trợ|ngân sách|chi trả|mức chi|lãi suất|kinh phí|đóng góp|vay|giảm trừ|cấp bù)[^;.]{0,60}\Z",
    re.I,
)
_MOST = 400  # figures of one paragraph
_UP_TO = re.compile(
    r"[^,;.%]{0,30}?\s(?:lên|xuống)(?:\s(?:còn|đến|tới|mức|khoảng|trên|dưới|ít nhất)){0,2}\s\Z", re.I
)
_CUT = re.compile(r"giảm[^;.]{0,60}\Z", re.I)
_SPENT = re.compile(r"giải ngân|quyết toán|thu ngân sách|thanh toán", re.I)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text: `start` and `end` of the written figure with its sign, `noun` what follows a count."""

    start: int
    end: int
    low: float
    high: float | None
    share: bool


def find_figures(text: str, *, counts: bool, goals: bool = False) -> list[Figure]:
    """The shares of a text, and its counts where asked for, in their order.

    Among `goals` a share of money is one too ("bố trí ít nhất 3% tổng chi ngân sách cho khoa học").
    """
    if not counts and "%" not in text:
        return []
    blocked = _Blocked(text)
    found: list[Figure] = []
    for match in _FIGURE.finditer(text):
        share = bool(match["share1"] or match["share2"])
        if not ((goals or _is_share(text, match)) if share else counts and _is_count(text, match)):
            continue
        if not blocked.holds(*match.span("low")):
            figure = _figure(match, share)
            if figure:
                found.append(figure)
        if len(found) == _MOST:
            break
    return [
        one for one, after in zip_longest(found, found[1:]) if not (after and _is_start(text, one, after))
    ]


def _is_start(text: str, one: Figure, after: Figure) -> bool:
    """ "từ 85% năm 2024 lên 90%": the first figure is where things stand, not the goal."""
    return bool(
        _UP_TO.match(text, one.end, after.start)
        and text[max(0, one.start - 4) : one.start].lower().strip() == "từ"
    )


class _Blocked:
    """The places of a text whose figures say no amount, looked for where a figure is asked about."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: list[tuple[int, int]] = []
        self.known = 0  # as far as the text was looked through

    def holds(self, start: int, end: int) -> bool:
        """Whether the figure is in such a place; asked in the order of the text."""
        if end > self.known:
            self._look(start, end)
        return any(first < end and start < last for first, last in self.places)

    def _look(self, start: int, end: int) -> None:
        """Looks through the clause of the figure: no such place holds a semicolon."""
        first = max(self.known, self.text.rfind(";", 0, start) + 1)
        last = self.text.find(";", end)
        last = len(self.text) if last < 0 else last
        self.places = [one.span() for one in _BLOCKED.finditer(self.text, first, last)]
        self.places += [one.span() for one in DATE.finditer(self.text, first, last)]
        self.places += [one.span() for one in references(self.text, first, last)]
        self.known = last


def _figure(match: re.Match[str], share: bool) -> Figure | None:
    low = parse_number(match["low"], share=share)
    high = parse_number(match["high"], share=share) if match["high"] else None
    end = match.end()
    if high is not None and (low is None or high <= low):
        high, end = None, match.end("share1") if match["share1"] else match.end("low")
    return Figure(match.start(), end, low, high, share) if low is not None else None


def _is_share(text: str, match: re.Match[str]) -> bool:
    """A share of something else than money, or of money that is to be spent in time."""
    if _SPENT.search(text, max(0, match.start() - 80), match.end() + 80):
        return True
    if _OF_MONEY.match(text, match.end()):  # costs to be cut are a goal
        return bool(_CUT.search(text[max(0, match.start() - 70) : match.start()]))
    return not _SPENDING.search(text[max(0, match.start() - 70) : match.start()])


def _is_count(text: str, match: re.Match[str]) -> bool:
    after = match.end()
    if _MONEY.match(text, after) or _NOT_COUNTED.match(text, after):
        return False
    return bool(_WORD_NEXT.match(text, after, after + 12))
