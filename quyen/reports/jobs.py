"""Background work of the reports step: rounds open by themselves, and expect whom they should."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from quyen.reports import actions


@app.periodic(cron="20 17 * * *")  # twenty past midnight in Việt Nam, after the units have followed the day
@app.task(name="open_rounds", queue="units", queueing_lock="open_rounds")
def open_rounds(timestamp: int) -> None:
    """Rounds whose reminders begin today are opened; open ones take in units that came, and let go those that ended."""
    actions.open_due_rounds(day=timezone.localdate())
    actions.refresh_open_rounds()
