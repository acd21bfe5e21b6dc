"""Indicators, what they should come to, and what each unit gave for each period.

An observation stays for ever with the unit that gave it, and is never changed: a correction is a new row, and the
old one says when it was replaced. So every figure can be asked as it was known at a moment, and on the map of any day.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from quyen.core.arithmetic import Period
from quyen.core.text.rhythm import IN_YEAR
from quyen.core.text.saying import plain
from quyen.indicators.enums import MONTHS_OF_PERIOD, Cell, Direction, Grade, Origin, Rule
from quyen.organisation.enums import UnitKind
from quyen.organisation.models import Unit
from quyen.shared.models import Stamped
from quyen.sources.models import SourceFile


class Indicator(Stamped):
    """What is measured and how. `given_by`: the kinds of units that are to give it; `measure`: the registered function
    that computes it, empty where people enter it; `parts`: what its value is told apart by, besides the whole.

    `is_national`: units of the whole country give it, and the people of `owner` see it for all of them. Else only the
    units at or under `owner` give it, and nobody else sees it."""

    code = models.CharField(_("mã"), max_length=20, unique=True)
    name = models.CharField(_("tên"), max_length=250)
    definition = models.TextField(_("định nghĩa, cách tính"))
    measured_in = models.CharField(_("đơn vị tính"), max_length=60)
    rule = models.CharField(_("cách gộp"), max_length=10, choices=Rule, default=Rule.SUM)
    direction = models.CharField(_("chiều tốt"), max_length=5, choices=Direction, default=Direction.UP)
    rhythm = models.PositiveSmallIntegerField(_("kỳ"), choices=MONTHS_OF_PERIOD, default=IN_YEAR)
    due_days = models.PositiveSmallIntegerField(_("hạn, số ngày sau khi hết kỳ"), default=15)
    given_by = ArrayField(models.CharField(max_length=20, choices=UnitKind), verbose_name=_("đơn vị báo cáo"))
    baseline = models.DecimalField(_("mức đầu kỳ"), max_digits=20, decimal_places=4, null=True, blank=True)
    baseline_on = models.DateField(_("ngày của mức đầu kỳ"), null=True, blank=True)
    measure = models.CharField(_("phép đo"), max_length=60, blank=True)
    since = models.DateField(_("từ ngày"))
    until = models.DateField(_("đến trước ngày"), null=True, blank=True)
    owner = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="indicators",
        verbose_name=_("cơ quan chủ trì"),
    )  # fmt: skip
    is_national = models.BooleanField(_("cả nước báo cáo"), default=True)
    parts = ArrayField(models.CharField(max_length=60), verbose_name=_("phân tổ"), default=list, blank=True)

    class Meta:
        verbose_name = _("chỉ số")
        verbose_name_plural = _("chỉ số")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")), name="an_indicator_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(is_national=True) | ~Q(owner=None), name="what_is_not_national_has_an_owner"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def is_share(self) -> bool:
        """Whether its value is a share of something, shown in per cent."""
        return self.rule == Rule.RATIO

    def is_asked_of(self, unit: Unit) -> bool:
        """Whether the unit stands where values are given."""
        return self.is_national or self.owner_id in unit.above

    def due_on(self, period: Period) -> date:
        """The last day on which the value of a period may be given."""
        return period.last_day + timedelta(days=self.due_days)

    def is_due(self, period: Period, today: date) -> bool:
        """Whether a value is missed where it is not there: from the day after the last one on."""
        return self.due_on(period) < today

    def value(self, numerator: Decimal | None, denominator: Decimal | None) -> Decimal | None:
        """The figure as it is shown: a share in per cent, else the numerator. None where there is nothing to show."""
        if numerator is None or not self.is_share:
            return numerator
        return numerator * 100 / denominator if denominator else None


class IndicatorTarget(models.Model):
    """What an indicator should come to by the end of a year; `value_max` where it is a range."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="targets")
    year = models.PositiveSmallIntegerField(_("năm"))
    value = models.DecimalField(_("mức"), max_digits=20, decimal_places=4)
    value_max = models.DecimalField(_("mức cao nhất"), max_digits=20, decimal_places=4, null=True, blank=True)

    class Meta:
        verbose_name = _("mức phải đạt")
        verbose_name_plural = _("mức phải đạt")
        ordering = ["indicator", "year"]
        constraints = [models.UniqueConstraint(fields=["indicator", "year"], name="one_level_a_year")]

    def __str__(self) -> str:
        return f"{self.indicator.code} {self.year}: {self.value}"


