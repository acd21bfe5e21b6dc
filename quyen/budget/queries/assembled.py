"""All estimates of one plan and year together: tasks by sources, totals by unit, and what does not add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.budget.enums import SUMMED, EstimateState, FaultKind, Funding
from quyen.budget.models import Estimate, EstimateLine, content_hash
from quyen.budget.queries.checks import Fault
from quyen.budget.queries.page import Content, LineRow, content_from
from quyen.budget.queries.standing import standing
from quyen.budget.queries.sums import SourceSums, Sums, added, by_source, said
from quyen.budget.queries.totals import totals_of
from quyen.core.arithmetic import divided
from quyen.core.text.sorting import sort_key
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.organisation.queries import role_in
from quyen.plans.models import Assignment, Plan
from quyen.plans.queries.lists import line_of, years_of


@dataclass(frozen=True)
class TaskRow:
    """A task, or a heading outside of the tasks, over all units: planned by source, in the order of Funding."""

    number: int
    words: str
    is_task: bool
    cells: tuple[int, ...]
    sums: Sums
    proposed: int


@dataclass(frozen=True)
class UnitRow:
    """One unit of the map with the estimates that stand there. `others`: units that stand here and are not it."""

    unit: int
    name: str
    others: tuple[str, ...]
    cells: tuple[int, ...]
    sums: Sums
    estimates: tuple[Estimate, ...]


@dataclass(frozen=True)
class Assembled:
    """`waiting`: sent and not yet in the sums, with what they come to; `missing`: units with tasks that sent nothing,
    which is not the same as zero. `ready`: number and revision of what would be approved."""

    plan: Plan
    label: str
    year: int
    years: tuple[int, ...]
    rows: tuple[TaskRow, ...]
    units: tuple[UnitRow, ...]
    sources: tuple[SourceSums, ...]
    sums: Sums
    proposed: int
    faults: tuple[Fault, ...]
    waiting: tuple[tuple[Estimate, Sums], ...]
    missing: tuple[str, ...]
    ready: tuple[tuple[int, int], ...]
    shown: date | None
    may_assemble: bool
    may_approve: bool

    @property
    def cells(self) -> tuple[int, ...]:
        return tuple(one.sums.planned for one in self.sources)

    @property
    def adds_up(self) -> bool:
        return not self.faults

    @property
    def blocks(self) -> bool:
        return any(one.blocks for one in self.faults)


def assembled(user: User, plan: Plan, year: int, shown: date | None) -> Assembled:
    """Eleven queries at most, however many units and lines. `shown`: the map of a day, None for each unit's own."""
    rows = Estimate.objects.filter(plan=plan, year=year).current().select_related("unit")
    current = list(rows.order_by("unit__name", "-version"))
    counted = set(Estimate.objects.filter(plan=plan, year=year).counted().values_list("pk", flat=True))
    summed = [one for one in current if one.state in SUMMED and one.pk in counted]
    contents = _contents([one for one in current if one.state in (*SUMMED, EstimateState.SUBMITTED)])
    lines = [(one, row) for one in summed for row in contents[one.pk].rows]
    task_rows, unit_rows = _task_rows(lines), _unit_rows(summed, contents, shown)
    role = role_in(user, plan.unit_id) or 0
    ready = [one for one in current if one.state == EstimateState.ASSEMBLED]
    made = Assembled(
        plan=plan, label=line_of(plan).label, year=year, years=tuple(years_of(plan)), rows=task_rows, units=unit_rows,
        sources=by_source((row.line.source, row.sums) for _one, row in lines),
        sums=added(contents[one.pk].sums for one in summed),
        proposed=sum(row.proposed for _one, row in lines), faults=(),
        waiting=tuple((one, contents[one.pk].sums) for one in current if one.state == EstimateState.SUBMITTED),
        missing=_missing(plan, current), ready=tuple((one.pk, one.revision) for one in ready), shown=shown,
        may_assemble=role >= Role.COORDINATOR, may_approve=role >= Role.ADMINISTRATOR,
    )  # fmt: skip
    checked = {one.pk: one for one in (*summed, *ready)}
    return replace(made, faults=tuple(_faults(made, checked.values(), contents, summed)))


def _contents(estimates: list[Estimate]) -> dict[int, Content]:
    """The lines of all in one query."""
    held: dict[int, list[EstimateLine]] = {one.pk: [] for one in estimates}
    lines = EstimateLine.objects.filter(estimate__in=held).with_spent().order_by("position", "pk")
    for line in lines:
        held[line.estimate_id].append(line)
    return {one.pk: content_from(one, held[one.pk]) for one in estimates}


