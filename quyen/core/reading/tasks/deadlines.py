"""The time a task names, as written: a day, a month, a quarter, a year, or how often.

The most definite time wins: a day before a month before a year before a term before "hằng năm" before
"thường xuyên". What only looks like a time is passed over: the date of a cited document, the period a plan
is named after, "chi thường xuyên".
"""

from __future__ import annotations

import re

from quyen.core.types import Fact, Span

_OFTEN = r"(?:hằng|hàng|mỗi)\s(?:năm|quý|quí|tháng|tuần|ngày)"
_LEAD = (
    r"(?:(?:định\skỳ|chậm\snhất|muộn\snhất|hoàn\sthành|xong|là|vào|từ|đến|hết|trước|trong|sau|kể|cuối|đầu|khoảng"
    r"|giữa|bắt\sđầu|ngay|hạn|thời\shạn|giai\sđoạn)\s){0,4}"
)
_DAY = (
    r"(?:ngày\s)?\d{1,2}(?:\s?[/.]\s?\d{1,2}(?:\s?[/.]\s?\d{4})?|\stháng\s\d{1,2}(?:\snăm\s\d{4})?)(?![\d/])"
)
_QUARTER = r"(?:quý|quí)\s(?:IV|I{1,3}|[1-4])(?:\s?(?:/|-|năm|,)?\s?(?:năm\s)?\d{4})?"
_MONTH = r"tháng\s\d{1,2}(?:\s?/\s?\d{4}|\snăm\s\d{4}|\s(?:hằng|hàng)\snăm)?"
_BEFORE = r"(?:trước|chậm\snhất|muộn\snhất|đến\shết|hết|xong|hoàn\sthành|trong|từ|đến|vào|định\skỳ|cuối|đầu|kể\stừ)\s"

_RANKED = [
    re.compile(
        rf"(?:(?:định\skỳ|chậm\snhất|muộn\snhất|hoàn\sthành|xong)\s(?:là\s)?)?(?:(?:vào|đến|từ)\s)?"
        rf"(?:trước\s(?:hết\s)?|chậm\snhất\s(?:là\s)?(?:đến\s|vào\s|trước\s)?|muộn\snhất\s|hết\s|đến\shết\s)(?:{_DAY}|ngày\s\d{{1,2}}(?![\d/]))"
        rf"(?:\s?(?:,|và|;)\s(?:trước\s)?{_DAY})*(?:\s(?:của\s)?(?:{_OFTEN}|tháng\s(?:cuối|đầu|sau|tiếp)[^.;,()]{{0,30}}|tháng\s\d{{1,2}}))?",
        re.I,
    ),
    re.compile(rf"\d{{1,2}}\slần\s?/\s?(?:ngày|tuần)(?:\s\([^()]{{1,60}}\))?|(?:ngày\s)?\d{{1,2}}\s{_OFTEN}", re.I),
    re.compile(rf"trước\s\d{{1,2}}(?:h|g|:|\sgiờ)\d{{0,2}}[’']?(?:\s(?:ngày\s\d{{1,2}}(?:/\d{{1,2}}(?:/\d{{4}})?)?|{_OFTEN}))?", re.I),
    re.compile(rf"{_BEFORE}(?:là\s|trước\s|hết\s|trong\s|đầu\s|cuối\s){{0,2}}(?:{_QUARTER}|{_MONTH})(?:\s?[-–]\s?{_MONTH})?", re.I),
    re.compile(r"(?:trong\s)?(?:thời\shạn|vòng|chậm\snhất)\s(?:sau\s)?\d{1,3}\s(?:\([^()]{1,20}\)\s)?(?:ngày|tháng|giờ)(?:\slàm\sviệc)?"
               r"(?:,?\s(?:kể\s)?từ\s(?:ngày|khi|thời)[^.;,()]{0,60})?", re.I),
    re.compile(r"(?:(?:hoàn\sthành|xong|thực\shiện)\s)?(?:trong|trước|hết|cuối|đầu|từ|ngay\stừ)\s(?:tháng\s\d{1,2}[/\s]|quý\s[IV\d]+[/\s]|nửa\s|đầu\s|cuối\s)?"
               r"năm\s(?:học\s)?20\d\d(?:\s?[-–]\s?(?:20\d\d))?", re.I),
    re.compile(rf"định\skỳ\s(?:{_OFTEN}|\d+\stháng|0?6\stháng)(?:\s?(?:,|và)\s(?:{_OFTEN}|\d+\stháng(?:\sđầu\snăm)?|(?:01\s)?năm|quý))*(?:\s\([^()]{{1,60}}\))?"
               rf"(?:\s(?:hoặc|và)\sđột\sxuất)?", re.I),
    re.compile(r"(?:hàng|hằng|mỗi)\s(?:năm|quý|quí|tháng|tuần|ngày)(?:\s?(?:,|và)\s(?:hàng|hằng)\s(?:năm|quý|tháng))*(?:\s\((?:trước|chậm)[^()]{1,60}\))?"
               r"|24/24h?|24/7", re.I),
    re.compile(r"định\skỳ(?:,?\s(?:và\s|hoặc\s)?(?:đột\sxuất|thường\sxuyên))?", re.I),
    re.compile(r"thường\sxuyên(?:,\s(?:liên\stục|kịp\sthời))?|liên\stục", re.I),
]  # fmt: skip
_NOT_BEFORE = re.compile(
    r"(?:giáo\sdục|chi|kinh\sphí|nhiệm\svụ\schi|chi\stiêu|không|vụ|nguồn|chế\sđộ\skiểm\stra|hoạt\sđộng|trung\stâm\sgiáo\sdục"
    r"|cơ\squan|tháng|khám\ssức\skhỏe|phát\striển|tăng\strưởng|hệ\sthống)\s\Z",
    re.I,
)
_NOT_AFTER = re.compile(
    r"\s(?:phổ\squát|trực\b|tham\smưu|xảy\sra|chịu|Ban\b|của\sBan|bị\b|phải\sđối|tại\sđịa)", re.I
)
# words one of which each pattern cannot do without, in small letters: most texts hold none
_NEEDS: tuple[tuple[str, ...], ...] = (
    ("trước ", "chậm nhất", "muộn nhất", "hết ngày", "hết "),
    ("lần/", "lần /", "hằng ", "hàng "),
    ("trước ",),
    ("quý ", "quí ", "tháng "),
    ("thời hạn", "vòng ", "chậm nhất"),
    ("năm 20", "năm học"),
    ("định kỳ",),
    ("hằng ", "hàng ", "mỗi ", "24/"),
    ("định kỳ",),
    ("thường xuyên", "liên tục"),
)


def find_deadline(text: str, offset: int = 0) -> Fact | None:
    """The most definite time in a task's words, None where it names none; `at` counts from `offset`."""
    small = text.lower()
    for pattern, needs in zip(_RANKED, _NEEDS, strict=True):
        if not any(word in small for word in needs):
            continue
        for found in pattern.finditer(text):
            if _is_time(text, found):
                start, end = found.span()
                words = text[start:end].rstrip(" ,")
                return Fact(" ".join(words.split()), Span(offset + start, offset + start + len(words)))
    return None


def _is_time(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 24) : found.start()]
    words = found[0].lower()
    if "thường" in words or "định kỳ" in words or words == "liên tục":
        return not _NOT_BEFORE.search(before) and not _NOT_AFTER.match(text, found.end())
    return True
