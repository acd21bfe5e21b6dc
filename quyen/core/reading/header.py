"""Number, symbol, date, issuer, type, subject and period of a document, from its head.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, part II. A text without a head is read by `news`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quyen.core.reading.citations import REFERENCE, tidy_number
from quyen.core.reading.head_lines import Head, Line
from quyen.core.reading.issuer import find_issuer
from quyen.core.text.abbreviations import type_of_symbol
from quyen.core.text.dates import DATE, iso_date
from quyen.core.text.folding import fold
from quyen.core.types import Document, Fact, Span

_NUMBER_LABEL = re.compile(r"so(?<![^\s|]so)(?: hieu|,? ky hieu)?\s*[:.]?\s*(?=\d|\s|\Z)")
_BARE_SYMBOL = re.compile(r"[.…_\s]*/\s?(?P<symbol>[A-ZĐ][\w&]*(?:\s?[-–/]\s?[A-ZĐ][\w&]*)+)")
_PLACE_DATE = re.compile(r"[^\W\d][^\d,;:]{1,40},\s{0,3}ngày\s{0,3}", re.I)
_PLACE = 46  # letters; no place with its comma is longer
_DATE_LABEL = re.compile(r"ngay (?:ban hanh|ky)\b")
_CARRIED = re.compile(
    r"\b(ban hanh|phe duyet|thong qua)\b[\w\s,“\"-]{0,40}?\b(ke hoach|chuong trinh|de an|quy che|quy dinh|phuong an|chien luoc|huong dan)\b"
)
_SUBJECT_MARK = re.compile(r"\s*v\s?/\s?v\s*:?\s*")


@dataclass(frozen=True, slots=True)
class Header:
    number: Fact | None = None
    symbol: Fact | None = None
    date: Fact | None = None
    issuer: Fact | None = None
    doc_type: Fact | None = None
    title: Fact | None = None
    period: tuple[int, int] | None = None


def find_header(document: Document, folded: str, head: Head) -> Header:
    number, symbol = _number(head.lines)
    date = _date(head.lines)
    title = _title(document, head)
    return Header(
        number=number,
        symbol=symbol,
        date=date,
        issuer=find_issuer(document, folded, head),
        doc_type=_doc_type(head, symbol, title),
        title=title,
        period=find_period(title.text if title else "", date.text if date else None),
    )


# --- number and symbol ---------------------------------------------------------------------------


def _number(lines: tuple[Line, ...]) -> tuple[Fact | None, Fact | None]:
    """The number line: "Số: 81/KH-UBND", also broken over two lines or with a blank for the number."""
    for place, line in enumerate(lines):
        if "so" not in line.folded:
            continue
        label = _NUMBER_LABEL.search(line.folded)
        if not label or not _opens_line(line.text[: max(0, label.start() - 1)]):
            continue
        after = label.end()
        found = REFERENCE.search(line.text, after)
        if found and not line.text[after : found.start()].strip(' :.-|\t"'):
            return _split_number(line, found)
        bare = _BARE_SYMBOL.match(line.text, after)
        if bare:
            return None, Fact(_tight(bare["symbol"]), _inside(line, bare.span("symbol")))
        if not line.text[after:].strip(" :.") and place + 1 < len(lines):
            below = lines[place + 1]
            found = REFERENCE.match(below.text)
            if found:
                return _split_number(below, found)
    return None, None


def _opens_line(before: str) -> bool:
    """Nothing stands before the number but capitals of the other column; in a sentence it cites."""
    before = before.strip(" |*#")
    return not before or before.isupper() or bool(re.fullmatch(r"(?:[Ss]ố|[Ss]o)", before))


def _split_number(line: Line, found: re.Match[str]) -> tuple[Fact | None, Fact | None]:
    tidy = tidy_number(found)
    if tidy is None:
        return None, None
    number = Fact(found["number"], _inside(line, found.span("number")))
    symbol = Fact(tidy[len(number.text) + 1 :], _inside(line, (found.end("number") + 1, found.end())))
    return number, symbol


def _tight(symbol: str) -> str:
    return re.sub(r"\s", "", symbol).replace("–", "-")


def _inside(line: Line, span: tuple[int, int]) -> Span:
    return Span(line.at.start + span[0], line.at.start + span[1])


# --- date ----------------------------------------------------------------------------------------


def _date(lines: tuple[Line, ...]) -> Fact | None:
    """The day on the place-and-date line; never a day that another document was issued on."""
    labelled: Fact | None = None
    for place, line in enumerate(lines):
        if "ngay" not in line.folded:  # most lines
            continue
        for opened in _places(line):
            found = DATE.match(line.text, opened.end())
            iso = iso_date(found) if found else None
            if found and iso and not _cites(line, opened):
                return Fact(iso, _inside(line, found.span()))
        if _DATE_LABEL.search(line.folded) and labelled is None:
            labelled = _labelled_date(lines[place : place + 2])
    return labelled


def _places(line: Line) -> Iterator[re.Match[str]]:
    """The same as `_PLACE_DATE.finditer(line.text)`, looked for from the word "ngày" after a comma."""
    floor, day = 0, line.folded.find("ngay")
    while day >= 0:
        if line.text[max(0, day - 4) : day].rstrip().endswith(","):
            opened = _PLACE_DATE.search(line.text, max(floor, day - _PLACE), day + len("ngày   "))
            if opened:
                yield opened
                floor = opened.end()
        day = line.folded.find("ngay", day + 1)


def _cites(line: Line, opened: re.Match[str]) -> bool:
    """A line with a reference right before its date is a citation ("Quyết định số 5/QĐ-TTg, ngày ...")."""
    return bool(REFERENCE.search(line.text, max(0, opened.start() - 20), opened.end())) and not re.search(
        r"[^\W\d_]{2,},\s{0,3}ngày", opened[0], re.I
    )


def _labelled_date(lines: tuple[Line, ...]) -> Fact | None:
    for line in lines:
        found = DATE.search(line.text)
        iso = iso_date(found) if found else None
        if found and iso:
            return Fact(iso, _inside(line, found.span()))
    return None


# --- type, subject, period -----------------------------------------------------------------------


def _title(document: Document, head: Head) -> Fact | None:
    if head.subject:
        at = Span(head.subject[0].at.start, head.subject[-1].at.end)
        return Fact(" ".join(document.cut(at).split()), at)
    for line in head.lines:
        mark = _SUBJECT_MARK.match(line.folded)
        if mark and len(line.text) > mark.end():
            return Fact(line.text[mark.end() :].strip(), Span(line.at.start + mark.end(), line.at.end))
    return None


def _doc_type(head: Head, symbol: Fact | None, title: Fact | None) -> Fact | None:
    if head.type_name and head.type_at:
        return Fact(head.type_name + _carried(head.type_name, title), head.type_at)
    if symbol:
        return Fact(type_of_symbol(symbol.text) or "Công văn", symbol.at)
    return None


def _carried(kind: str, title: Fact | None) -> str:
    """ " (ban hành Kế hoạch)" where a decision or resolution carries a plan."""
    if kind not in ("Quyết định", "Nghị quyết") or not title:
        return ""
    found = _CARRIED.search(fold(title.text)[:160])
    if not found:
        return ""
    verb = {"ban hanh": "ban hành", "phe duyet": "phê duyệt"}.get(found[1], "thông qua")
    name = title.text[found.start(2) : found.end(2)]
    return f" ({verb} {name[0].upper()}{name[1:].lower()})"


_NOISE = re.compile(rf"{REFERENCE.pattern}|{DATE.pattern}|nhiệm kỳ \d{{4}}\s?[-–—]\s?\d{{4}}", re.I)
_STAGE = re.compile(
    r"(?:giai doan|thoi ky|cac nam|trong nam|nam|tu nam)\s(?:tu\s)?(?:nam\s)?(20\d\d)\s?(?:[-–—]|den(?: nam)?|toi)\s?(?:nam\s)?(20\d\d)"
)
_UNTIL = re.compile(r"\bden (?:het )?nam (20\d\d)")
_YEAR = re.compile(r"\bnam (20\d\d)\b")


def find_period(title: str, issued: str | None) -> tuple[int, int] | None:
    """First and last year that a subject line plans for; (2024, 2024) for "năm 2024"."""
    if "20" not in title:  # no year
        return None
    folded = fold(_NOISE.sub(" ", title))
    stage = _STAGE.search(folded)
    if stage and int(stage[1]) <= int(stage[2]):
        return int(stage[1]), int(stage[2])
    until = _UNTIL.search(folded)
    if until:
        last = int(until[1])
        first = int(issued[:4]) if issued else last
        return (first, last) if first <= last else None
    year = _YEAR.search(folded)
    return (int(year[1]), int(year[1])) if year else None
