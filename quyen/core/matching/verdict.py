"""What a matched pair says: covered or differs, why, and how sure."""

from __future__ import annotations

import re
from typing import NamedTuple

from quyen.core.matching.claims import Claim, Figure
from quyen.core.matching.figures import asks_less, equal, figure_in, numbers_differ, said, same_unit
from quyen.core.matching.portrait import Portrait

COVERED, DIFFERS, MISSING = "covered", "differs", "missing"
AREA = re.compile(
    r"(?:trên địa bàn|trong phạm vi|thuộc|của|tại|ở)\s+(?:toàn\s+)?(?:cấp\s+)?"
    r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu|Tỉnh|Thành phố)\b(?!\s*,)",
)


class Verdict(NamedTuple):
    state: str
    reason: str
    sure: float
    above: str | None = None
    below: str | None = None
    lower: bool = False  # the child asks for less than the parent does


def missing(nearest: float) -> Verdict:
    """`nearest` is the likeness of the best claim that was not good enough."""
    sure = round(max(0.05, min(1.0, 1.0 - nearest)), 3)
    reason = "Không thấy mục hay câu nào nêu nội dung này."
    if nearest >= 0.45:
        reason = "Không thấy nội dung này; có chỗ dùng từ gần giống nhưng nói về việc khác."
    return Verdict(MISSING, reason, sure)


def verdict(row: Portrait, claim: Portrait, alike: float, *, joint: bool) -> Verdict:
    """`alike` is the pair's likeness; `joint` where the claim serves other rows too."""
    sure = round(min(1.0, alike) * (0.8 if claim.claim.kind in ("sentence", "paragraph") else 1.0), 3)
    above, below = row.claim, claim.claim
    if above.kind == "target" and above.figure:
        found = _figures(above.figure, above, below)
    elif above.kind == "task":
        found = _deadlines(above, below)
    else:
        found = _named(above, below)
    notes = [
        found.reason,
        _where(above, below),
        "Nêu chung trong một câu với nội dung khác." if joint else "",
    ]
    return found._replace(reason=" ".join(note for note in notes if note), sure=sure)


def _figures(wanted: Figure, above: Claim, below: Claim) -> Verdict:
    has = below.figure or figure_in(below.text, wanted)
    one, two = said(wanted), said(has)
    if has is None:
        return Verdict(
            DIFFERS, f"Có nêu nhưng không nêu con số; văn bản trên là {one}.", 0.0, one, "không nêu số"
        )
    if equal(wanted, has):
        return Verdict(COVERED, f"Cùng nội dung, cùng mức {one}.", 0.0, one, two)
    reason = f"Cùng nội dung nhưng khác mức: {_against(wanted, has)}."
    return Verdict(DIFFERS, reason, 0.0, one, two, asks_less(wanted, has))


def _against(wanted: Figure, has: Figure) -> str:
    """ "văn bản trên 70%, văn bản này 100% (cao hơn)"."""
    both = f"văn bản trên {said(wanted)}, văn bản này {said(has)}"
    if not same_unit(wanted, has) or wanted.value == has.value:
        return both
    return f"{both} ({'cao hơn' if has.value > wanted.value else 'thấp hơn'})"


def _deadlines(above: Claim, below: Claim) -> Verdict:
    if above.due and below.due and below.due > above.due:
        reason = (
            f"Cùng nhiệm vụ nhưng hạn muộn hơn: văn bản trên {above.deadline}, văn bản này {below.deadline}."
        )
        return Verdict(DIFFERS, reason, 0.0, above.deadline, below.deadline)
    return Verdict(COVERED, "Có nhiệm vụ này.", 0.0)


def _named(above: Claim, below: Claim) -> Verdict:
    differing = numbers_differ(above, below)
    if differing:
        one, two = differing
        return Verdict(
            DIFFERS, f"Cùng nội dung nhưng khác số: văn bản trên {one}, văn bản này {two}.", 0.0, one, two
        )
    return Verdict(COVERED, "Có nêu nội dung này.", 0.0)


def _where(above: Claim, below: Claim) -> str:
    narrower = AREA.search(below.text)
    if narrower and not AREA.search(above.text):
        return f"Phạm vi hẹp hơn: “{narrower.group()}”."
    return ""
