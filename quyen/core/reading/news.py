"""Texts about a document instead of the document: news items, portal pages without head or signature.

Number, day and issuer come from the sentence that tells the issue ("Ngày 1/2/2024, UBND tỉnh A ban hành Kế hoạch
số 5/KH-UBND ..."), never from the page around it.
"""

from __future__ import annotations

import re
from collections import Counter

from quyen.core.reading.citations import find_citations
from quyen.core.reading.head_lines import Head, is_motto
from quyen.core.reading.header import Header, find_period
from quyen.core.text.dates import DATE, iso_date
from quyen.core.text.folding import CAPITALS
from quyen.core.types import Document, Fact, Reference, Span

_KINDS = r"(?P<kind>[Kk]ế hoạch|[Qq]uyết định|[Nn]ghị quyết|[Cc]hỉ thị|[Cc]hương trình|[Đđ]ề án|[Cc]ông điện|[Nn]ghị định|[Tt]hông tư|[Hh]ướng dẫn|[Cc]ông văn)"
# the same without their first letters: most texts of other kinds hold few of them
_KIND_SIGNS = (
    *("ế hoạch", "uyết định", "ghị quyết", "hỉ thị", "hương trình", "ề án"),
    *("ông điện", "ghị định", "hông tư", "ướng dẫn", "ông văn"),
)
_KIND = re.compile(_KINDS)
_ISSUED = re.compile(r"(?:ban hành|phê duyệt|thông qua|xây dựng|triển khai|ký|có|công bố|gửi)\s(?:về\s)?\Z")
_BODY = (
    r"(?P<issuer>(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chủ tịch UBND|Thủ tướng|Chính phủ|Hội đồng nhân dân|HĐND|Bộ trưởng|Bộ|Sở|Ban|Tỉnh ủy|Thành ủy|Quốc hội|Đảng ủy|Văn phòng|Công an|Mặt trận|Hội|Cục|Tổng cục|Thủ đô)"
    r"(?:,?\s(?!ngày)[^\s.;:,()\d/]{1,20}){0,14}?)"
)
_ACT = re.compile(
    rf"{_BODY},?\s(?:vừa\s|đã\s|mới\s|chính thức\s){{0,2}}(?:ký\s)?(?:ban hành|phê duyệt|thông qua|có|ký)\s(?:về\s)?{_KINDS}\b"
)
# with a number right after the type, weaker verbs tell the issue too
_NUMBERED = re.compile(
    rf"{_BODY},?\s(?:vừa\s|đã\s|mới\s|có\s){{0,2}}(?:ký\s)?(?:ban hành|phê duyệt|thông qua|xây dựng|triển khai|ký|có|công bố|gửi)\s{_KINDS}\s(?:số\s)?(?=\d)"
)
_PASSIVE = re.compile(
    rf"{_KINDS}\s(?P<no>số\s\S{{1,30}})?.{{0,160}}?\s(?:được|do|của)\s{_BODY}\s(?:ban hành|phê duyệt)"
)
_SUBJECT = re.compile(
    rf"(?:^|[.\n]\s?){_KINDS}\s(?:cũng\s|này\s)?(?:nhằm|đưa ra|nêu|đề ra|xác định|yêu cầu|đặt ra|được|hướng)",
    re.M,
)
_PLACE = re.compile(
    rf"(?P<rank>[Tt](?<!\w.)(?:ỉnh|hành phố|(?<=T)P\.?)) (?P<name>[{CAPITALS}][^\W\d_]+(?: [{CAPITALS}][^\W\d_]+){{0,3}}(?: [-–] [{CAPITALS}][^\W\d_]+ [{CAPITALS}][^\W\d_]+)?)"
)
_CARRIES_OUT = re.compile(r"(?:thực hiện|triển khai|căn cứ|theo|cụ thể hóa)\b[^.;\n]{0,60}\Z", re.I)
_BARE_RANK = re.compile(r"(?:tỉnh|thành phố|Thành phố|Tỉnh)\Z")
_NEAR = 90
_VERB = 20  # letters; no verb of issuing before a type is longer
_LONGEST = 500  # letters from a body to the type that it issues


def is_news(document: Document, head: Head, header: Header) -> bool:
    """No printed type, no number line, no state title: the text tells of a document."""
    if head.type_name or header.number or header.symbol:
        return False
    return not any(is_motto(line.folded) for line in head.lines) and bool(document.text)


def read_news(document: Document) -> tuple[Header, tuple[Reference, ...]]:
    """What the text says of the document it is about, and the documents that one carries out."""
    text = document.text
    kinds = _kinds(text)
    act = _act(text, kinds)
    if act is None:
        return _without_act(document, kinds), ()
    about = _reference(text, act)
    date = _day(text, act, about)
    issuer_at = Span(*act.span("issuer"))
    title = _title(text, about.at.end if about else act.end())
    header = Header(
        number=_number(text, about),
        symbol=_symbol(text, about),
        date=date,
        issuer=Fact(_full_name(text, act["issuer"]), issuer_at),
        doc_type=_type(act),
        title=title,
        period=find_period(title.text, date.text if date else None) if title else None,
    )
    return header, _bases(text, act, about)


