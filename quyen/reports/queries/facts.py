"""All that a report can be filled from, asked once for a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from quyen.plans.models import Plan
from quyen.reports.models import Cycle, Submission
from quyen.reports.queries.below import Sent, sent_below
from quyen.reports.queries.beside import Beside, beside
from quyen.reports.queries.figures import Figures, IndicatorRow, indicator_figures, task_figures, unit_figures
from quyen.reports.queries.money import Money, money_of
from quyen.reports.queries.saying import day_said
from quyen.reports.queries.tasks import TaskRow, task_rows


@dataclass(frozen=True)
class Facts:
    """`figures` by key; the rows behind the tables; `issued`: documents of the unit in the period."""

    figures: Figures
    indicators: tuple[IndicatorRow, ...]
    tasks: tuple[TaskRow, ...]
    below: tuple[Sent, ...]
    issued: tuple[str, ...]
    money: Money


def figures_day(cycle: Cycle) -> date:
    """The day whose figures count: set for the round, else today (but never before the round began)."""
    return cycle.figures_on or timezone.localdate()


def facts_of(submission: Submission) -> Facts:
    """At most thirty queries, a third of them where nothing stands below the unit and no money is planned, however many
    units and tasks. `submission` with its unit, cycle and regime."""
    day, near = figures_day(submission.cycle), beside(submission)
    names = {submission.unit_id: submission.unit.name}
    figures, indicators = indicator_figures(submission, day, names, near.grades)
    tasks = task_rows(submission, near.plans, day)
    below = sent_below(submission) if near.is_fed else []
    money = money_of(submission, near.estimated, day, names)
    figures |= task_figures(tasks) | unit_figures(below) | money.figures
    return Facts(figures, tuple(indicators), tuple(tasks), tuple(below), _issued(near), money)


def _issued(near: Beside) -> tuple[str, ...]:
    rows = Plan.objects.in_bulk(near.issued) if near.issued else {}
    return tuple(
        f"{row.doc_type or 'Văn bản'} số {row.reference} ngày {day_said(row.issued_on)} {row.title}".strip()
        for row in (rows[pk] for pk in near.issued)
        if row.issued_on and row.reference
    )
