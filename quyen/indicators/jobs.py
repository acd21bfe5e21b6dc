"""Background work of the indicators step: maps are ready before somebody waits for one."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from quyen.indicators.actions.maps import PREPARE_MAPS, QUEUE, prepare_maps


# After each change of units at once; and every hour, after the units of the day are in step (minute 1), for a new day
# may have another map. A few quick queries where nothing did.
@app.periodic(cron="3 * * * *")
@app.task(name=PREPARE_MAPS, queue=QUEUE, queueing_lock=PREPARE_MAPS)
def prepare(timestamp: int) -> None:
    """Otherwise the first report after a change of units would wait some seconds for it."""
    prepare_maps(today=timezone.localdate())
