"""When reports are due: the sentences that ask for a report and name a time."""

from __future__ import annotations

import re

from quyen.core.reading.sentences import sentences
from quyen.core.reading.steps import REPORTS, STATE, Step
from quyen.core.text.folding import fold
from quyen.core.types import Fact, Span

_REPORT = re.compile(r"\bbao cao\b")
_DAY = re.compile(
    r"\b(?:truoc|cham nhat|vao|den|sau)\s(?:\w+\s){0,2}?(?:ngay|thang|quy|\d{1,2}[/h])\b|\b(?:ngay|thang) \d{1,2}\b|\b\d{1,2}/\d{1,2}\b"
    r"|\b(?:hang|hang|moi) (?:ngay|tuan|thang|quy|nam)\b|\b0?[1-6] thang(?: \w+)?\b|\b\d+ (?:lan|thang)\s?/\s?(?:ngay|nam|lan)|\btheo quy\b|\bmot lan\b"
)
_TIME = re.compile(r"\bdinh ky\b|\bdot xuat\b|\bso ket\b.{0,60}\bnam\b|\bhang\b|\bhang nam\b")
_NOT_DUE = re.compile(
    r"\b(?:neu|truong hop)\b[^.]{0,80}\b(?:kho khan|vuong mac|phat sinh|vuot tham quyen)|\bkip thoi (?:bao cao|phan anh)\b|\bphan anh\b"
)
_NO_REPORT = re.compile(
    r"\bbao cao (?:vien|kinh te|chinh tri|danh gia tac dong|nghien cuu kha thi)\b|\b(?:ban|mau|noi dung|so lieu) bao cao\b"
)
_MOST_WORDS = 160


def find_report_deadline(steps: list[Step], start: int) -> Fact | None:
    """The sentences in their order, as written; those that name a day before those that say "định kỳ" only."""
    dated: list[tuple[str, Span]] = []
    regular: list[tuple[str, Span]] = []
    for step in steps:
        if step.at.start < start or step.under(STATE) or step.node.kind == "footnote":
            continue
        if "áo cáo" not in step.text and "ÁO CÁO" not in step.text:
            continue
        for words, at in _clauses(step):
            (dated if _DAY.search(fold(words)) else regular).append((words, at))
    chosen = dated or regular
    return _fact(_fit(chosen))


def _clauses(step: Step) -> list[tuple[str, Span]]:
    found = []
    for words, at in sentences(step.text, step.at.start):
        folded = fold(words)
        if not _REPORT.search(folded) or _NOT_DUE.search(folded) or len(words) > 1200:
            continue
        if _names_time(folded, in_part=step.under(REPORTS)):
            found.append(_narrowed(words, at))
    return found


def _names_time(folded: str, *, in_part: bool) -> bool:
    """A time and a report in one sentence, near each other unless the part is about reports."""
    for report in _REPORT.finditer(folded):
        if _NO_REPORT.match(folded, report.start()) or _NO_REPORT.match(folded, max(0, report.start() - 9)):
            continue
        reach = folded if in_part else folded[max(0, report.start() - 130) : report.end() + 200]
        if _DAY.search(reach) or _TIME.search(reach):
            return True
    return False


def _narrowed(words: str, at: Span) -> tuple[str, Span]:
    """Of a long sentence the clause (between semicolons) that speaks of the report, with its time."""
    if len(words.split()) <= 60 or ";" not in words:
        return words, at
    start = 0
    for piece in words.split(";"):
        folded = fold(piece)
        if _REPORT.search(folded) and (_DAY.search(folded) or _TIME.search(folded)):
            first = at.start + start + len(piece) - len(piece.lstrip())
            return piece.strip(), Span(first, first + len(piece.strip()))
        start += len(piece) + 1
    return words, at


def _fit(chosen: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    kept: list[tuple[str, Span]] = []
    count = 0
    for words, at in chosen:
        count += len(words.split())
        if kept and count > _MOST_WORDS:
            break
        kept.append((words, at))
    return kept


def _fact(chosen: list[tuple[str, Span]]) -> Fact | None:
    if not chosen:
        return None
    return Fact(" ".join(words for words, _ in chosen), Span(chosen[0][1].start, chosen[-1][1].end))
