"""What the nightly checks of the data found."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.organisation.models.units import Unit


class CheckRun(models.Model):
    """One run of the checks of the data. `by` is None at night; `failed`: [{"check", "error"}], those that could not be
    asked, whose findings stay as they were."""

    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    asked = models.PositiveSmallIntegerField(default=0)
    failed = models.JSONField(default=list)

    class Meta:
        verbose_name = _("lần kiểm tra dữ liệu")
        verbose_name_plural = _("các lần kiểm tra dữ liệu")
        ordering = ["-started_at", "-id"]

    def __str__(self) -> str:
        return f"{self.started_at:%d/%m/%Y %H:%M}"


class CheckHitQuerySet(models.QuerySet["CheckHit"]):
    def open(self) -> CheckHitQuerySet:
        """What does not hold as of the last run."""
        return self.filter(gone_on=None)


class CheckHit(models.Model):
    """What one check found about one row. It stays when it is mended (`gone_on`): found again it is a new one.

    `unit`: whose people can mend it, None for the operator; `place`: the arguments of the check's link; `about` as found.
    """

    check_name = models.CharField(max_length=80)  # "plans.due_after_plan": app and file
    subject_id = models.BigIntegerField()
    unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, related_name="+")
    place = models.CharField(max_length=80, blank=True)
    about = models.CharField(max_length=300)
    first_seen = models.DateField(default=timezone.localdate)
    last_seen = models.DateField(default=timezone.localdate)
    gone_on = models.DateField(null=True)

    objects = CheckHitQuerySet.as_manager()

    class Meta:
        verbose_name = _("điều cần sửa trong dữ liệu")
        verbose_name_plural = _("điều cần sửa trong dữ liệu")
        ordering = ["first_seen", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["check_name", "subject_id"], condition=Q(gone_on=None), name="one_open_hit_a_subject"
            ),
        ]
        indexes = [models.Index(fields=["unit"], condition=Q(gone_on=None), name="open_hits_of_a_unit")]

    def __str__(self) -> str:
        return f"{self.check_name} {self.subject_id}"
