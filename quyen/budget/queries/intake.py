"""A sheet taken in for an estimate: what each of its rows would do, before it does it, and whether its sums add up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from django.utils.translation import gettext as _

from quyen.budget.enums import Funding
from quyen.budget.models import Estimate, EstimateIntake, EstimateLine
from quyen.budget.queries.checks import product_fault
from quyen.budget.queries.given import LineGiven, NotGiven, amount_of, planned_of, quantity_of, source_of
from quyen.budget.queries.offers import offered_tasks
from quyen.budget.queries.sheet import OF_WHICH, TOTAL, Row
from quyen.budget.queries.sums import said
from quyen.core.text.folding import fold
from quyen.core.text.saying import plain
from quyen.organisation.enums import Fate
from quyen.organisation.queries.account import Account, sign_of

LONGEST = {"heading": 2000, "measured_in": 40, "note": 500}
FILLED = (
    "source",
    "quantity",
    "price",
    "planned",
    "note",
)  # a row without any of these is left blank on purpose


@dataclass(frozen=True)
class IntakeLine:
    """One row and its fate, `said` in words. `line`: the number of the line that it changes; `task` of a new one."""

    at: int
    heading: str
    fate: Fate
    said: str
    given: LineGiven | None = None
    line: int | None = None
    task: int | None = None


@dataclass(frozen=True)
class EstimateAccount(Account[IntakeLine]):
    """`kept`: lines of the estimate that the sheet does not name."""

    kept: int
    total: int

    @property
    def may_be_done(self) -> bool:
        """Sums are of all rows or of none: nothing is taken in while one row is in conflict."""
        return bool(self.works) and not self.counts[Fate.CONFLICT]


def account(intake: EstimateIntake) -> EstimateAccount:
    """Two queries, however many rows; `intake.estimate` with its plan."""
    accounting = _Accounting(intake.estimate, intake.rows)
    lines = tuple(accounting.lines())
    sums = (
        intake.estimate.revision,
        [(one.at, one.fate, one.said, one.given, one.line, one.task) for one in lines],
    )
    kept = len(accounting.held) - len(accounting.named)
    return EstimateAccount(intake, lines, sign_of(sums), kept, sum(accounting.totals.values()))


@dataclass
class _Accounting:
    estimate: Estimate
    rows: list[Row]
    held: dict[int, EstimateLine] = field(default_factory=dict)
    tasks: dict[int, str] = field(default_factory=dict)
    named: set[int] = field(default_factory=set)
    seen: set[tuple[int | str, str]] = field(default_factory=set)
    totals: dict[str, int] = field(default_factory=lambda: dict.fromkeys(Funding.values, 0))

    def __post_init__(self) -> None:
        self.held = {line.pk: line for line in self.estimate.lines.order_by("position", "pk")}
        tasks = offered_tasks(self.estimate.unit_id, self.estimate.plan)
        self.tasks = dict(tasks.values_list("pk", "text"))
        self.by_words = {fold(words): pk for pk, words in self.tasks.items()}

    def lines(self) -> list[IntakeLine]:
        found = []
        for row in self.rows:
            line = self._line(row)
            if line is not None:
                found.append(line)
        return found

    def _line(self, row: Row) -> IntakeLine | None:
        at, heading = int(row["at"]), " ".join(row.get("heading", "").split())
        folded = fold(heading)
        try:
            if folded.startswith(fold(TOTAL)):
                return self._check_total(at, heading, row, sum(self.totals.values()))
            if folded.startswith(fold(OF_WHICH)):
                source = source_of(heading[len(OF_WHICH) :])
                return self._check_total(at, heading, row, self.totals[source])
            if not any(row.get(name) for name in FILLED) and not row.get("line"):
                return None
            return self._done(row, at, heading)
        except NotGiven as why:
            return IntakeLine(at, heading, Fate.CONFLICT, str(why))

    def _check_total(self, at: int, heading: str, row: Row, total: int) -> IntakeLine | None:
        """A total of the sheet is held against its rows; it is no line itself."""
        if not row.get("planned"):
            return None
        stated = amount_of(row["planned"], scale=int(row["scale"]))
        if stated == total:
            return None
        words = _("Dòng %(number)s: ghi %(stated)s, các dòng trên cộng lại là %(total)s, lệch %(off)s") % {
            "number": at, "stated": said(stated), "total": said(total), "off": said(abs(stated - total)),
        }  # fmt: skip
        return IntakeLine(at, heading, Fate.CONFLICT, words)

    def _done(self, row: Row, at: int, heading: str) -> IntakeLine:
        for column, most in LONGEST.items():
            if len(row.get(column, "")) > most:
                raise NotGiven(_("ô quá dài (hơn %(most)s chữ)") % {"most": most})
        given = _given(row)
        self.totals[given.source] += given.planned_vnd
        line, task = self._named(row, heading, given)
        key: tuple[int | str, str] = (task or fold(heading), given.source)
        if key in self.seen:
            raise NotGiven(_("nội dung này đã có ở một dòng trên, cùng nguồn"))
        self.seen.add(key)
        fault = product_fault(at, given.quantity, given.unit_price_vnd, given.planned_vnd)
        if fault is not None:
            return IntakeLine(at, heading, Fate.CONFLICT, fault.said)
        if line is None:
            return IntakeLine(at, heading, Fate.NEW, _new_said(given), given, task=task)
        self.named.add(line.pk)
        words = _difference(line, given)
        fate = Fate.CHANGE if words else Fate.SAME
        return IntakeLine(at, line.heading, fate, words, given, line.pk)

    def _named(self, row: Row, heading: str, given: LineGiven) -> tuple[EstimateLine | None, int | None]:
        """The line that a row is about, by its number, else by task or words and source; and its task."""
        if row.get("line"):
            line = self.held.get(_number(row["line"]))
            if line is None:
                raise NotGiven(_("không có dòng số %(number)s trong dự toán này") % {"number": row["line"]})
            return line, line.task_id
        task = self._task(row, heading)
        if task is None and not heading:
            raise NotGiven(_("thiếu nội dung chi"))
        for line in self.held.values():
            is_same = line.task_id == task if task else fold(line.heading) == fold(heading)
            if is_same and line.source == given.source:
                return line, task
        return None, task

    def _task(self, row: Row, heading: str) -> int | None:
        if row.get("task"):
            task = _number(row["task"])
            if task not in self.tasks:
                raise NotGiven(
                    _("nhiệm vụ số %(number)s không được giao cho đơn vị") % {"number": row["task"]}
                )
            return task
        return self.by_words.get(fold(heading))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


def _given(row: Row) -> LineGiven:
    scale = int(row["scale"])
    if not row.get("source"):
        raise NotGiven(_("thiếu nguồn kinh phí"))
    quantity = _maybe(row, "quantity", quantity_of)
    price = _maybe(row, "price", lambda text: amount_of(text, scale=scale))
    planned = _maybe(row, "planned", lambda text: amount_of(text, scale=scale))
    return LineGiven(
        source=source_of(row["source"]), quantity=quantity, unit_price_vnd=price,
        planned_vnd=planned_of(quantity, price, planned),
        measured_in=row.get("measured_in", ""), note=row.get("note", ""),
    )  # fmt: skip


T = TypeVar("T")


def _maybe(row: Row, name: str, read: Callable[[str], T]) -> T | None:
    return read(row[name]) if row.get(name) else None


def _new_said(given: LineGiven) -> str:
    return f"{Funding(given.source).label}: {said(given.planned_vnd)}"


def _difference(line: EstimateLine, given: LineGiven) -> str:
    """ "dự toán: 1.000 → 2.000; ghi chú: – → x"."""
    words = (
        (_("nguồn"), str(Funding(line.source).label), str(Funding(given.source).label)),
        (_("số lượng"), _written(line.quantity), _written(given.quantity)),
        (_("đơn vị tính"), line.measured_in, given.measured_in),
        (_("đơn giá"), _money(line.unit_price_vnd), _money(given.unit_price_vnd)),
        (_("dự toán"), _money(line.planned_vnd), _money(given.planned_vnd)),
        (_("ghi chú"), line.note, given.note),
    )
    return "; ".join(f"{word}: {old or '–'} → {new or '–'}" for word, old, new in words if old != new)


def _written(number: Decimal | None) -> str:
    return (plain(number) or "").replace(".", ",")


def _money(amount: int | None) -> str:
    return "" if amount is None else said(amount)
