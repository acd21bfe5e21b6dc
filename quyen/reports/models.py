"""Who must report what to whom by when, what each unit wrote, and every state in which it left the unit's hands."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.core.arithmetic import Period, period_at
from quyen.core.schedule import Due, Rhythm, Schedule
from quyen.core.text.rhythm import IN_YEAR, MONTHS
from quyen.organisation.enums import UnitKind
from quyen.organisation.models import Unit
from quyen.plans.models import Item, Plan
from quyen.reports.enums import ONCE, PACES, SENT, WRITABLE, Chain, Deed, State, Via
from quyen.shared.models import Stamped


class Regime(Stamped):
    """A standing duty to report (chế độ báo cáo, Nghị định 09/2019/NĐ-CP): `unit` asks, units under `scope` answer.

    `scope` is the unit itself where it is empty; a focal department asks under its province. Expected are the units of
    `kinds` under it, and those that hold work of `plan` where `by_assignment`. `outline` and
    `annexes` are data (`queries.outline`). `rule`: the clause of the plan that the regime was made from. A report that
    `needs_approval` leaves its unit only as a coordinator of it approved it.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="regimes")
    scope = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("phạm vi")
    )
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, null=True, blank=True, related_name="regimes")
    rule = models.ForeignKey(Item, on_delete=models.SET_NULL, null=True, blank=True, related_name="regimes")
    title = models.CharField(_("tên báo cáo"), max_length=250)
    pace = models.CharField(_("định kỳ"), max_length=12, choices=PACES, default=Rhythm.YEARLY.value)
    chain = models.CharField(_("tuyến"), max_length=12, choices=Chain, default=Chain.TERRITORIAL)
    kinds = ArrayField(
        models.CharField(max_length=20, choices=UnitKind), default=list, blank=True,
        verbose_name=_("loại đơn vị phải báo cáo"),
    )  # fmt: skip
    by_assignment = models.BooleanField(_("cả đơn vị được giao việc"), default=True)
    needs_approval = models.BooleanField(_("lãnh đạo đơn vị duyệt trước khi gửi"), default=False)
    outline = models.JSONField(_("đề cương"), default=list)
    annexes = models.JSONField(_("phụ lục"), default=list)
    recipients = ArrayField(
        models.CharField(max_length=200), default=list, blank=True, verbose_name=_("nơi nhận")
    )
    anchor = models.DateField(_("kỳ đầu tiên bắt đầu từ"), null=True, blank=True)
    until = models.DateField(_("đến trước ngày"), null=True, blank=True)
    due_months = models.SmallIntegerField(_("hạn gửi: số tháng sau khi hết kỳ"), default=0)
    due_days = models.SmallIntegerField(_("hạn gửi: số ngày sau khi hết kỳ"), default=-1)
    lead_days = models.PositiveSmallIntegerField(_("nhắc trước số ngày"), default=30)

    class Meta:
        verbose_name = _("chế độ báo cáo")
        verbose_name_plural = _("chế độ báo cáo")
        ordering = ["unit", "title"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "title", "chain"], name="one_regime_a_title"),
            models.CheckConstraint(
                condition=Q(pace=ONCE) | Q(anchor__isnull=False), name="what_comes_back_has_a_beginning"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def scope_unit_id(self) -> int:
        """Under which unit stand those that answer."""
        return self.scope_id or self.unit_id

    @property
    def schedule(self) -> Schedule | None:
        """Its periods with their due days; None for a report asked for once. Raises BadSchedule."""
        if self.pace == ONCE or self.anchor is None:
            return None
        due = Due(self.due_months, self.due_days)
        return Schedule(self.anchor, Rhythm(self.pace), until=self.until, due=due, lead_days=self.lead_days)


class Cycle(Stamped):
    """One round of a regime: the period reported on, [period_start, period_end), and the last day to send.

    `figures_on`: the day whose map and figures count; None is the day on which one looks. `feeds`: the round above
    whose report is put together from this one. Outline and annexes are those of the regime on the day it was opened.
    """

    regime = models.ForeignKey(Regime, on_delete=models.PROTECT, related_name="cycles")
    title = models.CharField(_("đợt"), max_length=250)
    period_start = models.DateField(_("từ ngày"))
    period_end = models.DateField(_("đến trước ngày"))
    due_on = models.DateField(_("hạn gửi"))
    figures_on = models.DateField(_("ngày chốt số liệu"), null=True, blank=True)
    outline = models.JSONField(default=list)
    annexes = models.JSONField(default=list)
    feeds = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="fed_by")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("đợt báo cáo")
        verbose_name_plural = _("đợt báo cáo")
        ordering = ["-period_end", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["regime", "period_start"], name="one_cycle_a_period"),
            models.CheckConstraint(
                condition=Q(period_end__gt=F("period_start")), name="a_cycle_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(feeds=F("id")), name="a_cycle_does_not_feed_itself"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def last_day(self) -> date:
        return Period(self.period_start, self.period_end).last_day

    @property
    def measured(self) -> Period:
        """The calendar period whose values the report gives: the one that holds the middle of the round, because
        reports close some weeks before the calendar does (1/12 to 30/11 is about the year of November)."""
        middle = self.period_start + (self.period_end - self.period_start) / 2
        return period_at(middle, MONTHS.get(self.regime.pace, IN_YEAR))

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def expected(self) -> SubmissionQuerySet:
        return self.filter(is_expected=True)


class Submission(Stamped):
    """One unit's report in a round. The row is there from the day the round opens, so that what is missing is a fact.

    `head` holds what the unit says of the document: number, symbol, place, day, signer (see `queries.content`).
    `revision` counts every change of it. `first_sent_on` decides whether it was in time; sending again does not.
    `changed_at`: when anything in it was last written, NULL where nothing was.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="submissions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="submissions")
    is_expected = models.BooleanField(default=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    head = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(null=True, blank=True)
    first_sent_on = models.DateField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(_("lý do trả lại"), blank=True)
    via = models.CharField(max_length=8, choices=Via, default=Via.SCREEN)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("báo cáo của đơn vị")
        verbose_name_plural = _("báo cáo của các đơn vị")
        ordering = ["cycle", "unit"]
        constraints = [
            models.UniqueConstraint(fields=["cycle", "unit"], name="one_report_a_unit"),
            models.CheckConstraint(
                condition=~Q(state__in=SENT) | Q(first_sent_on__isnull=False), name="what_was_sent_has_a_day"
            ),
        ]
        indexes = [models.Index(fields=["unit", "state"], name="reports_of_a_unit")]

    def __str__(self) -> str:
        return f"{self.unit}: {self.cycle}"

    @property
    def is_writable(self) -> bool:
        return self.state in WRITABLE and self.cycle.is_open

    @property
    def is_late(self) -> bool:
        return self.first_sent_on is not None and self.first_sent_on > self.cycle.due_on

    def as_json(self) -> dict[str, Any]:
        return {"cycle": self.cycle_id, "unit": self.unit_id, "state": self.state, "head": self.head}


class Passage(Stamped):
    """What a person wrote in a section. Without a row the section is filled from the facts, anew at every look.

    `text`: paragraphs parted by line breaks; a figure in it is its key, "{{T1}}", and never a number typed over.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="passages")
    key = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("đoạn báo cáo")
        verbose_name_plural = _("các đoạn báo cáo")
        constraints = [models.UniqueConstraint(fields=["submission", "key"], name="one_passage_a_section")]

    def __str__(self) -> str:
        return self.text[:80]


