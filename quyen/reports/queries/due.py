"""Reports that their units still owe, for the reminders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone

from quyen.organisation.signals import DueItem
from quyen.reports.enums import SENT
from quyen.reports.models import Submission


def due_reports(since: date, until: date) -> Iterator[DueItem]:
    """Expected, not with the level above, in open rounds, due in [since, until): one query. One that was given back is
    owed again, by the day of its round."""
    rows = Submission.objects.expected().filter(
        cycle__closed_at=None, cycle__due_on__gte=since, cycle__due_on__lt=until
    )
    for row in rows.exclude(state__in=SENT).select_related("cycle__regime").order_by("cycle__due_on", "pk"):
        yield _item(row)


def _item(row: Submission) -> DueItem:
    cycle, regime = row.cycle, row.cycle.regime
    return DueItem(
        f"reports.Submission:{row.pk}:{cycle.due_on.isoformat()}", row.unit_id, regime.unit_id, cycle.title, cycle.due_on,
        reverse("reports:report", args=[row.pk]), timezone.localdate(row.created_at), regime.lead_days or None,
    )  # fmt: skip
