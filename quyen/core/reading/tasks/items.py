"""The outline as the task readers walk it: paragraphs with their text, their parents and the kind of section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quyen.core.text.folding import small_letters
from quyen.core.types import Document, Node, Paragraph, Span

# what follows is matched with text in small letters
_ASSIGNS = re.compile(
    r"(?:tổ chức|triển khai)(?:,? (?:và )?(?:tổ chức|triển khai))?,? thực hiện|tổ chức triển khai|phân công|phân giao"
    r"|trách nhiệm (?:của|thực hiện|thi hành|các|tổ chức)|^trách nhiệm\Z|nhiệm vụ của (?:các )?(?:sở|cơ quan|đơn vị|bộ)|giao nhiệm vụ"
)
_ASSIGNS_WORDS = (
    "thực hiện",
    "triển khai",
    "phân ",
    "trách nhiệm",
    "nhiệm vụ",
)  # one of them is in every such title
_WORK = ("nhiệm vụ", "giải pháp", "phương án", "nội dung thực hiện", "nội dung triển khai")
_MONEY = ("kinh phí", "nguồn vốn", "nguồn lực", "ngân sách", "dự toán", "nguồn tài chính")
_REPORT = re.compile(
    r"chế độ (?:thông tin,? )?báo cáo|thông tin,? báo cáo|^(?:về )?báo cáo|công tác báo cáo|sơ kết, tổng kết"
)
_GOALS = (
    "mục đích", "mục tiêu", "quan điểm", "đối tượng", "phạm vi", "tiêu chí", "tiêu chuẩn", "khen thưởng", "chỉ tiêu",
    "nguyên tắc", "định hướng", "tình hình", "thực trạng", "bối cảnh", "cơ sở pháp lý", "căn cứ pháp lý",
    "căn cứ xây dựng", "giải thích từ ngữ", "khái niệm", "hiệu lực", "điều khoản",
)  # fmt: skip
_DEMANDS = re.compile(r"yêu cầu\W*\Z")
_RECIPIENTS = re.compile(r"\W*n[ơo]i\s+nhận\b|\[\d+\]")
_TELEGRAM = re.compile(r"\bđiện\s?:\Z")
_CLOSERS = "'\"”’)]"
_ENDS = frozenset(".;,!?…")
_UNNUMBERED = frozenset(("plain", "dash", "plus", "annex"))
_UNTITLED = frozenset(("plain", "dash", "plus"))
_NAMES = ("Sở ", "Bộ ", "Ủy ban", "UBND", "Ban ", "Giao ", "Đề nghị")


@dataclass(slots=True)
class Field:
    """A label's value and its place in the document's text."""

    role: str
    text: str
    at: Span


@dataclass
class Item:
    """One paragraph of the outline. `section` is assigns, money, report, goals, skip or "" for the rest.

    It has no slots: what few paragraphs have is then kept on the class, and costs the others nothing.
    """

    node: Node
    at: Span
    raw: str  # as it stands in the document
    small: str  # `raw` in small letters
    text: str  # `raw` with white space folded
    words: str  # `text` in small letters
    parent: Item | None
    section: str
    number: str | None  # the printed numbers down to this paragraph: "IV.1.a"; dashes have none
    bold: bool
    ends: bool  # with a sign that closes a sentence or a clause
    children: Sequence[Item] = field(default=(), init=False)
    used: bool = field(default=False, init=False)
    label: Field | None = field(default=None, init=False)  # where the paragraph is a label with its value
    heads_units: bool | None = field(default=None, init=False)  # once asked for

    def is_heading(self) -> bool:
        """A line that names what follows and says nothing itself."""
        return not self.ends and len(self.text) < 250


class _Walk:
    """One walk over the outline, with what all its paragraphs share."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.small = small_letters(document.text)
        self.bold: set[int] = set()
        self.notes: set[int] = set()
        for block in document.blocks:
            if isinstance(block, Paragraph):
                if block.bold:
                    self.bold.add(block.at.start)
                if block.footnote:
                    self.notes.add(block.at.start)
        self.flat: list[Item] = []

    def items(self, nodes: Iterable[Node], parent: Item | None) -> list[Item]:
        """The items of `nodes`, children of `parent`, with all below them."""
        found: list[Item] = []
        for node in nodes:
            item = self.item(node, parent)
            found.append(item)
            self.flat.append(item)
            if node.children:
                item.children = self.items(node.children, item)
        return found

    def item(self, node: Node, parent: Item | None) -> Item:
        at, kind, label = node.title, node.kind, node.label
        start, end = at
        text = raw = self.text[start:end]
        words = small = self.small[start:end]
        if not raw.isprintable() or "  " in raw or raw[:1] == " " or raw[-1:] == " ":  # few are
            text = folded(raw)
            words = small_letters(text)
        ends = text[-1:] in _ENDS or (text[-1:] in _CLOSERS and text.rstrip(_CLOSERS)[-1:] in _ENDS)
        begun = node.at.start
        if parent:
            section, number = parent.section, parent.number
        else:
            section, number = "skip" if begun in self.notes else "", None
        if kind not in _UNTITLED or kind == "plain":
            section = _section(kind, text, words, section, ends)
        if label and kind not in _UNNUMBERED:
            number = label if not number or label.startswith(f"{number}.") else f"{number}.{label}"
        return Item(node, at, raw, small, text, words, parent, section, number, begun in self.bold, ends)


def folded(text: str) -> str:
    """`text` with white space folded."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")  # as most are: no white space but single blanks
    return " ".join(text.split())


def read_items(document: Document) -> tuple[list[Item], list[Item]]:
    """The highest items, with all below them; and all of them in document order."""
    walk = _Walk(document)
    return walk.items(document.outline, None), walk.flat


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
    if ("i nhận" in words or words.startswith("[")) and _RECIPIENTS.match(words):
        return True
    if words.startswith("kính gửi"):
        return True
    return words.endswith(":") and _TELEGRAM.search(words) is not None


def _named(text: str, title: str, above: str) -> str:
    """The section that a title names; `title` is the text in small letters."""
    if _holds(title, _ASSIGNS_WORDS) and _ASSIGNS.search(title):
        return "assigns"
    if text.startswith(_NAMES):
        return above
    if _holds(title, _WORK):
        return "" if above in ("goals", "money", "report") else above
    if _holds(title, _MONEY):
        return "money"
    if ("báo cáo" in title or "sơ kết" in title) and _REPORT.search(title):
        return "report"
    if _holds(title, _GOALS) or ("yêu cầu" in title and _DEMANDS.search(title)):
        return "goals"
    return above


def _holds(text: str, words: tuple[str, ...]) -> bool:
    for word in words:  # noqa: SIM110  any() costs more than most of these loops
        if word in text:
            return True
    return False
