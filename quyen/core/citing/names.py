"""The words by which instruments are named, as one pattern.

Small syntax of a name: "[a|b]" one of these or nothing, nested where needed; "[!a|b]" not before these words. A name of
capitals and figures only is an abbreviation: its capitals count ("CAT" is no "cắt"), but from four letters on small letters
do as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from quyen.core.text.folding import fold

_TOKEN = re.compile(r"\[!|\[|\]|\||\s+|[^\[\]|\s]+")
_SHORT = re.compile(r"[A-ZĐ][\wĐđ&-]{1,14}\Z")
_BEFORE_SHORT = r"(?:(?:cong uoc|tuyen ngon|bo luat|luat|convention|covenant)\s+(?:quoc te\s+)?)?"
_YEAR = re.compile(r"[\s,(]*(?:nam\s+)?((?:19|20)\d\d)(?![\d/])\)?")
_YEAR_BEFORE = re.compile(r"(?<!\w)the\s((?:19|20)\d\d)\s\Z")  # "the 1992 Constitution"
_NUMBER = re.compile(r"[\s,(]*(?:so\s*:?\s*)?(\d{1,3}/((?:19|20)\d\d)/[a-z0-9-]{2,12})\)?")
_ELSEWHERE = re.compile(
    r"\s*,?\s*(?:cua\s+)?(?:nuoc\s+)?(?:hoa ky|my|phap|duc|anh|nga|nhat ban|trung quoc|han quoc|lao|campuchia|thai lan|singapore"
    r"|philippines|indonesia|an do|uc|chau au|asean|cong hoa (?!xa hoi chu nghia viet nam)|lien bang|of (?!viet|the (?:socialist|united)))(?!\w)"
)
# "the Constitution of India"
_OF_ANOTHER_LAND = re.compile(
    r"(?<=constitution)\s+of\s+(?!viet|the\s+(?:socialist|state)|\d)[a-z]|(?<=code)\s+of\s+(?!viet|\d)[a-z]"
)
_LOWER_FROM = 4


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument: its code, the year that its name may carry, and the words that name it. `number`: "45/2019/QH14".
    `stands`: whether it is in force, so that a name without a year means it rather than one that is not."""

    code: str
    year: int | None
    words: tuple[str, ...]
    number: str = ""
    stands: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    code: str
    start: int
    end: int


class Names:
    """A table of instruments, compiled once. Of two that share a name, the year or number beside it decides; without
    one, that in force is meant, of several the later."""

    def __init__(self, table: Iterable[Named]) -> None:
        self.table = tuple(table)

    @cached_property
    def _words(self) -> dict[str, list[Named]]:
        """Pattern of each name, with those who bear it; those in force and the latest first."""
        found: dict[str, list[Named]] = {}
        for one in sorted(self.table, key=lambda one: (not one.stands, -(one.year or 0))):
            by_number = (f"[Bộ luật|Luật] [số] {one.number}",) if "/" in one.number else ()
            for words in (*one.words, *by_number, *((one.code,) if _SHORT.match(one.code) else ())):
                bearers = found.setdefault(_pattern(words), [])
                if one not in bearers:
                    bearers.append(one)
        return found

    @cached_property
    def _compiled(self) -> tuple[re.Pattern[str], list[list[Named]], list[str]]:
        """One alternative a name, the longest first; the number of the group tells which."""
        ordered = sorted(self._words.items(), key=lambda item: -len(item[0]))
        pattern = "|".join(f"({words})" for words, _ in ordered) or r"(?!)"
        return (
            re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"),
            [who for _, who in ordered],
            [w for w, _ in ordered],
        )

    @cached_property
    def _abbreviations(self) -> dict[str, str]:
        """Folded abbreviation -> as it must be written."""
        return {fold(w): w for one in self.table for w in (*one.words, one.code) if _SHORT.match(w)}

    def mentions(self, text: str, folded: str, start: int, end: int) -> Iterator[Mention]:
        """Every name in a stretch of the text, in order, none over another, with the year or number that belongs to it."""
        pattern, bearers, _ = self._compiled
        for found in pattern.finditer(folded, start, end):
            if found.lastindex is None or not self._written_right(text, folded, found):
                continue
            one, close = _meant(
                _dated(bearers[found.lastindex - 1], folded, found.start()), folded, found.end()
            )
            if one and not (
                _ELSEWHERE.match(folded, found.end()) or _OF_ANOTHER_LAND.match(folded, found.end())
            ):
                yield Mention(one.code, found.start(), close)

    def _written_right(self, text: str, folded: str, found: re.Match[str]) -> bool:
        """An abbreviation in its capitals, or a longer one all in small letters."""
        words = folded[found.start() : found.end()].split()
        as_written = self._abbreviations.get(words[-1]) if words else None
        if as_written is None or not (as_written[1:2].isupper() or as_written[-1].isdigit()):
            return True
        given = text[found.end() - len(words[-1]) : found.end()]
        return (
            given == as_written
            or given == given.upper() == as_written.upper()
            or (len(as_written) >= _LOWER_FROM and given == given.lower())
        )


def _dated(bearers: list[Named], folded: str, start: int) -> list[Named]:
    """Those of the year before an English name, where there is one."""
    found = _YEAR_BEFORE.search(folded[max(0, start - 10) : start])
    return [one for one in bearers if one.year == int(found[1])] if found else bearers


def _meant(bearers: list[Named], folded: str, end: int) -> tuple[Named | None, int]:
    """Which of them the year or number after a name means; None where it is of none of them."""
    if not bearers:
        return None, end
    if found := _NUMBER.match(folded, end):
        same = [
            one
            for one in bearers
            if fold(one.number) == found[1] or (not one.number and str(one.year) == found[2])
        ]
        return (same[0] if same else None), found.end()
    if found := _YEAR.match(folded, end):
        dated = [one for one in bearers if one.year == int(found[1]) or one.year is None]
        close = found.end() if folded[found.end() - 1] != ")" or "(" in found[0] else found.end() - 1
        return (dated[0] if dated else None), close
    return bearers[0], end


def _pattern(words: str) -> str:
    """The small syntax -> a pattern for folded text."""
    pieces: list[str] = []
    closers: list[str] = []
    for sign in _TOKEN.findall(words):
        if sign in ("[", "[!"):
            pieces.append(r"(?:" if sign == "[" else r"(?!\s?(?:")
            closers.append(r")?" if sign == "[" else r"))")
        elif sign == "]":
            pieces.append(closers.pop() if closers else r"\]")
        elif sign == "|" and closers:
            pieces.append("|")
        elif sign.isspace():
            pieces.append(r"\s?")  # white space was squeezed: never two in a row
        else:
            pieces.append(re.escape(fold(sign)))
    pieces += reversed(closers)  # a bracket that somebody forgot to close
    made = "".join(pieces)
    return _BEFORE_SHORT + made if _SHORT.match(words) else made
