"""Targets: clauses with a figure and its subject, wherever they stand, and tables of indicators.

Shares count anywhere but in parts on money and on the state of affairs; counts only where the text speaks of
goals. What is now, how work is to be done and sums of money are no targets (the contract of a reading).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyen.core.reading.steps import GOALS, MONEY, STATE, Step
from quyen.core.reading.targets.clauses import clauses
from quyen.core.reading.targets.figures import Figure, find_figures, holds_digit
from quyen.core.reading.targets.tables import table_targets
from quyen.core.reading.targets.wording import comparator, due_year, subject, unit
from quyen.core.text.folding import fold, small_letters
from quyen.core.types import Document, Span, Table, Target

__all__ = ["find_targets"]

_GOAL_WORDS = re.compile(r"[pcm](?<!\w.)(?:han dau|hi tieu|uc tieu)\b")
# both on small letters
_NOW = re.compile(
    r"\b(?:hiện nay|hiện có|hiện tại|đến nay|tính đến|thời gian qua|những năm qua|năm qua|đã (?:đạt|có|hoàn thành|thực hiện|triển khai)|ước đạt|thực tế|còn tồn tại|mới đạt|(?<!chứng )chỉ đạt|thực trạng)\b"
)
# one of these stands in whatever it finds
_NOW_SIGNS = (
    *("hiện nay", "hiện có", "hiện tại", "đến nay", "tính đến", "gian qua", "năm qua", "ước đạt", "thực t"),
    *(
        "đã đạt",
        "đã có",
        "đã hoàn thành",
        "đã thực hiện",
        "đã triển khai",
        "còn tồn tại",
        "mới đạt",
        "chỉ đạt",
    ),
)
_COUNT_VERBS = re.compile(
    r"\b(?:phấn đấu|ít nhất|tối thiểu|xây dựng|thành lập|có|đạt|tổ chức|hoàn thành|sản xuất|biên soạn|xuất bản|tái bản|triển khai|đào tạo|bồi dưỡng|duy trì|phát triển"
    r"|hình thành|giảm|tăng|thu hút|hỗ trợ|mỗi|đón|tạo|giải quyết|nâng|trồng|đăng ký|công nhận|tại|không quá|không dưới|tối đa|vượt|hơn|từ|top|tốp|nhóm|nằm trong|thuộc|trên|dưới|khoảng|còn|in)\b"
)
_CLAUSE_END = re.compile(r"[;\n]|\.\s")
_FOOTNOTE = re.compile(r"\s*\[\d{1,3}\]|\s*\(\d{1,2}\)\s[A-ZĐ]")
_QUOTED_TITLE = re.compile(r"[“\"][^“”\"]{0,400}\Z")
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
        goal, bare = GOALS in step.parts, step.folded
        # most paragraphs hold neither a share nor a count that counts
        told = goal or "%" in bare or "phan dau" in bare or "chi tieu" in bare or "muc tieu" in bare
        if not told or (rules and not goal):
            continue
        if step.at.start >= start and holds_digit(bare) and not _is_elsewhere(step):
            found.extend(_of_step(step, goal=goal))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    if not rules:
        found.extend(_of_cells(document.text, tables, start))
    found.extend(table_targets(document, folded, tables))
    found.sort(key=lambda one: one.at)
    return _each_once(found[:_MOST])


def _is_elsewhere(step: Step) -> bool:
    """Where money or the state of affairs is spoken of, and in footnotes."""
    if MONEY in step.parts or STATE in step.parts or step.node.kind == "footnote":
        return True
    return step.text.lstrip()[:1] in ("[", "(") and bool(_FOOTNOTE.match(step.text))


def _of_step(step: Step, *, goal: bool) -> Iterator[Target]:
    counts = goal or bool(_GOAL_WORDS.search(step.folded))
    if counts or "%" in step.text:
        yield from _of_text(step.text, step.at.start, step.above, counts=counts, goal=goal)


def _of_cells(text: str, tables: list[Table], start: int) -> Iterator[Target]:
    """Shares in sentences inside table cells; bare figures of cells belong to tables of indicators."""
    for table in tables:
        if table.at.start < start or text.find("%", table.at.start, table.at.end) < 0:
            continue
        for cell in table.cells:
            words = text[cell.at.start : cell.at.end]
            if "%" in words and len(words.split()) > 5:
                yield from _of_text(words, cell.at.start, (), counts=False)


def _of_text(
    text: str, offset: int, above: tuple[Step, ...], *, counts: bool, goal: bool = False
) -> Iterator[Target]:
    lowered = small_letters(text)
    figures = find_figures(text, lowered, counts=counts, goals=goal)
    if not figures:
        return
    heads = [step.text for step in reversed(above)]
    among_goals = goal or any([figure.share for figure in figures])
    for figure, start, end in clauses(text, lowered, _told_apart(text, lowered, figures)):
        words = text[start:end].strip(" ,;\n\t")
        if not _says_target(text, lowered, figure, start, words, among_goals):
            continue
        first = offset + text.index(words, start)
        yield Target(
            text=" ".join(words.split()),
            value=figure.low,
            value_max=figure.high,
            comparator=comparator(text, lowered, figure),
            unit=unit(text, figure),
            subject=" ".join(subject(text, lowered, figure, start, end).split()),
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
    lowered = small_letters(words)
    for sign in _NOW_SIGNS:
        if sign in lowered:
            return bool(_NOW.search(lowered))
    return False


def _each_once(found: list[Target]) -> tuple[Target, ...]:
    """The same figure of the same scope said again counts once."""
    kept: list[Target] = []
    seen: dict[float, list[Target]] = {}
    for one in found:
        before = seen.setdefault(one.value, [])
        for other in before:
            if _same(one, other):
                break
        else:
            kept.append(one)
            before.append(one)
    return tuple(kept)


def _same(one: Target, other: Target) -> bool:
    year = other.deadline_year
    if year and one.deadline_year and year != one.deadline_year:
        return False
    if other.at.start < one.at.start < other.at.end:
        return False  # two figures of one sentence that share its verb
    if one.text == other.text:
        return True
    words, known = frozenset(fold(one.text).split()), frozenset(fold(other.text).split())
    return len(words & known) >= 0.88 * min(len(words), len(known))
