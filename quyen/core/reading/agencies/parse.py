"""Where the name of one unit, or of a group of units, ends in running text.

A name is a head (Sở, Ủy ban nhân dân, Trung tâm ...) with the words that belong to it; it ends before a verb,
a full stop, or the start of another name. Groups ("các sở, ban, ngành liên quan") are one name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quyen.core.reading.agencies.groups import NOUNS, group_end
from quyen.core.reading.agencies.openings import (
    COUNCIL,
    FIELD,
    FORCES,
    GROUP,
    HEAD,
    HOLDER,
    HOLDERS,
    OFFICIAL,
    UPPER,
    Opening,
    by_first_word,
    opening_at,
    spelled,
)
from quyen.core.text.unit_words import FIELDS, HEADS, VERBS

_FIELD = "|".join(spelled(name) for name in sorted(FIELDS, key=len, reverse=True))
_SHORT_FIELD = r"[A-ZĐ]{1,7}(?:\s?(?:[&,.\-–]|và)\s?[A-ZĐ]{1,6}){0,4}"
_PLACE = r"(?:tỉnh|thành\sphố|huyện|thị\sxã|quận|xã|phường|đặc\skhu|thị\strấn|khu\svực|trung\sương|địa\sphương|TP\b\.?)"
_PROPER = rf"(?:\s(?:[{UPPER}][\w’']*|[-–]))*"
_GEO = rf"(?:\s(?:cấp\s)?(?i:{_PLACE})(?![\w])(?!\s?,\sthành\sphố\strực)(?:\s[{UPPER}](?!ở\s|ông\san|an\s)[\w’']*(?:\s?[-–]\s?[{UPPER}][\w’']*)?)*)"
_BY_FIELD = re.compile(
    rf"(?:Giám\sđốc\s|Bộ\strưởng\s|Bộ\sTrưởng\s|Thứ\strưởng\s|Chánh\sVăn\sphòng\s|Lãnh\sđạo\s|Trưởng\s|Văn\sphòng\s)?"
    rf"(?:Các\s|các\s)?(Sở|sở|Bộ|bộ|Ban|Phòng|phòng|Ngành|ngành)\s((?:{_FIELD})(?![\w])|{_SHORT_FIELD}(?![\w])){_GEO}?"
)
FIELD_ALONE = re.compile(rf"((?:{_FIELD})(?![\w])){_GEO}?")
_COUNCIL = re.compile(
    r"(?:(?:Phó\s)?Chủ\stịch\s|Văn\sphòng\s|Thường\strực\s|VP\.?\s|Lãnh\sđạo\s|Chánh\sVăn\sphòng\s|Đảng\sủy\s)?(?:Đoàn\sđại\sbiểu\sQuốc\shội\svà\s)?"
    r"(?:UBND|[ỦủUu][yỷỶ]\s[Bb]an\s[Nn]hân\s[Dd]ân|HĐND|Hội\sđồng\snhân\sdân)(?![\w])"
)
_PLACES = re.compile(
    rf"(?:\s?,\s?|\svà\s|\s?/\s?|\s)(?:các\s|cấp\s|\d{{1,3}}\s)?(?:(?i:{_PLACE})(?!\shội)(?![\w]){_PROPER}|các\scấp|hai\scấp|[{UPPER}](?!BND)[\w’']*{_PROPER})"
)
_STARTS_PLACE = re.compile(rf"[\s,/]*(?:và\s)?(?:các\s|cấp\s|\d+\s)?(?i:{_PLACE})")
_TAIL = re.compile(
    r"(?:\s(?:(?:có\s)?liên\squan(?:\skhác)?|hữu\squan|trực\sthuộc(?:\s[Tt]rung\sương|\s[Tt]ỉnh|\s[Bb]ộ|\s[Ss]ở)?|chức\snăng|chuyên\smôn|cùng\scấp|các\scấp"
    r"|hai\scấp|khác|nêu\strên|tại\schỗ|tại\sđịa\sphương|tại\scơ\ssở|cơ\ssở|viễn\sthông|báo\schí|cấp\s(?:tỉnh|xã|huyện|thành\sphố|trên|dưới)"
    r"|(?:ở\s)?(?i:trung\sương)|trong\stỉnh|trong\svà\sngoài\s(?:tỉnh|nước)|ngoài\stỉnh|ngang\s[Bb]ộ|có\sthẩm\squyền"
    r"|tỉnh\s?,\sthành\sphố(?:\strực\sthuộc\s[Tt]rung\sương)?|tại\sViệt\sNam"
    rf"|(?:trên\sđịa\sbàn|của|thuộc|đóng\strên\sđịa\sbàn)\s(?:toàn\s)?(?i:{_PLACE}|Chính\sphủ|UBND\stỉnh){_PROPER}|trên\sđịa\sbàn"
    rf"|(?i:tỉnh|thành\sphố|TP)(?!\s?,\s?(?:các|phường)){_PROPER}))(?![\w])"
)
_OF = re.compile(rf"\s(?:của|thuộc|trực\sthuộc)\s(?=[{UPPER}])")
_WORD_AFTER = re.compile(r"\s(\w+)")
_TAIL_TEXT = "có liên hữu trực chức chuyên cùng các hai khác nêu tại cơ viễn báo cấp ở trong ngoài ngang trên của thuộc đóng tỉnh"
_TAIL_WORDS = frozenset(_TAIL_TEXT.split())
_ANY_CASE_TAIL = re.compile(r"trung|tỉnh|thành|tp", re.I)
_OWNER = re.compile(
    rf"(?:Quốc\shội|Chính\sphủ|Ủy\sban\snhân\sdân(?:\s\w+)?|UBND(?:\s\w+)?|[{UPPER}][\w’']*(?:\s[{UPPER}][\w’']*)*)(?![\w])"
)
_NOT_HEAD = r"(?!\s(?:chức|hành|đầu|nghị|thảo|cáo|chí|tiêu|chỉ\ssố|máy|hợp|tính|lượng|dân\stộc\sthiểu|viên\schức|trợ)\b)"
_HEADS = {
    word: re.compile("(?:" + "|".join(map(spelled, heads)) + r")(?![\w])" + _NOT_HEAD)
    for word, heads in by_first_word(HEADS).items()
}
_HOLDER = re.compile(  # office-holders and parts of an agency whose name follows
    rf"(?:(?:Các|các)\s)?(?:Lãnh\sđạo|Chủ\snhiệm|Tổ\strưởng|[Tt]hành\sviên|Đại\sdiện|Trưởng\s[Đđ]oàn|Trưởng\s[Bb]an|Thường\strực|Tổ\sđảng\sở"
    rf"|Người\sđứng\sđầu|Đảng\sủy\scơ\squan|Phó\sTrưởng\s[Bb]an|Các|các|Những|những)\s(?=(?:(?:Các|các)\s)?(?!Ban\shành)(?:Sở|Bộ|Ban|Ủy\sban|Uỷ\sban|UBND|HĐND|Hội|Đoàn|Đảng|Tổ|Cục|Vụ"
    rf"|Văn\sphòng|Thường\strực|Tỉnh|Thành|Chi\scục|Trung\stâm|Viện|Liên\sđoàn|Hiệp\shội|Quốc\shội|cơ\squan|đơn\svị)\s[{UPPER}\w])(?=[^,;.]*?[{UPPER}])"
)
_FORCES = re.compile(
    r"(?:các\s)?(?:lực\slượng|cơ\squan)\s(?=(Công\san|Quân|Bộ\sđội|Cảnh\ssát|Hải\squan|Kiểm\slâm|Biên\sphòng|Thuế)\b)"
)
_HOLDERS = re.compile(
    r"(?:Thủ\strưởng|Giám\sđốc|Lãnh\sđạo|Chủ\stịch|Bộ\strưởng|Trưởng|Thành\sviên)\s(?=các\s)"
)
_OFFICIAL = re.compile(  # an official of a commune, by the field: "Công chức Văn hóa - Xã hội"
    rf"(?:(?:Các|các)\s)?[Cc]ông\schức\s[{UPPER}]\w*+(?:\s[a-zà-ỹđ]++)?(?:(?:\s?[-–]\s?|\s?,\s|\svà\s)[{UPPER}]\w*+(?:\s[a-zà-ỹđ]++)?)*"
)
_WHOLE_TEXT = (  # heads that name a unit by themselves
    "Công an|Thanh tra|Báo|Đài|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Chính phủ"
    "|Thủ tướng|Quốc hội|TTXVN|VNPT|Viettel|EVN|VPCP|MTTQ|UBMTTQVN|UBMTTQ|Mặt trận|BHXH"
    "|KBNN|NHNN|LĐLĐ|Kho bạc|Chính quyền|Cấp ủy|Doanh nghiệp|Lực lượng|Đơn vị|Cơ quan|Hợp tác xã"
)
_WHOLE = frozenset(_WHOLE_TEXT.split("|"))
_PAIR = re.compile(r"\s*([^\s,;:.]++)\s([^\s,;:.]++)")
_TOKEN = re.compile(  # "KH,CN&MT" is one word
    r"\s([^\s,;:.()/“”\"]++(?:,(?<=[A-ZĐ],)(?=[A-ZĐ]{2,}&)[^\s,;:.()/“”\"]++)*)"
)
_STOP_TEXT = (
    "để trong nhằm khi nếu là có theo tại trên do từ về với cùng thì phải cần được đã sẽ đang không giúp trình lập cử giao"
    " của qua bằng gồm như nghiêm chịu làm ra đến vào thường định kịp khẩn giữ tự"
)
_STOPS = frozenset(_STOP_TEXT.split())
_NO_PART = ("Căn", "Chủ", "Phối", "Trên")  # capitals that begin a sentence, not a further part of a name
_NAME_PARTS = re.compile(
    rf"(?:\s?,\s?|\s?[-–]\s?|\svà\s)(?=([{UPPER}]))|\svà\s(?=[a-zà-ỹđ]++\s[a-zà-ỹđ]++\s(?:[{UPPER}]|tỉnh))"
)


def unit_end(text: str, at: int, *, small: bool = True) -> int | None:
    """The end of the unit's name that begins at `at`, None where none begins there.

    `small` allows groups without "các" ("sở, ban, ngành"), as they stand after "phối hợp với".
    """
    opening = opening_at(text, at)
    return name_end(text, at, opening, small) if opening else None


def name_end(text: str, at: int, opening: Opening, small: bool) -> int | None:
    """As `unit_end`, where the word at `at` is known."""
    kinds = opening.kinds
    if kinds & FIELD and (found := _by_field(text, at)) is not None:
        return found
    if kinds & COUNCIL and (council := _COUNCIL.match(text, at)):
        return _tails(text, _places(text, council.end()))
    if kinds & OFFICIAL and (official := _OFFICIAL.match(text, at)):
        return _tails(text, official.end())
    if kinds & HOLDER and (holder := _HOLDER.match(text, at)):
        held_end = unit_end(text, holder.end(), small=small)
        if held_end:
            return held_end
    group = _group_end(text, at, opening, small) if kinds & GROUP else None
    if not kinds & (FORCES | HEAD):
        return group
    return _headed_end(text, at, opening, group, small)


def _headed_end(text: str, at: int, opening: Opening, group: int | None, small: bool) -> int | None:
    """The end of the name of one agency, or of the `group` where that reaches further or none is named."""
    kinds = opening.kinds
    if group and kinds & FORCES and (force := _FORCES.match(text, at)) and force.end() >= group:
        return unit_end(text, force.end()) or max(group, force.end(1))
    head = _HEADS[opening.word].match(text, at) if kinds & HEAD else None
    if not head:
        return group
    if kinds & HOLDERS and (held := _HOLDERS.match(text, at)):
        held_group = opening_at(text, held.end())
        held_end = _group_end(text, held.end(), held_group, small) if held_group else None
        return held_end or _named_end(text, at, head.end())
    if not group or text[head.end() : head.end() + 1] != ",":
        named = _named_end(text, at, head.end())
        return max(named or 0, group or 0) or None
    return group


def _by_field(text: str, at: int) -> int | None:
    found = _BY_FIELD.match(text, at)
    if not found or (found[2].isupper() and len(found[2]) < 2):
        return None
    return _tails(text, found.end())


def _places(text: str, at: int) -> int:
    """The end of "các xã, phường, đặc khu" after Ủy ban nhân dân."""
    while found := _PLACES.match(text, at):
        start = found.end() - len(found[0].lstrip(" ,/"))
        opening = opening_at(text, start)
        heads = _HEADS.get(opening.word) if opening else None
        if heads and heads.match(text, start) and not _STARTS_PLACE.match(found[0]):
            break
        at = found.end()
    return at


def _tails(text: str, at: int) -> int:
    while _opens_tail(_next_word(text, at)):
        found = _TAIL.match(text, at)
        if not found:
            owner = _OF.match(text, at)
            return (_by_field(text, owner.end()) or _whole_name(text, owner.end())) if owner else at
        at = found.end()
    return at


def _next_word(text: str, at: int) -> str:
    """The blank at `at` with the word after it, in full where it has up to eight letters."""
    end = text.find(" ", at + 1, at + 10)
    return text[at:end] if end > 0 else text[at : at + 10]


@lru_cache(maxsize=2048)
def _opens_tail(words: str) -> bool:
    found = _WORD_AFTER.match(words)
    return found is not None and (found[1] in _TAIL_WORDS or _ANY_CASE_TAIL.fullmatch(found[1]) is not None)


def _whole_name(text: str, at: int) -> int:
    """The end of the owner's name after "của", "thuộc": Quốc hội, Đảng, Chính phủ or a run of capitals."""
    found = _OWNER.match(text, at)
    return found.end() if found else at


