"""The outline as a list: each paragraph with the headings it stands under and what part of a plan it is.

Parts are told by the words of headings in general use (Nghị định 30/2020/NĐ-CP names none): goals, audiences,
topics, channels, money, reports, state of affairs. A heading that names several parts leaves the choice to the
headings below it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

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

_TELLING_WORDS = ("truyen", "pho bien", "thong tin doi ngoai", "giao duc phap luat", "quang ba")
_SPOKEN = frozenset((TOPICS, CHANNELS))
_GOALS_ONLY = frozenset((GOALS,))
_NO_PART: frozenset[str] = frozenset()
_new = tuple.__new__  # makes a step in a fifth of the time that `Step(...)` takes

# what a folded heading holds for each part; several may fit. Most headings hold none of a part's words (the second
# entry), which is told sooner than that its pattern does not fit.
_PARTS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        AUDIENCES,
        ("doi tuong", "cong chung muc tieu", "nhom dich"),
        re.compile(
            r"\bdoi tuong\b(?!.*\b(?:khen thuong|kiem ke|kiem tra|thanh tra|giam sat|quan trac|xu ly|khao sat|dieu tra|danh gia|nop|chiu|vay|dieu chinh"
            r"|chinh sach|bao tro|ho tro|dau tu|quan ly|cham diem|dinh gia|dau tranh|thu thap|boi thuong|mien giam)\b)|\bcong chung muc tieu|\bnhom dich\b"
        ),
    ),
    (
        GOALS,
        ("muc tieu", "chi tieu", "ket qua ", "phan dau dat"),
        re.compile(
            r"\bmuc tieu\b|\bchi tieu\b|\bket qua (?:can dat|mong doi|dau ra|phan dau)|\bphan dau dat\b"
        ),
    ),
    (
        PURPOSE,
        ("muc dich", "yeu cau", "quan diem", "y nghia"),
        re.compile(r"\bmuc dich\b|\byeu cau\b|\bquan diem\b|\by nghia\b"),
    ),
    (TOPICS, ("noi dung", "chu de", "thong diep"), re.compile(r"\bnoi dung\b|\bchu de\b|\bthong diep\b")),
    (
        CHANNELS,
        ("nen tang", "kenh", "phuong thuc", "phuong tien", "hinh thuc", "loai hinh"),
        re.compile(r"\bnen tang\b|\bkenh\b|\bphuong thuc\b|\bphuong tien\b|\bhinh thuc\b|\bloai hinh\b"),
    ),
    (
        MONEY,
        ("kinh phi", "nguon ", "tai chinh", "ngan sach ", "von ", "du toan"),
        re.compile(
            r"\bkinh phi\b|^(?:ve )?(?:cac )?nguon von\b|^(?:ve )?(?:nguon )?tai chinh$|\bnguon tai chinh\b|^ngan sach (?:thuc hien|dam bao|bao dam)|\bnguon luc (?:tai chinh|thuc hien|de thuc hien|va)"
            r"|^nguon luc\b(?! con nguoi)|^von (?:thuc hien|dau tu)|\bco che tai chinh\b|^du toan\b"
        ),
    ),
    (REPORTS, ("bao cao", "so ket", "tong ket"), re.compile(r"\bbao cao\b|\bso ket\b|\btong ket\b")),
    (
        STATE,
        (
            "thuc trang",
            "hien trang",
            "tinh hinh",
            "dac diem",
            "ket qua ",
            "ton tai",
            "han che",
            "su can thiet",
            "can cu",
            "co so ",
        ),
        re.compile(
            r"\bthuc trang\b|\bhien trang\b|\btinh hinh\b|\bdac diem\b|\bket qua (?:thuc hien|dat duoc)|\bton tai\b|\bhan che\b"
            r"|\bsu can thiet\b|\bcan cu\b|\bco so (?:phap ly|thuc tien)"
        ),
    ),
    (
        SCOPE,
        ("pham vi", "thoi gian", "dia diem", "tien do", "lo trinh", "tieu chi", "nguyen tac", "nhu cau"),
        re.compile(
            r"\bpham vi\b|\bthoi gian\b|\bdia diem\b|\btien do\b|\blo trinh\b|\btieu chi\b|\bnguyen tac\b|\bnhu cau\b"
        ),
    ),
    (
        DUTIES,
        ("to chuc ", "phan cong", "trach nhiem", "nhiem vu", "giai phap", "noi dung ", "co quan ", "don vi "),
        re.compile(
            r"\bto chuc thuc hien\b|\bto chuc trien khai\b|\bphan cong\b|\btrach nhiem\b|\bnhiem vu\b|\bgiai phap\b|\bnoi dung thuc hien\b"
            r"|\bnoi dung ke hoach\b|\bco quan (?:thuc hien|chu tri|phoi hop)\b|\bdon vi (?:thuc hien|chu tri|phoi hop)\b"
        ),
    ),
)


class Step(NamedTuple):
    """One paragraph of the outline. `text` is without its label, `folded` the same folded; `head` its folded heading ("" for a paragraph
    that heads nothing), `rest` where its words after a heading's colon begin; `parts` what it belongs to."""

    node: Node
    text: str
    folded: str
    head: str
    rest: int
    parts: frozenset[str]
    above: tuple[Step, ...]
    at: Span  # the place of `text`
    colon: int  # where the first colon stands in it, -1 for none

    def under(self, part: str) -> bool:
        return part in self.parts


