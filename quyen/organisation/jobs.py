"""Background work of the organisation step: what units are today follows the day."""

from __future__ import annotations

from procrastinate.contrib.django import app

from quyen.organisation.actions import refresh_units_if_due
from quyen.organisation.actions.intake import forget_intakes

QUEUE = "units"


# Every hour, not once a night: cron lines are read in UTC, and an office's machine may sleep at midnight. Minute 1 of
# 17:00 UTC is one minute past midnight in Việt Nam. It is one query where nothing began or ended.
@app.periodic(cron="1 * * * *")
@app.task(name="refresh_units", queue=QUEUE, queueing_lock="refresh_units")
def refresh_units(timestamp: int) -> None:
    """A version that begins today becomes today's fact, and one that ended yesterday is none any more."""
    refresh_units_if_due()


@app.periodic(cron="30 18 * * *")  # half past one at night in Việt Nam
@app.task(name="forget_intakes", queue=QUEUE, queueing_lock="forget_intakes")
def forget_old_intakes(timestamp: int) -> None:
    """Lists of units that were given more than a month ago are kept no longer."""
    forget_intakes()
