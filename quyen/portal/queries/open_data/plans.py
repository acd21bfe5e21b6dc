"""Targets and tasks of plans that were issued and whose reading a person confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, cast

from django.db.models import QuerySet

from quyen.core.sharing import Column, Said
from quyen.plans.enums import COUNTED, Part
from quyen.plans.models import Plan, Target, Task
from quyen.portal.queries.open_data.table import CC0, Keyed, Table, number_of

Kind = TypeVar("Kind", Target, Task)

PLAN = (
    Column("plan", "Số, ký hiệu kế hoạch"), Column("plan_title", "Trích yếu"), Column("issuer", "Cơ quan ban hành"),
    Column("issued_on", "Ngày ban hành", "date"), Column("first_year", "Từ năm", "integer"),
    Column("last_year", "Đến năm", "integer"),
)  # fmt: skip
SOURCE = "Kế hoạch đã ban hành của các bộ, ngành, địa phương; số, ký hiệu ghi ở từng dòng."


def _all(kind: type[Kind]) -> QuerySet[Kind]:
    """The rows of one kind of item as what they are: their manager is that of all items."""
    return cast("QuerySet[Kind]", kind._default_manager.all())


def _of(plan: Plan) -> tuple[object, ...]:
    return plan.reference, plan.title, plan.issuer, plan.issued_on, plan.first_year, plan.last_year


def _targets(after: str, most: int) -> Sequence[Keyed]:
    rows = _all(Target).filter(plan__in=Plan.objects.public(), state__in=COUNTED, pk__gt=number_of(after))
    return [
        Keyed(str(one.pk), (
            *_of(one.plan), one.text, one.subject, one.comparator, one.value, one.value_max, one.measured_in,
            one.deadline_year, one.quote,
        )) for one in rows.select_related("plan").order_by("pk")[:most]
    ]  # fmt: skip


TARGETS = Table(
    "chi-tieu",
    (Said("Chỉ tiêu trong các kế hoạch", "vi"), Said("Targets of plans", "en")),
    (
        Said("Mỗi dòng một chỉ tiêu, với câu gốc trong văn bản.", "vi"),
        Said("One row a target, with the sentence of the document that it was read from.", "en"),
    ),
    (
        *PLAN, Column("text", "Chỉ tiêu"), Column("subject", "Đối tượng đo"),
        Column("comparator", "So sánh", about="= >= <= > < range"), Column("value", "Mức", "number"),
        Column("value_max", "Mức cao nhất", "number"), Column("measured_in", "Đơn vị tính"),
        Column("deadline_year", "Hạn (năm)", "integer"), Column("quote", "Câu gốc"),
    ),
    SOURCE, CC0, _targets, ("chỉ tiêu", "kế hoạch"),
)  # fmt: skip


def _tasks(after: str, most: int) -> Sequence[Keyed]:
    rows = _all(Task).filter(plan__in=Plan.objects.public(), state__in=COUNTED, pk__gt=number_of(after))
    rows = rows.select_related("plan").prefetch_related("responsibilities").order_by("pk")
    return [Keyed(str(one.pk), _task(one)) for one in rows[:most]]


def _task(one: Task) -> tuple[object, ...]:
    named = {
        part: tuple(each.canonical for each in one.responsibilities.all() if each.part == part)
        for part in Part
    }
    return (
        *_of(one.plan), one.no, one.text, named[Part.LEAD], named[Part.COORDINATE], one.deadline, one.due_on, one.recurs,
        one.product, one.quote,
    )  # fmt: skip


TASKS = Table(
    "nhiem-vu",
    (Said("Nhiệm vụ trong các kế hoạch", "vi"), Said("Tasks of plans", "en")),
    (
        Said("Mỗi dòng một nhiệm vụ: cơ quan chủ trì, phối hợp, thời hạn, sản phẩm, câu gốc.", "vi"),
        Said("One row a task: who leads, who helps, until when, what comes of it, the original sentence.", "en"),
    ),
    (
        *PLAN, Column("no", "TT"), Column("text", "Nhiệm vụ"), Column("lead", "Chủ trì", "list"),
        Column("coordinate", "Phối hợp", "list"), Column("deadline", "Thời gian, như viết"),
        Column("due_on", "Hạn", "date"), Column("recurs", "Lặp lại"), Column("product", "Sản phẩm"),
        Column("quote", "Câu gốc"),
    ),
    SOURCE, CC0, _tasks, ("nhiệm vụ", "kế hoạch"),
)  # fmt: skip
