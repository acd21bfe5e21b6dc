"""Runs of articles in a text: "điểm a khoản 2 Điều 20 và Điều 31", "Articles 6, 7 and 9(1)". What they are articles of is not
asked here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_WORD = {
    "article": r"(?:(?:cac\s+)?dieu(?:\s+(?:so|thu))?|articles?|arts?\.?|(?<!\w)d\.|(?<!\w)d(?=\d))(?=\s*\d)",
    "clause": r"(?:(?:cac\s+)?khoan|paragraphs?|paras?\.?|§)(?=\s*\(?\d)",
    "point": r"(?:(?:cac\s+)?diem|sub-?\s?paragraphs?|points?)(?=\s*\(?[a-z]\b)",
}
_OPENER = re.compile("|".join(rf"(?P<{kind}>(?<!\w){words})" for kind, words in _WORD.items()))
_NUMBER = re.compile(r"\s*(\d{1,4}[a-z]?)(?![\w/]|[.,]\d{3})")
_INDEX = re.compile(r"\s*\(?(\d{1,3}[a-z]?)\)?(?![\w/])")
_LETTER = re.compile(r"\s*(?:\(([a-z])\)|([a-z])\)?)(?!\w)")
_INSIDE = re.compile(r"\s?\(\s*(\d{1,3}|[a-z]|[ivx]{1,5})\s*\)|\.(\d{1,2}|[a-z])(?!\w)")
_AGAIN = re.compile(r"\s?\(\s*(\d{1,3}|[a-z])\s*\)")
# "8 (paragraphs 1 and 2)", "31 (khoản 4)"
_IN_BRACKETS = re.compile(
    r"\s?\(\s*(?:paragraphs?|paras?\.?|cac khoan|khoan)\s*(\d{1,3})"
    r"((?:\s*(?:,|and|va|-|–)\s*(?:(?:paragraphs?|paras?\.?|khoan)\s*)?\d{1,3})*)\s*\)"
)
_DIGITS = re.compile(r"\d{1,3}")
_JOINT = re.compile(r"\s*(?:,\s*(?:va|and|or|hoac)(?!\w)|[,;&]|(?:va|and|or|hoac|cung voi)(?!\w))\s*")
_SPAN = re.compile(r"\s*(?:[-–—]|(?:den|toi|to|through)(?!\w))\s*(?:het\s+)?")
_ASIDE = re.compile(r"\s?\([^()\d]{2,60}\)(?=\s*[,;]|\s+\w)")  # "Điều 10 (giáo dục) và Điều 12 (y tế)"
_OF = re.compile(r"\s*,?\s*(?:(?:cua|thuoc|tai|of|in)\s+)?(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class Unit:
    """One article, clause or point; `through`: the last article of a range that begins with this one. Values are as
    folded; `letter_at` is where the point's letter stands, for "đ" folds to "d"."""

    start: int
    end: int
    article: str = ""
    clause: str = ""
    point: str = ""
    through: str = ""
    letter_at: int = -1
    letter_before: int = -1  # where the letter of "12đ" stands


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring units that share one name; `start` and `end` reach over all of them."""

    start: int
    end: int
    units: tuple[Unit, ...]


def runs(folded: str) -> Iterator[Run]:
    """Every run, in order; those with clauses only (`article` empty) are given too: "khoản 1 Điều này"."""
    floor = 0
    for opener in _OPENER.finditer(folded):
        if opener.start() < floor:
            continue
        units, end = _several(folded, opener.start())
        if units and (units[0].article or units[0].clause):
            yield Run(units[0].start, end, tuple(units))
            floor = end


def _several(folded: str, start: int) -> tuple[list[Unit], int]:
    made, end = _one(folded, start)
    while made:
        aside = _ASIDE.match(folded, end)
        close = aside.end() if aside else end
        spanned = _SPAN.match(folded, close)
        joint = spanned or _JOINT.match(folded, close)
        at = joint.end() if joint else -1
        if joint is None or not _OPENER.match(folded, at):
            return made, end
        more, further = _one(folded, at)
        if not more:
            return made, end
        if spanned and len(more) == 1 and not more[0].clause and not made[-1].clause:
            made[-1] = replace(made[-1], through=more[0].article, end=further)
        else:
            made = [*_lent(made, more[0]), *more]
        end = further
    return made, end


def _lent(made: list[Unit], next_one: Unit) -> list[Unit]:
    """ "khoản 1 và khoản 2 Điều 14", "điểm a và điểm b khoản 1 Điều 38": what has no article, or no clause, yet is of the
    next one's."""
    article, letter = next_one.article, next_one.letter_before
    return [
        one
        if one.article
        else replace(one, article=article, clause=one.clause or next_one.clause, letter_before=letter)
        for one in made
    ]


