"""What the estimates say for a report: planned, approved and spent in the year it is about, by source and by unit.

Keys: "kinhphi.dutoan", "kinhphi.duyet", "kinhphi.chi", and each with a source behind it ("kinhphi.chi.nsnn"). Said in
triệu đồng; where no estimate counts there is no figure, which is not the same as nought.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from quyen.budget.enums import Funding
from quyen.budget.queries import BudgetFigures, BudgetItem, Sums, budget_figures
from quyen.organisation.models import Unit
from quyen.reports.models import Submission
from quyen.reports.queries.figures import MOST_PARTS, Figure, FigurePart, Figures
from quyen.reports.queries.saying import million, million_said

MEASURED_IN = "triệu đồng"
_SOURCES = {
    Funding.STATE: "nsnn",
    Funding.INTEGRATED: "longghep",
    Funding.SOCIAL: "xahoi",
    Funding.OTHER: "khac",
}
_AMOUNTS: dict[str, tuple[str, str, Callable[[Sums], int]]] = {
    "dutoan": ("Dự toán", "Cộng dự toán đã được tổng hợp hoặc phê duyệt.", lambda sums: sums.planned),
    "duyet": ("Kinh phí được duyệt", "Cộng mức duyệt của các dự toán đã phê duyệt.", lambda sums: sums.approved),
    "chi": ("Kinh phí đã chi", "Cộng các khoản chi đã ghi vào từng dòng dự toán.", lambda sums: sums.spent),
}  # fmt: skip


@dataclass(frozen=True)
class MoneyRow:
    """One source (or all, in the last row) as a row of a table: keys of its figures."""

    name: str
    planned: str
    approved: str
    spent: str


@dataclass(frozen=True)
class Money:
    """`rows` is empty where no estimate counts."""

    year: int
    figures: Figures
    rows: tuple[MoneyRow, ...]


def money_of(submission: Submission, plans: Collection[int], day: date, names: dict[int, str]) -> Money:
    """Of those plans, the ones with estimates in the year, at the unit and at those under it on the map of `day`: what a merged unit estimated
    stands at the unit that carries it on, once.

    `names`: of units, filled as they are needed. None where nobody made an estimate, nine queries at most.
    """
    unit, year = submission.unit, submission.cycle.measured.start.year
    if not plans:
        return Money(year, {}, ())
    found = budget_figures(plans, None, year, shown=day, under=unit.pk)
    if not found.items:
        return Money(year, {}, ())
    missing = {one.unit for one in found.items} - names.keys()
    names.update(Unit.objects.filter(pk__in=missing).values_list("pk", "name"))
    used = [one for one in found.sources if one.sums.whole]
    rows = [MoneyRow(str(Funding(one.source).label), *_keys(_SOURCES[Funding(one.source)])) for one in used]
    return Money(year, dict(_figures(found, names)), (*rows, MoneyRow("Cộng", *_keys(""))))


def _keys(source: str) -> tuple[str, ...]:
    return tuple(_key(amount, source) for amount in _AMOUNTS)


def _key(amount: str, source: str) -> str:
    return f"kinhphi.{amount}.{source}" if source else f"kinhphi.{amount}"


def _figures(found: BudgetFigures, names: dict[int, str]) -> Iterable[tuple[str, Figure]]:
    for amount in _AMOUNTS:
        yield _figure(amount, "", "", found.year, found.sums, found.items, names)
        for one in found.sources:
            items = [item for item in found.items if item.source == one.source]
            source, word = _SOURCES[Funding(one.source)], str(Funding(one.source).label)
            yield _figure(amount, source, word, found.year, one.sums, items, names)


def _figure(
    amount: str,
    source: str,
    word: str,
    year: int,
    sums: Sums,
    items: Iterable[BudgetItem],
    names: dict[int, str],
) -> tuple[str, Figure]:
    title, how, taken = _AMOUNTS[amount]
    key = _key(amount, source)
    said = f"{title} năm {year}" + (f", {word.lower()}" if word else "")
    by_unit: dict[int, int] = {}
    for one in items:
        by_unit[one.unit] = by_unit.get(one.unit, 0) + taken(one.sums)
    parts = sorted((names.get(unit, "?"), million_said(part)) for unit, part in by_unit.items() if part)
    return key, Figure(
        key, million_said(taken(sums)), said, how, million(taken(sums)), measured_in=MEASURED_IN,
        url=reverse("budget:list"), parts=tuple(FigurePart(*one) for one in parts[:MOST_PARTS]),
    )  # fmt: skip
