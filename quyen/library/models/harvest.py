"""Where products of others are taken from, each time that they were, and what came.

What comes is kept as it came and never changed here: it is no product of ours, no figure counts it.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.library.enums import HarvestState
from quyen.organisation.models import Unit
from quyen.shared.models import Stamped


class Source(Stamped):
    """A door of OAI-PMH that one unit answers for. `shelf`: only this set of it, "" all. `licence` and `licence_words`
    hold where a record says none. `seen_until`: by the source's own clock, what was changed before is here."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="sources")
    name = models.CharField(_("tên nguồn"), max_length=200)
    address = models.URLField(_("địa chỉ OAI-PMH"), max_length=500)
    shelf = models.CharField(_("chỉ lấy tập"), max_length=200, blank=True)
    licence = models.CharField(_("địa chỉ giấy phép"), max_length=300, blank=True)
    licence_words = models.CharField(_("giấy phép khi bản ghi không nói"), max_length=300, blank=True)
    is_shown = models.BooleanField(_("hiện trên thư viện công khai"), default=True)
    is_active = models.BooleanField(_("lấy đều mỗi đêm"), default=True)
    seen_until = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("nguồn sản phẩm")
        verbose_name_plural = _("nguồn sản phẩm")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["address", "shelf"], name="a_source_is_taken_from_once"),
        ]

    def __str__(self) -> str:
        return self.name


class HarvestRun(Stamped):
    """One time that a source was asked. `faults`: [{"identifier", "words"}], the first two hundred; `fault_count` all."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="runs")
    state = models.CharField(max_length=8, choices=HarvestState, default=HarvestState.RUNNING)
    is_whole = models.BooleanField(default=False)  # the whole list was asked for, not only what changed
    finished_at = models.DateTimeField(null=True, blank=True)
    seen = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    withdrawn = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list, blank=True)
    fault_count = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)  # why it stopped; what came before is kept
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("lần lấy")
        verbose_name_plural = _("lần lấy")
        ordering = ["source", "-id"]

    def __str__(self) -> str:
        return f"{self.source_id} {self.created_at:%d/%m/%Y %H:%M}"


class GatheredQuerySet(models.QuerySet["Gathered"]):
    def shown(self) -> GatheredQuerySet:
        """What everyone may read."""
        return self.filter(withdrawn_at=None, source__is_shown=True)


class Gathered(Stamped):
    """A product of somebody else's. `content`: the whole thing as XML of the format `quyen` (docs/reference/sharing.md);
    the other fields are read out of it, for lists and for finding. `withdrawn_at`: the source took it back."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="gathered")
    identifier = models.CharField(max_length=500)
    address = models.URLField(max_length=1000, blank=True)
    title = models.CharField(max_length=500)
    description = models.TextField(blank=True)
    language = models.CharField(max_length=35)
    form = models.CharField(max_length=10)
    issuer = models.CharField(max_length=300, blank=True)
    credits = models.TextField(blank=True)
    published_on = models.DateField(null=True, blank=True)
    content = models.TextField()
    digest = models.CharField(max_length=64)
    changed_at = models.DateTimeField()  # by the source's own clock
    came_at = models.DateTimeField(default=timezone.now)  # when its present content came
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = GatheredQuerySet.as_manager()

    class Meta:
        verbose_name = _("sản phẩm từ nơi khác")
        verbose_name_plural = _("sản phẩm từ nơi khác")
        ordering = ["-published_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "identifier"], name="a_thing_of_a_source_is_kept_once"),
            models.CheckConstraint(condition=~Q(title=""), name="what_is_gathered_has_a_title"),
        ]
        indexes = [
            models.Index(
                fields=["-published_on", "-id"], condition=Q(withdrawn_at=None), name="gathered_shown"
            )
        ]

    def __str__(self) -> str:
        return self.title
