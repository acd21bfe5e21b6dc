"""Nơi nhận: the list of those a document goes to, one item a printed entry."""

from __future__ import annotations

import re

from quyen.core.reading.ending import Ending
from quyen.core.types import Fact, Span

_MARK = re.compile(r"[\s\-–—•·*+▪~]+")
_NEXT_DASH = re.compile(r"[;,.]\s?[-–•+~]\s?(?=[^\W\d_])")
_WORD = re.compile(r"\w")
_STORED = re.compile(r"(?:\W*)(?:lưu|Lưu|LƯU)\b")


def find_recipients(ending: Ending) -> tuple[Fact, ...]:
    """Entries as printed, without their dash and closing semicolon; the entry "Lưu: ..." is the last."""
    found: list[Fact] = []
    for text, at in _entries(ending):
        words = text.strip()
        opens = _MARK.match(words)
        shift = (opens.end() if opens else 0) + len(text) - len(text.lstrip())
        name = text[shift:].rstrip(" ;,:*|")
        if not name:
            continue
        fact = Fact(" ".join(name.split()), Span(at.start + shift, at.start + shift + len(name)))
        if found and _belongs(words, found[-1]):
            found[-1] = _joined(found[-1], fact)
        else:
            found.append(fact)
        if _STORED.match(words):
            break
    return tuple(found)


def _entries(ending: Ending) -> list[tuple[str, Span]]:
    """Lines, those of one paragraph with several dashes split; "Nơi nhận:" itself left out."""
    out: list[tuple[str, Span]] = []
    for text, at in ending.recipients:
        start = 0
        for found in _NEXT_DASH.finditer(text) if ";" in text[:-1] else ():
            out.append((text[start : found.start()], Span(at.start + start, at.start + found.start())))
            start = found.start() + 1
        out.append((text[start:], Span(at.start + start, at.end)))
    return [one for one in out if _WORD.search(one[0])]


def _belongs(words: str, before: Fact) -> bool:
    """A line without a dash goes on with the entry before it, as does a plus under a dash."""
    if words.startswith("+"):
        return True
    if words[:1] in "-–—•·*▪~":
        return False
    return words[:1].islower() or words.startswith("(") or before.text.endswith((",", "-"))


def _joined(first: Fact, second: Fact) -> Fact:
    return Fact(f"{first.text} {second.text}", Span(first.at.start, second.at.end))
