"""Where the money comes from: the sentences of the part on money that name sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyen.core.reading.sentences import sentences
from quyen.core.reading.steps import DUTIES, MONEY, Step, parts_of
from quyen.core.text.folding import fold
from quyen.core.types import Fact, Span

_SOURCE = re.compile(
    r"\bnguon\b|\bngan sach (?:nha nuoc|trung uong|dia phuong|tinh|thanh pho|cap|hang nam|hang nam|cac cap|xa|huyen)|\bxa hoi hoa\b|\btai tro\b|\bvon (?:dau tu|su nghiep|vay|oda|doanh nghiep|tu nhan|xa hoi|huy dong)\b|\bdu toan (?:chi|ngan sach|hang nam|duoc giao)"
)
# what is done with the money, not where it comes from
_PROCEDURE = re.compile(
    r"\b(?:lap du toan|xay dung du toan|tong hop,? (?:trinh|bao cao)|quyet toan|thanh quyet toan|tham muu|tham dinh|quan ly,? (?:va )?su dung|trinh cap co tham quyen)\b"
)
_SUM = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]\s)?(?:nguon )?(?:von|ngan sach|nguon)\b[^.;:]{0,60}:?\s(?:khoang )?[\d.,]+ (?:ty|trieu|nghin)\b"
)
_LEADS_IN = re.compile(r"[,;.]?\s?(?:(?:bao\s)?gồm|trong đó|cụ thể)?\s?:\Z")
_OPENS = re.compile(
    r"\W*(?:ve )?(?:nguon )?(?:kinh phi|ngan sach)(?: (?:de|cho|trien khai|to chuc|thuc hien|bao dam|dam bao)\b| (?:ke hoach|hoat dong)\b)[^.;:]{0,160}?(?:tu |do |duoc |nguon |theo |trong |su dung|bo tri|lay|:|gom)"
)
_HEADING = re.compile(
    r"(?:ve )?(?:nguon )?(?:kinh phi|von|tai chinh|ngan sach thuc hien|nhiem vu|noi dung|co che tai chinh|nguon luc|thoi gian)\b"
)
_OPENING = 220
_MOST_WORDS = 95  # a longer quotation is no answer to "from where"


def find_budget_source(steps: list[Step]) -> Fact | None:
    """The sources as written; None where no part and no paragraph is about where the money comes from."""
    chosen: list[tuple[str, Span]] = []
    for part in _money_parts(steps):
        chosen = _chosen(part)
        if chosen:
            break
    chosen = chosen or _paragraph(steps)
    if not chosen:
        return None
    text = " ".join(words for words, _ in chosen)
    return Fact(text, Span(chosen[0][1].start, chosen[-1][1].end))


def _money_parts(steps: list[Step]) -> list[list[Step]]:
    """The parts on money, those first that name sources, high ones before the "Kinh phí:" of one task."""
    parts: dict[Span, list[Step]] = {}
    for step in steps:
        if MONEY not in step.parts:
            continue
        owner = next((one for one in (*step.above, step) if MONEY in parts_of(one.head)), None)
        if owner is not None:
            parts.setdefault(owner.at, []).append(step)
    return sorted(parts.values(), key=_rank)


def _rank(part: list[Step]) -> tuple[bool, bool, int]:
    """A list's entry inside a part on duties is about one task's money only."""
    first = part[0]
    inside = first.node.kind in ("dash", "plus") and any(above.under(DUTIES) for above in first.above)
    return not any(_SOURCE.search(step.folded) for step in part), inside, len(first.above)


def _chosen(part: list[Step]) -> list[tuple[str, Span]]:
    told = _told(part)
    sources = [one for one in told if _SOURCE.search(fold(one[0]))]
    plain = [one for one in sources if not _PROCEDURE.search(fold(one[0]))]
    return _within(plain or _with_next(told, sources) or told[:1])


def _told(part: list[Step]) -> list[tuple[str, Span]]:
    """All sentences of a part; but a source with its sum ("Ngân sách tỉnh: 5 tỷ đồng, gồm:") stands for the list of
    what it pays for."""
    told: list[tuple[str, Span]] = []
    sums: set[Span] = set()
    for step in part:
        if sums and any(above.at in sums for above in step.above):
            continue
        if step.node.children and _SUM.match(step.folded):
            sums.add(step.at)
            told.append((_LEADS_IN.sub("", step.text.strip()), step.at))
        else:
            told += _sentences(step)
    return told


def _with_next(told: list[tuple[str, Span]], sources: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """A source inside a procedure, with the sentence after it that says what if the money is short."""
    if not sources:
        return []
    place = told.index(sources[0])
    return told[place : place + 1] + [
        one for one in told[place + 1 : place + 2] if "kinh phi" in fold(one[0])
    ]


def _sentences(step: Step) -> Iterator[tuple[str, Span]]:
    """The paragraph's sentences; a heading gives only the words after its colon, a label of a source stays."""
    start = 0
    if step.head and _HEADING.match(step.head):
        start = step.rest
    for words, at in sentences(step.text, step.at.start, start):
        if not words.rstrip().endswith(":") and len(words.split()) > 2 and not _is_title(step, words):
            yield words.strip(), at


def _is_title(step: Step, words: str) -> bool:
    return bool(step.node.children) and len(words) == len(step.text.strip()) and not words.endswith(".")


def _within(chosen: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """As many as fit; the first always."""
    kept: list[tuple[str, Span]] = []
    count = 0
    for words, at in chosen:
        count += len(words.split())
        if kept and count > _MOST_WORDS:
            break
        kept.append((words, at))
    return kept


def _paragraph(steps: list[Step]) -> list[tuple[str, Span]]:
    """A paragraph of another part that opens with "Kinh phí thực hiện ... từ nguồn ..."."""
    for step in steps:
        opening = step.folded[:_OPENING]  # most paragraphs do not begin so
        if not ("kinh phi" in opening or "ngan sach" in opening):
            continue
        if _OPENS.match(step.folded, 0, _OPENING) and _SOURCE.search(step.folded):
            found = [one for one in sentences(step.text, step.at.start) if _SOURCE.search(fold(one[0]))]
            return [(words.strip(), at) for words, at in found[:2]]
    return []
