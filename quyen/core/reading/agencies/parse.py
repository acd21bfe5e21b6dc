"""Where the name of one unit, or of a group of units, ends in running text.

A name is a head (Sở, Ủy ban nhân dân, Trung tâm ...) with the words that belong to it; it ends before a verb,
a full stop, or the start of another name. Groups ("các sở, ban, ngành liên quan") are one name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quyen.core.text.unit_words import FIELDS, GROUP_NOUNS, HEADS, VERBS

UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"


def _pattern(words: str) -> str:
    """A pattern for words in any spacing and either placing of the tone mark."""
    for early, late in (("óa", "oá"), ("òa", "oà"), ("ỏa", "oả"), ("ủy", "uỷ"), ("úy", "uý"), ("ụy", "uỵ")):
        words = words.replace(early, f"(?:{early}|{late})")
    return words.replace(", ", r"\s?,\s?").replace(" - ", r"\s?[-–]\s?").replace(" ", r"\s")


_FIELD = "|".join(_pattern(name) for name in sorted(FIELDS, key=len, reverse=True))
_SHORT_FIELD = r"[A-ZĐ]{1,7}(?:\s?(?:[&,.\-–]|và)\s?[A-ZĐ]{1,6}){0,4}"
_PLACE = r"(?:tỉnh|thành\sphố|huyện|thị\sxã|quận|xã|phường|đặc\skhu|thị\strấn|khu\svực|trung\sương|địa\sphương|TP\b\.?)"
_PROPER = rf"(?:\s(?:[{UPPER}][\w’']*|[-–]))*+"
_GEO = rf"(?:\s(?:cấp\s)?(?i:{_PLACE})(?![\w])(?!\s?,\sthành\sphố\strực)(?:\s[{UPPER}](?!ở\s|ông\san|an\s)[\w’']*(?:\s?[-–]\s?[{UPPER}][\w’']*)?)*+)"
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
_TAIL = re.compile(
    r"(?:\s(?:(?:có\s)?liên\squan(?:\skhác)?|hữu\squan|trực\sthuộc(?:\s[Tt]rung\sương|\s[Tt]ỉnh|\s[Bb]ộ|\s[Ss]ở)?|chức\snăng|chuyên\smôn|cùng\scấp|các\scấp"
    r"|hai\scấp|khác|nêu\strên|tại\schỗ|tại\sđịa\sphương|tại\scơ\ssở|cơ\ssở|viễn\sthông|báo\schí|cấp\s(?:tỉnh|xã|huyện|thành\sphố|trên|dưới)"
    r"|(?:ở\s)?(?i:trung\sương)|trong\stỉnh|trong\svà\sngoài\s(?:tỉnh|nước)|ngoài\stỉnh|ngang\s[Bb]ộ|có\sthẩm\squyền"
    r"|tỉnh\s?,\sthành\sphố(?:\strực\sthuộc\s[Tt]rung\sương)?|tại\sViệt\sNam"
    rf"|(?:trên\sđịa\sbàn|của|thuộc|đóng\strên\sđịa\sbàn)\s(?:toàn\s)?(?i:{_PLACE}|Chính\sphủ|UBND\stỉnh){_PROPER}|trên\sđịa\sbàn"
    rf"|(?i:tỉnh|thành\sphố|TP)(?!\s?,\s?(?:các|phường)){_PROPER}))(?![\w])"
)
_OF = re.compile(rf"\s(?:của|thuộc|trực\sthuộc)\s(?=[{UPPER}])")
_OWNER = re.compile(
    rf"(?:Quốc\shội|Chính\sphủ|Ủy\sban\snhân\sdân(?:\s\w+)?|UBND(?:\s\w+)?|[{UPPER}][\w’']*(?:\s[{UPPER}][\w’']*)*+)(?![\w])"
)
_HEAD = re.compile(
    "(?:" + "|".join(_pattern(head) for head in sorted(set(HEADS), key=len, reverse=True)) + r")(?![\w])"
    r"(?!\s(?:chức|hành|đầu|nghị|thảo|cáo|chí|tiêu|chỉ\ssố|máy|hợp|tính|lượng|dân\stộc\sthiểu|viên\schức|trợ)\b)"
)
_HOLDER = re.compile(  # office-holders and parts of an agency whose name follows
    rf"(?:(?:Các|các)\s)?(?:Lãnh\sđạo|Chủ\snhiệm|Tổ\strưởng|[Tt]hành\sviên|Đại\sdiện|Trưởng\s[Đđ]oàn|Trưởng\s[Bb]an|Thường\strực|Tổ\sđảng\sở"
    rf"|Người\sđứng\sđầu|Đảng\sủy\scơ\squan|Phó\sTrưởng\s[Bb]an|Các|các|Những|những)\s(?=(?:(?:Các|các)\s)?(?!Ban\shành)(?:Sở|Bộ|Ban|Ủy\sban|Uỷ\sban|UBND|HĐND|Hội|Đoàn|Đảng|Tổ|Cục|Vụ"
    rf"|Văn\sphòng|Thường\strực|Tỉnh|Thành|Chi\scục|Trung\stâm|Viện|Liên\sđoàn|Hiệp\shội|Quốc\shội|cơ\squan|đơn\svị)\s[{UPPER}\w])(?=[^,;.]*?[{UPPER}])"
)
_FORCES = re.compile(
    r"(?:các\s)?(?:lực\slượng|cơ\squan)\s(?=(?:Công\san|Quân|Bộ\sđội|Cảnh\ssát|Hải\squan|Kiểm\slâm|Biên\sphòng|Thuế)\b)"
)
_HOLDERS = re.compile(
    r"(?:Thủ\strưởng|Giám\sđốc|Lãnh\sđạo|Chủ\stịch|Bộ\strưởng|Trưởng|Thành\sviên)\s(?=các\s)"
)
_OFFICIAL = re.compile(  # an official of a commune, by the field: "Công chức Văn hóa - Xã hội"
    rf"(?:(?:Các|các)\s)?[Cc]ông\schức\s[{UPPER}]\w*+(?:\s[a-zà-ỹđ]++)?(?:(?:\s?[-–]\s?|\s?,\s|\svà\s)[{UPPER}]\w*+(?:\s[a-zà-ỹđ]++)?)*+"
)
_WHOLE_TEXT = (  # heads that name a unit by themselves
    "Công an|Thanh tra|Báo|Đài|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Chính phủ"
    "|Thủ tướng|Quốc hội|TTXVN|VNPT|Viettel|EVN|VPCP|MTTQ|UBMTTQVN|UBMTTQ|Mặt trận|BHXH"
    "|KBNN|NHNN|LĐLĐ|Kho bạc|Chính quyền|Cấp ủy|Doanh nghiệp|Lực lượng|Đơn vị|Cơ quan|Hợp tác xã"
)
_WHOLE = frozenset(_WHOLE_TEXT.split("|"))
_PAIR = re.compile(r"\s*([^\s,;:.]++)\s([^\s,;:.]++)")
_TOKEN = re.compile(r"\s((?:[^\s,;:.()/“”\"]|(?<=[A-ZĐ]),(?=[A-ZĐ]{2,}&))++)")  # "KH,CN&MT" is one word
_STOP_TEXT = (
    "để trong nhằm khi nếu là có theo tại trên do từ về với cùng thì phải cần được đã sẽ đang không giúp trình lập cử giao"
    " của qua bằng gồm như nghiêm chịu làm ra đến vào thường định kịp khẩn giữ tự"
)
_STOPS = frozenset(_STOP_TEXT.split())
_NAME_PARTS = re.compile(
    rf"(?:\s?,\s?|\s?[-–]\s?|\svà\s)(?=([{UPPER}]))|\svà\s(?=[a-zà-ỹđ]++\s[a-zà-ỹđ]++\s(?:[{UPPER}]|tỉnh))"
)
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
_NOUN = "|".join(
    _pattern(noun) + r"(?![\w])" + _NOT_NOUN.get(noun, "")
    for noun in sorted(set(GROUP_NOUNS), key=len, reverse=True)
)
_GROUP = re.compile(
    rf"(?:(?:toàn\sthể|tất\scả|mọi|từng)\s)?(?:(các|những)\s)?(?:{_NOUN})"
    rf"(?:(?:\s?,\s?(?:và\s)?|\svà\s|\s?/\s?|\s?-\s?)(?:các\s(?=cấp|ngành))?"
    rf"(?!(?-i:(?:Bộ|Sở|Ban|Hội|Báo|Đài|Viện|Phòng|Cục|Vụ|Trường|Ngân\shàng|Công\san|Trung\stâm|Hiệp\shội)\s[{UPPER}]|Công\san\b))(?:{_NOUN}))*",
    re.I,
)


def unit_end(text: str, at: int, *, small: bool = True) -> int | None:
    """The end of the unit's name that begins at `at`, None where none begins there.

    `small` allows groups without "các" ("sở, ban, ngành"), as they stand after "phối hợp với".
    """
    found = _by_field(text, at)
    if found is not None:
        return found
    council = _COUNCIL.match(text, at)
    if council:
        return _tails(text, _places(text, council.end()))
    official = _OFFICIAL.match(text, at)
    if official:
        return _tails(text, official.end())
    holder = _HOLDER.match(text, at)
    if holder and (held_end := unit_end(text, holder.end(), small=small)):
        return held_end
    head = _HEAD.match(text, at)
    group = _group_end(text, at, small)
    if group and (force := _FORCES.match(text, at)) and force.end() >= group:
        return unit_end(text, force.end()) or group
    if head and (held := _HOLDERS.match(text, at)):
        return _group_end(text, held.end(), small) or _named_end(text, at, head.end())
    if head and (not group or text[head.end() : head.end() + 1] != ","):
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
        if _HEAD.match(text, found.end() - len(found[0].lstrip(" ,/"))) and not _starts_place(found[0]):
            break
        at = found.end()
    return at


def _starts_place(words: str) -> bool:
    return re.match(rf"[\s,/]*(?:và\s)?(?:các\s|cấp\s|\d+\s)?(?i:{_PLACE})", words) is not None


def _tails(text: str, at: int) -> int:
    while found := _TAIL.match(text, at):
        at = found.end()
    owner = _OF.match(text, at)
    return (_by_field(text, owner.end()) or _whole_name(text, owner.end())) if owner else at


def _whole_name(text: str, at: int) -> int:
    """The end of the owner's name after "của", "thuộc": Quốc hội, Đảng, Chính phủ or a run of capitals."""
    found = _OWNER.match(text, at)
    return found.end() if found else at


