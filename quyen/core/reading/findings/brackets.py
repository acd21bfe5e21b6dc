"""Brackets and quotes without their pair, within one paragraph or cell."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from quyen.core.reading.findings.words import places_of
from quyen.core.types import Document, Finding, Span, Table

_LIST_SIGN = re.compile(r"(?:\A|[\s;:,.“(/\-])(?:\d{1,2}(?:\.\d{1,2})*|[a-zđivxA-ZĐIVX]{1,4})\Z")
_LIST_LETTERS = frozenset(string.ascii_letters + "đĐ")
_LIST_SIGNS = _LIST_LETTERS | frozenset(string.digits)
_BEFORE_LIST_SIGN = frozenset(" \n\t;:,.“(/-")
_BREAK = re.compile(r"[\n\t]")
_BROKEN = 200  # characters that a bracket over a broken line of a heading may hold
_CLOSES = {")": "(", "]": "[", "”": "“"}
_NAMES = {"(": "ngoặc đơn", "[": "ngoặc vuông", "“": "ngoặc kép", '"': "ngoặc kép"}


def find_unpaired(document: Document) -> Iterator[Finding]:
    """A quote that another paragraph closes is left alone."""
    text = document.text
    places = [place for sign in (*_NAMES, *_CLOSES) if sign in text for place in places_of(text, sign)]
    pairs, before = _Pairs(document), 0
    for at in sorted(places):
        if pairs.waiting:
            pairs.end_at_breaks(before, at)
        pairs.settle(at, text[at])
        before = at
    pairs.end()
    if pairs.lonely:
        yield from _lonely(text, sorted(pairs.lonely))


class _Pairs:
    """The signs of a paragraph that wait for their partner, and all that found none."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.opened: dict[str, list[int]] = {sign: [] for sign in _NAMES}
        self.waiting = 0  # how many are open
        self.closed: list[int] = []  # where a round bracket was closed, not yet asked whether by a label
        self.labels: list[int] = []  # a), b) that have closed a bracket
        self.seen = 0  # how far breaks between labels were looked for
        self.lonely: list[int] = []

    def settle(self, at: int, sign: str) -> None:
        """Takes the partner of a closing sign off the open ones; a closing sign without one is alone."""
        opens = _CLOSES.get(sign)
        if opens is None and not (sign == '"' and self.opened[sign]):
            self.opened[sign].append(at)
            self.waiting += 1
        elif self.opened[opens or sign]:
            self.opened[opens or sign].pop()
            self.waiting -= 1
            if sign == ")":
                self.closed.append(at)
        elif sign != ")" or not (_is_label(self.text, at) or self._take_label(at)):
            self.lonely.append(at)

    def _take_label(self, at: int) -> bool:
        """(gồm: a) sách; b) báo): the sign of a point had closed the bracket, in the same paragraph."""
        self.labels.extend(place for place in self.closed if _is_label(self.text, place))
        self.closed.clear()
        last = self._last_break(self.seen, at) if self.labels else -1
        self.seen = at
        if self.labels and self.labels[0] < last:
            self.labels = [place for place in self.labels if place > last]
        return bool(self.labels and self.labels.pop())

    def end_at_breaks(self, start: int, end: int) -> None:
        if self._last_break(start, end) >= 0:
            self.end()

    def end(self) -> None:
        """Where a paragraph ends, what is open in it has no partner."""
        self.waiting = 0
        for places in self.opened.values():
            self.lonely.extend(places)
            places.clear()

    def _last_break(self, start: int, end: int) -> int:
        text, last = self.text, -1
        if text.find("\n", start, end) >= 0 or text.find("\t", start, end) >= 0:
            for found in _BREAK.finditer(text, start, end):
                last = found.start() if found.start() in self._breaks else last
        return last

    @cached_property
    def _breaks(self) -> set[int]:
        """Where paragraphs and cells end."""
        ends = {block.at.end for block in self.document.blocks}
        for block in self.document.blocks:
            if isinstance(block, Table):
                ends.update(cell.at.end for cell in block.cells)
        return ends


def _is_label(text: str, at: int) -> bool:
    """a), 1) and the like."""
    last, before = text[at - 1 : at], text[at - 2 : at - 1]
    if last in _LIST_SIGNS and before in _BEFORE_LIST_SIGN:
        return True
    if before.isalpha() and before not in _LIST_LETTERS:
        return False
    return bool(_LIST_SIGN.search(text[max(text.rfind("\n", max(0, at - 12), at), at - 12, 0) : at]))


def _lonely(text: str, places: list[int]) -> Iterator[Finding]:
    """What a later paragraph closes is no slip: a quote of several paragraphs, a bracket over a broken line."""
    matched: set[int] = set()
    for one, two in pairwise(places):
        if (
            _CLOSES.get(text[two]) == text[one]
            and one not in matched
            and (text[one] == "“" or two - one < _BROKEN)
        ):
            matched.update((one, two))
    yield from (_unpaired_finding(at, text[at]) for at in places if at not in matched)


def _unpaired_finding(at: int, sign: str) -> Finding:
    opens = sign in _NAMES
    name = _NAMES[sign if opens else _CLOSES[sign]]
    message = f"Dấu {name} mở không có dấu đóng." if opens else f"Dấu {name} đóng không có dấu mở."
    if sign == '"':
        message = "Dấu ngoặc kép lẻ, không thành cặp."
    return Finding("unpaired", message, Span(at, at + 1), None, 0.75)
