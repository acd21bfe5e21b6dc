"""Background work of the rights step."""

from __future__ import annotations

from procrastinate.contrib.django import app

from quyen.rights.actions import recommendation_taking
from quyen.rights.actions.recommendation_taking import QUEUE, READ_REVIEW
from quyen.rights.models import TextIntake


@app.task(name=READ_REVIEW, queue=QUEUE)
def read_review(intake_id: int) -> None:
    """Reads one file with recommendations in a process of its own."""
    recommendation_taking.read_review(intake_id=intake_id)


@app.periodic(cron="50 18 * * *")  # ten to two at night in Việt Nam
@app.task(name="forget_old_texts", queue="units", queueing_lock="forget_old_texts")
def forget_old_texts(timestamp: int) -> None:
    """Texts that were looked at and left, or carried out, a month ago; the editions themselves stay."""
    TextIntake.forget_old()
