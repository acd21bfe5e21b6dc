"""Automatic numbering as the reader of the page sees it: "1.", "a)", "II.", "-".

Counters run per abstract list, as in Word: two lists made from one definition go on counting, unless one of
them says where to start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from quyen.core.reading.formats.docx.package import W, is_on, number, value

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


@dataclass(slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None  # 1-based level after which it begins again; 0: never
    legal: bool = False  # all parts in decimals
    glued: bool = False  # no space after the label


@dataclass(slots=True)
class _List:
    """One `w:num`: its abstract list, its own levels, and the counts it must begin with."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The labels of a file, asked for paragraph by paragraph in reading order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        self._style_levels: dict[tuple[str, str], int] = {}
        if root is not None:
            self._read(root)

    def level_of_style(self, list_id: str, style: str) -> int:
        """The level that a paragraph style is tied to in a list; 0 where none is."""
        known = self._lists.get(list_id)
        return self._style_levels.get((known.abstract, style), 0) if known else 0

    def label(self, list_id: str, level: int) -> str:
        """The next label of that list and level with the space after it, "" for none. Counts on."""
        known = self._lists.get(list_id)
        if known is None or not 0 <= level < _LEVELS:
            return ""
        counts = self._advance(known, list_id, level)
        shape = known.levels.get(level, _Level())
        text = self._text(known, shape, counts, level)
        return text if not text or shape.glued else text + " "

    def _advance(self, known: _List, list_id: str, level: int) -> list[int | None]:
        counts = self._counts.setdefault(known.abstract, [None] * _LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for at, start in known.starts.items():
                counts[at] = start - 1
        current = counts[level]
        counts[level] = known.levels.get(level, _Level()).start if current is None else current + 1
        for deeper in range(level + 1, _LEVELS):
            restart = known.levels.get(deeper, _Level()).restart
            if restart is None or (restart > 0 and level < restart):
                counts[deeper] = None
        return counts

    def _text(self, known: _List, shape: _Level, counts: list[int | None], level: int) -> str:
        if shape.format == "bullet":
            return "+" if shape.text.strip() == "+" else "-"

        def shown(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            part = known.levels.get(at, _Level())
            count = counts[at] if counts[at] is not None else part.start
            kind = "decimal" if shape.legal and at != level else part.format
            return _formatted(count or 0, kind)

        return _PLACE.sub(shown, shape.text).strip()

    def _read(self, root: etree._Element) -> None:
        abstracts, links, by_style = {}, {}, {}
        for element in root.iter(W + "abstractNum"):
            name = element.get(W + "abstractNumId", "")
            abstracts[name] = {at: level for at, level in map(_level, element.iter(W + "lvl")) if at >= 0}
            self._tie_styles(name, element)
            if link := value(element.find(W + "styleLink")):
                by_style[link] = name
            if link := value(element.find(W + "numStyleLink")):
                links[name] = link
        for element in root.iter(W + "num"):
            abstract = value(element.find(W + "abstractNumId"))
            abstract = by_style.get(links.get(abstract, ""), abstract)
            known = _List(abstract, dict(abstracts.get(abstract, {})))
            _override(known, element)
            self._lists[element.get(W + "numId", "")] = known

    def _tie_styles(self, abstract: str, element: etree._Element) -> None:
        for level in element.iter(W + "lvl"):
            if style := value(level.find(W + "pStyle")):
                self._style_levels[abstract, style] = _at(level)


def _at(element: etree._Element) -> int:
    text = element.get(W + "ilvl", "")
    return int(text) if re.fullmatch(r"[0-8]", text) else -1


def _level(element: etree._Element) -> tuple[int, _Level]:
    restart = element.find(W + "lvlRestart")
    form = element.find(W + "numFmt")
    return _at(element), _Level(
        start=number(element.find(W + "start"), 1),
        format=value(form) or "decimal",
        text=value(element.find(W + "lvlText")),
        restart=None if restart is None else number(restart),
        legal=is_on(element.find(W + "isLgl")),
        glued=value(element.find(W + "suff")) == "nothing",
    )


def _override(known: _List, element: etree._Element) -> None:
    for override in element.iter(W + "lvlOverride"):
        at = _at(override)
        own = override.find(W + "lvl")
        if at >= 0 and own is not None:
            known.levels[at] = _level(own)[1]
        start = override.find(W + "startOverride")
        if at >= 0 and start is not None:
            known.starts[at] = number(start, 1)


def _formatted(count: int, kind: str) -> str:
    if kind in ("upperRoman", "lowerRoman"):
        roman = _roman(count)
        return roman if kind == "upperRoman" else roman.lower()
    if kind in ("upperLetter", "lowerLetter") and count > 0:
        letter = chr(ord("A") + (count - 1) % 26) * min((count - 1) // 26 + 1, 20)
        return letter if kind == "upperLetter" else letter.lower()
    if kind == "decimalZero":
        return f"{count:02d}"
    return "" if kind == "none" else str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    out = ""
    for worth, sign in _ROMAN:
        out += sign * (count // worth)
        count %= worth
    return out