def _task_rows(lines: list[tuple[Estimate, LineRow]]) -> tuple[TaskRow, ...]:
    """Tasks in the order of their numbers, then headings in Vietnamese order."""
    groups: dict[tuple[int, str], list[LineRow]] = defaultdict(list)
    for _estimate, row in lines:
        task = row.line.task_id
        groups[(task, "") if task else (0, row.line.heading)].append(row)
    order = sorted(groups, key=lambda key: (key[0] == 0, key[0], sort_key(key[1])))
    return tuple(_task_row(number, key, groups[key]) for number, key in enumerate(order, 1))


def _task_row(number: int, key: tuple[int, str], many: list[LineRow]) -> TaskRow:
    return TaskRow(
        number=number,
        words=many[0].line.heading,
        is_task=key[0] != 0,
        cells=_cells((row.line.source, row.line.planned_vnd) for row in many),
        sums=added(row.sums for row in many),
        proposed=sum(row.proposed for row in many),
    )


def _cells(pairs: Iterable[tuple[str, int]]) -> tuple[int, ...]:
    totals = dict.fromkeys(Funding.values, 0)
    for source, amount in pairs:
        totals[source] += amount
    return tuple(totals.values())


def _unit_rows(
    summed: list[Estimate], contents: Mapping[int, Content], shown: date | None
) -> tuple[UnitRow, ...]:
    """Amounts of a divided unit are divided to the đồng."""
    shares = standing(((one.unit_id, one.year) for one in summed), shown)
    names = dict(
        Unit.objects.filter(pk__in={at for one in shares.values() for at in one}).values_list("pk", "name")
    )
    groups: dict[int, list[tuple[Estimate, dict[str, Sums]]]] = defaultdict(list)
    for one in summed:
        here = shares[one.unit_id, one.year]
        parts: dict[int, dict[str, Sums]] = {at: {} for at, share in here.items() if share}
        for source in contents[one.pk].sources:
            planned, approved, spent = (
                divided(amount, here)
                for amount in (source.sums.planned, source.sums.approved, source.sums.spent)
            )
            for at, held in parts.items():
                held[source.source] = Sums(planned[at], approved[at], spent[at])
        for at, held in parts.items():
            groups[at].append((one, held))
    found = [_unit_row(at, names[at], many) for at, many in groups.items()]
    return tuple(sorted(found, key=lambda row: sort_key(row.name)))


def _unit_row(at: int, name: str, many: list[tuple[Estimate, dict[str, Sums]]]) -> UnitRow:
    pairs = [(source, sums) for _one, held in many for source, sums in held.items()]
    return UnitRow(
        unit=at,
        name=name,
        others=tuple(one.unit.name for one, _held in many if one.unit_id != at),
        cells=_cells((source, sums.planned) for source, sums in pairs),
        sums=added(sums for _source, sums in pairs),
        estimates=tuple(one for one, _held in many),
    )


def _missing(plan: Plan, current: list[Estimate]) -> tuple[str, ...]:
    """Units that hold tasks of the plan and sent no estimate."""
    sent = {one.unit_id for one in current if not one.is_written}
    given = Assignment.objects.given().filter(task__plan=plan).exclude(unit__in=sent)
    names = given.order_by().values_list("unit__name", flat=True).distinct()
    return tuple(sorted(names, key=sort_key))


def _faults(
    made: Assembled, checked: Iterable[Estimate], contents: Mapping[int, Content], summed: list[Estimate]
) -> Iterable[Fault]:
    """Each unit's own, then the content that was approved, then rows against columns against the database's own sum."""
    for one in checked:
        content = contents[one.pk]
        for fault in content.faults:
            yield replace(fault, said=f"{one.unit.name} – {fault.said}")
        hashed = content_hash(row.line for row in content.rows)
        if one.state == EstimateState.APPROVED and hashed != one.content_hash:
            words = _("%(unit)s – nội dung đang có không phải nội dung đã duyệt") % {"unit": one.unit.name}
            yield Fault(FaultKind.CHANGED, words)
    by_task = sum(row.sums.planned for row in made.rows)
    by_unit = sum(row.sums.planned for row in made.units)
    stored = added(sums for one in totals_of([one.pk for one in summed]).values() for sums in one.values())
    if not by_task == by_unit == sum(made.cells) == stored.planned == made.sums.planned:
        words = _("Cộng theo nhiệm vụ %(tasks)s, theo đơn vị %(units)s, theo nguồn %(sources)s") % {
            "tasks": said(by_task), "units": said(by_unit), "sources": said(sum(made.cells)),
        }  # fmt: skip
        yield Fault(FaultKind.CROSS, words)
