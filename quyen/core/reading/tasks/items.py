"""The outline as the task readers walk it: paragraphs with their text, their parents and the kind of section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from quyen.core.reading.steps import Step
from quyen.core.types import Paragraph, Span

# What a title in small letters names, each with words of which one must stand in it; the first counts.
_SECTIONS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "assigns",
        ("thực hiện", "triển khai", "phân ", "trách nhiệm", "nhiệm vụ"),
        re.compile(
            r"(?:tổ chức|triển khai)(?:,? (?:và )?(?:tổ chức|triển khai))?,? thực hiện|tổ chức triển khai|phân công|phân giao"
            r"|trách nhiệm (?:của|thực hiện|thi hành|các|tổ chức)|^trách nhiệm\Z|nhiệm vụ của (?:các )?(?:sở|cơ quan|đơn vị|bộ)|giao nhiệm vụ"
        ),
    ),
    (
        "work",
        ("nhiệm vụ", "giải pháp", "phương án", "nội dung "),
        re.compile(r"nhiệm vụ|giải pháp|phương án|nội dung (?:thực hiện|triển khai)"),
    ),
    (
        "money",
        ("kinh phí", "nguồn ", "ngân sách", "dự toán"),
        re.compile(r"kinh phí|nguồn vốn|nguồn lực|ngân sách|dự toán|nguồn tài chính"),
    ),
    (
        "report",
        ("báo cáo", "sơ kết"),
        re.compile(
            r"chế độ (?:thông tin,? )?báo cáo|thông tin,? báo cáo|^(?:về )?báo cáo|công tác báo cáo|sơ kết, tổng kết"
        ),
    ),
    (
        "goals",
        ("",),  # they are too many to be looked for
        re.compile(
            r"mục (?:đích|tiêu)|yêu cầu\W*\Z|quan điểm|đối tượng|phạm vi|tiêu chí|tiêu chuẩn|khen thưởng|chỉ tiêu|nguyên tắc"
            r"|định hướng|tình hình|thực trạng|bối cảnh|cơ sở pháp lý|căn cứ (?:pháp lý|xây dựng)|giải thích từ ngữ|khái niệm"
            r"|hiệu lực|điều khoản"
        ),
    ),
)
_RECIPIENTS = re.compile(r"\W*n[ơo]i\s+nhận\b|\[\d+\]")
_TELEGRAM = re.compile(r"\bđiện\s?:\Z")
_SHORT = 60  # letters of a title that many plans may have
_CLOSERS = "'\"”’)]"
_ENDS = frozenset(".;,!?…")
_UNNUMBERED = frozenset(("plain", "dash", "plus", "annex"))
_LISTED = frozenset(("dash", "plus"))
_NUMBERED = frozenset(("roman", "number", "letter", "phan", "chuong", "muc", "dieu", "khoan", "diem"))
_NAMES = ("Sở ", "Bộ ", "Ủy ban", "UBND", "Ban ", "Giao ", "Đề nghị")


class Field(NamedTuple):
    """A label's value and its place in the document's text."""

    role: str
    text: str
    at: Span


class Item:
    """One paragraph of the outline. `section` is assigns, money, report, goals, skip or "" for the rest.

    What few paragraphs have is kept on the class, and costs the others nothing.
    """

    children: Sequence[Item] = ()
    used = False
    bold = False
    label: Field | None = None  # where the paragraph is a label with its value
    heads_units: bool | None = None  # once asked for

    def __init__(
        self, step: Step, small: str, parent: Item | None, section: str, number: str | None, ends: bool
    ) -> None:
        self.node = step.node
        self.at = step.at
        self.depth = len(step.above)
        self.text = step.text
        self.colon = step.colon  # where its first colon stands, -1 for none
        self.small = small  # the text in small letters
        self.parent = parent
        self.section = section
        self.number = number  # the printed numbers down to this paragraph: "IV.1.a"; dashes have none
        self.ends = ends  # with a sign that closes a sentence or a clause

    def is_heading(self) -> bool:
        """A line that names what follows and says nothing itself."""
        return not self.ends and len(self.text) < 250


def folded(text: str) -> str:
    """`text` with white space folded."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")  # as most are: no white space but single blanks
    return " ".join(text.split())


def read_items(steps: Sequence[Step], small: str, special: Sequence[Paragraph]) -> list[Item]:
    """The paragraphs in their order. `small`: the text of the document in small letters; `special`: the paragraphs
    in bold and the footnotes."""
    bold = {block.at[0] for block in special if block.bold}
    notes = {block.at[0] for block in special if block.footnote}
    items: list[Item] = []
    above: list[tuple[Item, list[Item]]] = []  # those that the next paragraph may lie under, with what does
    for step in steps:
        node, text, depth = step.node, step.text, len(step.above)
        start, end = step.at
        words, kind, label = small[start:end], node.kind, node.label
        last = text[-1:]
        ends = last in _ENDS or (last in _CLOSERS and text.rstrip(_CLOSERS)[-1:] in _ENDS)
        begun = node.at[0]
        parent, section, number = None, "", None
        if depth:
            parent, beside = above[depth - 1]
            section, number = parent.section, parent.number
        elif begun in notes:
            section = "skip"
        if kind not in _LISTED and not (ends and kind in _NUMBERED):
            section = _section(kind, text, words, section, ends)
        if label and kind not in _UNNUMBERED:
            number = label if not number or label.startswith(f"{number}.") else f"{number}.{label}"
        item = Item(step, words, parent, section, number, ends)
        items.append(item)
        if depth:
            beside.append(item)
        if begun in bold:
            item.bold = True
        if node.children:
            below: list[Item] = []
            item.children = below
            above[depth:] = ((item, below),)
    return items


def _section(kind: str, text: str, words: str, above: str, ends: bool) -> str:
    """The section a paragraph opens, or the one it stands in."""
    if kind in ("plain", "annex") and _is_outside(words):
        return "skip"
    if kind == "annex":
        return ""
    if ends or above == "skip" or kind == "plain" or len(text) > 160:
        return above
    return _named(text, words.rstrip(":"), above)


def _is_outside(words: str) -> bool:
    """The list of recipients, the addresses of a letter, a reference of the web."""
    first = words[:1]
    if (first == "[" or "i nhận" in words) and _RECIPIENTS.match(words):
        return True
    if first == "k" and words.startswith("kính gửi"):
        return True
    return words[-1:] == ":" and _TELEGRAM.search(words) is not None


def _named(text: str, title: str, above: str) -> str:
    """The section that a title names; `title` is the text in small letters."""
    named = _told(title) if len(title) <= _SHORT else _told.__wrapped__(title)
    if named == "assigns":
        return named
    if not named or text.startswith(_NAMES):
        return above
    if named == "work":
        return "" if above in ("goals", "money", "report") else above
    return named


@lru_cache(maxsize=1024)
def _told(title: str) -> str:
    """What the words of a title say; "" for nothing. Plans share most of their short titles."""
    for name, signs, pattern in _SECTIONS:
        for sign in signs:
            if sign in title:
                if pattern.search(title):
                    return name
                break
    return ""
