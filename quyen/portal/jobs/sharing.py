"""Background work of the portal: the register of what is shared, files to take away."""

from __future__ import annotations

from procrastinate.contrib.django import app

from quyen.portal.actions.sharing import NOTE, NOTE_ALL, QUEUE, note_all, note_shared
from quyen.portal.actions.topic_packs import MISSING, make_missing_packs, make_packs


@app.task(name=NOTE, queue=QUEUE)
def note(products: list[int]) -> None:
    """Harvesters of others are told what has changed."""
    note_shared(products)


@app.periodic(cron="40 18 * * *")
@app.task(name=NOTE_ALL, queue=QUEUE, queueing_lock=NOTE_ALL)
def note_everything(timestamp: int) -> None:
    """Whatever was missed: each night all that is or was public is looked at."""
    note_all()


# At night (the clock is UTC), where anything on the public site has changed: some seconds of a processor.
@app.periodic(cron="50 19 * * *")
@app.task(name="make_packs", queue=QUEUE, queueing_lock="make_packs")
def pack_everything(timestamp: int) -> None:
    make_packs()


@app.periodic(cron="12,42 * * * *")
@app.task(name=MISSING, queue=QUEUE, queueing_lock=MISSING)
def pack_what_is_missing(timestamp: int) -> None:
    """A new topic need not wait for the night; some quick queries a topic that has nothing public."""
    make_missing_packs()
