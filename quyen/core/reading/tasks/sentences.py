"""Who a sentence asks: its own subject, who is to lead it, and with whom ("phối hợp với ...")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quyen.core.reading.agencies import canonical_name, leading_units, split_units, starts_verb
from quyen.core.reading.tasks.beginnings import ASKS, CONTEXT, Beginning
from quyen.core.types import UnitName

_ASK = re.compile(
    r"(?:(?:UBND|Ủy\sban\snhân\sdân|Uỷ\sban\snhân\sdân|Thủ\stướng|Chính\sphủ|Chủ\stịch)(?:\s(?:tỉnh|[Tt]hành\sphố|Chính\sphủ|[\w]+)){0,6}?\s)?"
    r"(?:[Gg]iao|[Đđ]ề\snghị|[Yy]êu\scầu|[Pp]hân\scông|[Gg]iao\snhiệm\svụ\scho|[Gg]iao\scho|[Tt]rân\strọng\sđề\snghị|[Uu]ỷ\squyền|[Ủủ]y\squyền)"
    r"(?:\scho)?(?:\s?:)?\s"
)
_CONTEXT = re.compile(
    r"(?:Trên\scơ\ssở|Căn\scứ|Theo|Hằng\snăm|Hàng\snăm|Định\skỳ|Ngoài\sra|Đồng\sthời|Sau\skhi|Trong|Trước|Từ|Đối\svới|Khi|Để)\b"
)
_COMMA = re.compile(r",\s|[.;:]\s")
_CONTEXT_LENGTH = 400
_PREDICATE = re.compile(
    r"\s?(?:\([^()]{0,80}\)\s?)?(?:,\s(?=chủ|phối|căn|theo|trong|trên)|\s)(?!(?:và|hoặc|của|về|với|cho|được\sphê|do|tại\sKế|để|được|đã|bị|gồm|bao\sgồm|không|là(?!\s(?:cơ|đơn|đầu)))\b)[a-zà-ỹđ]"
)
_TOGETHER = re.compile(
    r"[Pp]hối(?:\s,)?\s?,?\shợp(?:\s(?:chặt\schẽ|đồng\sbộ|kịp\sthời|thường\sxuyên|tốt|chung|tham\smưu|thực\shiện|triển\skhai|hiệu\squả"
    r"|có\shiệu\squả|chặt|nhịp\snhàng|trao\sđổi|thông\stin|cung\scấp|đầy\sđủ)){0,2}(,\s(?:chặt\schẽ|hiệu\squả|thường\sxuyên))?\s?(?:(với|cùng\svới|cùng|giữa)\s)?"
)
_SENTENCE = re.compile(r"[.;]\s(?:(Giao|giao|Phân\scông|phân\scông)(?:\scho)?\s)?(?=[A-ZĐỦ])")
_BY = re.compile(r"\s(?:do|giao)\s(?=[A-ZĐỦ])")
_GENERIC = re.compile(r"(?:các\s|những\s|tổ\schức|cá\snhân|cơ\squan|đơn\svị|doanh\snghiệp|cộng\sđồng)", re.I)
_PLAIN_GROUPS = (
    "các ", "những ", "cơ quan", "chính quyền", "lực lượng", "đơn vị", "địa phương", "sở", "cấp ủy", "doanh nghiệp",
    "đoàn thể", "tổ chức chính", "ban, ngành", "bộ, ngành",
)  # fmt: skip
_LONG_LIST = re.compile(  # a list of units some of which are unknown, up to what they are to do
    r"(?:,\s|\svà\s)([^.;:]{3,400}?)(?=\s(?:chủ\strì|có\strách\snhiệm|căn\scứ|theo\schức\snăng|phối\shợp|tổ\schức\striển\skhai|tổ\schức\sthực"
    r"|chịu\strách|chủ\sđộng|xây\sdựng|tăng\scường|tiếp\stục|thực\shiện|triển\skhai|trong\sphạm)\b)"
)
_LIST_PARTS = re.compile(r",\s(?:và\s)?|\svà\s(?=các\s|[A-ZĐ])")
_LEADER = re.compile(r"(?:làm\s|là\s(?:cơ\squan|đơn\svị)\s(?:đầu\smối,?\s)?)?(?:chủ\strì|đầu\smối)")
_CLAUSE = re.compile(r"[;.]\s+(?=[A-ZĐÀ-Ỹa-zà-ỹđ])")


@dataclass(slots=True)
class Owners:
    """Units that a sentence names: `lead` its subjects, `coordinate` those it is to work with."""

    text: str
    offset: int
    lead: list[UnitName]
    asked: bool = False  # "Giao ...", "Đề nghị ..." opens it
    leads: bool = False  # says "chủ trì" right after its subject
    end: int = 0  # where the opening list of units ends
    inner: bool = False  # the owner is named in the midst of the text
    works: bool = False  # says "chủ trì" or "phối hợp" right after its subject

    @property
    def coordinate(self) -> list[UnitName]:
        """Found when asked for: most sentences ask nobody, and then it does not matter."""
        return together(self.text, self.offset)


def read_owners(text: str, offset: int, first: Beginning) -> Owners | None:
    """The owners that the sentence itself names, None for nobody; places count from `offset`."""
    kinds = first.kinds
    asked = None
    subject: list[UnitName] = []
    end = 0
    if kinds & ASKS and not text.startswith("Chủ trì"):  # so begin more than any other words
        asked = _ASK.match(text)
    if asked or first.names:
        subject, end = _subject(text, asked.end() if asked else 0, offset)
    if not subject and not asked:
        if kinds & CONTEXT:
            subject, end = _after_context(text, offset)
        if not subject:
            inner = _inner_owner(text, offset)
            return Owners(text, offset, inner, asked=True, inner=True) if inner else None
    if not subject:
        return Owners(text, offset, [], asked is not None)
    after = _skip(text, end)
    leads = _LEADER.match(text, after) is not None
    lead = _without_doubles([*subject, *_later_subjects(text, end, offset)])
    works = leads or _TOGETHER.match(text, after) is not None
    return Owners(text, offset, lead, asked is not None, leads, end, works=works)


def _inner_owner(text: str, offset: int) -> list[UnitName]:
    """Who a later sentence or a clause hands the task to: "... Giao Sở A ...", "... do Sở A chủ trì"."""
    if not ("trì" in text or "mối" in text or "iao " in text or "hân công" in text):
        return []  # most paragraphs hold none of these words
    marks = _sentences(text)
    last = max(text.rfind("trì"), text.rfind("mối"))  # no "chủ trì" or "đầu mối" after it
    if last > 0 and (clauses := _clauses(text, last)):
        marks = sorted([*marks, *clauses], key=re.Match.start)
    for mark in marks:
        if not mark.lastindex and mark.end() > last:
            continue
        units, end = leading_units(text, mark.end(), small=False, offset=offset)
        if units and (mark.lastindex or _LEADER.match(text, _skip(text, end))):
            return units
    return []


def _sentences(text: str) -> list[re.Match[str]]:
    """Beginnings of later sentences and clauses, in order."""
    marks: list[re.Match[str]] = []
    end = len(text) - 1
    for sign in ".;":
        at = text.find(sign, 0, end)
        while at >= 0:
            mark = _SENTENCE.match(text, at)
            if mark:
                marks.append(mark)
            at = text.find(sign, at + 1, end)
    if len(marks) > 1:
        marks.sort(key=re.Match.start)
    return marks


def _clauses(text: str, last: int) -> list[re.Match[str]]:
    """What follows "do" or "giao", up to `last`."""
    marks: list[re.Match[str]] = []
    for word in ("do", "giao"):
        at = text.find(word, 1, last)
        while at >= 0:
            mark = _BY.match(text, at - 1)
            if mark:
                marks.append(mark)
            at = text.find(word, at + 1, last)
    return marks


def _after_context(text: str, offset: int) -> tuple[list[UnitName], int]:
    """The subject behind an opening phrase: "Căn cứ nhiệm vụ được giao, Sở A ..."."""
    if not _CONTEXT.match(text):
        return [], 0
    for comma in _COMMA.finditer(text, 0, _CONTEXT_LENGTH):
        subject, end = _subject(text, comma.end(), offset)
        if subject:
            return subject, end
        if text[comma.start()] != "," or starts_verb(text, comma.end()):
            break
    return [], 0


def _subject(text: str, at: int, offset: int) -> tuple[list[UnitName], int]:
    """The units a sentence begins with, if a predicate follows them."""
    units, end = leading_units(text, at, small=False, offset=offset)
    if not units:
        return [], at
    if _PREDICATE.match(text, end) or text[end : end + 1] == ":":
        return units, end
    long = _LONG_LIST.match(text, end)
    if long and all(part[:1].isupper() or part.startswith("các ") for part in _LIST_PARTS.split(long[1])):
        return [*units, *split_units(long[1], offset + long.start(1))], long.end(1)
    return [], at


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " ,":
        at += 1
    return at


def _later_subjects(text: str, at: int, offset: int) -> list[UnitName]:
    """Units that are the subject of a later clause: "...; Sở B thẩm định ..."."""
    found: list[UnitName] = []
    for clause in _CLAUSE.finditer(text, at):
        if not text[clause.end()].isupper():
            continue
        units, end = leading_units(text, clause.end(), small=False, offset=offset)
        if units and _PREDICATE.match(text, end) and not all(_GENERIC.match(unit.text) for unit in units):
            found.extend(units)
    return found


def together(text: str, offset: int = 0) -> list[UnitName]:
    """The units after every "phối hợp (với)"; places count from `offset`."""
    found: list[UnitName] = []
    at = text.find("hối", 1)
    while at > 0:
        mark = _TOGETHER.match(text, at - 1)
        if mark:
            units, _ = leading_units(text, mark.end(), offset=offset)
            if units and (mark[2] or _names_somebody(text, mark, units)):
                found.extend(units)
        at = text.find("hối", mark.end() + 1 if mark else at + 1)
    return _without_doubles(found)


def _names_somebody(text: str, mark: re.Match[str], units: list[UnitName]) -> bool:
    """Without "với" only a name with a capital or a plain group ("các ...", "cơ quan ...") counts."""
    first = units[0].text
    return text[mark.end() - 1] == " " and (first[0].isupper() or first.startswith(_PLAIN_GROUPS))


def _without_doubles(units: list[UnitName]) -> list[UnitName]:
    if len(units) < 2:
        return units
    kept: dict[str, UnitName] = {}
    for unit in units:
        kept.setdefault(_key(unit.text), unit)
    return list(kept.values())


@lru_cache(maxsize=1024)
def _key(text: str) -> str:
    return canonical_name(text).lower()
