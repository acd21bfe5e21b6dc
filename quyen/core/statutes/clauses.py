"""The lines of one article -> its paragraphs, each with the clause or point that it belongs to.

Signs: clauses "1.", "2a.", "(1)"; points "a)", "(a)", "đ)"; below them "(i)", "i)". A clause must follow the one before, so
that a line which begins with a figure of a sentence is no clause. "(i)" is a letter after "(h)" unless "(ii)" follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quyen.core.statutes.shape import Paragraph

_CLAUSE = re.compile(
    r"(\((\d{1,3}[a-zđ]?)\)|(\d{1,3}[a-zđ]?)\.(?!\d)|(\d{1,3})(?:\)|\s?[-–](?=\s)))\s*(?=\S|$)"
)
_POINT = re.compile(r"((?:\(?([a-zđ]|[ivxl]{1,6}|[a-z]{2})\)|([a-zđ]|[ivxl]{1,6})\.(?=\s)))\s*(?=\S|$)")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})\Z")
_STEP = 3  # clauses that may be missing in a file before a figure is no clause any more


@dataclass
class _Place:
    clause: str = ""
    point: str = ""
    roman: str = ""
    seen: set[str] = field(default_factory=set)

    @property
    def tail(self) -> str:
        return ".".join(part for part in (self.clause, self.point, self.roman) if part)

    @property
    def level(self) -> int:
        return sum(1 for part in (self.clause, self.point, self.roman) if part)


def paragraphs_of(lines: Sequence[str]) -> tuple[Paragraph, ...]:
    """Empty lines are left out. No two signs give the same tail: the second of such a pair is plain text."""
    place, made = _Place(), []
    kept = [line for line in lines if line.strip()]
    ahead = [_POINT.match(line) for line in kept]
    for at, line in enumerate(kept):
        following = _label(ahead[at + 1]) if at + 1 < len(kept) else ""
        sign = _clause(line, place) or _point(ahead[at], place, following)
        if sign:
            made.append(Paragraph(line[len(sign) :].strip(), place.tail, sign.strip(), place.level))
            continue
        place.point = place.roman = ""  # what follows the points belongs to the clause again
        made.append(Paragraph(line.strip(), place.tail, "", place.level))
    return tuple(made)


def _clause(line: str, place: _Place) -> str:
    found = _CLAUSE.match(line)
    if not found:
        return ""
    number = found[2] or found[3] or found[4]
    if not _follows(place.clause, number) or number in place.seen:
        return ""
    place.clause, place.point, place.roman = number, "", ""
    place.seen.add(number)
    return found[0]


def _follows(last: str, number: str) -> bool:
    """1 first; then the next figure, one a little further, or the same one with a letter (2, 2a)."""
    before, now = _figure(last), _figure(number)
    if now == before:
        return number > last
    return before < now <= before + (_STEP if before else 1)


def _figure(number: str) -> int:
    return int(number.rstrip("abcdefghijklmnopqrstuvwxyzđ") or 0)


def _point(found: re.Match[str] | None, place: _Place, following: str) -> str:
    label = _label(found)
    if not found or (found[3] and not _goes_on(label, place)):
        return ""
    before = (place.point, place.roman)
    if _is_roman(label, place, following):
        place.roman = label
    elif len(label) == 1 or len(set(label)) == 1:
        place.point, place.roman = label, ""
    else:
        return ""
    if place.tail in place.seen:
        place.point, place.roman = before
        return ""
    place.seen.add(place.tail)
    return found[0]


def _label(found: re.Match[str] | None) -> str:
    return (found[2] or found[3]) if found else ""


def _goes_on(label: str, place: _Place) -> bool:
    """ "a." may begin a sentence: it is a sign only where it is the first one, or follows the one before."""
    return label in ("a", "i") or _is_next_letter(place.point, label) or label == _next_roman(place.roman)


def _is_roman(label: str, place: _Place, following: str) -> bool:
    if not _ROMAN.match(label):
        return False
    if place.roman:
        return not (
            len(label) == 1 and _is_next_letter(place.point, label) and label != _next_roman(place.roman)
        )
    if label != "i":
        return False
    return place.point != "h" or following == "ii"


def _is_next_letter(last: str, label: str) -> bool:
    return len(last) == 1 and last.isascii() and ord(label) == ord(last) + 1


_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def _next_roman(last: str) -> str:
    at = _ROMANS.index(last) if last in _ROMANS else len(_ROMANS)
    return _ROMANS[at + 1] if at + 1 < len(_ROMANS) else ""
