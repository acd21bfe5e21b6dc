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
from typing import NamedTuple

from quyen.core.reading.tasks.items import folded
from quyen.core.text.folding import small_letters
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
_MONTH_CORE = re.compile(r"tháng\s\d")
_QUARTER_CORE = re.compile(r"qu[ýí]\s[i1-4]")
_YEAR_CORE = re.compile(r"năm\s(?:học\s)?20\d\d")
_YEAR_OPENERS = ("trong", "trước", "hết", "cuối", "đầu", "từ", "nửa")
_REACH = 26  # no pattern with a core begins further before it


def _openers(words: str) -> re.Pattern[str]:
    """The places where one of the words stands. Only its first letter is taken: words may share letters."""
    return re.compile("|".join(f"{word[0]}(?={word[1:]})" for word in words.split()))


_OPENS_DAY = _openers("định chậm muộn hoàn xong vào đến từ trước hết")
_OPENS_TIMES = re.compile(r"n(?=gày)|\d")
_OPENS_MONTH = _openers("trước chậm muộn đến hết xong hoàn trong từ vào định cuối đầu kể")
_OPENS_TERM = _openers("trong thời vòng chậm")
_OPENS_YEAR = _openers("hoàn xong thực trong trước hết cuối đầu từ ngay")


def _from_day(small: str) -> int:
    first = len(small)
    for word in ("trước", "hết", "chậm", "muộn"):
        at = small.find(word, 0, first)
        while at >= 0:
            if _DAY_CORE.match(small, at):
                first = at
            at = small.find(word, at + 1, first)
    return first if first < len(small) else -1


def _from_times(small: str) -> int:
    """A number before "lần", "hằng" ...: the blank between stands right before the word."""
    first = len(small)
    for word in ("lần", "hằng", "hàng", "mỗi"):
        at = small.find(word, 2, first)
        while at >= 0 and not (small[at - 1].isspace() and small[at - 2].isdecimal()):
            at = small.find(word, at + 1, first)
        if at >= 0:
            first = at
    return first - 2 if first < len(small) else -1


def _from_month(small: str) -> int:
    month = _MONTH_CORE.search(small) if "tháng" in small else None
    quarter = _QUARTER_CORE.search(small) if "quý" in small or "quí" in small else None
    if month and quarter:
        return min(month.start(), quarter.start())
    core = month or quarter
    return core.start() if core else -1


def _from_year(small: str) -> int:
    year = small.find("năm", 2)
    while year >= 0:
        at = year - 1
        year = small.find("năm", year + 3)
        if not (small[at] == "/" or small[at].isspace()) or not _YEAR_CORE.match(small, at + 1):
            continue
        if small.endswith(_YEAR_OPENERS, 0, at):
            return at - 1
        if _is_number(small[at - 1]):
            while at and _is_number(small[at - 1]):
                at -= 1  # the number of a quarter
            return at
    return -1


def _is_number(sign: str) -> bool:
    return sign in "iv" or sign.isdecimal()


def _from_term(small: str) -> int:
    return min((at for word in ("thời", "vòng", "chậm") if (at := small.find(word)) >= 0), default=-1)


class _Rank(NamedTuple):
    """A pattern, and what spares it: words one of which it cannot do without, and where it can begin."""

    needs: tuple[str, ...]
    begins: tuple[str, ...]  # the words that open it; () where a core is looked for
    core: Callable[[str], int] | None  # the place of the first core, -1 for none
    opens: re.Pattern[str] | None  # the words that open it, to be looked for around the core
    pattern: re.Pattern[str]


