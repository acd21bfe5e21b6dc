"""Assignments that are still open, for the reminders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from quyen.core.schedule import DuePeriod
from quyen.core.text.rhythm import DATED
from quyen.organisation.signals import DueItem
from quyen.plans.enums import CLOSED
from quyen.plans.models import Assignment
from quyen.plans.queries.work.comings import comings_of, given_on
from quyen.plans.queries.work.rounds import open_periods, said_of

LEAD = 7  # days, of work that does not come back
TITLE = 160  # letters


def due_work(since: date, until: date) -> Iterator[DueItem]:
    """Of every unit, due in [since, until): two queries."""
    once = ~Q(recurs__in=DATED) & Q(due_on__gte=since, due_on__lt=until) & ~Q(work__in=CLOSED)
    rows: Any = Assignment.objects.given().with_work().filter(once | Q(recurs__in=DATED)).with_said()
    for row in rows.select_related("task__plan", "parent").prefetch_related("timetables"):
        yield from _items(row, since, until)


def _items(row: Any, since: date, until: date) -> Iterable[DueItem]:
    comings = comings_of(row)
    if comings is None:
        return [_item(row, row.due_on, LEAD, None)]
    found = open_periods(comings, said_of(comings, row.said), since, until)
    return [_item(row, period.due, comings.schedule.lead_days, period) for period in found]


def _item(row: Assignment, due: date, lead_days: int | None, period: DuePeriod | None) -> DueItem:
    title, path = Truncator(row.words).chars(TITLE), reverse("plans:work-one", args=[row.pk])
    if period:
        days = {"from": f"{period.start:%d/%m/%Y}", "to": f"{period.last_day:%d/%m/%Y}"}
        title = _("%(title)s (kỳ %(from)s – %(to)s)") % {"title": title, **days}
    return DueItem(
        f"plans.Assignment:{row.pk}:{due.isoformat()}", row.unit_id, row.giver_unit_id, title, due, path,
        given_on(row), lead_days,
    )  # fmt: skip
