"""Figures of a sentence that can be targets: shares and counts; days, years, numbers of documents, ages, durations
and sums of money are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from quyen.core.reading.targets.naming import Blocked
from quyen.core.text.numbers import FIGURE, parse_number

_DIGIT = re.compile(r"[0-9](?<![\w/.,]\d)")
_FIGURE = re.compile(
    rf"(?P<low>\d(?<![\w/.,]\d)\d{{0,11}}(?:[.,]\d{{1,6}}){{0,4}})(?:\s?(?P<share1>%))?"
    rf"(?:\s?(?:-|–|—|đến|tới)\s?(?P<high>{FIGURE})(?:\s?(?P<share2>%))?)?(?!\d|(?<!%)/)"
)

# what follows a count, in small letters
_NOT_COUNTED = re.compile(
    r"\s?(?:giờ|phút|giây|ngày|tháng(?: tuổi)?|tuần|tuổi|năm|quý|lần(?:/| một|\b)|cấp\b|chiều\b|°|độ\b|lít\b|kg\b|g\b|mg|m2|m3|m\b|mm|km|cm|ha\b(?!\s?rừng)"
    r"|khâu|bước\b|nội dung\b|công ước|khuyến nghị|điều\b|khoản\b|điểm\b(?! (?:cầu|đến|truy|phát))|chương\b|mục\b|trang\b|bản\b|buổi/|ca\b"
    r"|không\b|rõ\b|tại chỗ|sẵn sàng|nhà\b(?=,| \(| trong)|phía|bên\b|thành phần|giai đoạn|nguyên tắc|trụ cột|đột phá|lĩnh vực|nhóm\b|loại\b|hình thức|phương châm)"
)
_WORD_NEXT = re.compile(r"\s[^\W\d_]{2,}")
_MONEY = re.compile(
    r"\s?(?:nghìn |ngàn |triệu |tỷ |tỉ |trăm )*(?:đồng|vnđ|vnd|usd|đô la|euro)\b|\s?(?:tỷ|tỉ|triệu)\b(?! (?:lượt|người|hộ|tấn|thuê|sản|con|cây|m|ha|khách|căn|dân|tài khoản|giao dịch))|đ\b"
)
_OF_MONEY = re.compile(
    r"\s?(?:tổng |trên tổng |của |mức |giá trị |tổng mức |tổng số |so với tổng )*(?:vốn|kinh phí|chi phí|ngân sách|mức lương|lương|học phí|lãi suất|giá trị hợp đồng|dự toán|đơn giá|mức đóng|mức chi|mức hỗ trợ|tiền)\b"
)
_SPENDING = (
    *("tỷ lệ vốn", "hỗ trợ", "ngân sách", "chi trả", "mức chi", "lãi suất"),
    *("kinh phí", "đóng góp", "vay", "giảm trừ", "cấp bù"),
)
_SPENT = ("giải ngân", "quyết toán", "thu ngân sách", "thanh toán")
_BEFORE = 70  # letters in which such a word may stand before a share
_BETWEEN = 60  # letters between it and the share
_LONGEST = 80  # letters of a figure with both its ends
_MOST = 400  # figures of one paragraph
_UP_TO = re.compile(
    r"[^,;.%]{0,30}?\s(?:lên|xuống)(?:\s(?:còn|đến|tới|mức|khoảng|trên|dưới|ít nhất)){0,2}\s\Z"
)


class Figure(NamedTuple):
    """A figure of a text: `start` and `end` of the written figure with its sign, `noun` what follows a count."""

    start: int
    end: int
    low: float
    high: float | None
    share: bool


def holds_digit(text: str) -> bool:
    """Told sooner, sign by sign, than by a search: a text with digits mostly has one of the first."""
    for sign in "2013456789":  # noqa: SIM110  a plain loop, which is run for many paragraphs
        if sign in text:
            return True
    return False


def find_figures(text: str, lowered: str, *, counts: bool, goals: bool = False) -> list[Figure]:
    """The shares of a text, and its counts where asked for, in their order; `lowered` is the text in small letters.

    Among `goals` a share of money is one too ("bố trí ít nhất 3% tổng chi ngân sách cho khoa học").
    """
    blocked = Blocked(text, lowered)
    found: list[Figure] = []
    for match in _written(text) if counts else _written_shares(text):
        share = bool(match["share1"] or match["share2"])
        if not ((goals or _is_share(lowered, match)) if share else counts and _is_count(lowered, match)):
            continue
        figure = None if blocked.holds(*match.span("low")) else _figure(match, share)
        if figure:
            found.append(figure)
        if len(found) == _MOST:
            break
    return [
        one for one, after in zip_longest(found, found[1:]) if not (after and _is_start(lowered, one, after))
    ]


def _written(text: str) -> Iterator[re.Match[str]]:
    """The same as `_FIGURE.finditer(text)`."""
    floor = 0
    for digit in _DIGIT.finditer(text):
        start = digit.start()
        if start >= floor and (match := _FIGURE.match(text, start)):
            yield match
            floor = match.end()


def _written_shares(text: str) -> Iterator[re.Match[str]]:
    """Those of them that have the sign of a share, looked for from the signs, which are few."""
    floor, sign = 0, text.find("%")
    while sign >= 0:
        for match in _FIGURE.finditer(text, max(floor, sign - _LONGEST), min(len(text), sign + _LONGEST)):
            if match.start() > sign:
                break
            floor = match.end()
            if match["share1"] or match["share2"]:
                yield match
        sign = text.find("%", max(floor, sign + 1))


def _is_start(lowered: str, one: Figure, after: Figure) -> bool:
    """ "từ 85% năm 2024 lên 90%": the first figure is where things stand, not the goal."""
    return lowered[max(0, one.start - 4) : one.start].strip() == "từ" and bool(
        _UP_TO.match(lowered, one.end, after.start)
    )


def _figure(match: re.Match[str], share: bool) -> Figure | None:
    low = parse_number(match["low"], share=share)
    high = parse_number(match["high"], share=share) if match["high"] else None
    end = match.end()
    if high is not None and (low is None or high <= low):
        high, end = None, match.end("share1") if match["share1"] else match.end("low")
    return Figure(match.start(), end, low, high, share) if low is not None else None


def _is_share(lowered: str, match: re.Match[str]) -> bool:
    """A share of something else than money, or of money that is to be spent in time."""
    start, end = match.span()
    for words in _SPENT:
        if lowered.find(words, max(0, start - 80), end + 80) >= 0:
            return True
    if _OF_MONEY.match(lowered, end):  # costs to be cut are a goal
        return _stands_before(("giảm",), lowered, start)
    return not _stands_before(_SPENDING, lowered, start)


def _stands_before(words: tuple[str, ...], lowered: str, start: int) -> bool:
    """Whether one of the words stands near before a figure in the same clause."""
    first = max(0, start - _BEFORE)
    floor = max(first, lowered.rfind(";", first, start) + 1, lowered.rfind(".", first, start) + 1)
    for word in words:  # noqa: SIM110  a plain loop, which is run for every share
        if lowered.find(word, max(floor, start - _BETWEEN - len(word)), start) >= 0:
            return True
    return False


def _is_count(lowered: str, match: re.Match[str]) -> bool:
    after = match.end()
    if not _WORD_NEXT.match(lowered, after, after + 12):
        return False
    return not (_NOT_COUNTED.match(lowered, after) or _MONEY.match(lowered, after))
