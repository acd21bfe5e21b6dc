"""Numbers and symbols that are not written in their form.

The form: number/TYPE-ISSUER of Nghị định 30/2020/NĐ-CP, number/year/TYPE-ISSUER of laws, decrees and circulars
(Luật Ban hành văn bản quy phạm pháp luật), number-TYPE/ISSUER of the Party. A công văn has no type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from quyen.core.reading.citations import REFERENCE, tidy_number
from quyen.core.reading.findings.words import Words
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
_ENDS = " ,;("
_FARTHEST = max(map(len, TYPES)) + 4  # letters from the hyphen of a symbol back to its number
_SPACES = b" \n-"
_LEADS = frozenset(("", " ", " số ", " số: "))  # between a type and its number
_SAME_SIGN = ({"Quy định", "Quyết định"}, {"Thông tư", "Thông tri"}, {"Kế hoạch", "Kế hoạch hành động"})


class _Number(NamedTuple):
    """A number without stray spaces, as it should be written, its year and symbol, the type that the symbol names."""

    right: str
    year: str
    symbol: str
    named: str | None


def find_malformed(reading: Reading, words: Words) -> Iterator[Finding]:
    for reference in reading.citations:
        at = _place(reading.text, reference)
        if at:
            yield from _malformed(reference, reading.text[at.start : at.end], reference.number, at)
            continue
        found = REFERENCE.search(reading.text, reference.at.start, reference.at.end)
        tidy = tidy_number(found) if found else None
        if found and tidy:
            yield from _malformed(reference, found[0], tidy, Span(*found.span()))
    if _lacks_slash(words):
        yield from _without_slash(reading.text)


def _place(text: str, reference: Reference) -> Span | None:
    """Where a number stands that is printed as it was read; None where that is not plain at once."""
    opens = reference.at.start + len(reference.kind or "")
    start = text.find(reference.number, opens, reference.at.end)
    end = start + len(reference.number)
    if start < 0 or text[opens:start] not in _LEADS:
        return None
    follows = text[end : min(end + 2, reference.at.end)]
    ends = not follows or (follows[0] in _ENDS and follows[1:] not in ("-", "–"))
    return Span(start, end) if ends else None


def _lacks_slash(words: Words) -> bool:
    """Whether a symbol may stand without the slash after its number: letters and a hyphen after a figure."""
    if words.foreign:
        return True
    kinds = words.kinds
    for place in words.kinds_at(b"a-a"):
        before = kinds[max(place - _FARTHEST, 0) : place + 1].rstrip(b"a")
        if before[-1:] != b"/" and before.rstrip(_SPACES).endswith(b"0"):
            return True
    return False


def _without_slash(text: str) -> Iterator[Finding]:
    for glued in _NO_SLASH.finditer(text):
        right = f"{glued[1]}/{glued[2]}"
        message = f"Thiếu dấu “/” sau số văn bản; {_FORM} “{right}”."
        yield _finding(message, Span(glued.start(1), glued.end()), right)


@lru_cache(maxsize=1024)
def _number(tidy: str) -> _Number:
    parts = _PARTS.match(tidy)
    year, symbol = (parts[2] or "", parts[3]) if parts else ("", "")
    return _Number(well_formed(tidy), year, symbol, type_of_symbol(symbol.replace("/", "-")))


@lru_cache(maxsize=1024)
def well_formed(number: str) -> str:
    """The number as it should be written: "1079/QĐTTg" -> "1079/QĐ-TTg"; unchanged where nothing is wrong."""
    head, slash, symbol = number.partition("/")
    party = _PARTY_FORM.match(number) if "-" in head else None
    if party:
        return f"{party[1]}/{party[2]}-{party[3]}"
    state = _STATE_FORM.match(number) if number.endswith(("TW", "TU")) else None
    if state:
        return f"{state[1]}-{state[2]}/{state[3]}"
    if not slash or "-" in head:
        return number
    return head + slash + _right_symbol(symbol)


def _right_symbol(symbol: str) -> str:
    year, slash, rest = symbol.partition("/")
    if year.isdecimal() and slash:
        return f"{year}/{_right_symbol(rest)}"
    for lost, right in _LOST_MARKS if "D" in symbol else ():
        symbol = lost.sub(right, symbol)
    if symbol == "CTTg":  # one T stands for the end of the type and the head of the issuer
        return "CT-TTg"
    glued = None if "-" in symbol else _GLUED.match(symbol) or _SLASHED.match(symbol)
    return f"{glued[1]}-{glued[2]}" if glued else symbol


def _malformed(reference: Reference, printed: str, tidy: str, at: Span) -> Iterator[Finding]:
    number = _number(tidy)
    if number.right != tidy:
        yield _finding(f"Ký hiệu “{printed}” viết sai; {_FORM} “{number.right}”.", at, number.right)
    elif printed != tidy and re.search(r"\s", printed):
        yield _finding("Thừa dấu cách trong số, ký hiệu văn bản.", at, tidy, 0.7)
    yield from _year(reference, printed, number, at)
    if reference.kind != number.named:
        yield from _type(reference, number, at)


def _year(reference: Reference, printed: str, number: _Number, at: Span) -> Iterator[Finding]:
    issued = (reference.date or "")[:4]
    if number.year and issued and number.year != issued:
        message = f"Năm trong số hiệu ({number.year}) khác năm ban hành ghi kèm ({issued})."
        yield Finding("date_conflict", message, at, None, 0.8)
    lawful = reference.kind in ("Nghị định", "Thông tư") and number.symbol.startswith(_LAW_TYPES)
    if lawful and not number.year and issued >= _YEARS_SINCE:
        right = printed.replace("/", f"/{issued}/", 1)
        yield _finding(f"Số hiệu thiếu năm ban hành; {_FORM} “{right}”.", at, right, 0.7)


def _type(reference: Reference, number: _Number, at: Span) -> Iterator[Finding]:
    """The printed type and the type of the symbol are two."""
    kind, named = reference.kind, number.named
    gap = at.start - reference.at.start - len(kind or "")
    if not kind or not named or kind not in TYPES.values() or gap > len(" số: "):
        return
    if kind.startswith(named) or any({kind, named} <= same for same in _SAME_SIGN):
        return
    message = f"Tên loại ghi là “{kind}” nhưng ký hiệu “{number.right}” là của {named.lower()}."
    yield Finding("type_conflict", message, Span(reference.at.start, at.end), None, 0.75)


def _finding(message: str, at: Span, suggestion: str, sure: float = 0.9) -> Finding:
    return Finding("malformed_symbol", message, at, suggestion, sure)
