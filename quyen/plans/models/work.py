"""What becomes of a task: who was given it, how far it is, what shows it, what is asked about it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, JSONArray
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.organisation.models import Unit
from quyen.plans.enums import COUNTED, EvidenceKind, Giving, Part, WorkState
from quyen.plans.models.plan import Item, Task
from quyen.shared.models import Stamped
from quyen.sources.models import SourceFile


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def given(self) -> AssignmentQuerySet:
        """In force: given, and of a task that still counts."""
        return self.filter(state=Giving.GIVEN, task__state__in=COUNTED)

    def with_work(self) -> AssignmentQuerySet:
        """`work` and `work_day` of the latest report: NOT_STARTED and None where there is none."""
        latest = Progress.objects.filter(assignment=OuterRef("pk")).order_by("-id")
        none = models.Value(str(WorkState.NOT_STARTED))
        return self.annotate(
            work=Coalesce(Subquery(latest.values("state")[:1]), none),
            work_day=Subquery(latest.values("day")[:1]),
        )

    def with_said(self) -> AssignmentQuerySet:
        """`said`: the latest report of each period as [first day or None, day, state]; None: it names no period."""
        latest = Progress.objects.filter(assignment=OuterRef("pk")).order_by("period_start", "-id")
        one = JSONArray("period_start", "day", "state", output_field=models.JSONField())
        return self.annotate(said=ArraySubquery(latest.distinct("period_start").values_list(one)))


class Assignment(Stamped):
    """A task in the hands of one unit, with one part. One row a task, unit and part, whatever became of it.

    `text` is a share's own words where a unit broke the task down, else empty. `due_on` and `recurs` begin as the task's
    and may be set otherwise. `revision` counts the reports: two people at once are told by it.
    """

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="assignments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="assignments")
    part = models.CharField(_("vai"), max_length=10, choices=Part)
    text = models.TextField(_("phần việc"), blank=True)
    due_on = models.DateField(_("hạn"), null=True, blank=True)
    recurs = models.CharField(_("lặp lại"), max_length=20, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="shares",
        verbose_name=_("chia từ việc"),
    )  # fmt: skip
    state = models.CharField(max_length=10, choices=Giving, default=Giving.PROPOSED)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    given_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("việc được giao")
        verbose_name_plural = _("việc được giao")
        ordering = ["task", "part", "unit"]
        constraints = [
            models.UniqueConstraint(fields=["task", "unit", "part"], name="one_assignment_a_unit_and_part"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="a_share_is_not_its_own_whole"),
            models.CheckConstraint(
                condition=~Q(state=Giving.GIVEN) | Q(given_at__isnull=False), name="what_is_given_has_a_day"
            ),
        ]
        indexes = [models.Index(fields=["unit", "state", "due_on"], name="assignments_of_a_unit")]

    def __str__(self) -> str:
        return f"{self.unit}: {self.words[:80]}"

    @property
    def words(self) -> str:
        """What is asked: the share's own text, else the task's."""
        return self.text or self.task.text

    @property
    def has_own_schedule(self) -> bool:
        """Set by somebody for this one: the form of the whole task changes its days no more. Prefetch `timetables`."""
        return self.pk is not None and bool(self.timetables.all())

    @property
    def giver_unit_id(self) -> int:
        """The unit that stands behind the giving: that of the whole, else the plan's."""
        return self.parent.unit_id if self.parent_id and self.parent else self.task.plan.unit_id

    def as_json(self) -> dict[str, Any]:
        return {
            "task": self.task_id, "unit": self.unit_id, "part": self.part, "state": self.state,
            "due_on": self.due_on.isoformat() if self.due_on else None, "recurs": self.recurs,
            "parent": self.parent_id,
        }  # fmt: skip


