"""The tree of a document: phần, chương, mục, điều, khoản, điểm; I. 1. 1.1 a) đ) - +; annexes.

A list goes on where its next number stands (3 after 2, đ after d), whatever was between; a list that begins
anew lies inside what stands above it. Paragraphs without a sign are leaves of the step they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quyen.core.reading.labels import Label, read_label
from quyen.core.types import Block, Node, Paragraph, Span

_DEEPEST = 12
_PLAIN_RANK = 79  # a line that ends in ":" or stands in bold: what follows lies under it
_LEAF_RANK = 99
_TITLE = re.compile(
    r"(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|DỰ ÁN|PHƯƠNG ÁN|QUY CHẾ|QUY ĐỊNH|DANH MỤC|ĐỀ CƯƠNG|BẢNG PHÂN CÔNG|BIỂU|QUY TRÌNH"
    r"|HƯỚNG DẪN|KHUNG KẾ HOẠCH|LỘ TRÌNH|CHIẾN LƯỢC|NỘI DUNG)\b[^a-zà-ỹ.;]{0,60}\Z"
)
_RECIPIENTS = re.compile(r"[\s*_]*+n[ơo]i\s++nhận\b", re.I)
_LONGEST_TITLE = 80  # a little more than _TITLE can match
_BEFORE_RECIPIENTS = frozenset("Nn*_ \t")
_OPEN_END = re.compile(r"[.;,!?…/][\"”’)\]]*\Z")
_new = tuple.__new__  # makes a span in half the time that `Span(...)` takes
_PARTS_UNDER = {"number1": "khoan", "letter": "diem"}


@dataclass(slots=True)
class _Step:
    """A node that is still open."""

    kind: str
    label: str
    style: str
    value: int
    rank: float
    title: Span
    at: Span  # of its own paragraph
    end: int  # so far
    opens: bool = False  # ends in ":"
    children: list[Node] = field(default_factory=list)


class _Builder:
    def __init__(self) -> None:
        self.roots: list[Node] = []
        self.stack: list[_Step] = []
        self.articles = 0  # steps on the stack that are articles (điều)

    def pop(self) -> None:
        stack = self.stack
        step = stack.pop()
        at, end = step.at, step.end
        if step.kind == "dieu":
            self.articles -= 1
        if end != at.end:
            at = _new(Span, (at.start, end))
        node = Node(step.kind, step.label, step.title, at, tuple(step.children))
        if not stack:
            self.roots.append(node)
            return
        above = stack[-1]
        if end > above.end:
            above.end = end
        above.children.append(node)

    def cut_to(self, rank: float) -> None:
        stack = self.stack
        while stack and stack[-1].rank >= rank:
            self.pop()

    def end_list(self) -> None:
        """Closes the recipients' list or a footnote: what follows is a document of its own."""
        if self.stack and self.stack[0].rank == 1:
            self.cut_to(0)

    def push_plain(self, at: Span, rank: float, kind: str = "plain") -> None:
        self.stack.append(_Step(kind, "", "plain", 0, rank, at, at, at.end))


def find_outline(text: str, blocks: Sequence[Block]) -> tuple[Node, ...]:
    """The nodes of the highest steps in their order. Linear in the number of blocks."""
    builder = _Builder()
    for block in blocks:
        if isinstance(block, Paragraph):
            _add(builder, text, block)
        elif builder.stack:
            builder.stack[-1].end = max(builder.stack[-1].end, block.at.end)
    while builder.stack:
        builder.pop()
    return tuple(builder.roots)


def _add(builder: _Builder, text: str, block: Paragraph) -> None:
    at = block.at
    words = text[at.start : at.end]
    if block.footnote:
        builder.cut_to(1)
        builder.push_plain(at, 1)
        return
    label = read_label(words)
    if label is not None:
        _add_labelled(builder, at, label, words[-1:] == ":")
    elif words[:1] in _BEFORE_RECIPIENTS and _RECIPIENTS.match(words):
        builder.cut_to(1)
        builder.push_plain(at, 1)
    elif builder.roots or builder.stack:
        _add_plain(builder, block, words)
    else:
        builder.push_plain(at, _PLAIN_RANK)


def _add_plain(builder: _Builder, block: Paragraph, words: str) -> None:
    if len(words) <= _LONGEST_TITLE and _TITLE.match(words):
        builder.cut_to(0)
        builder.push_plain(block.at, 0, "annex")
    elif block.heading:
        builder.cut_to(30 + block.heading)
        builder.push_plain(block.at, 30 + block.heading)
    elif words[-1:] == ":" or (block.bold and len(words) < 160 and not _OPEN_END.search(words)):
        builder.cut_to(_PLAIN_RANK)
        builder.push_plain(block.at, _PLAIN_RANK)
    else:
        builder.cut_to(_PLAIN_RANK + 0.5)
        if builder.stack and builder.stack[-1].rank == _PLAIN_RANK and builder.stack[-1].children:
            builder.pop()  # its list is over; a line that heads nothing yet stays open
        builder.push_plain(block.at, _LEAF_RANK)


def _add_labelled(builder: _Builder, at: Span, label: Label, opens: bool) -> None:
    kind, text, style, value, usual, end = label
    rank = _sibling_rank(builder, style, value) if value else None
    if rank is None:
        rank = usual
        _begin_list(builder, label)
    if kind == "dieu":
        builder.articles += 1
    elif builder.articles:
        kind = _PARTS_UNDER.get(style, kind)
    title = _new(Span, (at.start + end, at.end))
    builder.stack.append(_Step(kind, text, style, value, rank, title, at, at.end, opens))


def _sibling_rank(builder: _Builder, style: str, value: int) -> float | None:
    """Closes all down to the step just before this one in its list and gives its rank; None where none is open."""
    stack = builder.stack
    for depth in range(len(stack) - 1, -1, -1):
        step = stack[depth]
        if step.value + 1 == value and step.style == style:
            for _ in range(len(stack) - depth):
                builder.pop()
            return step.rank
    return None


def _begin_list(builder: _Builder, label: Label) -> None:
    """Closes what a label ends that goes on with no open list."""
    stack = builder.stack
    if stack and stack[-1].rank == _LEAF_RANK:
        builder.pop()
    if label.rank <= 50:
        builder.end_list()
    begins = label.value <= 1 and label.rank > 30
    if not (begins and stack and len(stack) < _DEEPEST and _nests(stack, label)):
        builder.cut_to(label.rank)


def _nests(stack: list[_Step], label: Label) -> bool:
    """Whether a list that begins here lies inside the open step although its sign is not a deeper one."""
    top = stack[-1]
    if top.rank < label.rank or top.style == label.style:
        return False
    if top.style == "plain":
        return top.rank == _PLAIN_RANK and label.rank > 50
    if label.rank <= 50:
        return top.style == "dieu" and top.opens  # "Điều 1. Phê duyệt ... với nội dung sau: I. ..."
    same = any(step.style == label.style for step in stack)
    return same and label.style != "dash" and top.style not in ("dash", "plus")
