"""A filled-in form held against what stands now: what would be written, what is wrong, where two people differ."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.reports.models import FormIntake, Submission
from quyen.reports.queries.access import editable_submissions
from quyen.reports.queries.form import FigureCell, form_of
from quyen.reports.queries.form_sheet import (
    FIELDS,
    NO,
    NUMBERS,
    STATES,
    YES,
    Cell,
    cells_of,
    kind_of,
    mark,
    standing,
)

MINE, THEIRS = "mine", "theirs"
REASON = "reason"
LEFT_EMPTY = "để trống trong biểu"  # why a number was withdrawn, where nobody says more; the form's own words


def own_intakes(user: User) -> QuerySet[FormIntake]:
    """Forms given for reports that the person may write."""
    return FormIntake.objects.filter(submission__in=editable_submissions(user).values("pk"))


@dataclass(frozen=True)
class IntakeCell:
    """One cell of the form. `where`: "Nhiệm vụ, dòng 7, cột Tiến độ"; `name` and `now` are what a choice is kept under;
    `message` says what is wrong with it, `take` what was chosen. `withdraws`: left empty it takes the whole figure back."""

    name: str
    where: str
    title: str
    mine: str
    theirs: str = ""
    by: str = ""
    at: datetime | None = None
    now: int = 0
    take: str = ""
    message: str = ""
    withdraws: bool = False


@dataclass(frozen=True)
class Merged:
    """One row as it is to be written over version `seen`. `withdraws`: the figure that stands is taken back."""

    place: str
    values: dict[str, str]
    seen: int
    cell: Cell
    withdraws: bool = False


@dataclass(frozen=True)
class IntakePage:
    """`writes`: cells that change; `same`: how many hold already what the form says. `emptied`: cells that say nothing any
    more in the form, kept unless the person takes them out one by one. `needs_reason`: a figure that was
    given before is corrected, and neither its row nor the choices say why."""

    intake: FormIntake
    submission: Submission
    writes: tuple[IntakeCell, ...]
    clashes: tuple[IntakeCell, ...]
    faults: tuple[IntakeCell, ...]
    emptied: tuple[IntakeCell, ...]
    same: int
    merged: tuple[Merged, ...]
    needs_reason: bool

    @property
    def open_clashes(self) -> int:
        return sum(not one.take for one in self.clashes)

    @property
    def taken_out(self) -> int:
        return sum(one.take == MINE for one in self.emptied)

    @property
    def is_ready(self) -> bool:
        return not self.faults and not self.open_clashes


def intake_page(intake: FormIntake) -> IntakePage:
    """As many queries as `form_of`, however many cells. `intake` with its submission's unit, cycle and regime."""
    work = _Work(intake, cells_of(form_of(intake.submission)))
    for row in intake.rows:
        work.take(row)
    return IntakePage(
        intake, intake.submission, tuple(work.writes), tuple(work.clashes), tuple(work.faults), tuple(work.emptied),
        work.same, tuple(work.merged), work.needs_reason,
    )  # fmt: skip


