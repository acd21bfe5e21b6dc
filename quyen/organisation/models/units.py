"""Units, their versions in time and successions.

A unit is an identity. What it is called, of what kind it is and under whom it stands is said by its versions, one
for each stretch of days; what became of it, by successions. `Unit` itself repeats the facts of today, so that a
screen of today needs no day: `actions.refresh_units` keeps them in step, and nothing else writes them.
"""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Func, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.organisation.enums import PLACES, SuccessionKind, UnitKind
from quyen.shared.models import TakenSheet


class DayRange(Func):
    """The days of a row as a range, half-open."""

    function = "daterange"
    output_field = DateRangeField()


class UnitQuerySet(models.QuerySet["Unit"]):
    def below(self, unit_id: int) -> UnitQuerySet:
        """The unit and all that stand under it today."""
        return self.filter(above__contains=[unit_id])

    def active(self) -> UnitQuerySet:
        return self.filter(is_active=True)


class Unit(models.Model):
    """A body that issues plans or carries out tasks, whatever it is called at a day.

    `name` as on its letterhead, NFC. `above` holds the unit itself and all above it, from the top; a unit that is no
    more stands under the unit that carries it on, so that its papers are in somebody's care.
    """

    name = models.CharField(_("tên đơn vị"), max_length=200)
    short_name = models.CharField(_("tên gọn"), max_length=80, blank=True)
    kind = models.CharField(_("loại"), max_length=20, choices=UnitKind, default=UnitKind.OTHER)
    province = models.CharField(_("tỉnh, thành phố"), max_length=80, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children",
        verbose_name=_("cấp trên"),
    )  # fmt: skip
    code = models.CharField(_("mã đơn vị hành chính"), max_length=20, blank=True)
    is_active = models.BooleanField(_("đang hoạt động"), default=True)
    above = ArrayField(models.BigIntegerField(), default=list, editable=False)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("đơn vị")
        verbose_name_plural = _("đơn vị")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "parent"], condition=Q(is_active=True), name="one_name_below_a_parent"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="a_unit_has_a_name"),
        ]
        indexes = [GinIndex(fields=["above"], name="units_by_those_above")]

    def __str__(self) -> str:
        return self.short_name or self.name

    @property
    def authority(self) -> str:
        """Who signs for it on a letterhead: a place has its People's Committee, any other unit itself."""
        if self.kind not in PLACES:
            return self.name
        return f"Ủy ban nhân dân {self.name[0].lower()}{self.name[1:]}"


class Succession(models.Model):
    """What happened to units at a day, on what legal basis. Its parts say who carries on what."""

    kind = models.CharField(_("việc"), max_length=10, choices=SuccessionKind)
    day = models.DateField(_("từ ngày"))
    basis = models.CharField(_("căn cứ"), max_length=300)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    entered_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("lần sắp xếp")
        verbose_name_plural = _("các lần sắp xếp")
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.day:%d/%m/%Y}"


class SuccessionPart(models.Model):
    """So much of `source` is carried on by `target`. `back` is the share of the target's figures that a map of an
    earlier day shows at the source. What a unit keeps itself without loss has no row."""

    succession = models.ForeignKey(Succession, on_delete=models.CASCADE, related_name="parts")
    source = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="carried_on_by")
    target = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="carries_on")
    share = models.DecimalField(_("phần"), max_digits=9, decimal_places=8, default=1)
    back = models.DecimalField(_("phần nhìn ngược"), max_digits=9, decimal_places=8, default=0)

    class Meta:
        verbose_name = _("phần kế tục")
        verbose_name_plural = _("các phần kế tục")
        constraints = [
            models.UniqueConstraint(fields=["succession", "source", "target"], name="one_part_a_pair"),
            models.CheckConstraint(
                condition=Q(share__gte=0, share__lte=1, back__gte=0, back__lte=1), name="a_part_is_a_share"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"


class UnitVersionQuerySet(models.QuerySet["UnitVersion"]):
    def on(self, day: date) -> UnitVersionQuerySet:
        """The versions in force at a day."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_until=None) | Q(valid_until__gt=day)
        )


class UnitVersion(models.Model):
    """What a unit was in [valid_from, valid_until). No start: from before our records; no end: until further notice."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="versions")
    name = models.CharField(_("tên đơn vị"), max_length=200)
    short_name = models.CharField(_("tên gọn"), max_length=80, blank=True)
    kind = models.CharField(_("loại"), max_length=20, choices=UnitKind)
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(_("mã đơn vị hành chính"), max_length=20, blank=True)
    valid_from = models.DateField(_("từ ngày"), null=True, blank=True)
    valid_until = models.DateField(_("đến trước ngày"), null=True, blank=True)
    opened_by = models.ForeignKey(Succession, on_delete=models.PROTECT, null=True, related_name="opened")
    closed_by = models.ForeignKey(Succession, on_delete=models.PROTECT, null=True, related_name="closed")

    objects = UnitVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("giai đoạn của đơn vị")
        verbose_name_plural = _("các giai đoạn của đơn vị")
        ordering = [models.F("valid_from").asc(nulls_first=True), "id"]
        constraints = [
            ExclusionConstraint(
                name="versions_do_not_overlap",
                expressions=[
                    ("unit", RangeOperators.EQUAL),
                    (DayRange("valid_from", "valid_until"), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None)
                | Q(valid_until=None)
                | Q(valid_until__gt=models.F("valid_from")),
                name="a_version_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="a_version_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class UnitIntake(TakenSheet):
    """A list of units. `rows` has the names of `queries.sheet.COLUMNS`."""

    day = models.DateField(_("từ ngày"))
    basis = models.CharField(_("căn cứ"), max_length=300)

    class Meta(TakenSheet.Meta):
        verbose_name = _("danh sách đơn vị được nhập")
        verbose_name_plural = _("danh sách đơn vị được nhập")
