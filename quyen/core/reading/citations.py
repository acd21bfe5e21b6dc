"""Documents cited anywhere in a text: number, date, type and issuer as written.

Reads the forms of Nghị định 30/2020/NĐ-CP (81/KH-UBND), of laws (72/2025/QH15, 66.2/2025/NQ-CP), of the Party
(57-NQ/TW, 10-CTr/TU) and their usual slips: stray spaces around hyphens, a lost hyphen, capital titles.
"""

from __future__ import annotations

import re

from quyen.core.text.abbreviations import TYPE_NAMES
from quyen.core.text.dates import DATE, iso_date
from quyen.core.types import Reference, Span

_UP = "A-ZĐÂÊÔƯƠĂ"
_LETTERS = rf"[{_UP}][{_UP}a-zđiyr&]{{0,14}}\d{{0,3}}"
# KH-UBND, BVHTTDL, TTr- SNN-CCTL, QCPH-UBND-UBMT-HCTĐ
SYMBOL = rf"{_LETTERS}(?:\s?[-–]\s?{_LETTERS}|[./]{_LETTERS}){{0,4}}"
# A digit comes first in the pattern, so that the search skips all other letters; nothing of a number before it.
_NUMBER = r"(?P<number>\d(?<![\w/.,\-–]\d)\d{0,5}(?:\.\d)?[a-zđ]?)"
_STATE = rf"/\s?(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?(?P<symbol>{SYMBOL})"
_PARTY = rf"[-–]\s?(?P<party>{_LETTERS}\s?/\s?{_LETTERS})"
REFERENCE = re.compile(rf"{_NUMBER}\s?(?:{_STATE}|{_PARTY})(?![\w/])")

_KINDS = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in TYPE_NAMES)
_KIND_BEFORE = re.compile(rf"(?<!\w)({_KINDS})(?!\w)", re.I)
_DATE_AFTER = re.compile(
    rf"[\s,;]{{0,3}}(?:ban hành\s)?(?:\(?\s?(?:ký\s)?ngày\s{{1,2}})({DATE.pattern})", re.I
)
_ISSUER_AFTER = re.compile(
    r"[\s,]{0,3}(?:của|do)\s((?:Thủ tướng Chính phủ|Chính phủ|Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|Bộ Chính trị"
    r"|Ban (?:Bí thư|Chấp hành|Thường vụ|Chỉ đạo)|Bộ trưởng|Hội đồng|Ủy ban|Uỷ ban|UBND|HĐND|Bộ|Sở|Tỉnh ủy|Thành ủy|Chủ tịch|Tổng|Văn phòng)"
    r"[^;.,():\n]{0,80}?)(?=\s(?:về|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|thực hiện|triển khai|tại|thông qua|công bố|giao|ngày)\b|[;.,():\n]|\Z)"
)
_NOT_NUMBERS = re.compile(r"(?:Điều|Khoản|khoản|điểm|Điểm|Mục|tỷ lệ|số dân)\s\Z")


def find_citations(text: str, start: int = 0, end: int | None = None) -> list[Reference]:
    """Every numbered document cited in a stretch of text, each mention once, in order."""
    end = len(text) if end is None else end
    found: list[Reference] = []
    floor = start
    for match in REFERENCE.finditer(text, start, end):
        reference = _reference(text, match, floor, end)
        if reference:
            found.append(reference)
            floor = match.end()
    return found


def _reference(text: str, match: re.Match[str], floor: int, end: int) -> Reference | None:
    number = tidy_number(match)
    if number is None or _NOT_NUMBERS.search(text, max(floor, match.start() - 8), match.start()):
        return None
    dated = _DATE_AFTER.match(text, match.end(), min(end, match.end() + 60))
    after = dated.end() if dated else match.end()
    issuer = _ISSUER_AFTER.match(text, after, min(end, after + 120))
    kind, opens = _kind_before(text, floor, match.start())
    return Reference(
        number=number,
        date=_iso(dated),
        at=Span(opens, after),
        kind=kind,
        issuer=" ".join(issuer[1].split()) if issuer else None,
    )


def _iso(dated: re.Match[str] | None) -> str | None:
    inner = DATE.match(dated[1]) if dated else None
    return iso_date(inner) if inner else None


def tidy_number(match: re.Match[str]) -> str | None:
    """ "223/KH- UBND" -> "223/KH-UBND"; None for what only looks like a number (24/7, 109 bé trai/100)."""
    symbol = re.sub(r"\s", "", match["symbol"] or match["party"]).replace("–", "-")
    if match["party"]:
        return f"{match['number']}-{symbol}"
    if not any(letter.isupper() for letter in symbol[1:]):
        return None
    year = f"{match['year']}/" if match["year"] else ""
    return f"{match['number']}/{year}{symbol}"


def _kind_before(text: str, floor: int, number: int) -> tuple[str | None, int]:
    """The type printed before a number ("Quyết định số") and where the citation opens."""
    left = max(floor, number - 90)
    kinds = list(_KIND_BEFORE.finditer(text, left, number))
    if not kinds:
        return None, number
    best = kinds[-1]
    between = text[best.end() : number]
    # a law's name may stand between its type and its number; other types are followed by "số" at once
    close = len(between) < 14 or (best[1].lower().endswith("luật") and ";" not in between)
    return (" ".join(best[1].split()), best.start()) if close else (None, number)
