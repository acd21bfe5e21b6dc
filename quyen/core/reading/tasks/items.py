"""The outline as the task readers walk it: paragraphs with their text, their parents and the kind of section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quyen.core.types import Document, Node, Paragraph, Span

_ASSIGNS = re.compile(
    r"(?:tổ chức|triển khai)(?:,? (?:và )?(?:tổ chức|triển khai))?,? thực hiện|tổ chức triển khai|phân công|phân giao"
    r"|trách nhiệm (?:của|thực hiện|thi hành|các|tổ chức)|^trách nhiệm\Z|nhiệm vụ của (?:các )?(?:sở|cơ quan|đơn vị|bộ)|giao nhiệm vụ",
    re.I,
)
_MONEY = re.compile(r"kinh phí|nguồn vốn|nguồn lực|ngân sách|dự toán|nguồn tài chính", re.I)
_REPORT = re.compile(
    r"chế độ (?:thông tin,? )?báo cáo|thông tin,? báo cáo|^(?:về )?báo cáo|công tác báo cáo|sơ kết, tổng kết",
    re.I,
)
_GOALS = re.compile(
    r"mục (?:đích|tiêu)|yêu cầu\W*\Z|quan điểm|đối tượng|phạm vi|tiêu chí|tiêu chuẩn|khen thưởng|chỉ tiêu|nguyên tắc"
    r"|định hướng|tình hình|thực trạng|bối cảnh|cơ sở pháp lý|căn cứ (?:pháp lý|xây dựng)|giải thích từ ngữ|khái niệm"
    r"|hiệu lực|điều khoản",
    re.I,
)
_WORK = re.compile(r"nhiệm vụ|giải pháp|phương án|nội dung (?:thực hiện|triển khai)", re.I)
_RECIPIENTS = re.compile(r"\W*n[ơo]i\s+nhận\b|\[\d+\]", re.I)
_ADDRESSES = re.compile(r"\bđiện\s?:\Z|^kính gửi\s?:?", re.I)
_ENDS = re.compile(r"[.;,!?…]['\"”’)\]]*\Z")


@dataclass(slots=True)
class Item:
    """One paragraph of the outline. `section` is assigns, money, report, goals, skip or "" for the rest."""

    node: Node
    text: str
    parent: Item | None
    section: str
    bold: bool = False
    children: list[Item] = field(default_factory=list)
    used: bool = False

    @property
    def at(self) -> Span:
        return self.node.title

    @property
    def number(self) -> str | None:
        """The printed numbers down to this paragraph: "IV.1.a"; dashes have none."""
        if self.node.kind in ("plain", "dash", "plus", "annex") or not self.node.label:
            return self.parent.number if self.parent else None
        above = self.parent.number if self.parent else None
        label = self.node.label
        return label if not above or label.startswith(f"{above}.") else f"{above}.{label}"

    def is_heading(self) -> bool:
        """A line that names what follows and says nothing itself."""
        return not _ENDS.search(self.text) and len(self.text) < 250

    def walk(self) -> Iterator[Item]:
        yield self
        for child in self.children:
            yield from child.walk()


def read_items(document: Document) -> list[Item]:
    """The highest items, with all below them."""
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    bold = {block.at.start for block in paragraphs if block.bold}
    notes = {block.at.start for block in paragraphs if block.footnote}
    return [
        _item(document, node, None, "skip" if node.at.start in notes else "", bold)
        for node in document.outline
    ]


def _item(document: Document, node: Node, parent: Item | None, section: str, bold: set[int]) -> Item:
    text = " ".join(document.cut(node.title).split())
    own = _section(node, text, section)
    item = Item(node, text, parent, own, node.at.start in bold)
    item.children = [_item(document, child, item, own, bold) for child in node.children]
    return item


def _section(node: Node, text: str, above: str) -> str:
    """The section a paragraph opens, or the one it stands in."""
    if node.kind in ("plain", "annex") and (_RECIPIENTS.match(text) or _ADDRESSES.search(text)):
        return "skip"
    if node.kind == "annex":
        return ""
    if above == "skip":
        return above
    if node.kind in ("plain", "dash", "plus") or len(text) > 160 or _ENDS.search(text):
        return above
    return _named(text.rstrip(":"), above)


def _named(title: str, above: str) -> str:
    if above == "skip":
        return above
    if _ASSIGNS.search(title):
        return "assigns"
    if title.startswith(("Sở ", "Bộ ", "Ủy ban", "UBND", "Ban ", "Giao ", "Đề nghị")):
        return above
    if _WORK.search(title):
        return "" if above in ("goals", "money", "report") else above
    for name, pattern in (("money", _MONEY), ("report", _REPORT), ("goals", _GOALS)):
        if pattern.search(title):
            return name
    return above
