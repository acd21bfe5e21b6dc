"""Abstract bases. No table of its own."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Stamped(models.Model):
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True


class TakenSheet(models.Model):
    """A list as somebody gave it: looked at row by row, then carried out once or left. `rows`: the texts of its cells by
    the names of its columns, with the row's number in the sheet."""

    KEPT = timedelta(days=30)

    name = models.CharField(_("tên tệp"), max_length=200)
    rows = models.JSONField(default=list)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)
    carried_out_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["-entered_at", "-id"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def forget_old(cls) -> int:
        """Older ones go, with what is in them; what they did stays in the rows and the trail. Returns how many."""
        old = cls._default_manager.filter(entered_at__lt=timezone.now() - cls.KEPT)
        return old.delete()[0]