def list_steps(document: Document, folded: str, subject: str = "") -> list[Step]:
    """All paragraphs of the outline in their order; `folded` is the folded text of the document, `subject`
    says whether all of it is about communication."""
    telling = bool(_TELLING.search(fold(subject)))
    steps: list[Step] = []
    _walk(steps, (document.text, folded), document.outline, ((), _NO_PART), (telling, False))
    return steps


def body_start(steps: list[Step], after: int) -> int:
    """Where the body begins: its first labelled paragraph after the head; `after` where it has none."""
    for step in steps:
        if step.node.kind in _LABELLED and step.node.at.start >= after:
            return step.node.at.start
    return after


@lru_cache(maxsize=1024)
def parts_of(head: str, *, telling: bool = True) -> frozenset[str]:
    """The parts that a folded heading names; topics and channels only where communication is spoken of."""
    found = []
    for part, words, pattern in _PARTS:
        for word in words:
            if word in head:
                if pattern.search(head):
                    found.append(part)
                break
    if not found:
        return _NO_PART
    named = frozenset(found)
    return named if telling or _tells(head) else named - _SPOKEN


@lru_cache(maxsize=1024)
def _tells(head: str) -> bool:
    """Whether a folded heading speaks of communication."""
    for word in _TELLING_WORDS:
        if word in head:
            return bool(_TELLING.search(head))
    return False


def _walk(
    steps: list[Step],
    texts: tuple[str, str],
    nodes: tuple[Node, ...],
    upper: tuple[tuple[Step, ...], frozenset[str]],
    state: tuple[bool, bool],
) -> None:
    """Adds the nodes and all below them. `texts`: the text and its folded form; `upper`: the headings above and
    what they belong to; `state`: whether communication is spoken of above, and whether the heading above names
    several parts."""
    text, folded = texts
    above, parts = upper
    telling, several = state
    for node in nodes:
        children = node.children
        start, end = at = node.title
        words, bare = text[start:end], folded[start:end]
        head, rest, tells, many, own, named = "", 0, telling, several, parts, _NO_PART
        colon = words.find(":")
        if end - start <= _HEAD or 0 < colon < _HEAD:  # most paragraphs head nothing
            head, rest = _head(words, bare, colon, bool(children))
        if head:
            named = parts_of(head)
            many = len(named) > 1
            tells = telling or _tells(head)
            if named:
                named = _narrowed(named, words, tells)
        if named or several:
            own = _belongs(named, parts, head, several)
        step = _new(Step, (node, words, bare, head, rest, own, above, at, colon))
        steps.append(step)
        if children:
            _walk(steps, texts, children, ((*above, step), own), (tells, many))


def _narrowed(named: frozenset[str], words: str, tells: bool) -> frozenset[str]:
    """What a heading names, without topics and channels where nothing is said of communication."""
    if not tells:
        named -= _SPOKEN
    if len(words) > _LEAD_IN and words[-1] == ":":
        named &= _GOALS_ONLY  # a sentence that leads in a list heads no other part
    return named


def _belongs(own: frozenset[str], above: frozenset[str], head: str, several: bool) -> frozenset[str]:
    """What a paragraph belongs to: its own heading's parts, else those above it."""
    if own and not (own <= _WEAK and MONEY in above):
        return own
    if several and (head or len(above - _WEAK) > 1):
        return above - _NARROW
    return above


def _head(text: str, folded: str, colon: int, children: bool) -> tuple[str, int]:
    """The folded heading and where the words after it begin; `colon`: where the first colon stands, -1 for none."""
    size = len(text)
    if 0 < colon < _HEAD and not (colon > 90 and _is_sentence(text, colon)):
        end = colon + 1
        while end < size and text[end] in " \u00a0":
            end += 1
        return folded[:colon].strip(), end
    if size > _HEAD:
        return "", 0
    last = text[-1:]
    if last == ";" or last == ".":
        return "", 0  # as most paragraphs end
    if (size <= _LISTED and last != ",") or children or text.isupper():
        return folded.strip(" :"), size
    return "", 0


def _is_sentence(text: str, colon: int) -> bool:
    """A colon after many words inside a paragraph is a sentence's, not a heading's."""
    return colon + 1 < len(text.rstrip())
