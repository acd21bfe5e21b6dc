"""What the form of a document asks for and is not there.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I: number and symbol, place and date, legal bases, the authority of the
signature, the line "Lưu" of the recipients, annexes that the text refers to. News items about a plan have no form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quyen.core.reading.findings.words import Words
from quyen.core.text.folding import fold
from quyen.core.types import Document, Finding, Node, Reading, Span, Table

_PLANS = ("Kế hoạch", "Chương trình", "Đề án", "Phương án")
_BASES = (
    *("can cu", "nghi quyet", "quyet dinh so", "chi thi", "luat", "nghi dinh", "thong tu", "cong van"),
    *("cong dien", "ket luan", "thong bao"),
)
_BASIS = re.compile(rf"\b(?:{'|'.join(_BASES)})\b")
_PARTS = ("roman", "number", "dieu", "phan", "chuong", "muc")
_OPENING = 4000  # where the bases of a document stand
_ANNEX_NAMED = re.compile(
    r"phụ lục(?: (?:số )?(?:[ivx]{1,5}|\d{1,2})\b)?(?P<with> (?:ban hành )?(?:kèm theo|đính kèm))?"
)
_SENDS = re.compile(r"(?:tại|theo|xem|trong|ở)(?: các| cột| mục| phần| biểu)? \Z")
_OTHERS = re.compile(
    r" *,? *(?:ban hành |kèm theo |của |tại )*(?:thông tư|nghị định|quyết định|luật|nghị quyết|công văn|hướng dẫn|chương trình|đề án)\b(?! này)"
)
_ANNEX_HEAD = re.compile(r"[\W_]*(?:phu luc|bieu mau|bieu so|mau so|danh muc|bang phan cong|de cuong|mau\b)")
_ANNEX_LETTERS = frozenset(letter for letter in map(chr, range(0x1F00)) if fold(letter) in "pbmd")
_FOR_HEAD = re.compile(r"KT\.\s?CHỦ TỊCH")
_COLLECTIVE = re.compile(r"TM\.?\s{0,2}(?:ỦY|UỶ)\sBAN|TM\.?\s{0,2}UBND")


def find_form(reading: Reading, words: Words) -> Iterator[Finding]:
    kind = reading.doc_type.text if reading.doc_type else ""
    if kind.startswith("tin bài") or not reading.doc_type:
        return
    yield from _head(reading, reading.doc_type.at)
    if kind.startswith(_PLANS):
        yield from _bases(reading, reading.doc_type.at)
    yield from _ending(reading, kind)
    yield from _annexes(reading.document, words)
    yield from _bare_headings(reading.document)


def _head(reading: Reading, at: Span) -> Iterator[Finding]:
    """Only a document that ends as one (recipients or a signature) is asked for its head."""
    if not reading.recipients and not reading.signer:
        return
    if not reading.number:
        place = reading.symbol.at if reading.symbol else at
        yield Finding("no_number", "Văn bản chưa có số.", place, None, 0.8)
    if not reading.date:
        yield Finding("no_date", "Văn bản không ghi ngày, tháng, năm ban hành.", at, None, 0.8)


def _bases(reading: Reading, at: Span) -> Iterator[Finding]:
    """A plan whose words before its first part name no document at all."""
    if reading.legal_bases:
        return
    end = _first_part(reading.document.outline, at.end) or at.end + _OPENING
    opening = fold(reading.text[at.end : min(end, at.end + _OPENING)])
    if not any(basis in opening for basis in _BASES) or not _BASIS.search(opening):
        yield Finding("no_basis", "Văn bản không nêu căn cứ pháp lý nào.", at, None, 0.75)


def _first_part(nodes: tuple[Node, ...], after: int) -> int | None:
    """Where the first numbered part begins."""
    for node in nodes:
        if node.at.end <= after:
            continue
        if node.kind in _PARTS and node.at.start >= after:
            return node.at.start
        below = _first_part(node.children, after)
        if below:
            return below
    return None


def _ending(reading: Reading, kind: str) -> Iterator[Finding]:
    # the line is the last one as a rule
    if len(reading.recipients) >= 3 and not any(
        "luu" in fold(one.text) for one in reversed(reading.recipients)
    ):
        message = "Nơi nhận thiếu dòng “Lưu” (nơi lưu văn bản)."
        yield Finding("no_archive", message, reading.recipients[-1].at, None, 0.7)
    symbol = reading.symbol.text if reading.symbol else ""
    if not kind.startswith(_PLANS) or not symbol.endswith("-UBND"):
        return
    signed = _FOR_HEAD.search(reading.text) if "KT." in reading.text else None
    if signed and not _COLLECTIVE.search(reading.text):
        message = (
            "Kế hoạch của Ủy ban nhân dân ký thay mặt tập thể: thiếu “TM. ỦY BAN NHÂN DÂN” trên chức vụ."
        )
        yield Finding("no_authority", message.replace("Kế hoạch", kind, 1), Span(*signed.span()), None, 0.8)


# --- annexes ----------------------------------------------------------------------------------------


def _annexes(document: Document, words: Words) -> Iterator[Finding]:
    """An annex that the text sends to, in a file that holds none."""
    for named in _ANNEX_NAMED.finditer(words.lower) if "phụ lục" in words.lower else ():
        sends = named["with"] or _SENDS.search(words.lower[max(0, named.start() - 16) : named.start()])
        if not sends or _OTHERS.match(words.lower, named.end()):
            continue
        if not _has_annex(document):
            message = "Văn bản dẫn đến phụ lục nhưng trong tệp không có phụ lục nào."
            yield Finding("no_annex", message, Span(*named.span()), None, 0.75)
        return


def _has_annex(document: Document) -> bool:
    return any(_is_annex(document.text, at.start) for at in _places(document))


def _is_annex(text: str, start: int) -> bool:
    first = text[start : start + 1]
    if first.isalnum() and first not in _ANNEX_LETTERS:
        return False  # most paragraphs begin with another letter
    return _ANNEX_HEAD.match(fold(text[start : start + 60])) is not None


def _places(document: Document) -> Iterator[Span]:
    """Paragraphs, and the first cells of tables."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (cell.at for cell in block.cells[:4])
        else:
            yield block.at


# --- headings ---------------------------------------------------------------------------------------


def _bare_headings(document: Document) -> Iterator[Finding]:
    """A part in capitals that the next part follows at once."""
    tables = [block.at.start for block in document.blocks if isinstance(block, Table)]
    for nodes in _sibling_lists(document.outline):
        for one, two in pairwise(nodes):
            if one.kind != "roman" or two.kind != "roman" or one.children or not _is_heading(document, one):
                continue
            if one.at.end <= one.title.end and not any(
                one.at.end <= start < two.at.start for start in tables
            ):
                message = "Đề mục không có nội dung nào bên dưới."
                yield Finding("bare_heading", message, one.title, None, 0.8)


def _sibling_lists(nodes: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
    """The steps of the highest levels, where parts stand."""
    yield nodes
    yield from (node.children for node in nodes if node.kind in ("annex", "plain", "phan", "chuong"))


def _is_heading(document: Document, node: Node) -> bool:
    title = document.cut(node.title)
    return title.isupper() and len(title) < 160 and not title.endswith((".", ";"))
