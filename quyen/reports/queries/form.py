"""What a report is to hold, with the version of each cell: for the sheet that is filled in without a line, and for
other systems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Q
from django.utils import timezone

from quyen.core.arithmetic import Period, period_at, periods_within
from quyen.indicators.models import Indicator, Observation
from quyen.organisation.models import UnitVersion
from quyen.plans.models import Assignment, Plan, Progress
from quyen.plans.queries.parents import descendants
from quyen.plans.queries.work.lines import line_of
from quyen.reports.models import Submission
from quyen.reports.queries.outline import Section, sections_of


@dataclass(frozen=True)
class WorkCell:
    """An assignment of the unit and what was said of it last, by whom and when. `seen`: its revision."""

    assignment: int
    text: str
    part: str
    due_on: date | None
    state: str
    note: str
    seen: int
    by: str
    at: datetime | None

    @property
    def place(self) -> str:
        return f"viec:{self.assignment}"


@dataclass(frozen=True)
class FigureCell:
    """One indicator in one period and what the unit gave. `seen`: the version, 0 where nothing was given.

    `alone`: the round's period holds one period of the indicator only, so that it need not be named."""

    indicator: Indicator
    period: Period
    numerator: Decimal | None
    denominator: Decimal | None
    applicable: bool
    note: str
    link: str
    seen: int
    alone: bool
    by: str
    at: datetime | None

    @property
    def place(self) -> str:
        return place_of(self.indicator.code, None if self.alone else self.period.start)


@dataclass(frozen=True)
class TextCell:
    """A section that may be written; `text` None where it is still filled from the facts. `seen`: its revision."""

    section: Section
    text: str | None
    seen: int
    by: str
    at: datetime | None

    @property
    def place(self) -> str:
        return f"muc:{self.section.key}"


@dataclass(frozen=True)
class ReportForm:
    works: tuple[WorkCell, ...]
    figures: tuple[FigureCell, ...]
    texts: tuple[TextCell, ...]


def place_of(code: str, start: date | None) -> str:
    """The name of a figure's cell: "so:T1", and "so:T1@2026-04-01" where it names its period."""
    return f"so:{code}" if start is None else f"so:{code}@{start.isoformat()}"


def form_of(submission: Submission) -> ReportForm:
    """Eight queries, however many cells. `submission` with its unit, cycle and regime."""
    return ReportForm(
        tuple(_works(submission)), tuple(_figures(submission)), tuple(_texts(submission))
    )  # fmt: skip


def _works(submission: Submission) -> list[WorkCell]:
    """What the unit itself was given of the regime's plan and the plans below it, before the round's end."""
    cycle, today = submission.cycle, timezone.localdate()
    rows = Assignment.objects.given().filter(unit=submission.unit_id)
    if cycle.regime.plan_id is not None:
        plans = descendants(cycle.regime.plan_id, Plan.objects.values_list("pk", "parent_id"))
        rows = rows.filter(task__plan__in=plans)
    detailed = list(
        rows.with_work()
        .with_said()
        .select_related("task__plan", "unit")
        .prefetch_related("timetables")
        .order_by("task__plan_id", "task__position", "pk")
    )
    latest = Progress.objects.filter(assignment__in=detailed).order_by("assignment_id", "-id")
    said = {row.assignment_id: row for row in latest.distinct("assignment_id")}
    found = []
    for row in detailed:
        if row.given_at and timezone.localdate(row.given_at) >= cycle.period_end:
            continue
        line, last = line_of(row, today), said.get(row.pk)
        note = last.note if last and last.state == line.state else ""
        found.append(
            WorkCell(
                row.pk, row.words, line.part_said, line.due_on, line.state, note, row.revision,
                last.by_name if last else "", last.created_at if last else None,
            )
        )  # fmt: skip
    return found


def _figures(submission: Submission) -> list[FigureCell]:
    unit, whole, today = submission.unit, submission.cycle.measured, timezone.localdate()
    lives = UnitVersion.objects.filter(unit=unit)
    kinds = list(lives.values_list("valid_from", "valid_until", "kind"))
    rows = Indicator.objects.filter(
        Q(until=None) | Q(until__gt=whole.start), since__lt=whole.until, measure=""
    )
    rows = rows.filter(Q(is_national=True) | Q(owner__in=unit.above))
    wanted = [
        (one, period, len(periods) == 1)
        for one in rows
        for periods in [periods_asked(one, whole)]
        for period in periods
        if period.start <= today and _asked(one, period, kinds)
    ]
    held = {
        (row.indicator_id, row.period_start): row
        for row in Observation.objects.current().select_related("entered_by").filter(
            unit=unit, part="", indicator__in={one.pk for one, _period, _alone in wanted},
            period_end__gt=whole.start, period_end__lte=whole.until,
        )
    }  # fmt: skip
    return [_figure(one, period, alone, held.get((one.pk, period.start))) for one, period, alone in wanted]


def periods_asked(one: Indicator, whole: Period) -> list[Period]:
    """The indicator's periods that end within a round's, from the first."""
    inside = list(periods_within(whole, one.rhythm))
    longer = period_at(whole.last_day, one.rhythm)
    return inside or ([longer] if longer.last_day == whole.last_day else [])


def _asked(one: Indicator, period: Period, kinds: list[tuple[date | None, date | None, str]]) -> bool:
    return any(
        kind in one.given_by and (first or date.min) <= period.last_day < (until or date.max)
        for first, until, kind in kinds
    )


def _figure(one: Indicator, period: Period, alone: bool, row: Observation | None) -> FigureCell:
    if row is None:
        return FigureCell(one, period, None, None, True, "", "", 0, alone, "", None)
    return FigureCell(
        one, period, row.numerator, row.denominator, row.is_applicable, row.note, row.link, row.version, alone,
        str(row.entered_by or ""), row.created_at,
    )  # fmt: skip


def _texts(submission: Submission) -> list[TextCell]:
    held = {row.key: row for row in submission.passages.all()}
    found = []
    for part in sections_of(submission.cycle.outline):
        row = held.get(part.key)
        if part.is_written:
            found.append(
                TextCell(part, row.text, row.revision, row.by_name, row.changed_at)
                if row
                else TextCell(part, None, 0, "", None)
            )
    return found
