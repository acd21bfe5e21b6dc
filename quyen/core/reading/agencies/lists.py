"""Lists of units: in running text, in a table cell, in a heading."""

from __future__ import annotations

import re
from functools import lru_cache

from quyen.core.reading.agencies.names import canonical_name, field_name
from quyen.core.reading.agencies.openings import LISTED, Opening, opening_at
from quyen.core.reading.agencies.parse import FIELD_ALONE, name_end, starts_unit, unit_end
from quyen.core.types import Span, UnitName

_SEPARATOR = re.compile(r"\s?[,;]\s?(?:và\s|cùng\s|cùng\svới\s|với\s)?|\s(?:và|cùng\svới|cùng)\s|\s?[+]\s?")
_JOINTS = frozenset(",;+vc")  # what it has after a blank
_OPEN = re.compile(r"[\s\-–—•+*;,.]*+")
_SEAM = re.compile(r"[;\n()]")
_NEXT = re.compile(r"\(|,\s?(?:và\s)?|\s(?:,\s?(?:và\s)?|(?:và|cùng\svới|cùng)\s)")
_PARENTHESIS = re.compile(r"\s?\([^()]{0,200}\)")
_LIST_OF = re.compile(
    r"(?:[Cc]ác\s)?(Sở|sở|Bộ|bộ|Phòng|phòng|Sở, ngành|sở, ngành|sở, ban, ngành|Sở, ban, ngành)\s?:\s?"
)
_LIST_LENGTH = 20  # no longer is what it finds
_SHORT = re.compile(r"[A-ZĐ]{1,7}(?:\s?[&,.]\s?[A-ZĐ]{1,6}){0,3}(?!\w)")
_APPOSITION = re.compile(
    r"\s?[-–,]\s?(?:là\s)?(?:[Cc]ơ\squan|[Đđ]ơn\svị)\s(?:thường\strực|chủ\strì|đầu\smối|tham\smưu|chủ\squản)\b[^;:.]{0,120}"
)
_UPPER_HEAD = re.compile(
    r"(?:CÁC\s)?(?:SỞ|BỘ|BAN|ỦY\sBAN|UỶ\sBAN|UBND|CÔNG\sAN|VĂN\sPHÒNG|THANH\sTRA|HỘI|CỤC|CHI\sCỤC|TRUNG\sTÂM|BÁO|ĐÀI|CƠ\sQUAN|ĐƠN\sVỊ)"
    r"(?:\s(?!HÀNH|CÁO|NGHỊ)\w+|,\s(?:BAN|NGÀNH))"
)
_CELL = 160  # the longest text whose units are remembered
_LEFTOVER = re.compile(r"[\s.;:,/*]*+\Z")


def leading_units(text: str, at: int, *, small: bool = True, offset: int = 0) -> tuple[list[UnitName], int]:
    """The units listed from `at` on, and where the list ends; ([], at) where none begins there.

    The places of the units count from `offset`, the end of the list from the beginning of `text`.
    """
    opening = opening_at(text, at)
    if opening is None:
        return [], at  # so it is at most places
    return units_from(text, at, opening, small, offset)


def units_from(text: str, at: int, first: Opening, small: bool, offset: int) -> tuple[list[UnitName], int]:
    """As `leading_units`, where the word at `at` is known."""
    opening: Opening | None = first
    units: list[UnitName] = []
    end = at
    head = ""
    if first.kinds & LISTED and text.find(":", at, at + _LIST_LENGTH) > 0:
        listed = _LIST_OF.match(text, at)
        if listed and FIELD_ALONE.match(text, listed.end()):
            at, head = listed.end(), _list_head(listed)
            opening = opening_at(text, at)
    while True:
        unit, stop = _one(text, at, head, small, offset, opening)
        if unit is None:
            break
        units.append(unit)
        end = stop
        following = _following(text, stop)
        if following is None:
            break
        head = _head_of(unit.text) or head
        at = following
        opening = opening_at(text, at)
    return units, end


def _list_head(listed: re.Match[str]) -> str:
    return listed[1].split(",")[0].capitalize()


def _following(text: str, at: int) -> int | None:
    """Where the next name of a list can begin, after a note in parentheses and a comma, "và" or the like."""
    sign = text[at : at + 1]
    if sign == "(" or (sign.isspace() and text.startswith("(", at + 1)):
        at = _after_parenthesis(text, at)
        sign = text[at : at + 1]
    if sign in (",", ";", "+") or (sign.isspace() and text[at + 1 : at + 2] in _JOINTS):
        found = _SEPARATOR.match(text, at)
        return found.end() if found else None
    return None  # mostly a word of another kind follows


