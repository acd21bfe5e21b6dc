"""Who signed: name, office and on whose behalf (TM. KT. TL. TUQ. Q.)."""

from __future__ import annotations

import re
from itertools import pairwise

from quyen.core.reading.ending import AUTHORITY, TITLE, Ending, Line
from quyen.core.text.folding import CAPITALS, SMALL, fold
from quyen.core.types import Signer, Span

_SIGNED = re.compile(r"[\s(\[*_]*(?:da ky|ky ten|ky, (?:dong dau|ghi ro)|chu ky|ky boi|signed|dong dau)")
# ranks and degrees may stand before a name; a name has two to six words, apostrophes in those of the highlands
_OFFICE_AND_NAME = re.compile(
    rf"(?P<office>[^{SMALL}]{{3,}}?(?<=[{CAPITALS}]))\s(?:\s?\([^()]{{0,20}}\)\s)?\s*"
    rf"(?P<name>(?:(?:GS|PGS|TS|ThS|BS)\.\s?){{0,3}}[{CAPITALS}][{SMALL}]+(?:\s[{CAPITALS}][^\W\d_]*){{1,5}})\s*\Z"
)
# where the next line of the block began before its line breaks were lost
_NEXT_AUTHORITY = re.compile(r"(?<=\w)\s(?=(?:tm|t/m|kt|k/t|tl|t/l|tuq|q)\s?\.\s?\w)")
_NEXT_TITLE = re.compile(r"(?<=\w)\s(?=" + TITLE.pattern.removeprefix(r"\W*") + ")")
_NAME = re.compile(
    rf"\W*(?P<office>[{CAPITALS}]{{2,}}(?:[ ,-]+[{CAPITALS}]{{2,}}){{0,8}})\s+(?P<name>[{CAPITALS}][{SMALL}]+(?:\s[{CAPITALS}][^\W\d_]*){{1,5}})\s*\Z"
)
_NAME = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|BS|KS|CN|LS|(?:Đại|Thượng|Trung|Thiếu) (?:tá|tướng))[.,]?\s?){0,4}"
    r"(?P<name>[^\W\d_]+(?:['’][^\W\d_]+)?(?:\s[^\W\d_]+(?:['’][^\W\d_]+)?){1,5})\Z"
)
# by their marks: Trương and Tịnh are names, trưởng and tỉnh are not
_NOT_NAMES = re.compile(
    r"(?<!\w)(?:[uủ][yỷ] ban|hội đồng|chủ tịch|giám đốc|bộ trưởng|thứ trưởng|thủ tướng|chính phủ|nhân dân|văn phòng|họ và tên|họ tên"
    r"|người ký|bí thư|nơi nhận|ban chỉ đạo|tỉnh|thành phố|trưởng|thủ trưởng|chánh văn phòng|phó|đại diện|xác nhận|kế hoạch|quyết định)(?!\w)",
    re.I,
)


_LONGEST_BLOCK = 200  # letters


def find_signer(ending: Ending) -> Signer | None:
    """The first name under an office; None where no name is printed."""
    authority: list[str] = []
    title: list[str] = []
    name: Line | None = None
    for line in _split_lines(ending.signature):
        words = line[0].strip(" *_|✓.")
        folded = fold(words)
        if AUTHORITY.match(folded + " "):
            authority.append(_office(words))
        elif TITLE.match(folded):
            title.append(words)
        elif _is_name(words, folded):
            name = line
            break
        elif words.isupper() and authority and not title and not _SIGNED.match(folded):
            authority[-1] = f"{authority[-1]} {words}"
    if name is None:
        return None
    return _signer(name, authority, title, ending)


def _split_lines(lines: tuple[Line, ...]) -> list[Line]:
    """Lines as the form has them; "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn A" in one line is three."""
    out: list[Line] = []
    for text, at in lines:
        if text.isupper():
            folded = fold(text)
            split = len(text) < _LONGEST_BLOCK and AUTHORITY.match(folded)
            out += _split_office(text, folded, at.start) if split else [(text, at)]
            continue
        found = _OFFICE_AND_NAME.match(text) if len(text) < _LONGEST_BLOCK else None
        folded = fold(found["office"]) if found else ""
        if found and (TITLE.match(folded) or AUTHORITY.match(folded)):
            out += _split_office(found["office"], folded, at.start)
            out.append((found["name"], Span(at.start + found.start("name"), at.end)))
        else:
            out.append((text, at))
    return out


def _split_office(text: str, folded: str, start: int) -> list[Line]:
    """ "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH": each authority, then the office."""
    cuts = [found.start() for found in _NEXT_AUTHORITY.finditer(folded)]
    last = cuts[-1] + 1 if cuts else 0
    whose = AUTHORITY.match(folded, last)
    office = _NEXT_TITLE.search(folded, whose.end()) if whose else None
    if office:
        cuts.append(office.start())
    edges = [0, *[cut + 1 for cut in cuts], len(text) + 1]
    return [(text[first : end - 1], Span(start + first, start + end - 1)) for first, end in pairwise(edges)]


def _signer(name: Line, authority: list[str], title: list[str], ending: Ending) -> Signer | None:
    found = _NAME.match(name[0].strip(" *_|✓."))
    if not found or not (authority or title):
        return None
    words = found["name"]
    written = words.title() if words.isupper() else words
    start = ending.signature[0][1].start
    office = title[0] if title else _office_of(authority)
    return Signer(written, office, "; ".join(authority) or None, Span(start, name[1].end))


def _office(words: str) -> str:
    return " ".join(words.split())


def _office_of(authority: list[str]) -> str | None:
    """ "Q. CỤC TRƯỞNG" says the office itself."""
    last = authority[-1] if authority else ""
    return last if last.upper().startswith("Q.") else None


def _is_name(words: str, folded: str) -> bool:
    found = _NAME.match(words)
    if not found or _NOT_NAMES.search(words) or _SIGNED.match(folded):
        return False
    return all(part[0].isupper() for part in found["name"].split())
