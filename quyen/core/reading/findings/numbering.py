"""Numbers of parts and points that skip or come twice: I, II, IV; 1, 2, 4; a, b, d.

Source of the order: Nghị định 30/2020/NĐ-CP, Phụ lục I; points go a b c d đ e g h i k l m n o p q r s t u v x y.
Only lists that begin with their first number are judged; what the outline could not place is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quyen.core.reading.labels import LETTERS, roman_value
from quyen.core.types import Document, Finding, Node, Span

_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_LISTS = {"roman", "number", "khoan", "diem", "letter", "dieu"}
_NUMBER = re.compile(r"(?:(.*)\.)?(\d{1,3})\Z")
_FARTHEST = 2  # a larger gap is no slip of a writer but text the layout lost


def find_skips(document: Document) -> Iterator[Finding]:
    yield from _in_list(document, document.outline)


def _in_list(document: Document, nodes: tuple[Node, ...]) -> Iterator[Finding]:
    """The lists among the steps of one parent, then those below."""
    last: dict[str, tuple[str, int]] = {}
    for node in nodes:
        style, value = _place(document, node) if node.label and node.kind in _LISTS else ("", 0)
        if value:
            before = last.get(style)
            if before and before[1]:
                if value not in (1, before[1] + 1):
                    yield from _compare(document, node, style, before, value)
                last[style] = (node.label, value)
            else:  # a list that does not begin at its beginning is not judged until one does
                last[style] = (node.label, 1 if value == 1 else 0)
        if node.children:
            yield from _in_list(document, node.children)


def _place(document: Document, node: Node) -> tuple[str, int]:
    """What list a step belongs to, and its place there; 0 where it has none."""
    if node.kind == "dieu" and _inside_sentence(document, node):
        return "", 0
    return _place_of(node.kind, node.label)


@lru_cache(maxsize=2048)
def _place_of(kind: str, label: str) -> tuple[str, int]:
    if kind == "roman":
        return "roman", roman_value(label)
    if label in LETTERS:
        return "letter", LETTERS.index(label) + 1
    number = _NUMBER.match(label)
    return (f"{kind}:{number[1] or ''}", int(number[2])) if number else ("", 0)


def _inside_sentence(document: Document, node: Node) -> bool:
    """A broken line that begins with the article it speaks of ("... quy định tại / Điều 5 Nghị định này")."""
    signed = set(document.text[node.at.start : node.title.start]) & set(".:-–")
    before = document.text[max(node.at.start - 2, 0) : node.at.start].strip()
    return not signed and before[-1:].islower()


def _compare(
    document: Document, node: Node, style: str, before: tuple[str, int], value: int
) -> Iterator[Finding]:
    """A place that is neither the next nor the first of a new list."""
    label, last = before
    at = _label_at(document, node)
    if value == last:
        message = f"Số thứ tự “{node.label}” lặp lại."
        yield Finding("numbering", message, at, _written(style, last + 1, node.label), 0.85)
    elif last < value <= last + 1 + _FARTHEST:
        missing = _written(style, last + 1, node.label)
        message = f"Số thứ tự nhảy từ “{label}” đến “{node.label}”, thiếu “{missing}”."
        yield Finding("numbering", message, at, None, 0.8)


def _written(style: str, value: int, like: str) -> str | None:
    if style == "roman":
        return _ROMANS[value] if value < len(_ROMANS) else None
    if style == "letter":
        return LETTERS[value - 1] if value <= len(LETTERS) else None
    head, point, _last = like.rpartition(".")
    return f"{head}{point}{value}"


def _label_at(document: Document, node: Node) -> Span:
    """Where the label is printed."""
    start = document.text.find(node.label, node.at.start, node.title.start)
    return Span(start, start + len(node.label)) if start >= 0 else Span(node.at.start, node.title.start)