def _group_end(text: str, at: int, opening: Opening, small: bool) -> int | None:
    if not small and opening.small in NOUNS and not text[at].isupper():
        return None  # a small noun without "các" opens no group here
    found = group_end(text, at, opening) if opening.kinds & GROUP else None
    if found is None:
        return None
    end, plural = found
    if not plural and not small and not (text[at].isupper() and "," in text[at:end]):
        return None
    return _tails(text, end)


def _named_end(text: str, start: int, at: int) -> int | None:
    """The end of a name after its head: capitals and the small words between, up to a verb."""
    head = text[start:at].replace("uỷ", "ủy")
    begun = at
    small = 0
    token = _TOKEN.match(text, at)
    while True:
        if token and (word := token[1]) != "và" and word not in "-–":
            at = token.end()
            following = _TOKEN.match(text, at)
            if not _continues(text, token, following, begun == token.start(), small, head):
                at = token.start()
                break
            small = 0 if word[0].isupper() else small + 1
            token = following
            continue
        token = _after_joint(text, at, begun == at and head not in ("Báo", "Đài"))
        if token is None:
            break
        at, small = token.end(), 0
        token = _TOKEN.match(text, at)
    if begun == at and head not in _WHOLE and not _OF.match(text, at):
        return None
    return _tails(text, at)


