"""What is waited for of each assignment: kept beside it, so that lists of thousands are a question to the database."""

from __future__ import annotations

from datetime import date

from django.db import models

from quyen.plans.enums import WorkState
from quyen.plans.models.work import Assignment

NEVER, FOREVER = date(1900, 1, 1), date(2999, 1, 1)


class Awaited(models.Model):
    """The day now waited for and what is reported for it; true up to and with the day `through`.

    One row an assignment, made and brought down by triggers (migration 0008). Of work that does not come back they know
    all: `through` is FOREVER. Of work that comes back they set NEVER whenever something changes of which the rest follows;
    `actions.work.awaited` works it out. So a row may be unknown and is never wrong; who reads asks `through`
    (`queries.work.awaited`).
    """

    assignment = models.OneToOneField(
        Assignment, on_delete=models.CASCADE, primary_key=True, related_name="awaited"
    )
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=12, choices=WorkState)
    through = models.DateField(default=NEVER)

    class Meta:
        verbose_name = "điều đang chờ của một việc"
        verbose_name_plural = "điều đang chờ của các việc"
        indexes = [models.Index(fields=["through"], name="awaited_until")]

    def __str__(self) -> str:
        return f"{self.assignment_id}: {self.due_on}, {self.state}"
