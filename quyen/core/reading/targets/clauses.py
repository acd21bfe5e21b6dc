"""The clause of each figure: two figures in one sentence are two targets, each with its own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from quyen.core.reading.targets.figures import Figure
from quyen.core.text.folding import CAPITALS, SMALL

# (the sign itself comes first, so that a search skips all letters)
_ENDS = re.compile(rf"[;.)%\n\t](?:(?<=;)\s?|(?<=[{SMALL}]\.)\s(?=[{CAPITALS}\d])|(?<=[)%])\.\s|(?<=[\n\t]))")
_PARTS = re.compile(r",\s(?:và\s)?|\s(?:và|đồng thời|trong đó)\s")
_LEAD_IN = re.compile(r":\s")
_SAYS_GOAL = re.compile(r"mục tiêu|chỉ tiêu|cụ thể|như sau|sau đây|trong đó|gồm|phấn đấu đạt|kết quả", re.I)
_VERB = re.compile(
    r"(?<!\w)(?:được|đạt|có|thực hiện|bố trí|phải|hoàn thành|sử dụng|đưa|xây dựng|tham gia|triển khai|bảo đảm|đảm bảo|ứng dụng|tổ chức|tăng|giảm)(?!\w)"
)
_LONG_LEAD = 90
# words that open a figure, in small letters: "phấn đấu có ít nhất 10%", "giảm 60%"
_OPENING = re.compile(
    r"(?:(?:phấn đấu|bảo đảm|đảm bảo|tối thiểu|ít nhất|trên|dưới|khoảng|đạt|có|duy trì|giảm|tăng|thêm|hơn|từ|cho|tại|xử lý|phát hiện,? xử lý|hàng năm|hằng năm|mỗi năm"
    r"|không quá|tối đa|bình quân|≥|≤|>|<|tỷ lệ|số|được|đến|cả|toàn bộ|lên|xuống|còn|ít hơn|nhiều hơn|vượt|gần|trung bình|tiếp tục|phải|thu hút|hoàn thành|xây dựng|tổ chức)\s?,?\s?)+\Z"
)


def clauses(text: str, lowered: str, figures: list[Figure]) -> Iterator[tuple[Figure, int, int]]:
    """Each figure with the start and end of its clause; `lowered` is the text in small letters."""
    bounds = [0, *_ends(text, figures), len(text) + 1]
    place = 0
    for start, stop in pairwise(bounds):
        inside = []
        while place < len(figures) and figures[place].start < stop:
            inside.append(figures[place])
            place += 1
        if inside:
            yield from _cut(
                text, lowered, _without_lead(text, lowered, start, inside[0]), min(stop, len(text)), inside
            )


def _ends(text: str, figures: list[Figure]) -> Iterator[int]:
    """Ends of clauses; a semicolon inside a long subject ("100% người dân ở A; ở B được ...") is none."""
    openings = [figure.start for figure in figures]
    start = 0
    for found in _ENDS.finditer(text):
        if start > openings[-1]:
            return  # no figure is left
        first, last = bisect_left(openings, start), bisect_left(openings, found.start())
        if first < last and found[0].startswith(";") and _opens(text, start, figures[first]):
            following = openings[last] if last < len(openings) else len(text)
            if _goes_on(text, openings[last - 1], found, following):
                continue
        yield found.end()
        start = found.end()


def _goes_on(text: str, last: int, ends: re.Match[str], following: int) -> bool:
    """No verb so far after the last figure, and what follows is no clause with a figure first."""
    if _VERB.search(text, last, ends.start()) or not text[ends.end() : ends.end() + 1].islower():
        return False
    return following >= ends.end() + 25


def _without_lead(text: str, lowered: str, start: int, first: Figure) -> int:
    """Where the clause begins after a lead-in like "... các chỉ tiêu sau: "."""
    for found in _LEAD_IN.finditer(text, start, first.start):
        lead = text[start : found.start()]
        if len(lead) > _LONG_LEAD or _SAYS_GOAL.search(lead):
            start = found.end()
    if lowered.find("mục tiêu", start, first.start) < 0:
        return start
    opened = _opening(lowered, start, first)
    return opened if lowered.find("mục tiêu", start, opened) >= 0 else start


def _opening(lowered: str, floor: int, figure: Figure) -> int:
    """Where the words begin that belong to the figure ("phấn đấu ít nhất 55%")."""
    found = _OPENING.search(lowered, max(floor, figure.start - 60), figure.start)
    return found.start() if found and found.start() >= floor else figure.start


def _cut(
    text: str, lowered: str, start: int, stop: int, inside: list[Figure]
) -> Iterator[tuple[Figure, int, int]]:
    for place, figure in enumerate(inside):
        end = stop
        if place + 1 < len(inside):
            end = _between(text, lowered, start, figure, inside[place + 1])
        shared = text.startswith(" và ", end) and not _VERB.search(text, figure.end, end)
        yield figure, start, stop if shared and _opens(text, start, figure) else end
        start = end
        joint = _PARTS.match(text, start)
        if joint:
            start = joint.end()


def _opens(text: str, start: int, figure: Figure) -> bool:
    """A share that stands first in its clause, so that a verb at the end is for it too."""
    return figure.share and len(text[start : figure.start].split()) < 4


def _between(text: str, lowered: str, start: int, figure: Figure, following: Figure) -> int:
    """The cut between two figures: after the first where its subject stands before it, else before the second."""
    opened = _opening(lowered, figure.end, following)
    parts = [found for found in _PARTS.finditer(text, figure.end, opened) if found.end() <= opened]
    if not parts:
        return opened
    before = len(text[start : figure.start].split())
    after = len(text[figure.end : parts[0].start()].split())
    chosen = parts[0] if before >= 4 and after <= 4 else parts[-1]
    return chosen.start()
