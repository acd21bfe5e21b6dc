"""Background work of the indicators step: maps and figures are ready before somebody waits for them."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from quyen.indicators.actions.maps import PREPARE_MAPS, QUEUE, prepare_maps
from quyen.indicators.actions.prepared import prepare_figures


# After each change of units at once; and every hour, after the units of the day are in step (minute 1), for a new day
# may have another map. A few quick queries where nothing did.
@app.periodic(cron="3 * * * *")
@app.task(name=PREPARE_MAPS, queue=QUEUE, queueing_lock=PREPARE_MAPS)
def prepare(timestamp: int) -> None:
    """Otherwise the first report after a change of units would wait some seconds for it."""
    prepare_maps(today=timezone.localdate())


# Six times an hour, for values come at any minute; what is shown says at which it was worked out.
@app.periodic(cron="5,15,25,35,45,55 * * * *")
@app.task(name="prepare_figures", queue=QUEUE, queueing_lock="prepare_figures")
def work_out_figures(timestamp: int) -> None:
    """Otherwise each person of a central body would sum the whole country with their first page."""
    prepare_figures(today=timezone.localdate())
