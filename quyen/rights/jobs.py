"""Background work of the rights step."""

from __future__ import annotations

from procrastinate.contrib.django import app

from quyen.rights.actions import recommendation_taking
from quyen.rights.actions.recommendation_taking import QUEUE, READ_REVIEW


@app.task(name=READ_REVIEW, queue=QUEUE)
def read_review(intake_id: int) -> None:
    """Reads one file with recommendations in a process of its own."""
    recommendation_taking.read_review(intake_id=intake_id)