class ObservationQuerySet(models.QuerySet["Observation"]):
    def current(self) -> ObservationQuerySet:
        return self.filter(replaced_at=None)

    def current_or_withdrawn(self) -> ObservationQuerySet:
        """What stands, and the versions by which what stood was taken back."""
        return self.filter(Q(replaced_at=None) | Q(is_applicable=True, numerator=None))


class Observation(Stamped):
    """What one unit gave for one period, [period_start, period_end). `part` names a slice (a language, a sex); the
    empty one is the whole. A share keeps numerator and denominator; what is not applicable has neither.

    A value that was withdrawn is followed by a version without a number that never stands: it is replaced as it is
    made. So nothing is the current value, and whatever reads current values finds none (docs/decisions/0020)."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="observations")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="observations")
    period_start = models.DateField(_("kỳ từ ngày"))
    period_end = models.DateField(_("đến trước ngày"))
    part = models.CharField(_("phân tổ"), max_length=60, blank=True)
    numerator = models.DecimalField(_("số"), max_digits=20, decimal_places=4, null=True)
    denominator = models.DecimalField(_("trên tổng số"), max_digits=20, decimal_places=4, null=True)
    is_applicable = models.BooleanField(_("có áp dụng"), default=True)
    version = models.PositiveIntegerField(default=1)
    reason = models.CharField(_("lý do sửa"), max_length=300, blank=True)
    replaced_at = models.DateTimeField(null=True, editable=False)
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.HAND)
    grade = models.CharField(_("minh chứng"), max_length=10, choices=Grade, default=Grade.NONE)
    evidence = models.ForeignKey(
        SourceFile, on_delete=models.PROTECT, null=True, blank=True, related_name="observations"
    )
    link = models.URLField(_("đường dẫn"), max_length=500, blank=True)
    note = models.TextField(_("ghi chú"), blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects = ObservationQuerySet.as_manager()

    class Meta:
        verbose_name = _("số liệu")
        verbose_name_plural = _("số liệu")
        ordering = ["-period_start", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "unit", "period_start", "part"], condition=Q(replaced_at=None),
                name="one_value_a_cell",
            ),
            models.UniqueConstraint(
                fields=["indicator", "unit", "period_start", "part", "version"], name="one_version_a_number"
            ),
            models.CheckConstraint(
                condition=Q(period_end__gt=F("period_start")), name="a_period_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(is_applicable=True, numerator__isnull=False, numerator__gte=0)
                | Q(is_applicable=True, numerator=None, denominator=None, replaced_at__isnull=False)
                | Q(is_applicable=False, numerator=None, denominator=None),
                name="what_stands_and_applies_has_a_value",
            ),
            models.CheckConstraint(
                condition=Q(denominator=None) | Q(denominator__gte=0), name="a_whole_is_not_negative"
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(
                fields=["indicator", "period_start"],
                include=["unit", "period_end", "numerator", "denominator", "is_applicable"],
                condition=Q(replaced_at=None, part=""),
                name="values_of_a_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id}/{self.unit_id}/{self.period_start}: {self.numerator}"

    @property
    def period(self) -> Period:
        return Period(self.period_start, self.period_end)

    @property
    def day(self) -> date:
        """The day whose map the value belongs to: the last one of its period."""
        return self.period_end - timedelta(days=1)

    @property
    def is_withdrawn(self) -> bool:
        """Whether this version only says that the one before it was taken back."""
        return self.is_applicable and self.numerator is None

    @property
    def cell(self) -> Cell:
        if not self.is_applicable:
            return Cell.NOT_APPLICABLE
        if self.is_withdrawn:
            return Cell.MISSING
        return Cell.VALUE if self.numerator else Cell.ZERO

    def as_json(self) -> dict[str, Any]:
        return {
            "period": self.period_start.isoformat(), "part": self.part, "version": self.version,
            "numerator": plain(self.numerator), "denominator": plain(self.denominator),
            "applicable": self.is_applicable, "grade": self.grade, "reason": self.reason,
        }  # fmt: skip


class ObservationItem(models.Model):
    """One thing that a value counts: what it is, by kind and number, so that none is counted twice in one total."""

    observation = models.ForeignKey(Observation, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=60)  # "library.Product"
    number = models.BigIntegerField()
    label = models.CharField(max_length=250, blank=True)

    class Meta:
        verbose_name = _("mục được đếm")
        verbose_name_plural = _("mục được đếm")
        constraints = [
            models.UniqueConstraint(fields=["observation", "kind", "number"], name="an_item_counts_once"),
        ]

    def __str__(self) -> str:
        return self.label or f"{self.kind} {self.number}"


class Freeze(Stamped):
    """From now on the values of a unit and all below it, for periods that end within [start, end), change only by a
    correction with its reason."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="freezes")
    start = models.DateField(_("từ ngày"))
    end = models.DateField(_("đến trước ngày"))
    basis = models.CharField(_("căn cứ"), max_length=300)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("lần chốt số liệu")
        verbose_name_plural = _("các lần chốt số liệu")
        ordering = ["-end", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="a_freeze_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.start} – {self.end}"


class MapPair(models.Model):
    """Units of one stretch of days on the map of another, worked out once (`queries.standing`) and again when units
    change: `stamp` says for which state of the units it holds."""

    given_from = models.DateField(null=True)
    shown_from = models.DateField(null=True)
    stamp = models.CharField(max_length=60)

    class Meta:
        verbose_name = _("bản đồ tính sẵn")
        verbose_name_plural = _("bản đồ tính sẵn")
        constraints = [
            models.UniqueConstraint(
                fields=["given_from", "shown_from"], nulls_distinct=False, name="one_map_a_pair"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given_from} → {self.shown_from}"


class ExactField(models.DecimalField):  # type: ignore[type-arg]  # not subscriptable at run time
    """A number with as many digits as it has; the two limits are only for forms."""

    def db_type(self, connection: Any) -> str:
        return "numeric"


class Standing(models.Model):
    """Where a unit's figures of one stretch stand on the map of another: so much at `at`, whose way from the top is
    `above`. Shares are exact, however long. `is_main`: the one place at which the unit itself is counted, that of its
    largest share. `kind`: what the unit was when it gave them, empty where it was not in force."""

    pair = models.ForeignKey(MapPair, on_delete=models.CASCADE, related_name="rows")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    at = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    share = ExactField(max_digits=1000, decimal_places=999)
    is_main = models.BooleanField()
    kind = models.CharField(max_length=20, blank=True)
    above = ArrayField(models.BigIntegerField())
    top = models.BigIntegerField()  # the first of `above`

    class Meta:
        indexes = [
            GinIndex(fields=["above"], name="standings_by_those_above"),
            models.Index(
                fields=["pair", "unit"],
                include=["share", "kind", "top", "is_main"],
                name="standings_under_the_top",
            ),
        ]
        verbose_name = _("chỗ của đơn vị trên bản đồ")
        verbose_name_plural = _("chỗ của các đơn vị trên bản đồ")
        constraints = [models.UniqueConstraint(fields=["pair", "unit", "at"], name="one_standing_a_pair")]

    def __str__(self) -> str:
        return f"{self.unit_id} → {self.at_id}"


class PreparedYear(models.Model):
    """The whole country's totals of a year on the map of `day`, worked out ahead; `totals` by the indicator's number.
    `sign` says for which definitions and state of the units they hold; `last` is the newest value that is in them."""

    year = models.PositiveSmallIntegerField(unique=True)
    day = models.DateField()
    sign = models.CharField(max_length=64)
    last = models.BigIntegerField()
    totals = models.JSONField(default=dict)
    worked_out_at = models.DateTimeField()

    class Meta:
        verbose_name = _("số liệu cả nước tính sẵn")
        verbose_name_plural = _("số liệu cả nước tính sẵn")

    def __str__(self) -> str:
        return f"{self.year}"
