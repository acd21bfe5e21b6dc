"""Numbers and symbols that are not written in their form.

The form: number/TYPE-ISSUER of Nghị định 30/2020/NĐ-CP, number/year/TYPE-ISSUER of laws, decrees and circulars
(Luật Ban hành văn bản quy phạm pháp luật), number-TYPE/ISSUER of the Party. A công văn has no type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyen.core.reading.citations import REFERENCE, tidy_number
from quyen.core.text.abbreviations import TYPES, type_of_symbol
from quyen.core.types import Finding, Reading, Reference, Span

_STATE = "TTg|CP|UBND|HĐND|CTN|VPCP|UBTVQH\\d*"
_ISSUER = rf"{_STATE}|TW|TU|BCĐ|B[A-ZĐ]{{2,8}}|S[A-ZĐ]{{2,6}}"
_TYPE = "|".join(sorted((re.escape(short) for short in TYPES), key=lambda short: (-len(short), short)))
_GLUED = re.compile(rf"({_TYPE})({_ISSUER})\Z")
_SLASHED = re.compile(rf"({_TYPE})/({_STATE})\Z")
_PARTY_FORM = re.compile(rf"(\d+)-({_TYPE})/({_STATE})\Z")
_STATE_FORM = re.compile(rf"(\d+)/({_TYPE})-(TW|TU)\Z")
_NO_SLASH = re.compile(rf"số\s(\d{{1,5}})\s?-?\s?((?:{_TYPE})-(?:{_ISSUER}))(?!\w)")
_LOST_MARKS = (
    (re.compile(r"\bQD\b"), "QĐ"),
    (re.compile(r"\bND(?=-CP\b)"), "NĐ"),
    (re.compile(r"\bHDND\b"), "HĐND"),
)
_FORM = "đúng thể thức phải là"
_PARTS = re.compile(r"(\d+[^/-]*)[/-](?:((?:19|20)\d\d)/)?(.+)")
_LAW_TYPES = ("NĐ-CP", "TT-")
_YEARS_SINCE = "1997"  # decrees and circulars carry the year in their number since then
_SAME_SIGN = ({"Quy định", "Quyết định"}, {"Thông tư", "Thông tri"}, {"Kế hoạch", "Kế hoạch hành động"})


def find_malformed(reading: Reading) -> Iterator[Finding]:
    for reference in reading.citations:
        found = REFERENCE.search(reading.text, reference.at.start, reference.at.end)
        if found:
            yield from _malformed(reference, found)
    for glued in _NO_SLASH.finditer(reading.text):
        right = f"{glued[1]}/{glued[2]}"
        yield _finding(
            f"Thiếu dấu “/” sau số văn bản; {_FORM} “{right}”.", Span(glued.start(1), glued.end()), right
        )


def well_formed(number: str) -> str:
    """The number as it should be written: "1079/QĐTTg" -> "1079/QĐ-TTg"; unchanged where nothing is wrong."""
    party = _PARTY_FORM.match(number)
    if party:
        return f"{party[1]}/{party[2]}-{party[3]}"
    state = _STATE_FORM.match(number)
    if state:
        return f"{state[1]}-{state[2]}/{state[3]}"
    head, slash, symbol = number.partition("/")
    if not slash or "-" in head:
        return number
    return head + slash + _right_symbol(symbol)


def _right_symbol(symbol: str) -> str:
    year, slash, rest = symbol.partition("/")
    if year.isdecimal() and slash:
        return f"{year}/{_right_symbol(rest)}"
    for lost, right in _LOST_MARKS:
        symbol = lost.sub(right, symbol)
    if symbol == "CTTg":  # one T stands for the end of the type and the head of the issuer
        return "CT-TTg"
    glued = _GLUED.match(symbol) or _SLASHED.match(symbol)
    return f"{glued[1]}-{glued[2]}" if glued else symbol


def _malformed(reference: Reference, found: re.Match[str]) -> Iterator[Finding]:
    printed, tidy = found[0], tidy_number(found)
    if tidy is None:
        return
    at, right = Span(*found.span()), well_formed(tidy)
    if right != tidy:
        yield _finding(f"Ký hiệu “{printed}” viết sai; {_FORM} “{right}”.", at, right)
    elif re.search(r"\s", printed):
        yield _finding("Thừa dấu cách trong số, ký hiệu văn bản.", at, tidy, 0.7)
    _digits, year, symbol = _parts(tidy)
    yield from _year(reference, printed, (year, symbol), at)
    yield from _type(reference, symbol, right, at)


def _parts(tidy: str) -> tuple[str, str, str]:
    """Digits, year ("" where there is none) and symbol."""
    parts = _PARTS.match(tidy)
    return (parts[1], parts[2] or "", parts[3]) if parts else (tidy, "", "")


def _year(reference: Reference, printed: str, parts: tuple[str, str], at: Span) -> Iterator[Finding]:
    year, symbol = parts
    issued = (reference.date or "")[:4]
    if year and issued and year != issued:
        message = f"Năm trong số hiệu ({year}) khác năm ban hành ghi kèm ({issued})."
        yield Finding("date_conflict", message, at, None, 0.8)
    lawful = symbol.startswith(_LAW_TYPES) and reference.kind in ("Nghị định", "Thông tư")
    if lawful and not year and issued >= _YEARS_SINCE:
        right = printed.replace("/", f"/{issued}/", 1)
        yield _finding(f"Số hiệu thiếu năm ban hành; {_FORM} “{right}”.", at, right, 0.7)


def _type(reference: Reference, symbol: str, right: str, at: Span) -> Iterator[Finding]:
    """The printed type and the type of the symbol are two."""
    kind = reference.kind
    named = type_of_symbol(symbol.replace("/", "-"))
    gap = at.start - reference.at.start - len(kind or "")
    if not kind or not named or kind not in TYPES.values() or gap > len(" số: "):
        return
    if kind != named and not any({kind, named} <= same for same in _SAME_SIGN) and not kind.startswith(named):
        message = f"Tên loại ghi là “{kind}” nhưng ký hiệu “{right}” là của {named.lower()}."
        yield Finding("type_conflict", message, Span(reference.at.start, at.end), None, 0.75)


def _finding(message: str, at: Span, suggestion: str, sure: float = 0.9) -> Finding:
    return Finding("malformed_symbol", message, at, suggestion, sure)
