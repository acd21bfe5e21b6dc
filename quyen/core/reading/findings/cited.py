"""Documents cited in two ways: a number with its digits changed about, one number with two dates.

Also dates that no calendar has, and a cited document younger than the one that cites it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from quyen.core.reading.findings.symbols import well_formed
from quyen.core.reading.findings.words import Words
from quyen.core.text.dates import DATE, iso_date
from quyen.core.text.folding import fold
from quyen.core.types import Finding, Reading, Reference, Span

_TITLE_LENGTH = 160
_TITLE_END = re.compile(r"[;\n\t]|\.\s")
_SIGN = re.compile(r"[/-]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_EMPTY = """
cua ve viec cac va cho tren dia ban hanh phe duyet quy dinh trien khai thuc hien thu tuong chinh phu bo ubnd uy
nhan dan tinh thanh pho so den tai theo hoi dong
"""
_EMPTY_WORDS = frozenset(_EMPTY.split())
_CENTRAL = re.compile(r"(?:TTg|CP|TW|QH\d*|UBTVQH\d*|B[A-ZĐ]{2,8})\Z")
_ALIKE = 0.6
_MOST = 200  # more numbers with one symbol than this are a list of documents
# a day and a month that every calendar has; most dates are such
_SOUND = re.compile(r"(?:0?[1-9]|1\d|2[0-8])(?:/| tháng )(?:0?[1-9]|1[0-2])(?!\d|.{0,16}0000)", re.S)


@lru_cache(maxsize=1024)
def _parted(number: str) -> tuple[str, str, str]:
    """The number well-formed, its digits, its symbol."""
    right = well_formed(number)
    digits = _SIGN.split(right, maxsplit=1)[0]
    return right, digits, right[len(digits) :]


class _Cited:
    """A mention of a document; `number` is well-formed."""

    __slots__ = ("_title", "digits", "number", "reference", "symbol", "text")

    def __init__(self, reference: Reference, text: str) -> None:
        self.reference, self.text = reference, text
        self.number, self.digits, self.symbol = _parted(reference.number)
        self._title: frozenset[str] | None = None

    @property
    def title(self) -> frozenset[str]:
        """The telling words after the citation."""
        if self._title is None:
            rest = self.text[self.reference.at.end : self.reference.at.end + _TITLE_LENGTH]
            words = _WORD.findall(fold(_TITLE_END.split(rest, maxsplit=1)[0]))
            self._title = frozenset(words) - _EMPTY_WORDS
        return self._title

    def alike(self, other: _Cited) -> bool:
        """Whether both titles are there and share most of their words."""
        fewer = min(len(self.title), len(other.title))
        return fewer >= 3 and len(self.title & other.title) >= _ALIKE * fewer


def find_conflicts(reading: Reading, words: Words) -> Iterator[Finding]:
    cited = [_Cited(reference, reading.text) for reference in reading.citations]
    if len(cited) > 1:
        yield from _two_dates(cited)
        yield from _changed_digits(cited)
    yield from _younger(reading)
    yield from _impossible_dates(words)


# --- one number, two dates -----------------------------------------------------------------------


def _two_dates(cited: list[_Cited]) -> Iterator[Finding]:
    groups: dict[str, list[_Cited]] = {}
    for one in cited:
        if one.reference.date:
            groups.setdefault(one.number, []).append(one)
    for number, group in groups.items():
        for odd, usual in _odd_dates(group) if len(group) > 1 else ():
            message = (
                f"“{number}” ở đây ghi ngày {_shown(odd.reference.date)}, chỗ khác trong văn bản ghi ngày"
                f" {_shown(usual.reference.date)}."
            )
            yield Finding("date_conflict", message, odd.reference.at, None, 0.85)


def _odd_dates(group: list[_Cited]) -> Iterator[tuple[_Cited, _Cited]]:
    """Each mention whose date is not the one most mentions have, beside one of those."""
    dates = [str(one.reference.date) for one in group]
    usual_date = Counter(dates).most_common(1)[0][0]
    usual = group[dates.index(usual_date)]
    for one, iso in zip(group, dates, strict=True):
        if iso != usual_date and _same_paper(one, usual):
            yield one, usual


def _same_paper(one: _Cited, other: _Cited) -> bool:
    """Numbers begin anew each year and with each issuer; only then are two dates a slip."""
    if one.alike(other):
        return True
    same_year = str(one.reference.date)[:4] == str(other.reference.date)[:4]
    if not same_year:
        return False
    if _CENTRAL.search(one.symbol):
        return True
    return bool(one.reference.issuer) and one.reference.issuer == other.reference.issuer


def _shown(iso: str | None) -> str:
    year, month, day = str(iso).split("-")
    return f"{day}/{month}/{year}"


# --- digits changed about --------------------------------------------------------------------------


def _changed_digits(cited: list[_Cited]) -> Iterator[Finding]:
    groups: dict[str, dict[str, list[_Cited]]] = {}
    for one in cited:
        groups.setdefault(one.symbol, {}).setdefault(one.digits, []).append(one)
    for by_digits in groups.values():
        if not 1 < len(by_digits) <= _MOST:
            continue
        rare = [mentions[0] for mentions in by_digits.values() if len(mentions) == 1]
        for odd in rare:
            usual = next(
                (all_[0] for digits, all_ in by_digits.items() if _mistaken(odd, digits, all_)), None
            )
            if usual:
                yield _changed(odd, usual)


def _mistaken(odd: _Cited, digits: str, mentions: list[_Cited]) -> bool:
    """Whether the lone number is a slip of another that is cited more often or with its date."""
    if digits == odd.digits or len(digits) < 3:
        return False
    moved = sorted(digits) == sorted(odd.digits)
    if not moved and not _one_digit(digits, odd.digits):
        return False
    dates = {one.reference.date for one in mentions} - {None}
    if odd.reference.date and dates and odd.reference.date not in dates:
        return False
    firmer = len(mentions) > 1 or (bool(dates) and not odd.reference.date)
    alike = any(odd.alike(one) for one in mentions)
    if odd.reference.date in dates:
        return alike and (firmer or odd.reference.at.start > mentions[0].reference.at.start)
    turned = moved and (len(mentions) > 1 or _neighbours_swapped(digits, odd.digits))
    return firmer and (turned or alike)


def _neighbours_swapped(one: str, other: str) -> bool:
    """Two digits side by side stand the other way round, as fast fingers write them."""
    wrong = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1


def _one_digit(one: str, other: str) -> bool:
    """One digit is another, or one is lost."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(
        long[:place] + long[place + 1 :] == short for place in range(len(long))
    )


