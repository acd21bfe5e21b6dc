"""The tree of a document: phần, chương, mục, điều, khoản, điểm; I. 1. 1.1 a) đ) - +; annexes.

A list goes on where its next number stands (3 after 2, đ after d), whatever was between; a list that begins
anew lies inside what stands above it. Paragraphs without a sign are leaves of the step they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quyen.core.reading.labels import Label, read_label
from quyen.core.types import Block, Node, Paragraph, Span, Table

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


# A step that is still open: rank, style, value, whether its paragraph ends in ":", its place among all steps. A plain
# tuple, as every paragraph is a step.
_Step = tuple[float, str, int, bool, int]
_RANK: Final = 0
_STYLE: Final = 1
_AT: Final = 4


class _Steps:
    """The steps so far, as they came, and the stack of those that are open.

    Nodes are made at the end, when all that lies in them is known.
    """

    __slots__ = ("articles", "ends", "found", "stack")

    def __init__(self) -> None:
        self.stack: list[_Step] = []
        self.found: list[tuple[int, str, str, Span, Span]] = []  # depth, kind, label, title, own paragraph
        self.ends: list[int] = []  # of each with the tables that follow it
        self.articles = False  # whether there is an article (điều) at all

    def cut_to(self, rank: float) -> None:
        """Closes all open steps of that rank and of deeper ones, up to the first of a higher rank."""
        stack = self.stack
        while stack and stack[-1][_RANK] >= rank:
            stack.pop()

    def add_plain(self, at: Span, rank: float, kind: str = "plain") -> None:
        """Opens a step without a sign."""
        stack = self.stack
        self.found.append((len(stack), kind, "", at, at))
        stack.append((rank, "plain", 0, False, len(self.ends)))
        self.ends.append(at[1])

    def nodes(self) -> tuple[Node, ...]:
        """The tree, made from its last leaf on: a step's children are complete before it is."""
        found, ends = self.found, self.ends
        levels: list[list[Node]] = [[] for _ in range(max([step[0] for step in found], default=0) + 2)]
        found.reverse()
        ends.reverse()
        for (depth, kind, label, title, at), end in zip(found, ends, strict=True):
            below = levels[depth + 1]
            if below:
                children = tuple(below[::-1])
                below.clear()
                levels[depth].append(
                    Node(kind, label, title, _new(Span, (at[0], children[-1].at[1])), children)
                )
            else:
                levels[depth].append(
                    Node(kind, label, title, at if end == at[1] else _new(Span, (at[0], end)))
                )
        return tuple(levels[0][::-1])


def find_outline(blocks: Sequence[Block], texts: Sequence[str]) -> tuple[Node, ...]:
    """The nodes of the highest steps in their order; `texts` holds the words of each block. Linear in their number."""
    steps = _Steps()
    for block, words in zip(blocks, texts, strict=True):
        at = block.at
        if isinstance(block, Table):
            if steps.ends:
                steps.ends[-1] = at[1]
        elif block.footnote:
            steps.cut_to(1)
            steps.add_plain(at, 1)
        elif (label := read_label(words)) is not None:
            _add_labelled(steps, at, label, words[-1] == ":")
        elif words[0] in _BEFORE_RECIPIENTS and _RECIPIENTS.match(words):
            steps.cut_to(1)
            steps.add_plain(at, 1)
        elif steps.found:
            _add_plain(steps, block, words)
        else:
            steps.add_plain(at, _PLAIN_RANK)
    return steps.nodes()


def _add_plain(steps: _Steps, block: Paragraph, words: str) -> None:
    if len(words) <= _LONGEST_TITLE and _TITLE.match(words):
        steps.cut_to(0)
        steps.add_plain(block.at, 0, "annex")
    elif block.heading:
        steps.cut_to(30 + block.heading)
        steps.add_plain(block.at, 30 + block.heading)
    elif words[-1] == ":" or (block.bold and len(words) < 160 and not _OPEN_END.search(words)):
        steps.cut_to(_PLAIN_RANK)
        steps.add_plain(block.at, _PLAIN_RANK)
    else:
        steps.cut_to(_PLAIN_RANK + 0.5)
        stack = steps.stack
        if stack and stack[-1][_RANK] == _PLAIN_RANK and stack[-1][_AT] + 1 < len(steps.found):
            stack.pop()  # its list is over; a line that heads nothing yet stays open
        steps.add_plain(block.at, _LEAF_RANK)


def _add_labelled(steps: _Steps, at: Span, label: Label, opens: bool) -> None:
    kind, text, style, value, usual, end = label
    stack = steps.stack
    rank = _sibling_rank(stack, style, value - 1) if value else None
    if rank is None:
        rank = usual
        _begin_list(steps, style, value, usual)
    if kind == "dieu":
        steps.articles = True
    elif steps.articles and style in _PARTS_UNDER and any([step[_STYLE] == "dieu" for step in stack]):
        kind = _PARTS_UNDER[style]
    steps.found.append((len(stack), kind, text, _new(Span, (at[0] + end, at[1])), at))
    stack.append((rank, style, value, opens, len(steps.ends)))
    steps.ends.append(at[1])


def _sibling_rank(stack: list[_Step], wanted: str, before: int) -> float | None:
    """Closes all down to the step just before this one in its list and gives its rank; None where none is open."""
    depth = len(stack)
    for rank, style, value, _, _ in reversed(stack):
        depth -= 1
        if value == before and style == wanted:
            del stack[depth:]
            return rank
    return None


def _begin_list(steps: _Steps, style: str, value: int, rank: int) -> None:
    """Closes what a label ends that goes on with no open list."""
    stack = steps.stack
    if stack and stack[-1][_RANK] == _LEAF_RANK:
        stack.pop()
    if rank <= 50 and stack and stack[0][_RANK] == 1:
        stack.clear()  # the recipients' list or a footnote is over: what follows is a document of its own
    begins = value <= 1 and rank > 30
    if not (begins and stack and len(stack) < _DEEPEST and _nests(stack, style, rank)):
        steps.cut_to(rank)


def _nests(stack: list[_Step], style: str, rank: int) -> bool:
    """Whether a list that begins here lies inside the open step although its sign is not a deeper one."""
    above, top, _, opens, _ = stack[-1]
    if above < rank or top == style:
        return False
    if top == "plain":
        return above == _PLAIN_RANK and rank > 50
    if rank <= 50:
        return top == "dieu" and opens  # "Điều 1. Phê duyệt ... với nội dung sau: I. ..."
    same = any([step[_STYLE] == style for step in stack])
    return same and style != "dash" and top not in ("dash", "plus")