def _group_end(text: str, at: int, small: bool) -> int | None:
    found = _GROUP.match(text, at)
    if not found or found.end() == at:
        return None
    first = text[at]
    if not found[1] and not small and not (first.isupper() and "," in found[0]):
        return None
    return _tails(text, found.end())


def _named_end(text: str, start: int, at: int) -> int | None:
    """The end of a name after its head: capitals and the small words between, up to a verb."""
    head = text[start:at].replace("uỷ", "ủy")
    begun = at
    small = 0
    while True:
        token = _TOKEN.match(text, at)
        if token and token[1] != "và" and token[1] not in "-–":
            if not _continues(text, token, begun == at, small, head):
                break
            small = 0 if token[1][0].isupper() else small + 1
            at = token.end()
            continue
        part = _NAME_PARTS.match(text, at)
        if not part or (begun == at and head not in ("Báo", "Đài")) or starts_unit(text, part.end()):
            break
        token = _TOKEN.match(text, part.end() - 1) if text[part.end() - 1] == " " else None
        if token is None:
            break
        at, small = token.end(), 0
    if begun == at and head not in _WHOLE and not _OF.match(text, at):
        return None
    return _tails(text, at)


def _continues(text: str, token: re.Match[str], first: bool, small: int, head: str) -> bool:
    word = token[1]
    if word[0].isupper():
        return word not in ("Căn", "Chủ", "Phối", "Trên") and not (
            not first and _new_unit(text, token.start(1))
        )
    if word[0].isdigit():
        return False
    if small > 5 or (word in _STOPS and not text.startswith(" thường trực ", token.start())):
        return False
    following = _TOKEN.match(text, token.end())
    pair = f"{word.lower()} {following[1]}" if following else ""
    if pair == "phát triển" and text[: token.start()].endswith("Nghiên cứu"):
        return True
    return pair not in VERBS or (first and head not in _WHOLE)


def _new_unit(text: str, at: int) -> bool:
    return _BY_FIELD.match(text, at) is not None or _COUNCIL.match(text, at) is not None


@lru_cache(maxsize=4096)
def _head_word(word: str) -> bool:
    return _HEAD.fullmatch(word) is not None


def starts_unit(text: str, at: int) -> bool:
    """Whether another unit's name begins at `at`."""
    if _BY_FIELD.match(text, at) or _COUNCIL.match(text, at) or _OFFICIAL.match(text, at):
        return True
    head = _HEAD.match(text, at)
    if head and head.end() < len(text) and text[head.end()] == " ":
        return True
    if head and text[at : head.end()] in _WHOLE:
        return True
    group = _GROUP.match(text, at)
    return bool(group and group.end() > at)


def starts_verb(text: str, at: int) -> bool:
    """Whether the two syllables at `at` open what somebody is to do ("tổ chức", "rà soát")."""
    found = _PAIR.match(text, at)
    return found is not None and f"{found[1]} {found[2]}".lower() in VERBS
