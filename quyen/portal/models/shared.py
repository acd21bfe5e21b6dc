"""What was ever shared: a register of names and times, never of content."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _


class Shared(models.Model):
    """One thing that was public at some time. `changed_at`: when what everyone may see of it last changed, deletion among
    that; `digest`: of what was seen then. `shelves`: the sets of OAI-PMH that it is in, each with those above it. A row is
    never deleted, so that whoever took the thing learns that it is gone. What the thing says is read live."""

    number = models.PositiveBigIntegerField(unique=True)  # of the product
    changed_at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    shelves = ArrayField(models.CharField(max_length=120), default=list)
    is_gone = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("thứ đã chia sẻ")
        verbose_name_plural = _("những thứ đã chia sẻ")
        ordering = ["changed_at", "number"]
        indexes = [
            models.Index(fields=["changed_at", "number"], name="shared_in_order"),
            GinIndex(fields=["shelves"], name="shared_by_shelf"),
        ]

    def __str__(self) -> str:
        return str(self.number)
