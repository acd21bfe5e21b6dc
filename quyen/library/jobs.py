"""Background work of the library."""

from __future__ import annotations

from procrastinate.contrib.django import app

from quyen.library.actions import drawing
from quyen.library.actions.files import DRAW_FILE, QUEUE


@app.task(name=DRAW_FILE, queue=QUEUE)
def draw_file(file_id: int) -> None:
    """Pictures in widths, first pages, safe drawings, captions as WebVTT: what is shown of a file in its stead."""
    drawing.draw(file_id=file_id)


@app.periodic(cron="*/5 * * * *")
@app.task(name="requeue_undrawn", queue=QUEUE, queueing_lock="requeue_undrawn")
def requeue_undrawn(timestamp: int) -> None:
    drawing.requeue_undrawn()
    drawing.sweep_incoming()
