"""Documents cited anywhere in a text: number, date, type and issuer as written.

Reads the forms of Nghị định 30/2020/NĐ-CP (81/KH-UBND), of laws (72/2025/QH15, 66.2/2025/NQ-CP), of the Party
(57-NQ/TW, 10-CTr/TU) and their usual slips: stray spaces around hyphens, a lost hyphen, capital titles.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

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
# Every reference holds a slash before a capital, or before a year and a slash, not far after its first digit; slashes
# are far rarer than digits.
_SLASH = re.compile(rf"/(?=\s?(?:[{_UP}]|(?:19|20)\d\d\s?/\s?[{_UP}]))")
_SLASH_WITHIN = 34
_LONGEST_SYMBOL = 140  # letters after the slash


def _names_by_letter() -> str:
    """A pattern of all types in small letters that begins with letters, at which a search can jump."""
    names = [name.lower().replace(" ", r"\s") for name in TYPE_NAMES]  # the longest first
    return "|".join(
        rf"{letter}(?<!\w{letter})(?:{'|'.join(name[1:] for name in names if name[0] == letter)})"
        for letter in sorted({name[0] for name in names})
    )


def _joints() -> tuple[str, ...]:
    """What ends in a type whose first words belong to another one, or may ("bộ luật", "nghị quyết định")."""
    names = [name.lower().split() for name in TYPE_NAMES]
    return tuple(
        " ".join(one[:-shared] + two)
        for one in names
        for two in names
        for shared in range(1, min(len(one), len(two) + 1))
        if one[-shared:] == two[:shared]
    )


# in small letters, which is several times as fast as to let the pattern disregard their case
_KIND_BEFORE = re.compile(rf"((?:{_names_by_letter()}))(?!\w)")
_LINK = 8  # letters between a document and its issuer
_AT_ONCE = 34  # letters; a space, the longest type and "số"
_BY_LAST_WORD: dict[str, list[str]] = {}  # each name with the space before it
for _name in TYPE_NAMES:
    _BY_LAST_WORD.setdefault(_name.lower().rsplit(" ", 1)[-1], []).append(f" {_name.lower()}")
_JOINTS = _joints()

_DATE_AFTER = re.compile(
    rf"[\s,;]{{0,3}}(?:ban hành\s)?(?:\(?\s?(?:ký\s)?ngày\s{{1,2}})({DATE.pattern})", re.I
)
_ISSUER_AFTER = re.compile(
    r"[\s,]{0,3}(?:của|do)\s((?:Thủ tướng Chính phủ|Chính phủ|Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|Bộ Chính trị"
    r"|Ban (?:Bí thư|Chấp hành|Thường vụ|Chỉ đạo)|Bộ trưởng|Hội đồng|Ủy ban|Uỷ ban|UBND|HĐND|Bộ|Sở|Tỉnh ủy|Thành ủy|Chủ tịch|Tổng|Văn phòng)"
    r"[^;.,():\n]{0,80}?)(?=\s(?:về|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|thực hiện|triển khai|tại|thông qua|công bố|giao|ngày)\b|[;.,():\n]|\Z)"
)
_NOT_NUMBERS = ("Điều", "Khoản", "khoản", "điểm", "Điểm", "Mục", "tỷ lệ", "số dân")


def find_citations(text: str, start: int = 0, end: int | None = None) -> list[Reference]:
    """Every numbered document cited in a stretch of text, each mention once, in order."""
    end = len(text) if end is None else end
    found: list[Reference] = []
    floor = start
    for match in references(text, start, end):
        reference = _reference(text, match, floor, end)
        if reference:
            found.append(reference)
            floor = match.end()
    return found


def cited_within(text: str, cited: list[Reference], start: int, end: int) -> list[Reference]:
    """The same as `find_citations(text, start, end)`, out of all that the text cites, so that they are read once.

    Only where something may reach over an edge of the stretch is it read again.
    """
    first = bisect_left(cited, start, key=_opens)
    last = bisect_left(cited, end, lo=first, key=_opens)
    inside = cited[first:last]
    over = first > 0 and cited[first - 1].at.end > start
    if inside:
        final = inside[-1]
        over = over or final.at.end > end or (final.issuer is not None and final.at.end + _LINK > end)
    if over or any(sign.isdigit() for sign in text[start : start + 2]):
        return find_citations(text, start, end)
    return inside


def _opens(one: Reference) -> int:
    return one.at.start


def references(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The same as `REFERENCE.finditer(text, start, end)`."""
    floor = start
    for slash in _SLASH.finditer(text, start, end):
        place = slash.start()
        if place < floor:
            continue
        match = REFERENCE.search(text, max(floor, place - _SLASH_WITHIN), min(end, place + _LONGEST_SYMBOL))
        if match and match.start() < place:
            yield match
            floor = match.end()


