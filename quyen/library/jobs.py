"""Background work of the library step."""

from __future__ import annotations

from procrastinate.contrib.django import app

from quyen.library.actions import drawing
from quyen.library.actions.bundles import release_due
from quyen.library.actions.files import DRAW_FILE, QUEUE


# Every minute, and not one job a bundle: a bundle is due by what stands in its row, so that none is forgotten where a
# worker was away at its time, and none goes out that was taken back. One query where nothing is due.
@app.periodic(cron="* * * * *")
@app.task(name="release_bundles", queue="library", queueing_lock="release_bundles")
def release_bundles(timestamp: int) -> None:
    """Bundles whose time has come go out, all of each or nothing."""
    release_due()


@app.task(name=DRAW_FILE, queue=QUEUE)
def draw_file(file_id: int) -> None:
    """Pictures in widths, first pages, safe drawings, captions as WebVTT: what is shown of a file in its stead."""
    drawing.draw(file_id=file_id)


@app.periodic(cron="*/5 * * * *")
@app.task(name="requeue_undrawn", queue=QUEUE, queueing_lock="requeue_undrawn")
def requeue_undrawn(timestamp: int) -> None:
    drawing.requeue_undrawn()
    drawing.sweep_incoming()