class Progress(Stamped):
    """One report. Rows are only ever added (a trigger sees to it); the latest is what stands, of work that comes back
    the latest of a period: [period_start, period_until). Reports of earlier days name none; their day tells."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="reports")
    day = models.DateField(_("ngày"), default=timezone.localdate)
    state = models.CharField(max_length=12, choices=WorkState)
    note = models.TextField(_("nói thêm"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120)  # as it was then
    period_start = models.DateField(_("kỳ từ ngày"), null=True, blank=True)
    period_until = models.DateField(_("kỳ đến trước ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("tiến độ")
        verbose_name_plural = _("tiến độ")
        ordering = ["assignment", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(period_start=None, period_until=None)
                | Q(
                    period_start__isnull=False, period_until__isnull=False, period_until__gt=F("period_start")
                ),
                name="a_report_names_a_whole_period",
            )
        ]
        indexes = [models.Index(fields=["assignment", "-id"], name="reports_of_an_assignment")]

    def __str__(self) -> str:
        return f"{self.get_state_display()}, {self.day:%d/%m/%Y}"


class Evidence(Stamped):
    """What shows that something was done; entered once, linked to all that it shows (EvidenceLink).

    A file through `sources`, a link, or an item of another app: `sort` names the registered kind, `subject_id` the row.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=5, choices=EvidenceKind)
    title = models.CharField(_("tên"), max_length=255)
    day = models.DateField(_("ngày"), default=timezone.localdate)
    shows = models.TextField(_("cho thấy điều gì"), blank=True)
    file = models.ForeignKey(
        SourceFile, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    link = models.URLField(_("đường dẫn"), max_length=1000, blank=True)
    sort = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("minh chứng")
        verbose_name_plural = _("minh chứng")
        ordering = ["-day", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=EvidenceKind.FILE, file__isnull=False, link="", sort="")
                | (Q(kind=EvidenceKind.LINK, file=None, sort="") & ~Q(link=""))
                | (Q(kind=EvidenceKind.ITEM, file=None, link="", subject_id__isnull=False) & ~Q(sort="")),
                name="evidence_is_of_its_kind",
            ),
            models.UniqueConstraint(
                fields=["unit", "file"], condition=Q(kind=EvidenceKind.FILE), name="a_file_is_evidence_once"
            ),
            models.UniqueConstraint(
                fields=["unit", "sort", "subject_id"], condition=Q(kind=EvidenceKind.ITEM),
                name="an_item_is_evidence_once",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title


class EvidenceLink(Stamped):
    """Evidence of an assignment, or of an item of a plan (a target, a goal)."""

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="links")
    assignment = models.ForeignKey(
        Assignment, on_delete=models.CASCADE, null=True, blank=True, related_name="evidence_links"
    )
    item = models.ForeignKey(
        Item, on_delete=models.CASCADE, null=True, blank=True, related_name="evidence_links"
    )

    class Meta:
        verbose_name = _("minh chứng của việc")
        verbose_name_plural = _("minh chứng của việc")
        constraints = [
            models.CheckConstraint(
                condition=Q(assignment=None, item__isnull=False) | Q(assignment__isnull=False, item=None),
                name="evidence_of_one_thing",
            ),
            models.UniqueConstraint(fields=["evidence", "assignment"], name="evidence_once_an_assignment"),
            models.UniqueConstraint(fields=["evidence", "item"], name="evidence_once_an_item"),
        ]

    def __str__(self) -> str:
        return f"{self.evidence} → {self.assignment_id or self.item_id}"


class Question(Stamped):
    """A question on an assignment and its answer, between the unit and the one who gave it.

    `from_unit`: the unit asks and the giver answers; else the other way round.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="questions")
    from_unit = models.BooleanField()
    text = models.TextField(_("câu hỏi"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    answer = models.TextField(_("trả lời"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("hỏi đáp")
        verbose_name_plural = _("hỏi đáp")
        ordering = ["assignment", "id"]

    def __str__(self) -> str:
        return self.text[:80]


class Serving(Stamped):
    """A task serves a target or a goal: of its own plan, or of a plan above it."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="servings")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="served_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("nhiệm vụ phục vụ chỉ tiêu")
        verbose_name_plural = _("nhiệm vụ phục vụ chỉ tiêu")
        constraints = [models.UniqueConstraint(fields=["task", "item"], name="a_task_serves_an_item_once")]

    def __str__(self) -> str:
        return f"{self.task_id} → {self.item_id}"