def _one(folded: str, start: int) -> tuple[list[Unit], int]:
    """Points, clauses and articles in either order, as far as they belong together."""
    at = start
    points: list[Unit] = []
    clauses: list[Unit] = []
    opener = _OPENER.match(folded, at)
    if opener and opener.lastgroup == "point":
        points, at = _list(folded, opener, "point")
        opener = _next(folded, at, ("clause", "article"))
    if opener and opener.lastgroup == "clause":
        clauses, at = _list(folded, opener, "clause")
        opener = _next(folded, at, ("article",)) or _points_between(folded, at, bool(points))
        if opener and opener.lastgroup == "point":  # "khoản 3, điểm a, Điều 11"
            points, at = _list(folded, opener, "point")
            opener = _next(folded, at, ("article",))
    if opener is None or opener.lastgroup != "article":
        return _below_only(start, points, clauses, at), at
    articles, at = _list(folded, opener, "article")
    if not articles:
        return [], at
    if not points and not clauses:
        return _with_what_follows(folded, articles, at)
    return _shared(start, points, clauses, articles, at), at


def _points_between(folded: str, at: int, have_points: bool) -> re.Match[str] | None:
    return None if have_points else _next(folded, at, ("point",))


def _next(folded: str, at: int, kinds: tuple[str, ...]) -> re.Match[str] | None:
    of = _OF.match(folded, at)
    found = _OPENER.match(folded, of.end() if of else at)
    return found if found and found.lastgroup in kinds else None


def _below_only(start: int, points: list[Unit], clauses: list[Unit], end: int) -> list[Unit]:
    """Without an article yet: "khoản 1", "điểm a"; the next one may lend it."""
    return _shared(start, points, clauses, [Unit(start, end)], end) if points or clauses else []


def _shared(
    start: int, points: list[Unit], clauses: list[Unit], articles: list[Unit], end: int
) -> list[Unit]:
    """Points of a clause of an article: the last of each belongs to the next word; where several, each is one unit.
    The words of the higher ones go to the last unit."""
    article, others = articles[0], articles[1:]
    clause = clauses[0] if clauses else Unit(start, end)
    low = points or clauses
    made = []
    for one in low:
        made.append(
            Unit(
                one.start, one.end, article.article, one.clause or clause.clause or article.clause, one.point, "",
                one.letter_at, article.letter_before,
            )
        )  # fmt: skip
    made += [
        replace(made[-1], start=one.start, end=one.end, clause=one.clause, point="", letter_at=-1)
        for one in (clauses[1:] if points else [])
    ]
    made[0] = replace(made[0], start=start)
    made[-1] = replace(made[-1], end=article.end)
    return [*made, *others]


def _with_what_follows(folded: str, articles: list[Unit], end: int) -> tuple[list[Unit], int]:
    """ "Điều 20 khoản 2 điểm a", "article 19, paragraph 2": belongs to the last article."""
    opener = _next(folded, end, ("clause", "point"))
    if opener is None:
        return articles, end
    low, at = _list(folded, opener, str(opener.lastgroup))
    if not low:
        return articles, end
    last = articles[-1]
    deeper = _next(folded, at, ("point",)) if opener.lastgroup == "clause" else None
    points, further = _list(folded, deeper, "point") if deeper else ([], at)
    if points and _next(folded, further, ("clause", "article")):
        points = []  # they open the next one: "Điều 5, điểm a khoản 2 Điều 6"
    if _next(folded, at, ("article",)) and not points:
        return articles, end  # "Điều 5, khoản 2 Điều 6"
    at = further if points else at
    made = [
        replace(
            last,
            start=one.start,
            end=one.end,
            clause=one.clause or last.clause,
            point=one.point,
            letter_at=one.letter_at,
        )
        for one in low
    ]
    if points:
        made[-1:] = [
            replace(made[-1], start=one.start, end=one.end, point=one.point, letter_at=one.letter_at)
            for one in points
        ]
    made[0] = replace(made[0], start=last.start)
    return [*articles[:-1], *made], at


