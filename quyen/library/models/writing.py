"""Who is writing on a product at this time, until it becomes one entry of the audit trail."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from quyen.library.models.product import Product
from quyen.shared.models import Stamped


class WritingQuerySet(models.QuerySet["Writing"]):
    def paused(self, now: datetime) -> WritingQuerySet:
        """Nobody has written on them for a while, or it has been going on for long."""
        return self.filter(Q(last_at__lte=now - Writing.PAUSE) | Q(created_at__lte=now - Writing.LONGEST))


class Writing(Stamped):
    """A form that saves itself as one types would leave an entry in the trail every few seconds. Until the person pauses,
    somebody else writes, or the product takes a step, what changed is kept here: `before` the first saving, `after` the last
    one, both as the trail will have them. With each change the product's row and this one are kept together, so nothing is
    unaccounted for at any time."""

    PAUSE, LONGEST = timedelta(minutes=30), timedelta(hours=4)

    product = models.OneToOneField(Product, on_delete=models.CASCADE, related_name="writing")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120)  # as it was then
    before = models.JSONField()
    after = models.JSONField()
    times = models.PositiveIntegerField(default=1)
    last_at = models.DateTimeField()

    objects = WritingQuerySet.as_manager()

    class Meta:
        verbose_name = _("lượt viết")
        verbose_name_plural = _("các lượt viết")
        indexes = [models.Index(fields=["last_at"], name="writings_by_pause")]

    def __str__(self) -> str:
        return f"{self.by_name}: {self.product_id}"

    def is_over(self, now: datetime) -> bool:
        return now - self.last_at >= self.PAUSE or now - self.created_at >= self.LONGEST