def _changed(odd: _Cited, usual: _Cited) -> Finding:
    printed = odd.text.find(odd.digits, odd.reference.at.start, odd.reference.at.end)
    at = Span(printed, printed + len(odd.digits)) if printed >= 0 else odd.reference.at
    message = (
        f"Số “{odd.number}” chỉ có ở đây; chỗ khác trong văn bản dẫn “{usual.number}”."
        " Có thể các chữ số bị viết nhầm."
    )
    return Finding("number_conflict", message, at, usual.digits, 0.85)


# --- dates ------------------------------------------------------------------------------------------


def _younger(reading: Reading) -> Iterator[Finding]:
    issued = reading.date.text if reading.date else None
    if not issued:
        return
    for reference in reading.citations:
        if reference.date and reference.date > issued and not _is_own(reading, reference):
            message = (
                f"Văn bản được dẫn đề ngày {_shown(reference.date)}, sau ngày ban hành của văn bản này"
                f" ({_shown(issued)})."
            )
            yield Finding("cited_later", message, reference.at, None, 0.85)


def _is_own(reading: Reading, reference: Reference) -> bool:
    if not reading.number or not reading.symbol:
        return False
    return well_formed(reference.number) == f"{reading.number.text}/{reading.symbol.text}"


def _impossible_dates(words: Words) -> Iterator[Finding]:
    for place in words.days:
        found = None if _SOUND.match(words.lower, place) else DATE.match(words.text, place)
        if found and not iso_date(found):
            yield Finding(
                "impossible_date", f"Không có ngày {found[0]} trong lịch.", Span(*found.span()), None, 0.95
            )


def check_own_date(reading: Reading, today: date | None) -> Iterator[Finding]:
    """The document's own date lies in the future."""
    if reading.date and today and reading.date.text > today.isoformat():
        message = f"Ngày ban hành {_shown(reading.date.text)} ở sau ngày hôm nay."
        yield Finding("future_date", message, reading.date.at, None, 0.8)
