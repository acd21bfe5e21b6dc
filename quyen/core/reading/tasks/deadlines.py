"""The time a task names, as written: a day, a month, a quarter, a year, or how often.

The most definite time wins: a day before a month before a year before a term before "hằng năm" before
"thường xuyên". What only looks like a time is passed over: the date of a cited document, the period a plan
is named after, "chi thường xuyên".

All patterns read small letters. Most texts name no time, so each pattern has words it cannot do without, and
those that begin with what may be absent have a core, before which they cannot begin by much.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from quyen.core.text.small_letters import small_letters
from quyen.core.types import Fact, Span

_OFTEN = r"(?:hằng|hàng|mỗi)\s(?:năm|quý|quí|tháng|tuần|ngày)"
_DAY = (
    r"(?:ngày\s)?\d{1,2}(?:\s?[/.]\s?\d{1,2}(?:\s?[/.]\s?\d{4})?|\stháng\s\d{1,2}(?:\snăm\s\d{4})?)(?![\d/])"
)
_QUARTER = r"(?:quý|quí)\s(?:iv|i{1,3}|[1-4])(?:\s?(?:/|-|năm|,)?\s?(?:năm\s)?\d{4})?"
_MONTH = r"tháng\s\d{1,2}(?:\s?/\s?\d{4}|\snăm\s\d{4}|\s(?:hằng|hàng)\snăm)?"
_BEFORE = r"(?:trước|chậm\snhất|muộn\snhất|đến\shết|hết|xong|hoàn\sthành|trong|từ|đến|vào|định\skỳ|cuối|đầu|kể\stừ)\s"

_BY_DAY = (
    rf"(?:trước\s(?:hết\s)?|chậm\snhất\s(?:là\s)?(?:đến\s|vào\s|trước\s)?|muộn\snhất\s|hết\s|đến\shết\s)"
    rf"(?:{_DAY}|ngày\s\d{{1,2}}(?![\d/]))"
)
_DAY_CORE = re.compile(_BY_DAY)
_TIMES_CORE = re.compile(rf"\d\s(?:lần\s?/|{_OFTEN})")
_MONTH_CORE = re.compile(r"tháng\s\d")
_QUARTER_CORE = re.compile(r"qu[ýí]\s[i1-4]")
_YEAR_CORE = re.compile(r"năm\s(?:học\s)?20\d\d")
_BEFORE_YEAR = re.compile(r"(?:(trong|trước|hết|cuối|đầu|từ|nửa)|([iv\d]))[/\s]\Z")
_REACH = 40  # no pattern with a core begins further before it


def _from_day(small: str) -> int:
    first = len(small)
    for word in ("trước", "hết", "chậm", "muộn"):
        at = small.find(word)
        while 0 <= at < first:
            if _DAY_CORE.match(small, at):
                first = at
            at = small.find(word, at + 1)
    return first if first < len(small) else -1


def _from_times(small: str) -> int:
    core = _TIMES_CORE.search(small)
    return core.start() if core else -1


def _from_month(small: str) -> int:
    cores = [core.start() for core in (_MONTH_CORE.search(small), _QUARTER_CORE.search(small)) if core]
    return min(cores, default=-1)


def _from_year(small: str) -> int:
    for core in _YEAR_CORE.finditer(small):
        start = core.start()
        before = _BEFORE_YEAR.search(small, max(0, start - 8), start)
        if before:
            start = before.start()
            while before[2] and start and (small[start] in "iv" or small[start].isdecimal()):
                start -= 1  # the number of a quarter
            return start
    return -1


def _from_often(small: str) -> int:
    return _first(small, "hằng", "hàng", "mỗi", "24/")


def _from_always(small: str) -> int:
    return _first(small, "thường", "liên")


def _from_before(small: str) -> int:
    return small.find("trước")


def _from_period(small: str) -> int:
    return small.find("định")


def _from_term(small: str) -> int:
    return _first(small, "thời", "vòng", "chậm")


def _first(small: str, *words: str) -> int:
    return min((at for word in words if (at := small.find(word)) >= 0), default=-1)


# from the most definite: words one of which a text must hold, the place of the core, the pattern
_RANKED: list[tuple[tuple[str, ...], Callable[[str], int], re.Pattern[str]]] = [
    (("trước ", "chậm nhất", "muộn nhất", "hết "), _from_day, re.compile(
        rf"(?:(?:định\skỳ|chậm\snhất|muộn\snhất|hoàn\sthành|xong)\s(?:là\s)?)?(?:(?:vào|đến|từ)\s)?{_BY_DAY}"
        rf"(?:\s?(?:,|và|;)\s(?:trước\s)?{_DAY})*(?:\s(?:của\s)?(?:{_OFTEN}|tháng\s(?:cuối|đầu|sau|tiếp)[^.;,()]{{0,30}}|tháng\s\d{{1,2}}))?")),
    (("hằng ", "hàng ", "lần/", "lần /"), _from_times, re.compile(
        rf"\d{{1,2}}\slần\s?/\s?(?:ngày|tuần)(?:\s\([^()]{{1,60}}\))?|(?:ngày\s)?\d{{1,2}}\s{_OFTEN}")),
    (("trước ",), _from_before, re.compile(
        rf"trước\s\d{{1,2}}(?:h|g|:|\sgiờ)\d{{0,2}}[’']?(?:\s(?:ngày\s\d{{1,2}}(?:/\d{{1,2}}(?:/\d{{4}})?)?|{_OFTEN}))?")),
    (("tháng ", "quý ", "quí "), _from_month, re.compile(
        rf"{_BEFORE}(?:là\s|trước\s|hết\s|trong\s|đầu\s|cuối\s){{0,2}}(?:{_QUARTER}|{_MONTH})(?:\s?[-–]\s?{_MONTH})?")),
    (("thời hạn", "vòng ", "chậm nhất"), _from_term, re.compile(
        r"(?:trong\s)?(?:thời\shạn|vòng|chậm\snhất)\s(?:sau\s)?\d{1,3}\s(?:\([^()]{1,20}\)\s)?(?:ngày|tháng|giờ)(?:\slàm\sviệc)?"
        r"(?:,?\s(?:kể\s)?từ\s(?:ngày|khi|thời)[^.;,()]{0,60})?")),
    (("năm 20", "năm học"), _from_year, re.compile(
        r"(?:(?:hoàn\sthành|xong|thực\shiện)\s)?(?:trong|trước|hết|cuối|đầu|từ|ngay\stừ)\s(?:tháng\s\d{1,2}[/\s]|quý\s[iv\d]+[/\s]|nửa\s|đầu\s|cuối\s)?"
        r"năm\s(?:học\s)?20\d\d(?:\s?[-–]\s?(?:20\d\d))?")),
    (("định kỳ",), _from_period, re.compile(
        rf"định\skỳ\s(?:{_OFTEN}|\d+\stháng|0?6\stháng)(?:\s?(?:,|và)\s(?:{_OFTEN}|\d+\stháng(?:\sđầu\snăm)?|(?:01\s)?năm|quý))*(?:\s\([^()]{{1,60}}\))?"
        rf"(?:\s(?:hoặc|và)\sđột\sxuất)?")),
    (("hằng ", "hàng ", "mỗi ", "24/"), _from_often, re.compile(
        r"(?:hàng|hằng|mỗi)\s(?:năm|quý|quí|tháng|tuần|ngày)(?:\s?(?:,|và)\s(?:hàng|hằng)\s(?:năm|quý|tháng))*(?:\s\((?:trước|chậm)[^()]{1,60}\))?"
        r"|24/24h?|24/7")),
    (("định kỳ",), _from_period, re.compile(
        r"định\skỳ(?:,?\s(?:và\s|hoặc\s)?(?:đột\sxuất|thường\sxuyên))?")),
    (("thường xuyên", "liên tục"), _from_always, re.compile(
        r"thường\sxuyên(?:,\s(?:liên\stục|kịp\sthời))?|liên\stục")),
]  # fmt: skip
_NOT_BEFORE = re.compile(
    r"(?:giáo\sdục|chi|kinh\sphí|nhiệm\svụ\schi|chi\stiêu|không|vụ|nguồn|chế\sđộ\skiểm\stra|hoạt\sđộng|trung\stâm\sgiáo\sdục"
    r"|cơ\squan|tháng|khám\ssức\skhỏe|phát\striển|tăng\strưởng|hệ\sthống)\s\Z"
)
_NOT_AFTER = re.compile(
    r"\s(?:phổ\squát|trực\b|tham\smưu|xảy\sra|chịu|ban\b|của\sban|bị\b|phải\sđối|tại\sđịa)"
)


def find_deadline(text: str, offset: int = 0, small: str | None = None) -> Fact | None:
    """The most definite time in a task's words, None where it names none; `at` counts from `offset`.

    `small`: the text in small letters, where they are at hand.
    """
    if small is None:
        small = small_letters(text)
    for needs, core, pattern in _RANKED:
        for word in needs:
            if word in small:
                found = _found(small, core(small), pattern)
                if found is None:
                    break
                start, end = found.span()
                words = text[start:end].rstrip(" ,")
                return Fact(" ".join(words.split()), Span(offset + start, offset + start + len(words)))
    return None


def _found(small: str, core: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first time that `pattern` finds, whose core is at `core` or later."""
    if core < 0:
        return None
    for found in pattern.finditer(small, max(0, core - _REACH)):
        if _is_time(small, found):
            return found
    return None


def _is_time(small: str, found: re.Match[str]) -> bool:
    words = found[0]
    if "thường" in words or "định kỳ" in words or words == "liên tục":
        before = small[max(0, found.start() - 24) : found.start()]
        return not _NOT_BEFORE.search(before) and not _NOT_AFTER.match(small, found.end())
    return True