def _one(
    text: str, at: int, head: str, small: bool, offset: int, opening: Opening | None
) -> tuple[UnitName | None, int]:
    end = name_end(text, at, opening, small) if opening else None
    if end is not None and end > at:
        while text[end : end + 1] == "/" and (more := unit_end(text, end + 1, small=small)):
            end = more
        return _unit(text, at, end, offset), end
    alone = FIELD_ALONE.match(text, at) or _known_short(text, at) if head else None
    if alone:
        words = text[at : alone.end()]
        place = Span(offset + at, offset + alone.end())
        return UnitName(words, f"{head} {field_name(words)}", place), alone.end()
    return None, at


def _known_short(text: str, at: int) -> re.Match[str] | None:
    """An abbreviated field that stands alone in a list of departments: "Sở Tài chính, KH&CN"."""
    found = _SHORT.match(text, at)
    return found if found and field_name(found[0]) != found[0] else None


def _unit(text: str, at: int, end: int, offset: int) -> UnitName:
    words, canonical = _both_names(text[at:end])
    return UnitName(words, canonical, Span(offset + at, offset + end))


@lru_cache(maxsize=1024)
def _both_names(words: str) -> tuple[str, str]:
    words = " ".join(words.split())
    return words, canonical_name(words)


def _head_of(words: str) -> str:
    return next((head for head in ("Sở", "Bộ", "Phòng") if words == head or words.startswith(head + " ")), "")


def _after_parenthesis(text: str, at: int) -> int:
    found = _PARENTHESIS.match(text, at)
    return found.end() if found else at


def split_units(text: str, offset: int = 0) -> tuple[UnitName, ...]:
    """The units of a cell or a label's value, all of whose words belong to some unit; `at` counts from `offset`.

    Semicolons and new lines always part; a comma or "và" only where another name begins after it.
    """
    units = _split(text) if len(text) <= _CELL else _split.__wrapped__(text)
    if not offset:
        return units
    return tuple(
        UnitName(unit.text, unit.canonical, Span(unit.at.start + offset, unit.at.end + offset))
        for unit in units
    )


@lru_cache(maxsize=2048)
def _split(text: str) -> tuple[UnitName, ...]:
    """The cells of a table name the same few units row after row."""
    units: list[UnitName] = []
    start = 0
    head = ""
    for seam in [*_strong_seams(text), len(text)]:
        head = _split_piece(text[start:seam], start, head, units)
        start = seam + 1
    return tuple(unit for unit in units if len(unit.text) > 1)


def _strong_seams(text: str) -> list[int]:
    """Places of semicolons and new lines outside parentheses."""
    depth = 0
    seams = []
    for found in _SEAM.finditer(text):
        sign = found[0]
        depth = max(0, depth + (sign == "(") - (sign == ")"))
        if sign == "\n" or (sign == ";" and not depth):
            seams.append(found.start())
    return seams


def _split_piece(text: str, offset: int, head: str, units: list[UnitName]) -> str:
    """Adds the units of a piece without strong seams; gives the head that a following bare field takes."""
    at = _skip(text, 0)
    while at < len(text):
        listed = _LIST_OF.match(text, at) if ":" in text else None
        if listed and FIELD_ALONE.match(text, listed.end()):
            at, head = listed.end(), _list_head(listed)
        unit, end = _one(text, at, head, True, offset, opening_at(text, at))
        named = end
        end = _cell_end(text, max(end, at), bool(head))
        if end <= at:
            break
        if unit is None or end > named:
            unit = _unit(text, at, end, offset)
        head = _head_of(unit.text) or head
        units.append(unit)
        at = _skip(text, end)
    return head


def _cell_end(text: str, at: int, listed: bool) -> int:
    """The end of a unit in a cell: the next place where another unit begins, or the end."""
    while seam := _NEXT.search(text, at):
        if seam[0] == "(":
            close = text.find(")", seam.start())
            at = close + 1 if close > 0 else len(text)
            continue
        if starts_unit(text, seam.end()) or (listed and FIELD_ALONE.match(text, seam.end())):
            return seam.start()
        at = seam.start() + 1
    end = len(text)
    while end and text[end - 1] in " .;:,\n":
        end -= 1
    return end


def _skip(text: str, at: int) -> int:
    found = _OPEN.match(text, at)
    at = found.end() if found else at
    for word in ("và ", "cùng với ", "cùng "):
        if text.startswith(word, at):
            at += len(word)
    return at


def is_unit_list(text: str, offset: int = 0) -> tuple[UnitName, ...]:
    """The units of a heading that says nothing but units (a note in parentheses aside); () for any other."""
    if text.isupper():
        return split_units(text.rstrip(" :"), offset) if _UPPER_HEAD.match(text) else ()
    units, end = leading_units(text, 0, offset=offset)
    if not units:
        return ()
    rest = text[end:]
    if rest.lstrip()[:1].isalnum():
        return ()  # it goes on with words that nothing below takes away
    rest = _APPOSITION.sub("", _PARENTHESIS.sub("", rest)) if rest else ""
    return tuple(units) if _LEFTOVER.match(rest) else ()
