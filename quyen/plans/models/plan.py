"""Plans and their items. An item never loses where it comes from, nor what the reader first said."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from quyen.core.text.saying import plain
from quyen.organisation.models import Unit
from quyen.plans.enums import (
    COUNTED,
    Coverage,
    Decision,
    FindingState,
    ItemKind,
    ItemState,
    Part,
    PlanState,
)
from quyen.shared.models import Stamped
from quyen.sources.models import SourceFile, StoredReading


class PlanQuerySet(models.QuerySet["Plan"]):
    def public(self) -> PlanQuerySet:
        """What everyone may read: documents that were issued and whose reading a person confirmed. A number is given, and
        the day written, once a document is signed (Nghị định 30/2020, Điều 15); without them it may be a draft."""
        issued = self.filter(state=PlanState.CONFIRMED, number__regex="[0-9]", issued_on__isnull=False)
        return issued.exclude(symbol="")


class Plan(Stamped):
    """One document read as a plan. The header columns repeat the header items, for lists and sorting;
    `actions` keep them in step. `unit` is whose workspace it lies in, `issuer` who issued it."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="plans")
    source = models.OneToOneField(SourceFile, on_delete=models.PROTECT, related_name="plan")
    reading = models.ForeignKey(StoredReading, on_delete=models.PROTECT, related_name="plans")
    parent = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="children",
        verbose_name=_("kế hoạch cấp trên"),
    )  # fmt: skip
    doc_type = models.CharField(_("loại văn bản"), max_length=120, blank=True)
    number = models.CharField(_("số"), max_length=40, blank=True)
    symbol = models.CharField(_("ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=250, blank=True)
    issuer_unit = models.ForeignKey(
        Unit, on_delete=models.SET_NULL, null=True, blank=True, related_name="issued_plans"
    )
    title = models.TextField(_("trích yếu"), blank=True)
    first_year = models.PositiveSmallIntegerField(_("từ năm"), null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(_("đến năm"), null=True, blank=True)
    period_decided = models.BooleanField(default=False)  # by a person: no reading changes the years again
    state = models.CharField(max_length=12, choices=PlanState, default=PlanState.IN_REVIEW)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("kế hoạch")
        verbose_name_plural = _("kế hoạch")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(parent=F("id")), name="a_plan_is_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.title or self.reference or self.source.name

    @property
    def reference(self) -> str:
        """ "81/KH-UBND", or what there is of it."""
        return "/".join(part for part in (self.number, self.symbol) if part)

    @property
    def is_public(self) -> bool:
        """As `PlanQuerySet.public`, of a plan at hand."""
        has_number = any("0" <= letter <= "9" for letter in self.number)
        return self.state == PlanState.CONFIRMED and has_number and bool(self.symbol and self.issued_on)


class ItemQuerySet(models.QuerySet["Item"]):
    def counted(self) -> ItemQuerySet:
        """Decided by a person and valid: only these leave the review screen."""
        return self.filter(state__in=COUNTED)

    def detailed(self) -> ItemQuerySet:
        """With the rows of their own tables: two more queries however many items."""
        return self.select_related("target", "task", "decided_by").prefetch_related("task__responsibilities")


class Item(Stamped):
    """One thing read from (or added to) a plan.

    `text` is what stands now; `proposed` is what the reader said, as the record's JSON, kept for ever;
    `newer` what a later reading would say where a person had already decided. The passage: `quote` with
    the words `before` and `after` it, `start`/`end` in the text of `reading`, and the file's hash.
    `data` holds what a kind needs beside its text (a legal basis: number, date; a signer: title, authority).
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=20, choices=ItemKind)
    position = models.PositiveIntegerField(default=0)
    text = models.TextField()
    data = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=ItemState, default=ItemState.PROPOSED)
    proposed = models.JSONField(null=True)  # null: a person added it
    newer = models.JSONField(null=True, blank=True)
    decision = models.CharField(max_length=12, blank=True)  # the state that stood before it went out of date
    revision = models.PositiveIntegerField(default=0)  # counts changes; two people at once are told by it

    reading = models.ForeignKey(StoredReading, on_delete=models.PROTECT, null=True, related_name="items")
    sha256 = models.CharField(max_length=64, blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    quote = models.TextField(blank=True)
    before = models.CharField(max_length=80, blank=True)
    after = models.CharField(max_length=80, blank=True)

    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("mục")
        verbose_name_plural = _("mục")
        ordering = ["plan", "position", "id"]
        indexes = [models.Index(fields=["plan", "kind", "position"], name="items_of_a_plan")]
        constraints = [
            models.CheckConstraint(
                condition=Q(start=None, end=None) | Q(start__lte=F("end")), name="a_place_has_two_ends"
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def is_counted(self) -> bool:
        return self.state in COUNTED

    def as_value(self) -> dict[str, Any]:
        """What stands now as plain JSON: the text and what its kind needs beside it (as in `proposed`)."""
        if self.kind == ItemKind.TARGET:
            return {"text": self.text} | (self if isinstance(self, Target) else self.target).figure()
        if self.kind == ItemKind.TASK:
            return {"text": self.text} | (self if isinstance(self, Task) else self.task).duty()
        return {"text": self.text, **self.data}


class Target(Item):
    """A clause with a figure. Comparator = >= <= > < range (value to value_max)."""

    value = models.DecimalField(max_digits=20, decimal_places=4)
    value_max = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    comparator = models.CharField(max_length=5)
    measured_in = models.CharField(_("đơn vị tính"), max_length=120, blank=True)
    subject = models.TextField(_("đối tượng đo"), blank=True)
    deadline_year = models.PositiveSmallIntegerField(_("hạn (năm)"), null=True, blank=True)

    class Meta:
        verbose_name = _("chỉ tiêu")
        verbose_name_plural = _("chỉ tiêu")

    def figure(self) -> dict[str, Any]:
        return {
            "value": plain(self.value), "value_max": plain(self.value_max), "comparator": self.comparator,
            "measured_in": self.measured_in, "subject": self.subject, "deadline_year": self.deadline_year,
        }  # fmt: skip


class Task(Item):
    """What one owner can be asked about. `due_on` is computed from `deadline` as written where it names
    one last day; `recurs` says that it comes back (hằng năm, hằng quý, thường xuyên)."""

    no = models.CharField(_("TT"), max_length=20, blank=True)
    deadline = models.TextField(_("thời gian, như viết"), blank=True)
    due_on = models.DateField(_("hạn"), null=True, blank=True)
    recurs = models.CharField(_("lặp lại"), max_length=20, blank=True)
    product = models.TextField(_("sản phẩm"), blank=True)

    class Meta:
        verbose_name = _("nhiệm vụ")
        verbose_name_plural = _("nhiệm vụ")
        indexes = [models.Index(fields=["due_on"], name="tasks_by_due_day")]

    def duty(self) -> dict[str, Any]:
        """Who does what until when; the responsibilities are taken from what is prefetched."""
        named: dict[str, list[dict[str, str]]] = {part: [] for part in Part.values}
        for one in self.responsibilities.all():
            named[one.part].append({"name": one.name, "canonical": one.canonical})
        return {
            "no": self.no, "deadline": self.deadline, "product": self.product, "recurs": self.recurs,
            "due_on": self.due_on.isoformat() if self.due_on else None, **named,
        }  # fmt: skip


class Responsibility(models.Model):
    """A unit's part in a task, as written beside the name it is known by."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="responsibilities")
    part = models.CharField(max_length=10, choices=Part)
    position = models.PositiveSmallIntegerField(default=0)
    name = models.TextField(_("như viết"))
    canonical = models.TextField(_("tên đầy đủ"))
    unit = models.ForeignKey(
        Unit, on_delete=models.SET_NULL, null=True, blank=True, related_name="responsibilities"
    )

    class Meta:
        verbose_name = _("trách nhiệm")
        verbose_name_plural = _("trách nhiệm")
        ordering = ["task", "part", "position", "id"]
        indexes = [models.Index(fields=["canonical", "part"], name="tasks_of_a_name")]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_part_display()})"


class Finding(models.Model):
    """What a careful clerk marks in a plan; a person mends it or keeps the text as it is. `match` is set where
    it was seen by holding the plan against one above it, not by reading it alone."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=40)
    message = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField(blank=True)
    suggestion = models.TextField(null=True, blank=True)  # noqa: DJ001  None: none; "": leave it out
    sure = models.FloatField(default=0.8)
    match = models.OneToOneField("Match", on_delete=models.CASCADE, null=True, related_name="finding")
    state = models.CharField(max_length=10, choices=FindingState, default=FindingState.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("điều cần xem")
        verbose_name_plural = _("điều cần xem")
        ordering = ["plan", "-sure", "start", "id"]

    def __str__(self) -> str:
        return self.message


class Match(models.Model):
    """How one item of a parent plan stands in one other plan. `proposed` keeps what the matcher said;
    a person's decision is never overwritten by a new run."""

    parent_item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="matches_below")
    child = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="matches_above")
    child_item = models.ForeignKey(
        Item, on_delete=models.SET_NULL, null=True, blank=True, related_name="matches_above"
    )
    state = models.CharField(max_length=10, choices=Coverage)
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.PROPOSED)
    reason = models.TextField(blank=True)
    note = models.TextField(blank=True)  # the person's own words
    start = models.PositiveIntegerField(null=True)  # the child's passage, where no item of it fits
    end = models.PositiveIntegerField(null=True)
    quote = models.TextField(blank=True)
    value = models.CharField(max_length=120, blank=True)  # the child's value, as shown in the cell
    sure = models.FloatField(default=0)
    proposed = models.JSONField(default=dict)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("ghép")
        verbose_name_plural = _("ghép")
        constraints = [
            models.UniqueConstraint(fields=["parent_item", "child"], name="one_match_a_cell"),
        ]

    def __str__(self) -> str:
        return f"{self.parent_item_id} × {self.child_id}: {self.get_state_display()}"

    def as_json(self) -> dict[str, Any]:
        return {"state": self.state, "child_item": self.child_item_id, "decision": self.decision}


class CalendarLink(Stamped):
    """A private address of a person's board as a calendar. Only the secret's hash is kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_links"
    )
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="calendar_links")
    secret_hash = models.CharField(max_length=64, unique=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("lịch riêng")
        verbose_name_plural = _("lịch riêng")

    def __str__(self) -> str:
        return f"{self.user} · {self.unit}"
