"""Legal bases: the documents that the preamble cites as what this one rests on or carries out.

A clause of the preamble begins with "Căn cứ", "Thực hiện", "Theo", "Trên cơ sở" ...; numbered documents count
wherever they stand in it, also inside another's title; laws, the Constitution and the like by name alone where
no number is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from quyen.core.reading.citations import REFERENCE, cited_within
from quyen.core.text.dates import DATE, iso_date
from quyen.core.text.folding import CAPITALS, fold
from quyen.core.types import Document, Fact, Paragraph, Reference, Span

_KINDS = "(?:Nghị quyết|Quyết định|Chỉ thị|Kết luận|Kế hoạch|Chương trình|Công điện|Công văn|Thông báo|Báo cáo|Quy chế|Hướng dẫn|Đề án|Phương án|Thông tư|Nghị định)"
_CLAUSE = re.compile(
    r"\W*(?:can c[uw]|thuc hien|trien khai|theo|tren co so (?=(?:de nghi|de xuat|bao cao|to trinh|cong van|van ban|ke hoach|quyet dinh|nghi quyet|chi thi|y kien|thong bao|ket luan|chuong trinh|luat|nghi dinh))|xet|tiep theo|de (?:trien khai|thuc hien|tiep tuc|cu the)|nham|quan triet|chap hanh|tuan thu|tham khao)\b"
)
_BODY = re.compile(
    r"\W*(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ)\s*:|\W*Điều\s+1\b|\W*(?:[IVX]{1,4}|1)\s?[.)/]\s|\W*Chương\s+I\b|\W*(?:PHẦN|Phần)\s"
)
# "Để chủ động ứng phó, thực hiện Công điện số ..., Chủ tịch UBND tỉnh yêu cầu"; not "Sau 5 năm thực hiện ..."
_OPERATIVE = re.compile(
    rf"(?<!năm )(?<!khai )(?<!kết )(?:[Cc]ăn cứ|[Tt]hực hiện) (?:nội dung |chỉ đạo của [^.;,]{{0,60}} tại )?(?P<first>{_KINDS} số [^.\n]{{0,400}}(?:yêu cầu|ban hành|đề nghị|giao)\b)"
)
_LISTED = re.compile(
    rf"(?:Căn cứ\s(?:các\s)?|Thực hiện\s(?:các\s)?|Triển khai\s(?:các\s)?|Theo\s(?:các\s)?|;\s(?:và\s)?)(?P<name>(?:{_KINDS})\s(?!số\s|này|trên|của\s(?:mình|đơn vị))[^;\n]{{8,240}}?)(?P<end>,?(?<!đến)(?<!sáng)(?<!từ)(?<!trước)\s(?=ngày\s\d)|,\s(?=[{CAPITALS}][^;\n]{{3,90}}?\s(?:ban hành|xây dựng|yêu cầu|đề nghị|tổ chức|triển khai)\b)|;|\n|\Z)"
)
_CARRIES = re.compile(r"\b(?:thuc hien|trien khai|thi hanh)\b[^.;]*\Z")
_NEAR = 60  # letters between such a verb and the number
_NAMED = re.compile(
    r"(?:Luật|luật|Bộ\s[Ll]uật|Hiến pháp|Pháp lệnh|Điều lệ|Nghị quyết Đại hội|Văn kiện Đại hội)(?=\s[^\W_])"
)
_NAMED_SIGNS = (
    "uật",
    "iến pháp",
    "háp lệnh",
    "iều lệ",
    "Đại hội",
)  # one of these stands in whatever it finds
_FREE = re.compile(r"(?:can cu|thuc hien|theo|tai|[;:]|\bva|dua tren|quy dinh (?:cua|tai)) (?:cac )?\Z")
_NAME_ENDS = re.compile(
    r"[;.()\n“”\"]|,?\s(?=ngày\s\d)|,?\s(?:số|năm)\s(?=\d)|,?\s(?:được|đã được|và Luật|và Nghị|và các|về việc)\s|,\s(?=(?:Bộ\s)?Luật\s|Nghị)|\sdo\s|\Z"
)
_AMENDING = re.compile(r"(?:Bộ\s)?Luật\s[Ss]ửa đổi")
_AMENDING_ENDS = re.compile(r"[;.\n]|,?\s(?=ngày\s\d)|\Z")
_NUMBER_HERE = re.compile(rf"\s{{0,2}}(?:số)?\s{{0,2}}(?={REFERENCE.pattern})")
_DATE_HERE = re.compile(rf"[\s,]{{0,3}}ngày\s{{1,2}}({DATE.pattern})", re.I)


def find_bases(document: Document, folded: str, start: int, cited: list[Reference]) -> tuple[Reference, ...]:
    """Bases in order, each once; `folded` is the folded text of the document, `start` where the preamble begins
    (after the subject), `cited` all documents that the text cites."""
    found: list[Reference] = []
    for clause in _clauses(document, folded, start):
        found.extend(_of_clause(document, clause, cited))
    return _each_once(_dated(found, document.text, start, cited))


def carried_out(title: Fact | None, folded: str, cited: list[Reference]) -> tuple[Reference, ...]:
    """For a text without such clauses, a letter above all: the documents that its subject says it carries out and
    that it speaks of again."""
    if title is None:
        return ()
    first, last = title.at
    found = [
        one
        for one in cited
        if first <= one.at.start < last
        and _CARRIES.search(folded, max(first, one.at.start - _NEAR), one.at.start)
        and any(other.number == one.number and other.at.start >= last for other in cited)
    ]
    days = {one.number: one.date for one in reversed(cited) if one.date}
    return _each_once(one if one.date else replace(one, date=days.get(one.number)) for one in found)


def _dated(found: list[Reference], text: str, start: int, cited: list[Reference]) -> list[Reference]:
    """Bases without a date take the one that the document's own subject line gives beside the same number."""
    if all(one.date for one in found):
        return found
    days = {fold(one.number): one.date for one in cited_within(text, cited, 0, start) if one.date}
    return [one if one.date else replace(one, date=days.get(fold(one.number))) for one in found]


