"""What a figure says: comparator, unit, subject and the year it is due."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quyen.core.reading.targets.figures import Figure

_BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (sign, re.compile(rf"(?:{words})\s?\Z", re.I))
    for sign, words in (
        (">=", r"ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|≥|>="),
        (
            "<=",
            r"không quá|tối đa|không vượt quá|không cao hơn|không nhiều hơn|nhiều nhất|≤|<=|(?<!\w)(?:top|tốp|nhóm)",
        ),
        (">", r"(?<!\w)(?:trên|hơn|vượt|cao hơn|lớn hơn|nhiều hơn)|>"),
        ("<", r"(?<!\w)(?:dưới|thấp hơn|nhỏ hơn|ít hơn)(?: mức)?|<"),
    )
)
# the last words of all these
_BEFORE_ENDS = (
    *("nhất", "thiểu", "dưới", "hơn", "≥", "=", "quá", "đa", "≤", "top", "tốp", "nhóm"),
    *("trên", "vượt", ">", "mức", "<"),
)
_AFTER_UP = re.compile(r"[^;.,]{0,30}?trở lên", re.I)
_AFTER_DOWN = re.compile(r"[^;.,]{0,30}?trở xuống", re.I)
_NOUN_ENDS = re.compile(
    r"[,;.:()“”\"%\n]|\s(?:được|có|đạt|về|tại|cho|của|để|là|trên|trong|ở|từ|vào|và|hoặc|với|theo|nhằm|đến|tới|trở|phục vụ|tham gia|thực hiện|đã|sẽ|mỗi|một)(?=\s|\Z)"
)
_SUBJECT_ENDS = re.compile(
    r"[;.:]|,?\s(?:được|đạt|thực hiện|bố trí|phải|bảo đảm|đảm bảo|ứng dụng|áp dụng|triển khai|hoàn thành|sử dụng|đưa|xây dựng|tham gia|ban hành|đủ|có(?! nhu cầu| khu| nguy cơ)|biết|hiểu|nắm|tổ chức|kết nối|cung cấp|cập nhật|duy trì|xử lý|giải quyết)\s"
)
_LEADING = re.compile(
    r"\s*(?:(?:tổng|trên tổng) số |số lượng |số |các |những |tỷ lệ |tỉ lệ |toàn bộ )?", re.I
)
# words right before a figure that belong to it and not to its subject, in small letters, the longest first
_VERBS_LAST = (
    *(
        "bình quân",
        "tối thiểu",
        "được nâng",
        "không quá",
        "phấn đấu",
        "ít nhất",
        "duy trì",
        "khoảng",
        "tối đa",
    ),
    *("chiếm", "xuống", "ở mức", "giảm", "tăng", "nâng", "dưới", "trên", "thêm", "phải", "mức", "còn", "lên"),
    *("đạt", "hơn", "đến", "từ", "là", "có", "và", "≥", "≤", ">", "<"),
)
_FIRST_WORDS = re.compile(
    r"\s*[-+•*]?\s*(?:(?:phấn đấu|đến (?:hết )?năm \d{4},?|có|đạt|bảo đảm|đảm bảo|tỷ lệ|tỉ lệ|duy trì|trong đó,?|hằng năm,?|hàng năm,?)\s)*",
    re.I,
)
_NEAR = 40
_REACH = 500  # no subject is longer
_YEAR = re.compile(
    r"(?:đến|tới|trước|trong|vào|hết|cuối)\s(?:hết\s|cuối\s|trước\s)?(?:tháng\s\d{1,2}/|năm\s|quý\s[IV]+/|ngày\s\d{1,2}/\d{1,2}/|hết\s)?(20\d\d)|(?<!so với )(?<!từ )(?<!\w)năm\s(20\d\d)(?!\s?[-–])",
    re.I,
)

_FOUR_DIGITS = re.compile(r"20\d\d(?<=[\s/]....)")
_YEAR_WORDS = 48  # letters; no longer words stand before a year


def comparator(text: str, lowered: str, figure: Figure) -> str:
    """One of = >= <= > < range, from the words around the figure; `lowered` is the text in small letters."""
    if figure.high is not None:
        return "range"
    if lowered.find("trở ", figure.end, figure.end + _NEAR) >= 0:
        if _AFTER_UP.match(text, figure.end):
            return ">="
        if _AFTER_DOWN.match(text, figure.end):
            return "<="
    if not lowered[max(0, figure.start - 24) : figure.start].rstrip().endswith(_BEFORE_ENDS):
        return "="
    before = text[max(0, figure.start - 24) : figure.start]
    return next((sign for sign, words in _BEFORE if words.search(before)), "=")


def unit(text: str, figure: Figure) -> str:
    """ "%" or the counted noun that follows."""
    if figure.share:
        return "%"
    ends = _NOUN_ENDS.search(text, figure.end + 1, figure.end + _REACH)
    words = text[figure.end : ends.start() if ends else figure.end + _REACH].split()
    listed = " ".join(words[:5])
    if words[:1] == ["tỉnh"] and text.startswith(", thành phố", figure.end + 1 + len("tỉnh")):
        return "tỉnh, thành phố"
    return listed


def subject(text: str, lowered: str, figure: Figure, start: int, end: int) -> str:
    """Of whom or what: after a share that opens the clause, before a figure that closes it."""
    first = max(start, figure.start - _REACH)
    first += _FIRST_WORDS.match(text[first : figure.start]).end()  # type: ignore[union-attr]
    before = text[first : first + _without_verbs(lowered[first : figure.start])]
    if len(before.split()) >= 3 and not _is_verb_first(text, figure, end):
        return before.strip(" ,:-")
    after = text[figure.end : min(end, figure.end + _REACH)]
    after = after[_LEADING.match(after).end() :]  # type: ignore[union-attr]
    ends = _SUBJECT_ENDS.search(after)
    words = after[: ends.start() if ends else len(after)].strip(" ,.;:")
    return words or before.strip(" ,:-")


def _without_verbs(before: str) -> int:
    """Where words end after those last ones that belong to the figure; a text is never nothing else."""
    end = len(before)
    while True:
        ends = end - 1 if before[end - 1 : end].isspace() else end
        if not before.endswith(_VERBS_LAST, 0, ends):
            return end
        for word in _VERBS_LAST:
            if before.endswith(word, 0, ends):
                ends -= len(word)
                break
        if before[ends - 1 : ends].isspace():
            ends -= 1
        if ends and before[ends - 1] in ",:":
            ends -= 1
        if ends <= 0:
            return end
        end = ends


def _is_verb_first(text: str, figure: Figure, end: int) -> bool:
    """A share with many words after it has its subject there ("Trợ giúp cho 100% số người ...")."""
    return figure.share and len(text[figure.end : min(end, figure.end + _REACH)].split()) >= 4


def due_year(clause: str, before: str = "", heads: Iterable[str] = ()) -> int | None:
    """The year that the clause names last, else the nearest one before it, else the first of its headings."""
    for words in (clause, before):
        year = _last_year(words) if "20" in words else None
        if year:
            return year
    for words in heads:
        first = _YEAR.search(words) if "20" in words else None
        if first:
            return int(first[1] or first[2])
    return None


def _last_year(words: str) -> int | None:
    """The last one that its words say to be a time that something is due, looked for from the end."""
    for figure in reversed(list(_FOUR_DIGITS.finditer(words))):
        first, last = figure.span()
        for found in _YEAR.finditer(words, max(0, first - _YEAR_WORDS), last + 2):
            if found.end() == last:
                return int(figure[0])
    return None
