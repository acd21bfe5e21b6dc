"""Things that go out together at a set time, all or none."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from quyen.library.enums import BundleState
from quyen.organisation.models import Unit
from quyen.shared.models import Stamped

OPEN_STATES = (BundleState.GATHER, BundleState.SCHEDULED, BundleState.FAILED)  # its items may still change


class Bundle(Stamped):
    """`unit` answers for it, `owner` set its time and is told what became of it: what is released is released in that
    person's name. `reasons`: why it did not go out the last time, [{"title", "said": [...]}]."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="bundles")
    title = models.CharField(_("tên gói"), max_length=200)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="bundles"
    )
    release_at = models.DateTimeField(_("giờ phát hành"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=BundleState, default=BundleState.GATHER)
    reasons = models.JSONField(default=list, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("gói phát hành")
        verbose_name_plural = _("gói phát hành")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="a_bundle_has_a_title"),
            models.CheckConstraint(
                condition=~Q(state=BundleState.SCHEDULED) | Q(release_at__isnull=False, owner__isnull=False),
                name="what_is_scheduled_has_time_and_owner",
            ),
            models.CheckConstraint(
                condition=~Q(state=BundleState.RELEASED) | Q(released_at__isnull=False),
                name="what_is_released_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["release_at"], condition=Q(state=BundleState.SCHEDULED), name="bundles_due")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


class BundleItem(Stamped):
    """One thing of a bundle: `sort` names a registered kind ("library.Product"), `subject_id` the row. `title`: as it was
    when it was put in."""

    bundle = models.ForeignKey(Bundle, on_delete=models.CASCADE, related_name="items")
    sort = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    title = models.CharField(max_length=250)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("mục của gói")
        verbose_name_plural = _("các mục của gói")
        ordering = ["bundle", "position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["bundle", "sort", "subject_id"], name="an_item_is_in_a_bundle_once"
            ),
        ]
        indexes = [models.Index(fields=["sort", "subject_id"], name="bundles_of_a_thing")]

    def __str__(self) -> str:
        return self.title