class Edition(Stamped):
    """A report as it stood at a moment, with every figure in it. Rows are only ever added (a trigger sees to it).

    `content` is `queries.content`'s, `sha256` that of its canonical JSON: the same content is one edition.
    """

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="editions")
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("bản đã chốt")
        verbose_name_plural = _("các bản đã chốt")
        ordering = ["submission", "id"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "sha256"], name="one_edition_a_content"),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id}: {self.sha256[:12]}"


class Step(Stamped):
    """One thing done with a report as a whole. Rows are only ever added."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="steps")
    deed = models.CharField(max_length=10, choices=Deed)
    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="steps"
    )
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("bước của báo cáo")
        verbose_name_plural = _("các bước của báo cáo")
        ordering = ["submission", "id"]

    def __str__(self) -> str:
        return f"{self.get_deed_display()}, {self.by_name}"


class Receipt(Stamped):
    """The answer given to a request with a key of its own, so that the same request again gets the same answer.

    `answer` is NULL only inside the transaction that works it out."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="receipts")
    key = models.CharField(max_length=120)
    asked_sha256 = models.CharField(max_length=64)
    answer = models.JSONField(null=True)

    class Meta:
        verbose_name = _("biên nhận")
        verbose_name_plural = _("biên nhận")
        constraints = [models.UniqueConstraint(fields=["unit", "key"], name="one_answer_a_key")]

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.key}"


class TokenQuerySet(models.QuerySet["Token"]):
    def valid(self) -> TokenQuerySet:
        today = timezone.localdate()
        return self.filter(revoked_at=None, expires_on__gte=today, account__is_active=True)


class Token(Stamped):
    """A key with which another system works for a unit, as the service account `account`, an editor there.

    Only the SHA-256 of the secret is kept: it has 256 bits of chance, so no slow hash is needed. `hint`: how it begins.
    `expires_on`: the last day on which it works.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(_("tên hệ thống"), max_length=100)
    hint = models.CharField(max_length=12)
    sha256 = models.CharField(max_length=64, unique=True)
    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="token")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made_by_name = models.CharField(max_length=120)
    expires_on = models.DateField(_("dùng đến hết ngày"))
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("khóa kết nối")
        verbose_name_plural = _("khóa kết nối")
        ordering = ["unit", "-id"]

    def __str__(self) -> str:
        return f"{self.unit}: {self.name}"

    @property
    def is_valid(self) -> bool:
        return self.revoked_at is None and self.expires_on >= timezone.localdate()

    def as_json(self) -> dict[str, Any]:
        return {"name": self.name, "hint": self.hint, "expires_on": self.expires_on.isoformat()}


class FormIntake(Stamped):
    """A filled-in sheet as it came back: kept whole until it is taken or a newer one takes its place.

    `rows`: what the sheet says, by place ("so:T1"), with the version its writer saw; `sha256` is of the file; `chosen`:
    at each clash whose version stands, "mine" or "theirs". `answer`: what was told when it was taken.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="intakes")
    name = models.CharField(_("tên tệp"), max_length=200)
    sha256 = models.CharField(max_length=64)
    rows = models.JSONField(default=list)
    chosen = models.JSONField(default=dict)
    answer = models.JSONField(null=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    entered_by_name = models.CharField(max_length=120)
    carried_out_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("biểu đã nộp")
        verbose_name_plural = _("biểu đã nộp")
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["submission", "sha256"], name="one_intake_a_file")]

    def __str__(self) -> str:
        return self.name