def _after_joint(text: str, at: int, bare: bool) -> re.Match[str] | None:
    """The first word of a further part of a name, after a comma, a dash or "và"; a bare head has none."""
    part = _NAME_PARTS.match(text, at)
    if not part or bare or starts_unit(text, part.end()) or text[part.end() - 1] != " ":
        return None
    return _TOKEN.match(text, part.end() - 1)


def _continues(
    text: str, token: re.Match[str], following: re.Match[str] | None, first: bool, small: int, head: str
) -> bool:
    """Whether the name goes on with a word, which is not the `first` and stands after `small` small ones."""
    word = token[1]
    if word[0].isupper():
        return word not in _NO_PART and (first or not _new_unit(text, token.start(1)))
    if (
        small > 5
        or word[0].isdigit()
        or (word in _STOPS and not text.startswith(" thường trực ", token.start()))
    ):
        return False
    pair = f"{word.lower()} {following[1]}" if following else ""
    if pair not in VERBS or (first and head not in _WHOLE):
        return True
    return pair == "phát triển" and text.endswith("Nghiên cứu", 0, token.start())


def _new_unit(text: str, at: int) -> bool:
    opening = opening_at(text, at)
    return opening is not None and _begins_unit(text, at, opening.kinds)


def _begins_unit(text: str, at: int, kinds: int) -> bool:
    if kinds & FIELD and _BY_FIELD.match(text, at):
        return True
    return kinds & COUNCIL != 0 and _COUNCIL.match(text, at) is not None


def starts_unit(text: str, at: int) -> bool:
    """Whether another unit's name begins at `at`."""
    opening = opening_at(text, at)
    if not opening:
        return False
    kinds = opening.kinds
    if _begins_unit(text, at, kinds) or (kinds & OFFICIAL and _OFFICIAL.match(text, at)):
        return True
    head = _HEADS[opening.word].match(text, at) if kinds & HEAD else None
    if head and (text[head.end() : head.end() + 1] == " " or head[0] in _WHOLE):
        return True
    return kinds & GROUP != 0 and group_end(text, at, opening) is not None


def starts_verb(text: str, at: int) -> bool:
    """Whether the two syllables at `at` open what somebody is to do ("tổ chức", "rà soát")."""
    found = _PAIR.match(text, at)
    return found is not None and f"{found[1]} {found[2]}".lower() in VERBS
