"""How often what the public sees has changed, and which pages show the last changes themselves: kept pages of an older
number are made anew."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

REMEMBERED = 50


class Generation(models.Model):
    """One row. A replica has the new number only after what was changed, since that was committed before.

    `recent`: the last `REMEMBERED` changes, the newest first, each [number, [address, ...]] with the addresses (without their
    language) of the pages that are about what changed; one that ends with "*" stands for all that begin so."""

    number = models.PositiveBigIntegerField(default=0)
    recent = models.JSONField(default=list)

    class Meta:
        verbose_name = _("lần đổi của trang công cộng")
        verbose_name_plural = _("lần đổi của trang công cộng")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_generation")]

    def __str__(self) -> str:
        return str(self.number)