_RANKED = [  # from the most definite
    _Rank(("trước ", "chậm nhất", "muộn nhất", "hết "), (), _from_day, _OPENS_DAY, re.compile(
        rf"(?:(?:định\skỳ|chậm\snhất|muộn\snhất|hoàn\sthành|xong)\s(?:là\s)?)?(?:(?:vào|đến|từ)\s)?{_BY_DAY}"
        rf"(?:\s?(?:,|và|;)\s(?:trước\s)?{_DAY})*(?:\s(?:của\s)?(?:{_OFTEN}|tháng\s(?:cuối|đầu|sau|tiếp)[^.;,()]{{0,30}}|tháng\s\d{{1,2}}))?")),
    _Rank(("hằng ", "hàng ", "lần/", "lần /"), (), _from_times, _OPENS_TIMES, re.compile(
        rf"\d{{1,2}}\slần\s?/\s?(?:ngày|tuần)(?:\s\([^()]{{1,60}}\))?|(?:ngày\s)?\d{{1,2}}\s{_OFTEN}")),
    _Rank(("trước ",), ("trước",), None, None, re.compile(
        rf"trước\s\d{{1,2}}(?:h|g|:|\sgiờ)\d{{0,2}}[’']?(?:\s(?:ngày\s\d{{1,2}}(?:/\d{{1,2}}(?:/\d{{4}})?)?|{_OFTEN}))?")),
    _Rank(("tháng ", "quý ", "quí "), (), _from_month, _OPENS_MONTH, re.compile(
        rf"{_BEFORE}(?:là\s|trước\s|hết\s|trong\s|đầu\s|cuối\s){{0,2}}(?:{_QUARTER}|{_MONTH})(?:\s?[-–]\s?{_MONTH})?")),
    _Rank(("thời hạn", "vòng ", "chậm nhất"), (), _from_term, _OPENS_TERM, re.compile(
        r"(?:trong\s)?(?:thời\shạn|vòng|chậm\snhất)\s(?:sau\s)?\d{1,3}\s(?:\([^()]{1,20}\)\s)?(?:ngày|tháng|giờ)(?:\slàm\sviệc)?"
        r"(?:,?\s(?:kể\s)?từ\s(?:ngày|khi|thời)[^.;,()]{0,60})?")),
    _Rank(("năm 20", "năm học"), (), _from_year, _OPENS_YEAR, re.compile(
        r"(?:(?:hoàn\sthành|xong|thực\shiện)\s)?(?:trong|trước|hết|cuối|đầu|từ|ngay\stừ)\s(?:tháng\s\d{1,2}[/\s]|quý\s[iv\d]+[/\s]|nửa\s|đầu\s|cuối\s)?"
        r"năm\s(?:học\s)?20\d\d(?:\s?[-–]\s?(?:20\d\d))?")),
    _Rank(("định kỳ",), ("định",), None, None, re.compile(
        rf"định\skỳ\s(?:{_OFTEN}|\d+\stháng|0?6\stháng)(?:\s?(?:,|và)\s(?:{_OFTEN}|\d+\stháng(?:\sđầu\snăm)?|(?:01\s)?năm|quý))*(?:\s\([^()]{{1,60}}\))?"
        rf"(?:\s(?:hoặc|và)\sđột\sxuất)?")),
    _Rank(("hằng ", "hàng ", "mỗi ", "24/"), ("hằng", "hàng", "mỗi", "24/"), None, None, re.compile(
        r"(?:hàng|hằng|mỗi)\s(?:năm|quý|quí|tháng|tuần|ngày)(?:\s?(?:,|và)\s(?:hàng|hằng)\s(?:năm|quý|tháng))*(?:\s\((?:trước|chậm)[^()]{1,60}\))?"
        r"|24/24h?|24/7")),
    _Rank(("định kỳ",), ("định",), None, None, re.compile(
        r"định\skỳ(?:,?\s(?:và\s|hoặc\s)?(?:đột\sxuất|thường\sxuyên))?")),
    _Rank(("thường xuyên", "liên tục"), ("thường", "liên"), None, None, re.compile(
        r"thường\sxuyên(?:,\s(?:liên\stục|kịp\sthời))?|liên\stục")),
]  # fmt: skip
_NOT_BEFORE = re.compile(
    r"(?:giáo\sdục|chi|kinh\sphí|nhiệm\svụ\schi|chi\stiêu|không|vụ|nguồn|chế\sđộ\skiểm\stra|hoạt\sđộng|trung\stâm\sgiáo\sdục"
    r"|cơ\squan|tháng|khám\ssức\skhỏe|phát\striển|tăng\strưởng|hệ\sthống)\s\Z"
)
_LAST_TEXT = "dục chi phí tiêu không vụ nguồn tra động quan tháng khỏe triển trưởng thống"
_LAST_BEFORE = tuple(_LAST_TEXT.split())  # the last words of these
_NOT_AFTER = re.compile(
    r"\s(?:phổ\squát|trực\b|tham\smưu|xảy\sra|chịu|ban\b|của\sban|bị\b|phải\sđối|tại\sđịa)"
)


def find_deadline(text: str, offset: int = 0, small: str | None = None) -> Fact | None:
    """The most definite time in a task's words, None where it names none; `at` counts from `offset`.

    `small`: the text in small letters, where they are at hand.
    """
    if small is None:
        small = small_letters(text)
    for needs, begins, core, opens, pattern in _RANKED:
        for word in needs:
            if word in small:
                found = (
                    _around(small, core, opens, pattern) if core and opens else _first(small, begins, pattern)
                )
                if found:
                    return _fact(text, offset, found)
                break
    return None


def _fact(text: str, offset: int, found: re.Match[str]) -> Fact:
    start, end = found.span()
    words = text[start:end].rstrip(" ,")
    return Fact(folded(words), Span(offset + start, offset + start + len(words)))


def _around(
    small: str, core: Callable[[str], int], opens: re.Pattern[str], pattern: re.Pattern[str]
) -> re.Match[str] | None:
    """The first time that the pattern finds from a little before its first core on."""
    at = core(small)
    if at < 0:
        return None
    end = 0
    for begin in opens.finditer(small, max(0, at - _REACH)):
        found = pattern.match(small, begin.start()) if begin.start() >= end else None
        if found:
            if _is_time(small, found):
                return found
            end = found.end()
    return None


def _first(small: str, begins: tuple[str, ...], pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first time that the pattern finds at one of the words that open it."""
    if len(begins) == 1 and small.find(begins[0], small.find(begins[0]) + 1) < 0:
        places = [small.find(begins[0])]
    else:
        places = _places(small, begins)
    end = 0
    for at in places:
        found = pattern.match(small, at) if at >= end else None
        if found:
            if _is_time(small, found):
                return found
            end = found.end()
    return None


def _places(small: str, words: tuple[str, ...]) -> list[int]:
    places: list[int] = []
    for word in words:
        at = small.find(word)
        while at >= 0:
            places.append(at)
            at = small.find(word, at + len(word))
    places.sort()
    return places


def _is_time(small: str, found: re.Match[str]) -> bool:
    words = found[0]
    if "thường" in words or "định kỳ" in words or words == "liên tục":
        start = found.start()
        if small.endswith(_LAST_BEFORE, 0, max(0, start - 1)) and _NOT_BEFORE.search(
            small, max(0, start - 24), start
        ):
            return False
        return not _NOT_AFTER.match(small, found.end())
    return True
