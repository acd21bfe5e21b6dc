"""Background work of the portal: the search's index is sealed and made anew, old counts go."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from quyen.portal.actions.index import QUEUE, REBUILD, rebuild, seal_loose
from quyen.portal.actions.missed import forget_missed


@app.periodic(cron="*/10 * * * *")
@app.task(name="seal_search_index", queue=QUEUE, queueing_lock="seal_search_index")
def seal_index(timestamp: int) -> None:
    """What changed is found at once in any case; sealed, it costs each process nothing."""
    seal_loose()


# Once a night: should a change ever have been missed, it is found from then on. One transaction, seconds long.
@app.periodic(cron="25 18 * * *")  # twenty-five past one at night in Việt Nam
@app.task(name=REBUILD, queue=QUEUE, queueing_lock=REBUILD)
def rebuild_index(timestamp: int) -> None:
    rebuild()


@app.periodic(cron="20 18 * * *")
@app.task(name="forget_missed_searches", queue=QUEUE, queueing_lock="forget_missed_searches")
def forget(timestamp: int) -> None:
    forget_missed(today=timezone.localdate())
