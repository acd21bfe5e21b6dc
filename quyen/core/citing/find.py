"""Runs of articles joined to the instrument named beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from unicodedata import is_normalized, normalize

from quyen.core.citing.known import KNOWN
from quyen.core.citing.names import Mention, Names
from quyen.core.citing.units import Run, Unit, runs
from quyen.core.text.folding import fold

_GAP = re.compile(
    r"\s*(?P<loose>,\s*|\(\s*|[-–—]\s*)?(?:(?:cua|trong|tai|thuoc|theo|of|in|under|to)\s+)?(?:the\s+(?:said\s+|(?:19|20)\d\d\s+)?|ban\s+|chinh\s+)?"
)
_GAP_BEFORE = re.compile(
    r"(?:['’]s)?\s*\)?\s*(?P<hard>[,:;]|\(|[-–—])?\s*(?:(?:tai|o|theo|trong|quy dinh tai|in|under|its|at|cu the la|nhat la|phan)\s+)*\Z"
)
_ASIDE = re.compile(r"\s?\([^()\d]{2,60}\)(?=\s+\w)")  # "Điều 12 (y tế) của Công ước"
_FAR = 24  # letters between a name and its articles
_LONGEST = 320  # letters of a name with what joins it
_KINDS = r"(?:bo luat|luat|cong uoc|hien phap|tuyen ngon|nghi dinh|phap lenh|nghi quyet|thong tu)"
_EN_KINDS = r"(?:covenant|convention|declaration|constitution|law|code|act|protocol)"
_OWN = re.compile(
    rf"\s*,?\s*(?:(?:cua|trong|tai|of|in|under)\s+)?(?:{_KINDS}\s+nay|(?:the present|this)\s+{_EN_KINDS})(?!\w)"
)
_THIS_ARTICLE = re.compile(r"\s*,?\s*(?:(?:cua|of|in)\s+)?(?:dieu nay|(?:the present|this)\s+article)(?!\w)")
_OF_ANOTHER = re.compile(
    rf"\s*(?:,\s*)?(?:(?:cua|thuoc|trong|tai|of|in|to)\s+(?:the\s+)?(?!dieu|khoan|article)\w|{_KINDS}(?!\w)|quyet dinh|ke hoach|quy dinh so)"
)
_BUILT_IN = Names(KNOWN)
_ETH = {0xD0: "Đ", 0xF0: "đ"}  # the Icelandic letters that old Vietnamese pages have instead
_LETTER = re.compile(r"(?s:.)[\u0300-\u036f]*")
_WIDE = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True)
class Cited:
    """One provision that the words from `start` to `end` cite. `article` "19"; `clause` "2" and `point` "a" or "b.ii" may be
    empty; `through`: the last article of "Điều 6 đến Điều 9"."""

    start: int
    end: int
    code: str
    article: str
    clause: str = ""
    point: str = ""
    through: str = ""

    @property
    def path(self) -> str:
        """As provisions are addressed: "19.2.a"."""
        return ".".join(part for part in (self.article, self.clause, self.point) if part)

    @property
    def articles(self) -> tuple[str, ...]:
        """All articles of a range of at most a hundred; else the one."""
        if not (self.article.isdigit() and self.through.isdigit()):
            return (self.article,)
        first, last = int(self.article), int(self.through)
        return (
            tuple(str(one) for one in range(first, last + 1))
            if last - first <= 100
            else (self.article, self.through)
        )


@dataclass(frozen=True, slots=True)
class Here:
    """Where the text stands: the instrument and the article that it is part of."""

    code: str
    article: str = ""


def find_citations(text: str, names: Names | None = None, here: Here | None = None) -> tuple[Cited, ...]:
    """In order of place, none over another. Letters may be composed or not: what is pasted into a page often is not."""
    if is_normalized("NFC", text):
        return _in_order(text, names, here)
    return _in_pieces(text, names, here)


def _in_order(text: str, names: Names | None, here: Here | None) -> tuple[Cited, ...]:
    even, places = squeezed(text)
    made = _found(even, fold(even.translate(_ETH)), names or _BUILT_IN, here)
    if places is None:
        return made
    return tuple(replace(one, start=places[one.start], end=places[one.end - 1] + 1) for one in made)


def _in_pieces(text: str, names: Names | None, here: Here | None) -> tuple[Cited, ...]:
    """The same for a text whose letters are parted from their marks: each is composed, and its place kept."""
    spans = [found.span() for found in _LETTER.finditer(text)]
    whole, firsts, lasts = [], [], []
    for start, end in spans:
        made = normalize("NFC", text[start:end]) if end - start > 1 else text[start]
        whole.append(made)
        firsts += [start] * len(made)
        lasts += [end] * len(made)
    return tuple(
        replace(one, start=firsts[one.start], end=lasts[one.end - 1])
        for one in _in_order("".join(whole), names, here)
    )


def squeezed(text: str) -> tuple[str, list[int] | None]:
    """One sign of white space between words, and a sign that is none where a paragraph ends, so that no pattern tries
    many ways through a gap; with the place of each sign in the text, None where all kept theirs."""
    if not _WIDE.search(text):
        return text, None
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for gap in _WIDE.finditer(text):
        pieces += (text[at : gap.start()], "\0" if gap[0].count("\n") > 1 else " ")
        places += (*range(at, gap.start()), gap.start())
        at = gap.end()
    pieces.append(text[at:])
    places += range(at, len(text))
    return "".join(pieces), places


def _found(text: str, folded: str, names: Names, here: Here | None) -> tuple[Cited, ...]:
    found = list(runs(folded))
    if not found:
        return ()
    mentions = [
        one for start, end in _around(found, len(folded)) for one in names.mentions(text, folded, start, end)
    ]
    ends = [one.end for one in mentions]
    taken: set[int] = set()
    made: list[Cited] = []
    for run in found:
        made += _cited(text, folded, run, mentions, ends, taken, here)
    return tuple(made)


def _around(found: list[Run], size: int) -> Iterator[tuple[int, int]]:
    """The stretches in which a name could stand beside a run: looking for names is the dear part."""
    start, end = -1, -1
    for run in found:
        first, last = max(0, run.start - _LONGEST), min(size, run.end + _LONGEST)
        if first <= end:
            end = last
            continue
        if end >= 0:
            yield start, end
        start, end = first, last
    yield start, end


def _cited(
    text: str,
    folded: str,
    run: Run,
    mentions: list[Mention],
    ends: list[int],
    taken: set[int],
    here: Here | None,
) -> list[Cited]:
    after, loose = _named_after(folded, run.end, mentions)
    before = _named_before(folded, run.start, mentions, ends, taken)
    if before is not None and (after is None or loose) and run.units[0].article:
        taken.add(before.end)
        return _units(text, run, before.code, start=_opening(folded, before, run))
    if after is not None and run.units[0].article:
        taken.add(after.end)
        return _units(text, run, after.code, end=after.end)
    return _own(text, folded, run, here) if here else []


def _named_after(folded: str, end: int, mentions: list[Mention]) -> tuple[Mention | None, bool]:
    """The name right after a run, and whether only a comma or bracket joins them."""
    aside = _ASIDE.match(folded, end)
    for close in (end, aside.end()) if aside else (end,):
        gap = _GAP.match(folded, close)
        at = gap.end() if gap else -1
        place = bisect_left(mentions, at, key=lambda one: one.start)
        if gap and place < len(mentions) and mentions[place].start == at:
            return mentions[place], gap["loose"] is not None
    return None, False


def _named_before(
    folded: str, start: int, mentions: list[Mention], ends: list[int], taken: set[int]
) -> Mention | None:
    place = bisect_left(ends, start + 1) - 1
    if place < 0 or ends[place] in taken or start - ends[place] > _FAR:
        return None
    return mentions[place] if _GAP_BEFORE.match(folded[ends[place] : start]) else None


def _opening(folded: str, before: Mention, run: Run) -> int:
    """The name belongs to the link unless a bracket parts them."""
    return run.start if {"(", ")"} & set(folded[before.end : run.start]) else before.start


def _own(text: str, folded: str, run: Run, here: Here) -> list[Cited]:
    """Within the text of an instrument: its own articles, and clauses of the very article."""
    first = run.units[0]
    if not first.article:
        found = _THIS_ARTICLE.match(folded, run.end)
        return (
            _units(text, run, here.code, end=found.end(), article=here.article)
            if found and here.article
            else []
        )
    if found := _OWN.match(folded, run.end):
        return _units(text, run, here.code, end=found.end())
    return [] if _OF_ANOTHER.match(folded, run.end) else _units(text, run, here.code)


def _units(
    text: str, run: Run, code: str, *, start: int | None = None, end: int | None = None, article: str = ""
) -> list[Cited]:
    """The name's words go to the first or the last of the units."""
    made = [_one(text, unit, code, article) for unit in run.units]
    first, last = made[0], made[-1]
    if start is not None:
        made[0] = Cited(start, first.end, code, first.article, first.clause, first.point, first.through)
    if end is not None:
        last = made[-1]
        made[-1] = Cited(last.start, end, code, last.article, last.clause, last.point, last.through)
    return made


def _one(text: str, unit: Unit, code: str, article: str) -> Cited:
    """Letters as the text has them: a "đ" is no "d"."""
    point, number = unit.point, unit.article or article
    if unit.letter_at >= 0 and point:
        point = text[unit.letter_at].lower() + point[1:]
    if unit.letter_before >= 0 and unit.article:
        number = unit.article[:-1] + text[unit.letter_before].lower()
    return Cited(unit.start, unit.end, code, number, unit.clause, point, unit.through)
