"""Targets: clauses with a figure and its subject, wherever they stand, and tables of indicators.

Shares count anywhere but in parts on money and on the state of affairs; counts only where the text speaks of
goals. What is now, how work is to be done and sums of money are no targets (the contract of a reading).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyen.core.reading.steps import GOALS, MONEY, STATE, Step
from quyen.core.reading.targets.clauses import clauses
from quyen.core.reading.targets.figures import Figure, find_figures
from quyen.core.reading.targets.tables import table_targets
from quyen.core.reading.targets.wording import comparator, due_year, subject, unit
from quyen.core.text.folding import fold, small
from quyen.core.types import Document, Span, Table, Target

__all__ = ["find_targets"]

_GOAL_WORDS = re.compile(r"\b(?:phan dau|chi tieu|muc tieu)\b")
# both on small letters
_NOW = re.compile(
    r"\b(?:hiện nay|hiện có|hiện tại|đến nay|tính đến|thời gian qua|những năm qua|năm qua|đã (?:đạt|có|hoàn thành|thực hiện|triển khai)|ước đạt|thực tế|còn tồn tại|mới đạt|(?<!chứng )chỉ đạt|thực trạng)\b"
)
_NOW_SIGNS = (
    "hiện ",
    "đến nay",
    "tính đến",
    "qua",
    "đã ",
    "ước đạt",
    "thực t",
    "còn tồn tại",
    "mới đạt",
    "chỉ đạt",
)
_COUNT_VERBS = re.compile(
    r"\b(?:phấn đấu|ít nhất|tối thiểu|xây dựng|thành lập|có|đạt|tổ chức|hoàn thành|sản xuất|biên soạn|xuất bản|tái bản|triển khai|đào tạo|bồi dưỡng|duy trì|phát triển"
    r"|hình thành|giảm|tăng|thu hút|hỗ trợ|mỗi|đón|tạo|giải quyết|nâng|trồng|đăng ký|công nhận|tại|không quá|không dưới|tối đa|vượt|hơn|từ|top|tốp|nhóm|nằm trong|thuộc|trên|dưới|khoảng|còn|in)\b"
)
_CLAUSE_END = re.compile(r"[;\n]|\.\s")
_FOOTNOTE = re.compile(r"\s*\[\d{1,3}\]|\s*\(\d{1,2}\)\s[A-ZĐ]")
_QUOTED_TITLE = re.compile(r"[“\"][^“”\"]{0,400}\Z")
_DIGIT = re.compile(r"\d")
_REACH = 1000  # how far before a clause its year may stand
_MOST = 400  # targets of one document; a table of thousands of figures is no list of goals


def find_targets(
    document: Document, folded: str, steps: list[Step], start: int, *, rules: bool = False
) -> tuple[Target, ...]:
    """All targets in their order, each figure and scope once; `folded` is the folded text of the document, `start`
    where its body begins.

    `rules`: the document lays down rules (a decree, a circular), whose shares are conditions outside its goals.
    """
    found: list[Target] = []
    for step in steps:
        if step.at.start >= start and _may_hold(step) and (not rules or step.under(GOALS)):
            found.extend(_of_step(step))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    if not rules:
        found.extend(_of_cells(document.text, tables, start))
    found.extend(table_targets(document, folded, tables))
    found.sort(key=lambda one: one.at)
    return _each_once(found[:_MOST])


def _may_hold(step: Step) -> bool:
    if GOALS not in step.parts and "%" not in step.text and not _speaks_of_goals(step.folded):
        return False  # most paragraphs: neither a share nor a count that counts
    if step.under(MONEY) or step.under(STATE) or step.node.kind == "footnote":
        return False
    return not _FOOTNOTE.match(step.text) and bool(_DIGIT.search(step.text))


def _speaks_of_goals(folded: str) -> bool:
    if "phan dau" in folded or "chi tieu" in folded or "muc tieu" in folded:
        return bool(_GOAL_WORDS.search(folded))
    return False


def _of_step(step: Step) -> Iterator[Target]:
    goal = step.under(GOALS)
    counts = goal or _speaks_of_goals(step.folded)
    heads = [above.text for above in reversed(step.above)]
    yield from _of_text(step.text, step.at.start, heads, counts=counts, heads_goal=goal)


def _of_cells(text: str, tables: list[Table], start: int) -> Iterator[Target]:
    """Shares in sentences inside table cells; bare figures of cells belong to tables of indicators."""
    for table in tables:
        if table.at.start < start or text.find("%", table.at.start, table.at.end) < 0:
            continue
        for cell in table.cells:
            words = text[cell.at.start : cell.at.end]
            if "%" in words and len(words.split()) > 5:
                yield from _of_text(words, cell.at.start, [], counts=False)


def _of_text(
    text: str, offset: int, heads: list[str], *, counts: bool, heads_goal: bool = False
) -> Iterator[Target]:
    lowered = small(text)
    figures = find_figures(text, lowered, counts=counts, goals=heads_goal)
    if not figures:
        return
    shares = [figure for figure in figures if figure.share]
    for figure, start, end in clauses(text, lowered, _told_apart(text, lowered, figures)):
        words = text[start:end].strip(" ,;\n\t")
        if not _says_target(text, lowered, figure, start, words, bool(shares) or heads_goal):
            continue
        first = offset + text.index(words, start)
        yield Target(
            text=" ".join(words.split()),
            value=figure.low,
            value_max=figure.high,
            comparator=comparator(text, lowered, figure),
            unit=unit(text, figure),
            subject=" ".join(subject(text, figure, start, end).split()),
            at=Span(first, first + len(words)),
            deadline_year=due_year(words, text[max(0, start - _REACH) : start], heads),
        )


def _told_apart(text: str, lowered: str, figures: list[Figure]) -> list[Figure]:
    """A count after a share in the same clause belongs to the share ("70% ... ít nhất 4 loại ...")."""
    kept: list[Figure] = []
    for figure in figures:
        before = kept[-1] if kept else None
        if (
            before is None
            or figure.share
            or _CLAUSE_END.search(text, before.end, figure.start)
            or (not before.share and _COUNT_VERBS.search(lowered, before.end, figure.start))
        ):
            kept.append(figure)
    return kept


def _says_target(text: str, lowered: str, figure: Figure, start: int, words: str, among_goals: bool) -> bool:
    """What is now and what a quoted title holds are no targets; a count needs a verb or opens a goal."""
    if len(words.split()) < 3 or _says_now(words) or _QUOTED_TITLE.search(text[start : figure.start]):
        return False
    if figure.share or _COUNT_VERBS.search(lowered, start, figure.start):
        return True
    return among_goals and len(text[start : figure.start].split()) <= 1


def _says_now(words: str) -> bool:
    lowered = small(words)
    return any(sign in lowered for sign in _NOW_SIGNS) and bool(_NOW.search(lowered))


def _each_once(found: list[Target]) -> tuple[Target, ...]:
    """The same figure of the same scope said again counts once."""
    kept: list[Target] = []
    seen: list[tuple[Target, frozenset[str]]] = []
    for one in found:
        words = frozenset(fold(one.text).split())
        if any(_same(one, words, other) for other in seen):
            continue
        kept.append(one)
        seen.append((one, words))
    return tuple(kept)


def _same(one: Target, words: frozenset[str], other: tuple[Target, frozenset[str]]) -> bool:
    known, before = other
    year = known.deadline_year
    if known.value != one.value or (year and one.deadline_year and year != one.deadline_year):
        return False
    if known.at.start < one.at.start < known.at.end:
        return False  # two figures of one sentence that share its verb
    smaller = min(len(words), len(before))
    return len(words & before) >= 0.88 * smaller
