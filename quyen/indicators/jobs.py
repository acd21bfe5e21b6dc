"""Background work of the indicators step: maps are ready before somebody waits for one."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from quyen.indicators.queries import prepare_maps

QUEUE = "maps"


# After the units of the day are in step (minute 1), and every hour, for units may change at any; a few quick queries
# where nothing did.
@app.periodic(cron="3 * * * *")
@app.task(name="prepare_maps", queue=QUEUE, queueing_lock="prepare_maps")
def prepare(timestamp: int) -> None:
    """Otherwise the first report of the day after a change of units would wait some seconds for it."""
    prepare_maps(timezone.localdate())