def _reference(text: str, match: re.Match[str], floor: int, end: int) -> Reference | None:
    number = tidy_number(match)
    opened, closed = match.span()
    if number is None or _is_no_number(text[max(floor, opened - 8) : opened]):
        return None
    dated = _DATE_AFTER.match(text, closed, min(end, closed + 60))
    after = dated.end() if dated else closed
    following = text[after : after + 6]
    named = "của" in following or "do" in following
    issuer = _ISSUER_AFTER.match(text, after, min(end, after + 120)) if named else None
    kind, opens = _kind_before(text, floor, opened)
    return Reference(
        number,
        iso_date(dated) if dated else None,
        Span(opens, after),
        kind,
        " ".join(issuer[1].split()) if issuer else None,
    )


def _is_no_number(before: str) -> bool:
    """ "Điều 5/...": the words right before a figure say that it is none of a document."""
    return before[-1:].isspace() and before[:-1].endswith(_NOT_NUMBERS)


def tidy_number(match: re.Match[str]) -> str | None:
    """ "223/KH- UBND" -> "223/KH-UBND"; None for what only looks like a number (24/7, 109 bé trai/100)."""
    number, year, state, party = match.group("number", "year", "symbol", "party")
    symbol = "".join((state or party).split()).replace("–", "-")
    if party:
        return f"{number}-{symbol}"
    if symbol[1:].lower() == symbol[1:]:  # no further capital
        return None
    return f"{number}/{year}/{symbol}" if year else f"{number}/{symbol}"


def _kind_before(text: str, floor: int, number: int) -> tuple[str | None, int]:
    """The type printed before a number ("Quyết định số") and where the citation opens."""
    left = max(floor, number - 90, 0)
    first = left - 1 if left else 0  # the letter before tells whether a word begins
    size, after = _kind_at_once(text[max(first, number - _AT_ONCE) : number].lower())
    if size:
        opens, closes = number - after - size, number - after
        return " ".join(text[opens:closes].split()), opens
    lowered = text[first:number].lower()
    best: re.Match[str] | None = None
    for best in _KIND_BEFORE.finditer(lowered, left - first):  # noqa: B007  the last one counts
        pass
    if best is None or len(lowered) != number - first:
        return None, number
    opens, closes = first + best.start(), first + best.end()
    between = text[closes:number]
    # a law's name may stand between its type and its number; other types are followed by "số" at once
    close = len(between) < 14 or (best[1].endswith("luật") and ";" not in between)
    return (" ".join(text[opens:closes].split()), opens) if close else (None, number)


def _kind_at_once(before: str) -> tuple[int, int]:
    """The usual case, told without a search: the type stands right before "số" or the number itself. The length of
    its name and of what follows it; zeros where it is not so plain."""
    after = 4 if before.endswith(" số ") else 1
    named = before[:-after]
    for name in _BY_LAST_WORD.get(named[named.rfind(" ") + 1 :], ()):
        if named.endswith(name):
            return (0, 0) if named.endswith(_JOINTS) else (len(name) - 1, after)
    return 0, 0
