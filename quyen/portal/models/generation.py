"""How often what the public sees has changed: kept pages of an older number are made anew."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Generation(models.Model):
    """One row. A replica has the new number only after what was changed, since that was committed before."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("lần đổi của trang công cộng")
        verbose_name_plural = _("lần đổi của trang công cộng")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_generation")]

    def __str__(self) -> str:
        return str(self.number)
