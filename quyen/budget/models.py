"""Estimates, their lines, and what was spent.

An estimate is one unit's for one plan and one year. What was approved never changes (a trigger sees to it): a later
change is a new version with its reason, and the old one says when it was replaced. Money is whole đồng.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.budget.enums import WRITTEN, EstimateState, Funding
from quyen.core.text.money import LARGEST
from quyen.core.text.saying import plain
from quyen.organisation.models import Unit
from quyen.plans.models import Plan, Task
from quyen.shared.models import Stamped, TakenSheet


class EstimateQuerySet(models.QuerySet["Estimate"]):
    def current(self) -> EstimateQuerySet:
        """The one that was approved and stands, and beside it the version that is being worked on."""
        return self.filter(replaced_at=None)

    def counted(self) -> EstimateQuerySet:
        """One a unit, plan and year: what was approved, else what is being worked on. Only these are added up."""
        same = {name: OuterRef(name) for name in ("unit", "plan", "year")}
        approved = Estimate.objects.filter(**same, state=EstimateState.APPROVED, replaced_at=None)
        return self.current().filter(Q(state=EstimateState.APPROVED) | ~Exists(approved))


class Estimate(Stamped):
    """One unit's estimate for one plan and one year. `revision` counts changes; two people at once are told by it.

    `stated_vnd` is the total as the unit's own paper states it, held against the lines. `content_hash` is made when it
    is approved, by the decision named in `basis`.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="estimates")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="estimates")
    year = models.PositiveSmallIntegerField(_("năm"))
    version = models.PositiveSmallIntegerField(_("bản"), default=1)
    reason = models.CharField(_("lý do điều chỉnh"), max_length=300, blank=True)
    state = models.CharField(max_length=12, choices=EstimateState, default=EstimateState.DRAFT)
    revision = models.PositiveIntegerField(default=0)
    stated_vnd = models.BigIntegerField(_("tổng ghi trong văn bản"), null=True, blank=True)
    returned_for = models.CharField(_("lý do trả lại"), max_length=1000, blank=True)
    basis = models.CharField(_("căn cứ duyệt"), max_length=300, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = EstimateQuerySet.as_manager()

    class Meta:
        verbose_name = _("dự toán")
        verbose_name_plural = _("dự toán")
        ordering = ["-year", "plan", "unit", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "plan", "year", "version"], name="one_estimate_a_version"),
            models.UniqueConstraint(
                fields=["unit", "plan", "year"], condition=~Q(state=EstimateState.APPROVED),
                name="one_estimate_is_worked_on",
            ),
            models.UniqueConstraint(
                fields=["unit", "plan", "year"], condition=Q(state=EstimateState.APPROVED, replaced_at=None),
                name="one_approved_estimate_stands",
            ),
            models.CheckConstraint(
                condition=~Q(state=EstimateState.APPROVED)
                | (Q(approved_at__isnull=False) & ~Q(content_hash="") & ~Q(basis="")),
                name="what_is_approved_says_by_what",
            ),
            models.CheckConstraint(
                condition=Q(replaced_at=None) | Q(state=EstimateState.APPROVED), name="only_what_stood_is_replaced"
            ),
            models.CheckConstraint(
                condition=Q(version=1) | ~Q(reason=""), name="a_later_version_has_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(stated_vnd=None) | Q(stated_vnd__gte=0, stated_vnd__lt=LARGEST),
                name="a_stated_total_is_an_amount",
            ),
            models.CheckConstraint(condition=Q(year__gte=2000, year__lte=2100), name="a_year_of_a_budget"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.unit}, {self.year}"

    @property
    def is_written(self) -> bool:
        """Whether the unit may change it now."""
        return self.state in WRITTEN

    def as_json(self) -> dict[str, Any]:
        return {"state": self.state, "version": self.version, "year": self.year, "plan": self.plan_id}


class LineQuerySet(models.QuerySet["EstimateLine"]):
    def with_spent(self) -> LineQuerySet:
        """`spent` of each, over all versions of the line."""
        rows = Spending.objects.filter(line=Coalesce(OuterRef("root_id"), OuterRef("pk"))).order_by()
        total = rows.values("line").annotate(total=Sum("amount_vnd")).values("total")
        return self.annotate(
            spent=Coalesce(models.Subquery(total), models.Value(0, models.BigIntegerField()))
        )


def _amount(column: str) -> Q:
    return Q(**{f"{column}__gte": 0, f"{column}__lt": LARGEST})