def _clauses(document: Document, folded: str, start: int) -> Iterable[Span]:
    """Paragraphs of the preamble that begin as a basis does; a line in small type may go on with one."""
    text = document.text
    for block in document.blocks:
        first, last = block.at
        if first < start or not isinstance(block, Paragraph):
            continue
        if _BODY.match(text, first, first + 60):
            return
        if _CLAUSE.match(folded, first, first + 60):
            yield block.at
        elif text.find(" số ", first, last) >= 0 and (found := _OPERATIVE.search(text, first, last)):
            yield Span(found.start("first"), last)


def _of_clause(document: Document, at: Span, cited: list[Reference]) -> list[Reference]:
    text = document.text
    numbered = cited_within(text, cited, at.start, at.end)
    named: list[Reference] = []
    for sign in _NAMED_SIGNS:
        if text.find(sign, at.start, at.end) >= 0:
            named = _named(text, at, numbered)
            break
    named += _listed(text, at, numbered, named)
    inside = [one for one in numbered if not _amending_number(one, named)]
    return sorted([*inside, *named], key=lambda one: one.at.start)


def _amending_number(one: Reference, named: list[Reference]) -> bool:
    """A law's number that was taken with the law's name stands once only."""
    return any(one.number == other.number and one.at.start >= other.at.start for other in named)


# --- by name -------------------------------------------------------------------------------------


def _named(text: str, at: Span, numbered: list[Reference]) -> list[Reference]:
    found: list[Reference] = []
    floor = at.start
    for opened in _NAMED.finditer(text, at.start, at.end):
        if opened.start() < floor or not _stands_free(text, at, opened.start()):
            continue
        one = _amending(text, at, opened, numbered) if _AMENDING.match(text, opened.start()) else None
        one = one or _simple(text, at, opened)
        if one:
            found.append(one)
            floor = one.at.end
    return found


def _listed(text: str, at: Span, numbered: list[Reference], named: list[Reference]) -> list[Reference]:
    """Other papers that a clause or an entry of it opens with and that have no number."""
    found: list[Reference] = []
    taken = [one.at for one in (*numbered, *named)]
    for entry in _LISTED.finditer(text, at.start, at.end):
        place = Span(*entry.span("name"))
        opens = entry[0].startswith(";") or not text[at.start : entry.start()].strip(" -–*")
        if not opens or any(place.start <= other.start < place.end for other in taken):
            continue
        dated = _DATE_HERE.match(text, place.end)
        found.append(Reference(entry["name"].strip(" ,."), _iso(dated), place, kind=entry["name"].split()[0]))
    return found


def _stands_free(text: str, at: Span, start: int) -> bool:
    """A law named inside another document's title is no basis by name ("... một số điều của Luật X")."""
    before = fold(text[max(at.start, start - 30) : start])
    return bool(_FREE.search(before if before.endswith(" ") else before + " "))


def _simple(text: str, at: Span, opened: re.Match[str]) -> Reference | None:
    ends = _NAME_ENDS.search(text, opened.end(), at.end)
    end = ends.start() if ends else at.end
    if _NUMBER_HERE.match(text, end) or REFERENCE.search(text, opened.end(), end):
        return None  # it has a number, which `find_citations` reads
    name = text[opened.start() : end].strip(" ,")
    if len(name.split()) < 2 or len(name) > 200:
        return None
    dated = _DATE_HERE.match(text, end)
    return Reference(name, _iso(dated), Span(opened.start(), dated.end() if dated else end), kind=opened[0])


def _amending(text: str, at: Span, opened: re.Match[str], numbered: list[Reference]) -> Reference | None:
    """ "Luật sửa đổi ... của Luật A số 1, Luật B số 2": the numbers are the amended laws', the name is its own.

    Where one number stands at the very end and was not cited before, it is the amending law's own.
    """
    ends = _AMENDING_ENDS.search(text, opened.end(), at.end)
    end = ends.start() if ends else at.end
    inside = [one for one in numbered if opened.start() <= one.at.start < end]
    earlier = {one.number for one in numbered if one.at.start < opened.start()}
    if len(inside) == 1 and inside[0].number not in earlier:
        return None
    name = text[opened.start() : end].strip(" ,")
    if len(name) > 500:
        return None
    dated = _DATE_HERE.match(text, end) if not inside else None
    return Reference(name, _iso(dated), Span(opened.start(), dated.end() if dated else end), kind="Luật")


def _iso(dated: re.Match[str] | None) -> str | None:
    inner = DATE.match(dated[1]) if dated else None
    return iso_date(inner) if inner else None


# --- each once -----------------------------------------------------------------------------------


def _each_once(found: Iterable[Reference]) -> tuple[Reference, ...]:
    """One of each number; the first date given for it anywhere in the preamble counts."""
    kept: dict[str, Reference] = {}
    for one in found:
        key = fold(one.number)
        before = kept.get(key)
        if before is None:
            kept[key] = one
        elif before.date is None and one.date is not None:
            kept[key] = Reference(before.number, one.date, before.at, before.kind, before.issuer)
    return tuple(kept.values())
