"""The outline as a list: each paragraph with the headings it stands under and what part of a plan it is.

Parts are told by the words of headings in general use (Nghị định 30/2020/NĐ-CP names none): goals, audiences,
topics, channels, money, reports, state of affairs. A heading that names several parts leaves the choice to the
headings below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quyen.core.text.folding import fold
from quyen.core.types import Document, Node, Span

GOALS, PURPOSE, AUDIENCES, TOPICS, CHANNELS, MONEY, REPORTS, STATE, SCOPE, DUTIES = (
    "goals",
    "purpose",
    "audiences",
    "topics",
    "channels",
    "money",
    "reports",
    "state",
    "scope",
    "duties",
)

_HEAD = 170  # a heading is shorter than this, or ends at a colon before it
_LISTED = 60
_LEAD_IN = 90

# heads of these parts leave what stands under them in the part above ("a) Nhiệm vụ: ..." under "Kinh phí")
_LABELLED = frozenset(("phan", "chuong", "muc", "dieu", "roman", "number"))
_WEAK = frozenset((DUTIES, SCOPE, PURPOSE))
# under a heading of several parts these hold only what says so itself
_NARROW = frozenset((AUDIENCES, MONEY))
_TELLING = re.compile(
    r"\b(?:truyen thong|tuyen truyen|pho bien|thong tin doi ngoai|giao duc phap luat|quang ba)\b"
)

# what a folded heading holds for each part; several may fit
_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        AUDIENCES,
        re.compile(
            r"\bdoi tuong\b(?!.*\b(?:khen thuong|kiem ke|kiem tra|thanh tra|giam sat|quan trac|xu ly|khao sat|dieu tra|danh gia|nop|chiu|vay|dieu chinh"
            r"|chinh sach|bao tro|ho tro|dau tu|quan ly|cham diem|dinh gia|dau tranh|thu thap|boi thuong|mien giam)\b)|\bcong chung muc tieu|\bnhom dich\b"
        ),
    ),
    (
        GOALS,
        re.compile(
            r"\bmuc tieu\b|\bchi tieu\b|\bket qua (?:can dat|mong doi|dau ra|phan dau)|\bphan dau dat\b"
        ),
    ),
    (PURPOSE, re.compile(r"\bmuc dich\b|\byeu cau\b|\bquan diem\b|\by nghia\b")),
    (TOPICS, re.compile(r"\bnoi dung\b|\bchu de\b|\bthong diep\b")),
    (
        CHANNELS,
        re.compile(r"\bnen tang\b|\bkenh\b|\bphuong thuc\b|\bphuong tien\b|\bhinh thuc\b|\bloai hinh\b"),
    ),
    (
        MONEY,
        re.compile(
            r"\bkinh phi\b|^(?:ve )?(?:cac )?nguon von\b|^(?:ve )?(?:nguon )?tai chinh$|\bnguon tai chinh\b|^ngan sach (?:thuc hien|dam bao|bao dam)|\bnguon luc (?:tai chinh|thuc hien|de thuc hien|va)"
            r"|^nguon luc\b(?! con nguoi)|^von (?:thuc hien|dau tu)|\bco che tai chinh\b|^du toan\b"
        ),
    ),
    (REPORTS, re.compile(r"\bbao cao\b|\bso ket\b|\btong ket\b")),
    (
        STATE,
        re.compile(
            r"\bthuc trang\b|\bhien trang\b|\btinh hinh\b|\bdac diem\b|\bket qua (?:thuc hien|dat duoc)|\bton tai\b|\bhan che\b"
            r"|\bsu can thiet\b|\bcan cu\b|\bco so (?:phap ly|thuc tien)"
        ),
    ),
    (
        SCOPE,
        re.compile(
            r"\bpham vi\b|\bthoi gian\b|\bdia diem\b|\btien do\b|\blo trinh\b|\btieu chi\b|\bnguyen tac\b|\bnhu cau\b"
        ),
    ),
    (
        DUTIES,
        re.compile(
            r"\bto chuc thuc hien\b|\bto chuc trien khai\b|\bphan cong\b|\btrach nhiem\b|\bnhiem vu\b|\bgiai phap\b|\bnoi dung thuc hien\b"
            r"|\bnoi dung ke hoach\b|\bco quan (?:thuc hien|chu tri|phoi hop)\b|\bdon vi (?:thuc hien|chu tri|phoi hop)\b"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One paragraph of the outline. `text` is without its label, `folded` the same folded; `head` its folded heading ("" for a paragraph
    that heads nothing), `rest` where its words after a heading's colon begin; `parts` what it belongs to."""

    node: Node
    text: str
    folded: str
    head: str
    rest: int
    parts: frozenset[str]
    above: tuple[Step, ...]

    @property
    def at(self) -> Span:
        return self.node.title

    def under(self, part: str) -> bool:
        return part in self.parts