class EstimateLine(Stamped):
    """What one task costs from one source. `heading`: its words when it was written, or a heading outside of the tasks.

    `quantity` × `unit_price_vnd` is how it was computed, where that is said. `approved_vnd` is the amount proposed for
    approval once the plan's unit has looked at it, and then what was approved. `root`: the same line in the first
    version that had it; what was spent hangs there.
    """

    estimate = models.ForeignKey(Estimate, on_delete=models.CASCADE, related_name="lines")
    root = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="later")
    position = models.PositiveIntegerField(default=0)
    task = models.ForeignKey(
        Task, on_delete=models.SET_NULL, null=True, blank=True, related_name="estimate_lines"
    )
    heading = models.TextField(_("nội dung"))
    source = models.CharField(_("nguồn"), max_length=10, choices=Funding)
    quantity = models.DecimalField(_("số lượng"), max_digits=14, decimal_places=3, null=True, blank=True)
    measured_in = models.CharField(_("đơn vị tính"), max_length=40, blank=True)
    unit_price_vnd = models.BigIntegerField(_("đơn giá"), null=True, blank=True)
    planned_vnd = models.BigIntegerField(_("dự toán"))
    approved_vnd = models.BigIntegerField(_("được duyệt"), null=True, blank=True)
    note = models.CharField(_("ghi chú"), max_length=500, blank=True)
    revision = models.PositiveIntegerField(default=0)

    objects = LineQuerySet.as_manager()

    class Meta:
        verbose_name = _("dòng dự toán")
        verbose_name_plural = _("dòng dự toán")
        ordering = ["estimate", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["estimate", "task", "source"], name="one_line_a_task_and_source"),
            models.CheckConstraint(condition=~Q(heading=""), name="a_line_says_what_for"),
            models.CheckConstraint(condition=_amount("planned_vnd"), name="a_plan_is_not_negative"),
            models.CheckConstraint(
                condition=Q(approved_vnd=None) | _amount("approved_vnd"), name="an_approval_is_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(quantity=None, unit_price_vnd=None)
                | (
                    Q(quantity__isnull=False, quantity__gte=0, unit_price_vnd__isnull=False)
                    & _amount("unit_price_vnd")
                ),
                name="quantity_and_price_together",
            ),
        ]

    def __str__(self) -> str:
        return self.heading[:80]

    @property
    def root_pk(self) -> int:
        return self.root_id or self.pk

    @property
    def product(self) -> Decimal | None:
        """Quantity × unit price; None where it is not said how the amount was computed."""
        if self.quantity is None or self.unit_price_vnd is None:
            return None
        return self.quantity * self.unit_price_vnd

    def as_json(self) -> dict[str, Any]:
        return {
            "heading": self.heading, "source": self.source, "planned_vnd": self.planned_vnd,
            "quantity": plain(self.quantity), "unit_price_vnd": self.unit_price_vnd,
            "measured_in": self.measured_in, "approved_vnd": self.approved_vnd, "note": self.note,
        }  # fmt: skip


def content_hash(lines: Iterable[EstimateLine]) -> str:
    """SHA-256 of what lines say, in their order: differs with any word or amount."""
    said = json.dumps([one.as_json() for one in lines], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


class Spending(Stamped):
    """Money spent on a line, told on a day. Rows are only ever added (a trigger sees to it): what was told wrongly is
    taken back by a row that `corrects` it, of the same amount below zero."""

    line = models.ForeignKey(EstimateLine, on_delete=models.PROTECT, related_name="spendings")
    day = models.DateField(_("ngày chi"), default=timezone.localdate)
    amount_vnd = models.BigIntegerField(_("số tiền"))
    note = models.CharField(_("nội dung, chứng từ"), max_length=500, blank=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120)  # as it was then

    class Meta:
        verbose_name = _("khoản chi")
        verbose_name_plural = _("khoản chi")
        ordering = ["line", "day", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(corrects=None, amount_vnd__gt=0, amount_vnd__lt=LARGEST)
                | Q(corrects__isnull=False, amount_vnd__lt=0),
                name="only_a_correction_is_below_zero",
            ),
            models.CheckConstraint(condition=~Q(corrects=F("id")), name="a_row_does_not_correct_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}: {self.amount_vnd}"

    def as_json(self) -> dict[str, Any]:
        return {
            "line": self.line_id,
            "day": self.day.isoformat(),
            "amount_vnd": self.amount_vnd,
            "note": self.note,
        }


class EstimateIntake(TakenSheet):
    """A sheet for one estimate. `rows` has the names of `queries.sheet.COLUMNS`."""

    estimate = models.ForeignKey(Estimate, on_delete=models.CASCADE, related_name="intakes")

    class Meta(TakenSheet.Meta):
        verbose_name = _("bảng dự toán được nhập")
        verbose_name_plural = _("bảng dự toán được nhập")