class _Work:
    def __init__(self, intake: FormIntake, cells: dict[str, Cell]) -> None:
        self.cells, self.chosen = cells, intake.chosen
        self.writes: list[IntakeCell] = []
        self.clashes: list[IntakeCell] = []
        self.faults: list[IntakeCell] = []
        self.emptied: list[IntakeCell] = []
        self.merged: list[Merged] = []
        self.same, self.needs_reason = 0, False

    def take(self, row: dict[str, Any]) -> None:
        cell = self.cells.get(row["place"])
        if row.get("fault") or cell is None:
            said = row.get("fault") or _("Ô này không còn trong báo cáo.")
            self.faults.append(_cell(row, "", row["place"], message=said))
            return
        before = standing(cell)
        found = {name: self._merge(row, cell, name, before[name]) for name in before}
        if any(found[name] != before[name] for name in before if name != REASON):
            self._row(row, cell, found, bool(before.get("numerator")) and not found["numerator"])

    def _merge(self, row: dict[str, Any], cell: Cell, name: str, now: str) -> str:
        """What the cell is to hold: mine where only I changed it, theirs where only they did, else as was chosen."""
        mine = row["values"].get(name)
        if mine is None:
            return self._emptied(row, cell, name, now) if name in row.get("emptied", ()) else now
        if mark(mine) == mark(now):
            self.same += 1
            return now
        one = _cell(row, name, mine, now, cell)
        if row["seen"] == cell.seen or mark(now) == row["marks"][name]:
            self.writes += [one] if name != REASON else []
            return str(mine)
        take = self._choice(one)
        self.clashes.append(replace(one, take=take))
        return str(mine) if take == MINE else now

    def _emptied(self, row: dict[str, Any], cell: Cell, name: str, now: str) -> str:
        """What stands is kept, unless the person says of this very cell that it is to be empty."""
        if not now or (name in NUMBERS and row["values"].get("applicable") == NO):
            return now
        withdraws = name in NUMBERS and _withdraws(row, cell)
        if withdraws and name != "numerator":
            return now  # goes where the number goes
        theirs = _both(now, standing(cell)["denominator"]) if withdraws else now
        message = "" if withdraws or name not in NUMBERS else _not_empty(cell)
        one = replace(_cell(row, name, "", theirs, cell, message=message), withdraws=withdraws)
        take = MINE if not one.message and self._choice(one) == MINE else THEIRS
        self.emptied.append(replace(one, take=take))
        return "" if take == MINE else now

    def _choice(self, one: IntakeCell) -> str:
        """Counts only for the version that was seen."""
        choice = self.chosen.get(one.name) or {}
        return str(choice.get("take", "")) if choice.get("now") == one.now else ""

    def _row(self, row: dict[str, Any], cell: Cell, values: dict[str, str], withdraws: bool) -> None:
        faults = dict(_faults(cell, values))
        if values.get("applicable") == NO:
            said = _("Đã ghi “Không áp dụng” thì không ghi số.")
            faults |= {name: said for name in NUMBERS if row["values"].get(name)}
        for name, said in faults.items():
            self.faults.append(_cell(row, name, values[name], cell=cell, message=said))
        if isinstance(cell, FigureCell) and cell.seen and not values[REASON]:
            values[REASON] = str(self.chosen.get(REASON, "")) or (LEFT_EMPTY if withdraws else "")
            self.needs_reason = self.needs_reason or not values[REASON]
        if not faults:
            self.merged.append(Merged(row["place"], values, cell.seen, cell, withdraws))


def _withdraws(row: dict[str, Any], cell: Cell) -> bool:
    """Whether the sheet leaves a figure without any number; a share has two."""
    gone = row.get("emptied", ())
    return "numerator" in gone and ("denominator" in gone or not _is_share(cell))


def _not_empty(cell: Cell) -> str:
    """Why one of a figure's numbers cannot be empty by itself; nothing where it can."""
    if not _is_share(cell):
        return ""
    return _(
        "Chỉ số này cần cả hai số nên một ô không bỏ trống được: để trống cả tử số lẫn mẫu số thì rút được số đã báo."
    )


def _is_share(cell: Cell) -> bool:
    return isinstance(cell, FigureCell) and cell.indicator.is_share


def _cell(
    row: dict[str, Any], name: str, mine: str, theirs: str = "", cell: Cell | None = None, **more: str
) -> IntakeCell:
    heading = FIELDS.get(kind_of(row["place"]), {}).get(name, "")
    where = _("%(sheet)s, dòng %(row)s") % {"sheet": row["sheet"], "row": row["row"]}
    if heading:
        where += _(", cột %(column)s") % {"column": heading}
    if name in NUMBERS:
        mine, theirs = _shown(mine), _shown(theirs)
    who = {"by": cell.by, "at": cell.at, "now": cell.seen} if cell else {}
    return IntakeCell(f"{row['place']}|{name}", where, row["title"], mine, theirs, **who, **more)  # type: ignore[arg-type]


def _both(numerator: str, denominator: str) -> str:
    """What is withdrawn goes with what it is a share of."""
    return f"{_shown(numerator)} / {_shown(denominator)}" if denominator else numerator


def _shown(text: str) -> str:
    """ "1.000,5" for "1000.5"; what is no number stays as it was written."""
    try:
        return f"{Decimal(text):,f}".translate(str.maketrans(",.", ".,"))
    except InvalidOperation:
        return text


def _faults(cell: Cell, values: dict[str, str]) -> list[tuple[str, str]]:
    """Cells that cannot be what they should be; what needs the database is found when it is written."""
    kind = kind_of(cell.place)
    if kind == "viec" and values["state"] not in STATES.values():
        return [("state", _("Chỉ nhận: %(words)s.") % {"words": ", ".join(STATES.values())})]
    if not isinstance(cell, FigureCell):
        return []
    found = [(name, _number_fault(values[name])) for name in NUMBERS]
    if values["applicable"] not in (YES, NO):
        found.append(("applicable", _("Chỉ nhận Có hoặc Không.")))
    return [(name, said) for name, said in found if said]


def _number_fault(text: str) -> str:
    try:
        number = Decimal(text or "0")
    except InvalidOperation:
        return _("“%(text)s” không phải số; viết như 1.000,5.") % {"text": text[:30]}
    return "" if number.is_finite() and number >= 0 else _("Số phải từ 0 trở lên.")
