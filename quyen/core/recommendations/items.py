"""A paragraph -> its items as (number, words): dotted (118.1), bare (1.), lettered ((a)), roman ((i)), or unnumbered.

Of several kinds of labels the one that comes first lists the items; those inside an item stay in its text. A label counts
at the beginning of a line, or inside one after ";", ":" or "." where it is exactly the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from quyen.core.recommendations.lines import joined
from quyen.core.recommendations.states import groups_of
from quyen.core.types import value

_BEGIN = r"(?:^[ \t]*|(?:(?<=[;:.)])|(?<=[)],))[ \t]+(?:and[ \t]+)?)"
_DOTTED = re.compile(
    _BEGIN + r"(?P<p>\d{1,3})\s?[.,·][ \t]?(?P<n>\d{1,3})(?!\d)(?:[ \t]?[.)](?!\d))?\s*", re.M
)
_BARE = re.compile(_BEGIN + r"\(?(?P<n>\d{1,3})\s?[.)](?!\d)\s*", re.M)
_INSIDE = r"(?:^[ \t]*|(?:(?<=[;:.)])|(?<=[)],))(?<!\([a-z]\))(?<!\(ii\))[ \t]+(?:and[ \t]+)?)"
_LETTER = re.compile(_INSIDE + r"\(?(?P<n>[a-z]{1,2})\)\s*", re.M)
_ROMAN = re.compile(_INSIDE + r"\(?(?P<n>[ivxl]{1,7})\)\s*", re.M)
_MOST_SKIPPED = 4
_FAR = 30  # so far a number may jump after a sentence that has ended
_SEEN = 80
_LINES = 6  # so many may hold the names of the States
_CLOSED = re.compile(r"[)\]]\*?\s*(?:;(?: and)?|\.)?\*?$")
_STATES_BEFORE = re.compile(r"\)\*?\s*[;.]\s*\Z")
_NUMERALS = ((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@value
class Part:
    """An item's words, before its States are read. `order` is its place by its own number, 1-based."""

    number: str
    order: int
    text: str
    own: bool = True  # False: the number names another paragraph, or there is none


def split_items(number: str, text: str) -> tuple[str, list[Part]]:
    """(announcement, items) of a paragraph whose lines are parted by newlines."""
    found = [labels for labels in _all_labels(number, text) if labels]
    if not found:
        return _unnumbered(text)
    labels = min(found, key=lambda one: one[0].at)
    ends = [label.at for label in labels[1:]] + [len(text)]
    return joined(text[: labels[0].at]), [
        Part(label.number, label.order, joined(text[label.end : end]), label.own)
        for label, end in zip(labels, ends, strict=True)
    ]


@value
class _Label:
    at: int
    end: int
    number: str
    order: int
    own: bool = True


def _all_labels(number: str, text: str) -> list[list[_Label]]:
    dotted = _dotted(number, text)
    if dotted:
        return [dotted]
    return [
        _run(_BARE, text, int), _run(_LETTER, text, _letter), _run(_ROMAN, text, _roman)
    ]  # fmt: skip


def _dotted(paragraph: str, text: str) -> list[_Label]:
    kept: list[_Label] = []
    last = 0
    paragraph = _listed_of(text) or paragraph
    for found in _DOTTED.finditer(text):
        own = not paragraph or found["p"] == paragraph
        order = int(found["n"])
        if not _is_item(text, found, order, last, first=not kept, own=own):
            continue
        paragraph = paragraph or found["p"]
        kept.append(_Label(found.start(), found.end(), f"{found['p']}.{found['n']}", order, own))
        last = _effective(order, last)
    return kept


def _listed_of(text: str) -> str:
    """The paragraph that the first two labels name, "69" of "69.1" and "69.2": a list that was taken out of its report
    may stand under a number of its own."""
    first, second = [*islice(_DOTTED.finditer(text), 2), None, None][:2]
    if not (first and second and _at_line(text, first) and _at_line(text, second)):
        return ""
    return first["p"] if first["p"] == second["p"] and (first["n"], second["n"]) == ("1", "2") else ""


def _effective(order: int, last: int) -> int:
    """A number that is far off is taken for a misprint: the count goes on."""
    return order if last < order <= last + _MOST_SKIPPED or not last else last + 1


def _is_item(text: str, found: re.Match[str], order: int, last: int, *, first: bool, own: bool) -> bool:
    expected = order == last + 1
    if not _at_line(text, found):
        return own and expected
    after = text[found.end() : found.end() + 1]
    ended = _ended(_before(text, found))
    if own:
        return expected or (
            not after.islower() and (ended or (not first and last < order <= last + _MOST_SKIPPED))
        )
    return not first and ended and not after.islower() and (expected or order > last)


def _at_line(text: str, found: re.Match[str]) -> bool:
    start = found.start()
    return start == 0 or text[start - 1] == "\n"


def _before(text: str, found: re.Match[str]) -> str:
    """The last words before a label; enough to see whether a sentence has ended."""
    return text[max(0, found.start() - _SEEN) : found.start()]


def _ended(before: str) -> bool:
    return not before.strip() or before.rstrip(" \n*").endswith((";", ":", ".", ")", "]"))


def _run(pattern: re.Pattern[str], text: str, order_of: Callable[[str], int]) -> list[_Label]:
    """Labels that count on from 1, or from where the list of the paragraph before stopped."""
    kept: list[_Label] = []
    last = 0
    for found in pattern.finditer(text):
        order = order_of(found["n"])
        if _continues(text, found, order, last, first=not kept):
            kept.append(_Label(found.start(), found.end(), found["n"], order))
            last = _effective(order, last)
    return kept


def _continues(text: str, found: re.Match[str], order: int, last: int, *, first: bool) -> bool:
    at_line = _at_line(text, found)
    if first:
        return order == 1 or (at_line and order > 1 and found["n"].isdigit() and _ended(_before(text, found)))
    if order == last + 1:
        return True
    if not at_line or text[found.end() : found.end() + 1].islower():
        return False
    before = _before(text, found)
    return _ended(before) if last <= order <= last + _FAR else bool(_STATES_BEFORE.search(before))


def _letter(label: str) -> int:
    """a 1, z 26, aa 27, bb 28; also ab 28 where a list goes on so."""
    if len(label) == 1:
        return ord(label) - 96
    if label[0] == label[1]:
        return 26 + ord(label[0]) - 96
    return 26 * (ord(label[0]) - 96) + ord(label[1]) - 96


def _roman(label: str) -> int:
    rest, total = label, 0
    for worth, sign in _NUMERALS:
        while rest.startswith(sign):
            rest, total = rest[len(sign) :], total + worth
    return total if not rest else 0


def _unnumbered(text: str) -> tuple[str, list[Part]]:
    """Items without any label: lines that begin after an announcement's ":" or after a bracket with States."""
    head, colon, body = text.partition(":")
    words: list[list[str]] = [[]]
    for line in body.split("\n"):
        if line:
            words[-1].append(line)
        if _CLOSED.search(line) and groups_of(joined("\n".join(words[-1][-_LINES:]))):
            words.append([])
    items = [re.sub(r"^[•●▪◦*–—-]\s*", "", joined("\n".join(one))) for one in words if one]
    items = [item for item in items if groups_of(item)]
    if not colon or not items:
        return joined(text), []
    return joined(head), [Part("", at, item, own=False) for at, item in enumerate(items, start=1)]
