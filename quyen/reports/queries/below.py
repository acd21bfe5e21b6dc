"""What the units below sent in the rounds that feed a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from quyen.reports.enums import State
from quyen.reports.models import Edition, Submission
from quyen.reports.queries.saying import day_said


@dataclass(frozen=True)
class Sent:
    """One unit's report below, or that it is not there."""

    pk: int
    unit: str
    state: str
    due_on: date
    first_sent_on: date | None

    @property
    def is_late(self) -> bool:
        return self.first_sent_on is not None and self.first_sent_on > self.due_on

    @property
    def is_accepted(self) -> bool:
        return self.state == State.ACCEPTED

    @property
    def said(self) -> str:
        if self.first_sent_on is None:
            return "chưa gửi"
        late = f"chậm {(self.first_sent_on - self.due_on).days} ngày" if self.is_late else "đúng hạn"
        return f"gửi {day_said(self.first_sent_on)}, {late}"


def sent_below(submission: Submission) -> list[Sent]:
    """One query, whatever the number of units."""
    rows = (
        Submission.objects.expected()
        .filter(cycle__feeds=submission.cycle_id, cycle__regime__unit__above__contains=[submission.unit_id])
        .exclude(pk=submission.pk)
        .select_related("unit", "cycle")
        .order_by("unit__kind", "unit__name")
    )
    return [Sent(row.pk, row.unit.name, row.state, row.cycle.due_on, row.first_sent_on) for row in rows]


@dataclass(frozen=True)
class Gathered:
    """What one unit below wrote in a section of the report it sent."""

    submission: int
    unit: str
    text: str


def gathered(submission: Submission, key: str) -> list[Gathered]:
    """From the last edition that each unit below sent; one query. Empty passages are left out."""
    latest = Edition.objects.filter(submission=OuterRef("pk")).order_by("-id")
    rows = (
        Submission.objects.expected()
        .filter(cycle__feeds=submission.cycle_id, cycle__regime__unit__above__contains=[submission.unit_id])
        .filter(state__in=[State.SUBMITTED, State.ACCEPTED])
        .annotate(text=Subquery(latest.values(f"content__texts__{key}")[:1]))
        .values_list("pk", "unit__name", "text")
        .order_by("unit__kind", "unit__name")
    )
    return [Gathered(pk, unit, text) for pk, unit, text in rows if text]
