"""What readers leave behind: a mistake they report, and counts of visits without anything of the visitor."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.portal.enums import From
from quyen.shared.models import Stamped


class Mistake(Stamped):
    """What a reader says is wrong with a page. No name is asked for; `reach` is what they gave to be answered, if
    anything, and goes 90 days after the matter is closed."""

    path = models.CharField(_("trang"), max_length=300)
    words = models.TextField(_("chỗ sai"), max_length=2000)
    reach = models.CharField(_("cách liên lạc"), max_length=200, blank=True)
    closed_at = models.DateTimeField(_("xong lúc"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    outcome = models.CharField(_("đã làm gì"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("chỗ sai được báo")
        verbose_name_plural = _("chỗ sai được báo")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["created_at"], condition=Q(closed_at=None), name="mistakes_waiting"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None) | ~Q(outcome=""), name="a_closed_mistake_has_its_outcome"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path}: {self.words[:60]}"


class Visit(models.Model):
    """How often a page was read on a day, by the kind of place that led there. Nothing else is known."""

    day = models.DateField(default=timezone.localdate)
    path = models.CharField(max_length=300)
    language = models.CharField(max_length=5)
    source = models.CharField(max_length=10, choices=From)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("lượt xem")
        verbose_name_plural = _("lượt xem")
        ordering = ["-day", "path"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "path", "language", "source"], name="one_count_a_page_and_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.path}: {self.number}"