def _act(text: str, kinds: list[int]) -> re.Match[str] | None:
    """The sentence of issue; where the text first speaks of "the plan", only one about a plan counts."""
    act = _issue(text, kinds) or _passive(text, kinds)
    subject = _subject(text, kinds)
    if act is None or subject is None or subject.start() > act.start():
        return act
    same = (
        found
        for pattern in (_NUMBERED, _ACT)
        for found in pattern.finditer(text)
        if found["kind"].lower() == subject["kind"].lower()
    )
    return next(same, None)


def _kinds(text: str) -> list[int]:
    """Where the text names a type of documents, in order."""
    places = []
    for sign in _KIND_SIGNS:
        place = text.find(sign)
        while place >= 0:
            if place and _KIND.match(text, place - 1):
                places.append(place - 1)
            place = text.find(sign, place + 1)
    return sorted(places)


def _issue(text: str, kinds: list[int]) -> re.Match[str] | None:
    """The first sentence in which a body issues a document; looked for near a type that follows such a verb."""
    for place in kinds:
        if _ISSUED.search(text, max(0, place - _VERB), place):
            start = max(0, place - _LONGEST)
            return _NUMBERED.search(text, start) or _ACT.search(text, start)
    return None


def _passive(text: str, kinds: list[int]) -> re.Match[str] | None:
    for place in kinds:
        found = _PASSIVE.match(text, place)
        if found:
            return found
    return None


def _subject(text: str, kinds: list[int]) -> re.Match[str] | None:
    """The first sentence that begins with "the plan ..."."""
    for place in kinds:
        for start in range(max(0, place - 2), place + 1):
            found = _SUBJECT.match(text, start)
            if found:
                return found
    return None


def _reference(text: str, act: re.Match[str]) -> Reference | None:
    """The number that follows the type at once."""
    following = find_citations(text, act.start("kind"), min(len(text), act.end("kind") + 40))
    return following[0] if following else None


def _number(text: str, about: Reference | None) -> Fact | None:
    if about is None:
        return None
    number = re.split(r"[/-]", about.number, maxsplit=1)[0]
    start = text.find(number, about.at.start, about.at.end)
    return Fact(number, Span(start, start + len(number))) if start >= 0 else None


def _symbol(text: str, about: Reference | None) -> Fact | None:
    if about is None:
        return None
    symbol = re.split(r"[/-]", about.number, maxsplit=1)[1]
    start = text.find(symbol.split("-")[0], about.at.start, about.at.end)
    return Fact(symbol, Span(start, about.at.end) if start >= 0 else about.at)


def _day(text: str, act: re.Match[str], about: Reference | None) -> Fact | None:
    """The day in front of the issuer in the same sentence, else the one after the number."""
    before: Fact | None = None
    for found in DATE.finditer(text, max(0, act.start() - _NEAR), act.start()):
        iso = iso_date(found)
        if iso and not re.search(r"[.\n]", text[found.end() : act.start()]):
            before = Fact(iso, Span(*found.span()))
    if before or about is None or about.date is None:
        return before
    return Fact(about.date, about.at)


def _type(act: re.Match[str]) -> Fact:
    kind = act["kind"]
    return Fact(f"tin bài về {kind[0].upper()}{kind[1:]}", Span(*act.span("kind")))


def _title(text: str, after: int) -> Fact | None:
    """What the document is about: the rest of the sentence after its number."""
    ends = re.compile(r"\.(?=\s|\Z)|\n|;").search(text, after)
    end = min(ends.start() if ends else len(text), after + 400)
    words = text[after:end]
    start = after + len(words) - len(words.lstrip(" ,:"))
    return Fact(text[start:end].strip(), Span(start, end)) if text[start:end].strip() else None


def _full_name(text: str, name: str) -> str:
    """ "UBND tỉnh" with the province that the text names."""
    name = " ".join(name.split())
    if _BARE_RANK.search(name):
        rank = name.rsplit(" ", 1)[-1].lower()
        for found in _PLACE.finditer(text):
            if found["rank"].lower().startswith(rank[0]):
                return f"{name} {found['name']}"
    return name


def _bases(text: str, act: re.Match[str], about: Reference | None) -> tuple[Reference, ...]:
    """Numbered documents that the first paragraphs, or the words before the issue, say it carries out."""
    own = about.number if about else ""
    kept: dict[str, Reference] = {}
    first = max(0, text.rfind("\n", 0, act.start()))
    for one in find_citations(text, first, min(len(text), act.end() + 1500)):
        start = max(first, one.at.start - 120)
        if one.number != own and _CARRIES_OUT.search(text, start, one.at.start):
            kept.setdefault(one.number, one)
    return tuple(kept.values())


def _without_act(document: Document, kinds: list[int]) -> Header:
    """No sentence tells the issue: the type from how the text speaks of it, the place it names most."""
    text = document.text
    found = _subject(text, kinds)
    doc_type = _type(found) if found else None
    return Header(issuer=_place(text) if doc_type else None, doc_type=doc_type)


def _place(text: str) -> Fact | None:
    places = [(f"{found['rank'].lower()} {found['name']}", found) for found in _PLACE.finditer(text)]
    if not places:
        return None
    name, count = Counter(name for name, _ in places).most_common(1)[0]
    first = next(found for other, found in places if other == name)
    return Fact(name, Span(*first.span())) if count > 1 else None
