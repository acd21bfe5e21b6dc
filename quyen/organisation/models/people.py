"""People in units: the roles they hold, the invitations they got, the lists that administrators gave.

Days are half-open, [valid_from, valid_until); what people read and write is `last_day`, the last one that counts.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.accounts.models import SERVICE_DOMAIN
from quyen.organisation.enums import InvitationState, Role
from quyen.organisation.models.units import DayRange, Unit
from quyen.shared.models import TakenSheet


class MembershipQuerySet(models.QuerySet["Membership"]):
    def valid(self) -> MembershipQuerySet:
        today = timezone.localdate()
        return self.on(today).filter(user__is_active=True)

    def of_people(self) -> MembershipQuerySet:
        """Of accounts that somebody reads letters of, and not of other systems."""
        return self.exclude(user__email__endswith=f"@{SERVICE_DOMAIN}")

    def on(self, day: date) -> MembershipQuerySet:
        """Held at a day, whether the account is in use or not."""
        return self.filter(Q(valid_until=None) | Q(valid_until__gt=day), valid_from__lte=day)

    def overlapping(self, since: date, until: date | None) -> MembershipQuerySet:
        """Held on some day of [since, until)."""
        rows = self.exclude(valid_until=F("valid_from")).filter(
            Q(valid_until=None) | Q(valid_until__gt=since)
        )
        return rows.filter(valid_from__lt=until) if until else rows


class Dated(models.Model):
    """A role in a unit for some days: what a membership and an invitation share."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="%(class)ss")
    role = models.PositiveSmallIntegerField(_("vai trò"), choices=Role)
    valid_from = models.DateField(_("từ ngày"), default=timezone.localdate)
    valid_until = models.DateField(_("đến trước ngày"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def last_day(self) -> date | None:
        return self.valid_until - timedelta(days=1) if self.valid_until else None


class Membership(Dated):
    """A person's role in a unit. No two of one person in one unit overlap; past ones stay as history."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("vai trò trong đơn vị")
        verbose_name_plural = _("vai trò trong đơn vị")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "unit"], condition=Q(valid_until=None), name="one_open_role_in_a_unit"
            ),
            ExclusionConstraint(
                name="roles_in_a_unit_do_not_overlap",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("unit", RangeOperators.EQUAL),
                    (DayRange("valid_from", "valid_until"), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="a_role_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.unit}"

    @property
    def was_held(self) -> bool:
        """False for one taken back on the day it was given: it holds no day at all."""
        return self.valid_until is None or self.valid_until > self.valid_from

    def as_json(self) -> dict[str, Any]:
        return {
            "user": self.user_id, "unit": self.unit_id, "role": self.role, "from": self.valid_from.isoformat(),
            "until": self.valid_until.isoformat() if self.valid_until else None,
        }  # fmt: skip


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def waiting(self) -> InvitationQuerySet:
        """Neither accepted nor withdrawn; its link may have run out."""
        return self.filter(accepted_at=None, withdrawn_at=None)


class Invitation(Dated):
    """A role offered to an address. Nothing is made of it before its one-time link is used; only the link's hash is
    kept. `round` counts the letters sent: a newer letter makes the older link void."""

    email = models.EmailField(_("thư điện tử"), max_length=254)
    full_name = models.CharField(_("họ và tên"), max_length=120)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="invitations_made"
    )
    invited_at = models.DateTimeField(default=timezone.now)
    round = models.PositiveIntegerField(default=1)
    secret_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("lời mời")
        verbose_name_plural = _("lời mời")
        ordering = ["-invited_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"), "unit", condition=Q(accepted_at=None, withdrawn_at=None),
                name="one_waiting_invitation_in_a_unit",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gt=F("valid_from")),
                name="an_offered_role_ends_after_it_begins",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.email} · {self.get_role_display()} · {self.unit}"

    @property
    def state(self) -> InvitationState:
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.withdrawn_at:
            return InvitationState.WITHDRAWN
        if self.expires_at <= timezone.now() or (
            self.valid_until and self.valid_until <= timezone.localdate()
        ):
            return InvitationState.EXPIRED
        return InvitationState.OPENED if self.opened_at else InvitationState.SENT

    @property
    def state_word(self) -> str:
        return str(self.state.label)

    def as_json(self) -> dict[str, Any]:
        return {
            "email": self.email, "unit": self.unit_id, "role": self.role, "from": self.valid_from.isoformat(),
            "until": self.valid_until.isoformat() if self.valid_until else None, "round": self.round,
        }  # fmt: skip


class Roster(TakenSheet):
    """A list of people as an administrator gave it. `rows` has the names of `queries.roster_sheet.COLUMNS`."""

    class Meta(TakenSheet.Meta):
        verbose_name = _("danh sách người được nhập")
        verbose_name_plural = _("danh sách người được nhập")
