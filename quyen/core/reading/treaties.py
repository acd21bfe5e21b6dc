"""The core human rights treaties that Viet Nam is party to, wherever a text names them.

Codes and names: the treaties' own titles as the Vietnamese translations write them.
"""

from __future__ import annotations

import re

from quyen.core.types import Fact, Span

# each by the words that only its title holds, or by its code
_TREATIES: tuple[tuple[str, str], ...] = (
    ("ICCPR", r"\b(?:quyen )?dan su(?:,)?(?: va)?(?: cac quyen)? chinh tri\b"),
    ("ICESCR", r"\b(?:quyen )?kinh te,? (?:va )?xa hoi(?:,| va) (?:va )?van hoa\b"),
    (
        "CEDAW",
        r"\bxoa bo (?:moi|tat ca cac|cac) hinh thuc phan biet doi xu (?:chong lai|voi|doi voi) (?:phu nu|nu gioi)",
    ),
    (
        "ICERD",
        r"\b(?:xoa bo|loai tru) (?:moi|tat ca cac|cac) hinh thuc phan biet (?:doi xu )?(?:ve )?chung toc",
    ),
    ("CRC", r"\b(?:ve )?(?:cac )?quyen (?:cua )?tre em\b"),
    ("CRPD", r"\b(?:ve )?(?:cac )?quyen (?:cua )?(?:nhung )?nguoi khuyet tat\b"),
    ("CAT", r"\bchong tra tan\b"),
)
_CODE = re.compile(r"\b(ICCPR|ICESCR|CEDAW|ICERD|CERD|CRC|CRPD|CAT)\b")
_CONVENTION = "cong uoc"
_NEAR = 40
_NAMES = tuple((code, re.compile(words)) for code, words in _TREATIES)


def find_treaties(text: str, folded: str) -> tuple[Fact, ...]:
    """Each treaty once, in the order of first mention; `text` of a fact is its code."""
    if _CONVENTION not in folded:  # a code alone may be anything (CRC, CAT)
        return ()
    first: dict[str, Span] = {}
    for code, words in _NAMES:
        for found in words.finditer(folded):
            before = folded.rfind(_CONVENTION, max(0, found.start() - _NEAR), found.start())
            if before >= 0 and not re.search(r"[;.()]", folded[before : found.start()]):
                first[code] = Span(before, found.end())
                break
    for found in _CODE.finditer(text):
        code = "ICERD" if found[1] == "CERD" else found[1]
        if code not in first or found.start() < first[code].start:
            first[code] = Span(*found.span())
    ordered = sorted(first.items(), key=lambda item: item[1])
    return tuple(Fact(code, at) for code, at in ordered)
