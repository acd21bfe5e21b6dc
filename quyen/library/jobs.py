"""Background work of the library step."""

from __future__ import annotations

from contextlib import suppress

from procrastinate.contrib.django import app

from quyen.accounts.models import User
from quyen.library.actions import drawing
from quyen.library.actions.bundles import release_due
from quyen.library.actions.files import DRAW_FILE, QUEUE
from quyen.library.actions.gathering import GATHER, SourceBusy, gather, gather_all
from quyen.library.actions.gathering import QUEUE as GATHERING
from quyen.library.actions.pausing import settle_writings
from quyen.library.models import Source


# Every minute, and not one job a bundle: a bundle is due by what stands in its row, so that none is forgotten where a
# worker was away at its time, and none goes out that was taken back. One query where nothing is due.
@app.periodic(cron="* * * * *")
@app.task(name="release_bundles", queue="library", queueing_lock="release_bundles")
def release_bundles(timestamp: int) -> None:
    """Bundles whose time has come go out, all of each or nothing."""
    release_due()


@app.periodic(cron="*/10 * * * *")
@app.task(name="settle_writings", queue="library", queueing_lock="settle_writings")
def settle_paused_writings(timestamp: int) -> None:
    """What was written becomes an entry of the trail once it pauses. One query where nobody has written."""
    settle_writings()


@app.task(name=DRAW_FILE, queue=QUEUE)
def draw_file(file_id: int) -> None:
    """Pictures in widths, first pages, safe drawings, captions as WebVTT: what is shown of a file in its stead."""
    drawing.draw(file_id=file_id)


@app.periodic(cron="*/5 * * * *")
@app.task(name="requeue_undrawn", queue=QUEUE, queueing_lock="requeue_undrawn")
def requeue_undrawn(timestamp: int) -> None:
    drawing.requeue_undrawn()
    drawing.sweep_incoming()


@app.task(name=GATHER, queue=GATHERING)
def gather_source(source_id: int, person_id: int | None = None) -> None:
    """What a person asked for; while somebody else takes from the same source there is nothing to do."""
    source = Source.objects.filter(pk=source_id).first()
    if source is not None:
        with suppress(SourceBusy):
            gather(source=source, started_by=User.objects.filter(pk=person_id or 0).first())


# at night (the clock is UTC), when those who are asked have time
@app.periodic(cron="20 19 * * *")
@app.task(name="gather_all", queue=GATHERING, queueing_lock="gather_all")
def gather_every_source(timestamp: int) -> None:
    gather_all()
