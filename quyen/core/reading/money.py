"""Where the money comes from: the sentences of the part on money that name sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyen.core.reading.sentences import sentences
from quyen.core.reading.steps import MONEY, Step, parts_of
from quyen.core.text.folding import fold
from quyen.core.types import Fact, Span

_SOURCE = re.compile(
    r"\bnguon\b|\bngan sach (?:nha nuoc|trung uong|dia phuong|tinh|thanh pho|cap|hang nam|hang nam|cac cap|xa|huyen)|\bxa hoi hoa\b|\btai tro\b|\bvon (?:dau tu|su nghiep|vay|oda)\b|\bdu toan (?:chi|ngan sach|hang nam|duoc giao)"
)
# what is done with the money, not where it comes from
_PROCEDURE = re.compile(
    r"\b(?:lap du toan|xay dung du toan|tong hop,? (?:trinh|bao cao)|quyet toan|thanh quyet toan|tham muu|tham dinh|quan ly,? (?:va )?su dung|trinh cap co tham quyen)\b"
)
_OPENS = re.compile(
    r"\W*(?:ve )?(?:nguon )?(?:kinh phi|ngan sach)(?: (?:de|cho|trien khai|to chuc|thuc hien|bao dam|dam bao)\b| (?:ke hoach|hoat dong)\b)[^.;:]{0,160}?(?:tu |do |duoc |nguon |theo |trong |su dung|bo tri|lay|:|gom)"
)
_MOST_WORDS = 75  # a longer quotation is no answer to "from where"


def find_budget_source(steps: list[Step]) -> Fact | None:
    """The sources as written; None where no part and no paragraph is about where the money comes from."""
    part = [step for step in steps if MONEY in step.parts and _is_money(step)]
    chosen = _chosen(part) or _paragraph(steps)
    if not chosen:
        return None
    text = " ".join(words for words, _ in chosen)
    return Fact(text, Span(chosen[0][1].start, chosen[-1][1].end))


def _is_money(step: Step) -> bool:
    """Under a heading on money alone, or on money and something else but with words on money."""
    owner = (
        step
        if MONEY in parts_of(step.head)
        else next((above for above in reversed(step.above) if MONEY in parts_of(above.head)), None)
    )
    return owner is not None


def _chosen(part: list[Step]) -> list[tuple[str, Span]]:
    told = [one for step in part for one in _sentences(step)]
    sources = [one for one in told if _SOURCE.search(fold(one[0]))]
    plain = [one for one in sources if not _PROCEDURE.search(fold(one[0]))]
    return _within(plain or sources[:1] or told[:1])


def _sentences(step: Step) -> Iterator[tuple[str, Span]]:
    start = step.rest if step.head and step.rest < len(step.text) else 0
    if step.head and step.rest >= len(step.text) and step.node.children:
        return
    if step.head and step.rest >= len(step.text) and len(step.text.split()) < 6:
        return
    for words, at in sentences(step.text, step.at.start, start):
        if not words.rstrip().endswith(":") and len(words.split()) > 2:
            yield words.strip(), at


def _within(chosen: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """As many as fit; the first always."""
    kept: list[tuple[str, Span]] = []
    count = 0
    for words, at in chosen:
        count += len(words.split())
        if kept and count > _MOST_WORDS * 2:
            break
        kept.append((words, at))
    return kept


def _paragraph(steps: list[Step]) -> list[tuple[str, Span]]:
    """A paragraph of another part that opens with "Kinh phí thực hiện ... từ nguồn ..."."""
    for step in steps:
        if _OPENS.match(fold(step.text[:220])) and _SOURCE.search(fold(step.text)):
            found = [one for one in sentences(step.text, step.at.start) if _SOURCE.search(fold(one[0]))]
            return [(words.strip(), at) for words, at in found[:2]]
    return []