def list_steps(document: Document, folded: str, subject: str = "") -> list[Step]:
    """All paragraphs of the outline in their order; `folded` is the folded text of the document, `subject`
    says whether all of it is about communication."""
    telling = bool(_TELLING.search(fold(subject)))
    return list(_walk(document.text, folded, document.outline, (), frozenset(), (telling, False)))


def body_start(steps: list[Step], after: int) -> int:
    """Where the body begins: its first labelled paragraph after the head; `after` where it has none."""
    labelled = (
        step.node.at.start for step in steps if step.at.start >= after and step.node.kind in _LABELLED
    )
    return next(labelled, after)


@lru_cache(maxsize=4096)
def parts_of(head: str, *, telling: bool = True) -> frozenset[str]:
    """The parts that a folded heading names; topics and channels only where communication is spoken of."""
    if not head:
        return frozenset()
    found = frozenset(part for part, words in _PARTS if words.search(head))
    if telling or _TELLING.search(head):
        return found
    return found - {TOPICS, CHANNELS}


def _walk(
    text: str,
    folded: str,
    nodes: tuple[Node, ...],
    above: tuple[Step, ...],
    parts: frozenset[str],
    state: tuple[bool, bool],
) -> Iterator[Step]:
    """`state`: whether communication is spoken of above, and whether the heading above names several parts."""
    telling, several = state
    for node in nodes:
        words = text[node.title.start : node.title.end]
        bare = folded[node.title.start : node.title.end]
        head, rest = _head(words, bare, node)
        tells = telling or bool(_TELLING.search(head))
        own = parts_of(head, telling=tells)
        if len(words) > _LEAD_IN and words.endswith(":"):
            own &= {GOALS}  # a sentence that leads in a list heads no other part
        step = Step(node, words, bare, head, rest, _belongs(own, parts, head, several=several), above)
        yield step
        if node.children:
            many = len(parts_of(head)) > 1 if head else several
            yield from _walk(text, folded, node.children, (*above, step), step.parts, (tells, many))


def _belongs(own: frozenset[str], above: frozenset[str], head: str, *, several: bool) -> frozenset[str]:
    """What a paragraph belongs to: its own heading's parts, else those above it."""
    if own and not (own <= _WEAK and MONEY in above):
        return own
    if several and (head or len(above - _WEAK) > 1):
        return above - _NARROW
    return above


def _head(text: str, folded: str, node: Node) -> tuple[str, int]:
    """The folded heading and where the words after it begin."""
    colon = text.find(":", 0, _HEAD)
    if colon > 0 and not _is_sentence(text, colon):
        end = colon + 1
        while end < len(text) and text[end] in " \u00a0":
            end += 1
        return folded[:colon].strip(), end
    if len(text) <= _HEAD and (node.children or text.isupper()) and not text.endswith((".", ";")):
        return folded.strip(" :"), len(text)
    if len(text) <= _LISTED and text[-1:] not in ".;,":
        return folded.strip(" :"), len(text)
    return "", 0


def _is_sentence(text: str, colon: int) -> bool:
    """A colon after many words inside a paragraph is a sentence's, not a heading's."""
    return colon + 1 < len(text.rstrip()) and colon > 90
