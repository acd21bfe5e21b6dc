"""The core human rights treaties that Viet Nam is party to, wherever a text names them.

Codes and names: the treaties' own titles as the Vietnamese translations write them.
"""

from __future__ import annotations

import re

from quyen.core.types import Fact, Span

# each by the words that only its title holds (its last ones first, which are sooner looked for), or by its code
_TREATIES: tuple[tuple[str, str, str], ...] = (
    ("ICCPR", "chinh tri", r"\b(?:quyen )?dan su(?:,)?(?: va)?(?: cac quyen)? chinh tri\b"),
    ("ICESCR", "van hoa", r"\b(?:quyen )?kinh te,? (?:va )?xa hoi(?:,| va) (?:va )?van hoa\b"),
    (
        "CEDAW",
        "phan biet",
        r"\bxoa bo (?:moi|tat ca cac|cac) hinh thuc phan biet doi xu (?:chong lai|voi|doi voi) (?:phu nu|nu gioi)",
    ),
    (
        "ICERD",
        "chung toc",
        r"\b(?:xoa bo|loai tru) (?:moi|tat ca cac|cac) hinh thuc phan biet (?:doi xu )?(?:ve )?chung toc",
    ),
    ("CRC", "tre em", r"\b(?:ve )?(?:cac )?quyen (?:cua )?tre em\b"),
    ("CRPD", "khuyet tat", r"\b(?:ve )?(?:cac )?quyen (?:cua )?(?:nhung )?nguoi khuyet tat\b"),
    ("CAT", "tra tan", r"\bchong tra tan\b"),
)
_CODE = re.compile(r"\b(ICCPR|ICESCR|CEDAW|ICERD|CERD|CRC|CRPD|CAT)\b")
_CODES = ("ICCPR", "ICESCR", "CEDAW", "CERD", "CRC", "CRPD", "CAT")
_CONVENTION = "cong uoc"
_NEAR = 40
_REACH = 170  # letters from the word "công ước" to the end of a title
_PARTED = re.compile(r"[;.()]")
_NAMES = tuple((code, last, re.compile(words)) for code, last, words in _TREATIES)


def find_treaties(text: str, folded: str) -> tuple[Fact, ...]:
    """Each treaty once, in the order of first mention; `text` of a fact is its code."""
    if _CONVENTION not in folded:  # a code alone may be anything (CRC, CAT)
        return ()
    first: dict[str, Span] = {}
    place = folded.find(_CONVENTION)
    while place >= 0:
        for code, last, words in _NAMES:
            if code in first or folded.find(last, place, place + _REACH) < 0:
                continue
            if at := _named(folded, place, words):
                first[code] = at
        place = folded.find(_CONVENTION, place + 1)
    for found in _CODE.finditer(text) if any(code in text for code in _CODES) else ():
        code = "ICERD" if found[1] == "CERD" else found[1]
        if code not in first or found.start() < first[code].start:
            first[code] = Span(*found.span())
    ordered = sorted(first.items(), key=lambda item: item[1])
    return tuple(Fact(code, at) for code, at in ordered)


def _named(folded: str, convention: int, words: re.Pattern[str]) -> Span | None:
    """The first title of a treaty in the same clause after the word "công ước"."""
    start = convention + len(_CONVENTION)
    for found in words.finditer(folded, start, convention + _REACH):
        if found.start() > convention + _NEAR:
            break
        nearest = folded.rfind(_CONVENTION, convention, found.start())
        if not _PARTED.search(folded, nearest, found.start()):
            return Span(nearest, found.end())
    return None
