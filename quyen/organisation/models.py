"""Units and the roles of people in them. (The unit's life in time comes with its own issue.)"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.organisation.enums import Role, UnitKind


class Unit(models.Model):
    """A body that issues plans or carries out tasks. `name` as on its letterhead, NFC."""

    name = models.CharField(_("tên đơn vị"), max_length=200)
    short_name = models.CharField(_("tên gọn"), max_length=80, blank=True)
    kind = models.CharField(_("loại"), max_length=20, choices=UnitKind, default=UnitKind.OTHER)
    province = models.CharField(_("tỉnh, thành phố"), max_length=80, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children",
        verbose_name=_("cấp trên"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("đơn vị")
        verbose_name_plural = _("đơn vị")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["name", "parent"], name="one_name_below_a_parent"),
            models.CheckConstraint(condition=~Q(name=""), name="a_unit_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.short_name or self.name


class MembershipQuerySet(models.QuerySet["Membership"]):
    def valid(self) -> MembershipQuerySet:
        today = timezone.localdate()
        return self.filter(
            Q(valid_until=None) | Q(valid_until__gt=today), valid_from__lte=today, user__is_active=True
        )


class Membership(models.Model):
    """A person's role in a unit, half-open in time: [valid_from, valid_until)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships")
    role = models.PositiveSmallIntegerField(_("vai trò"), choices=Role)
    valid_from = models.DateField(_("từ ngày"), default=timezone.localdate)
    valid_until = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("vai trò trong đơn vị")
        verbose_name_plural = _("vai trò trong đơn vị")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "unit"], condition=Q(valid_until=None), name="one_open_role_in_a_unit"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=models.F("valid_from")),
                name="a_role_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.unit}"

    def as_json(self) -> dict[str, Any]:
        return {"user": self.user_id, "unit": self.unit_id, "role": self.role}