def _list(folded: str, opener: re.Match[str], kind: str) -> tuple[list[Unit], int]:
    """ "Điều 6, 7 và 9", "khoản 1, 2", "điểm a, b": the word and what is counted after it."""
    read = {"article": _article, "clause": _clause, "point": _point}[kind]
    first = read(folded, opener.end(), opener.start())
    if first is None:
        return [], opener.start()
    made = _spread(folded, first)
    while True:
        spanned = _SPAN.match(folded, made[-1].end) if kind == "article" and not made[-1].clause else None
        joint = spanned or _JOINT.match(folded, made[-1].end)
        one = read(folded, joint.end(), joint.end()) if joint else None
        if one is None and joint and kind == "article":
            one = _once_more(folded, joint.end(), made[-1])
        if one is None:
            return made, made[-1].end
        if spanned and _is_after(made[-1].article, one.article):
            made[-1] = replace(made[-1], through=one.article, end=one.end)
        elif spanned:
            return made, made[-1].end
        else:
            made += _spread(folded, one)


def _spread(folded: str, unit: Unit) -> list[Unit]:
    """ "Điều 2 (khoản 1 và khoản 3)": each clause; a range stays with the article."""
    found = _IN_BRACKETS.search(folded, unit.start, unit.end)
    if not found or not found[2] or unit.clause or found.end() != unit.end or {"-", "–"} & set(found[2]):
        return [unit]
    numbers = list(_DIGITS.finditer(folded, found.start(1), unit.end))
    made = [replace(unit, start=one.start(), end=one.end(), clause=one[0]) for one in numbers]
    made[0] = replace(made[0], start=unit.start)
    made[-1] = replace(made[-1], end=unit.end)
    return made


def _once_more(folded: str, at: int, last: Unit) -> Unit | None:
    """ "article 6(1) and (2)": the same article, another clause; "2(a) and (b)": another point."""
    found = _AGAIN.match(folded, at)
    if not found or not (last.clause or last.point):
        return None
    if found[1].isdigit():
        return replace(last, start=at, end=found.end(), clause=found[1], point="", letter_at=-1)
    if not last.point:
        return None
    return replace(last, start=at, end=found.end(), point=found[1], letter_at=found.start(1))


def _is_after(first: str, last: str) -> bool:
    return int(re.sub(r"\D", "", last)) > int(re.sub(r"\D", "", first))


def _article(folded: str, at: int, start: int) -> Unit | None:
    found = _NUMBER.match(folded, at)
    if not found:
        return None
    made = Unit(start, found.end(), found[1].lstrip("0") or "0", letter_before=_letter_place(found))
    if inside := _IN_BRACKETS.match(folded, made.end):
        return replace(made, clause="" if inside[2] else inside[1], end=inside.end())
    while inside := _INSIDE.match(folded, made.end):
        low = inside[1] or inside[2]
        if low.isdigit():
            if made.clause or made.point:
                break
            made = replace(made, clause=low, end=inside.end())
        elif made.point and len(low) == 1 and low not in "ivx":
            break
        else:
            point = f"{made.point}.{low}" if made.point else low
            made = replace(
                made, point=point, end=inside.end(), letter_at=inside.start(1) if not made.point else -1
            )
    return made


def _letter_place(found: re.Match[str]) -> int:
    return found.end(1) - 1 if not found[1].isdigit() else -1


def _clause(folded: str, at: int, start: int) -> Unit | None:
    found = _INDEX.match(folded, at)
    if not found:
        return None
    made = Unit(start, found.end(), clause=found[1])
    inside = _INSIDE.match(folded, made.end)
    if inside and inside[1] and inside[1].isalpha():
        made = replace(made, point=inside[1], end=inside.end(), letter_at=inside.start(1))
    return made


def _point(folded: str, at: int, start: int) -> Unit | None:
    found = _LETTER.match(folded, at)
    if not found:
        return None
    group = 1 if found[1] else 2
    return Unit(start, found.end(), point=found[group], letter_at=found.start(group))
