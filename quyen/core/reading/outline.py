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
_OPEN_END = re.compile(r"[.;,!?…/][\"”’)\]]*\Z")
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
    start: int
    end: int
    opens: bool = False  # ends in ":"
    children: list[Node] = field(default_factory=list)

    def closed(self) -> Node:
        return Node(self.kind, self.label, self.title, Span(self.start, self.end), tuple(self.children))


class _Builder:
    def __init__(self) -> None:
        self.roots: list[Node] = []
        self.stack: list[_Step] = []

    def pop(self) -> None:
        step = self.stack.pop()
        if self.stack:
            above = self.stack[-1]
            above.end = max(above.end, step.end)
            above.children.append(step.closed())
        else:
            self.roots.append(step.closed())

    def cut_to(self, rank: float) -> None:
        while self.stack and self.stack[-1].rank >= rank:
            self.pop()

    def end_list(self) -> None:
        """Closes the recipients' list or a footnote: what follows is a document of its own."""
        if self.stack and self.stack[0].rank == 1:
            self.cut_to(0)

    def push(self, step: _Step) -> None:
        self.stack.append(step)


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
    words = text[block.at.start : block.at.end]
    if block.footnote:
        builder.cut_to(1)
        builder.push(_plain(block, 1))
        return
    label = read_label(words)
    if label is not None:
        _add_labelled(builder, block, label, words.endswith(":"))
    elif _RECIPIENTS.match(words):
        builder.cut_to(1)
        builder.push(_plain(block, 1))
    elif builder.roots or builder.stack:
        _add_plain(builder, block, words)
    else:
        builder.push(_plain(block, _PLAIN_RANK))


def _plain(block: Paragraph, rank: float, kind: str = "plain") -> _Step:
    return _Step(kind, "", "plain", 0, rank, block.at, block.at.start, block.at.end)


def _add_plain(builder: _Builder, block: Paragraph, words: str) -> None:
    if _TITLE.match(words):
        builder.cut_to(0)
        builder.push(_plain(block, 0, "annex"))
    elif block.heading:
        builder.cut_to(30 + block.heading)
        builder.push(_plain(block, 30 + block.heading))
    else:
        opens = words.endswith(":") or (block.bold and len(words) < 160 and not _OPEN_END.search(words))
        builder.cut_to(_PLAIN_RANK if opens else _PLAIN_RANK + 0.5)
        if (
            not opens
            and builder.stack
            and builder.stack[-1].rank == _PLAIN_RANK
            and builder.stack[-1].children
        ):
            builder.pop()  # its list is over; a line that heads nothing yet stays open
        builder.push(_plain(block, _PLAIN_RANK if opens else _LEAF_RANK))


def _add_labelled(builder: _Builder, block: Paragraph, label: Label, opens: bool) -> None:
    rank = _settle(builder, label)
    kind = label.kind
    if kind in ("number", "letter"):
        inside = {step.kind for step in builder.stack}
        if "dieu" in inside:
            kind = _PARTS_UNDER.get(label.style, kind)
    title = Span(block.at.start + label.end, block.at.end)
    at = block.at
    builder.push(_Step(kind, label.text, label.style, label.value, rank, title, at.start, at.end, opens))


def _settle(builder: _Builder, label: Label) -> float:
    """Closes what the label ends; gives the rank of the new step."""
    stack = builder.stack
    if label.value:
        for depth in range(len(stack) - 1, -1, -1):
            step = stack[depth]
            if step.style == label.style and step.value + 1 == label.value:
                while len(stack) > depth:
                    builder.pop()
                return step.rank
    if stack and stack[-1].rank == _LEAF_RANK:
        builder.pop()
    if label.rank <= 50:
        builder.end_list()
    begins = label.value <= 1 and label.rank > 30
    if not (stack and begins and len(stack) < _DEEPEST and _nests(stack, label)):
        builder.cut_to(label.rank)
    return label.rank


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
