"""Where a group of units ends: "các sở, ban, ngành liên quan", "cơ quan, đơn vị, địa phương"."""

from __future__ import annotations

import re

from quyen.core.reading.agencies.openings import UPPER, Opening, by_first_word, opening_at, spelled
from quyen.core.text.unit_words import GROUP_NOUNS

_NOT_NOUN = {
    "báo": r"(?!\scáo)", "ban": r"(?!\s(?:hành|đầu|ngày))", "xã": r"(?!\shội)", "cấp": r"(?!\s(?:phát|phép|cho|nước|điện|bách))",
    "trường": r"(?!\shợp)", "hội": r"(?!\s(?:nghị|thảo|nhập|thi|đồng))", "bản": r"(?!\sđồ)", "bộ": r"(?!\s(?:tiêu|chỉ|thủ|máy|dữ))",
    "đơn vị": r"(?!\s(?:tính|hành\schính))", "đài": r"(?!\sthọ)", "công an": r"(?!\stoàn)", "tỉnh": r"(?!\stáo)",
    "tổ chức": r"(?=\s*+(?:[,;.:)/]|$|và\s|(?:có\s)?liên\squan|khác|trên\s|trong\s|cá\snhân|thực\shiện|triển\skhai|được|căn\scứ"
               r"|chủ\sđộng|tiếp\stục|tăng\scường|theo\s|để\s|nhằm\s|thuộc|tham\sgia|của\s))",
    "phòng": r"(?!,?\s(?:chống|ngừa))", "cơ sở": r"(?!\s(?:dữ|hạ|vật))", "truyền thông": r"(?=\s*+(?:[,;.:)]|$|và\s|trên\s|của\s))",
    "khối": r"(?!\slượng)", "cộng đồng": r"(?!\sdân)", "quân sự": "", "thông tấn": "", "đầu mối": r"(?=\s*+[,;.:)])",
    "ngành": r"(?!\s(?:nghề|dọc))", "thành phố": r"(?!\sthông)",
}  # fmt: skip
NOUNS = {
    word: re.compile("|".join(spelled(noun) + r"(?![\w])" + _NOT_NOUN.get(noun, "") for noun in nouns), re.I)
    for word, nouns in by_first_word(GROUP_NOUNS).items()
}
_OPEN = re.compile(r"(?:(?:toàn\sthể|tất\scả|mọi|từng)\s)?(?:(các|những)\s)?", re.I)
_AND = re.compile(r"(?:\s?,\s?(?:và\s)?|\svà\s|\s?/\s?|\s?-\s?)(?:các\s(?=cấp|ngành))?", re.I)
_ANOTHER = re.compile(  # a single unit, not one more noun of the group
    rf"(?:Bộ|Sở|Ban|Hội|Báo|Đài|Viện|Phòng|Cục|Vụ|Trường|Ngân\shàng|Công\san|Trung\stâm|Hiệp\shội)\s[{UPPER}]|Công\san\b"
)


def group_end(text: str, at: int, opening: Opening) -> tuple[int, bool] | None:
    """The end of a group of units, and whether "các" or "những" opens it; None where none begins at `at`.

    `opening` is the word at `at`.
    """
    plural = False
    nouns = NOUNS.get(opening.small)
    if nouns:
        found = nouns.match(text, at)
        end = found.end() if found else None
    else:
        first = _OPEN.match(text, at)
        plural = bool(first and first[1])
        end = _noun_end(text, first.end()) if first else None
    if end is None:
        return None
    while (more := _more(text, end)) is not None:
        end = more
    return end, plural


def _noun_end(text: str, at: int) -> int | None:
    opening = opening_at(text, at)
    nouns = NOUNS.get(opening.small) if opening else None
    found = nouns.match(text, at) if nouns else None
    return found.end() if found else None


def _more(text: str, at: int) -> int | None:
    """The end of one more noun after a comma, "và", a slash or a dash."""
    sign = text[at : at + 1]
    if not (sign.isspace() or sign in (",", "/", "-")):
        return None
    joint = _AND.match(text, at)
    if not joint or _ANOTHER.match(text, joint.end()):
        return None
    return _noun_end(text, joint.end())
