"""Background work of the budget step."""

from __future__ import annotations

from procrastinate.contrib.django import app

from quyen.budget.models import EstimateIntake


@app.periodic(cron="40 18 * * *")  # twenty to two at night in Việt Nam
@app.task(name="forget_estimate_intakes", queue="units", queueing_lock="forget_estimate_intakes")
def forget_old_intakes(timestamp: int) -> None:
    """Sheets of estimates that were given more than a month ago are kept no longer."""
    EstimateIntake.forget_old()
