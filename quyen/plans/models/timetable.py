"""How an assignment comes back, and every change of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from quyen.core.schedule import Due, Rhythm, Schedule
from quyen.plans.models.work import Assignment
from quyen.shared.enums import DATED_RHYTHMS
from quyen.shared.models import Stamped


class Timetable(Stamped):
    """The periods of an assignment in [begins, ends); no end: the one in force. Where an assignment has none at all, its
    day and rhythm say it (`core.schedule.usual`): a row is written when somebody sets it otherwise.

    A change ends the row in force where the last reported period ends, and adds one that begins there: so every period
    that was reported on, and every one before it, stays as it was. A row whose end is its beginning never counted.
    `until`, `due_months` and `due_days` are those of `core.schedule.Schedule`.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="timetables")
    anchor = models.DateField(_("từ ngày"))
    rhythm = models.CharField(_("nhịp"), max_length=20, choices=DATED_RHYTHMS)
    every = models.PositiveSmallIntegerField(_("số nhịp một kỳ"), default=1)
    until = models.DateField(_("đến trước ngày"), null=True, blank=True)
    due_months = models.SmallIntegerField(default=0)
    due_days = models.SmallIntegerField(default=-1)
    lead_days = models.PositiveSmallIntegerField(_("nhắc trước (ngày)"), null=True, blank=True)
    begins = models.DateField()
    ends = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120, blank=True)  # as it was then; empty: what the plan said

    class Meta:
        verbose_name = _("lịch của việc")
        verbose_name_plural = _("lịch của việc")
        ordering = ["assignment", "begins", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment"], condition=Q(ends=None), name="one_timetable_in_force"
            ),
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gte=F("begins")), name="a_timetable_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rhythm_display()}, {self.anchor:%d/%m/%Y}"

    @property
    def schedule(self) -> Schedule:
        """Raises BadSchedule for values that no calendar can follow; none such are stored."""
        due = Due(self.due_months, self.due_days)
        return Schedule(self.anchor, Rhythm(self.rhythm), self.every, self.until, due, self.lead_days)
