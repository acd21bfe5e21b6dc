"""Writing an estimate: begun once, its lines saved one by one as they are typed."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from quyen.accounts.actions import record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.budget.actions.guard import EstimateRefused, LineConflict, locked, to_write, touch, trace
from quyen.budget.models import Estimate, EstimateLine, Spending
from quyen.budget.queries.given import LineGiven
from quyen.budget.queries.offers import estimable, offered_tasks
from quyen.core.text.folding import fold
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.plans.models import Plan, Task
from quyen.plans.queries.lists import years_of

LONGEST_HEADING = 2000


@transaction.atomic
def start_estimate(*, actor: User | None, unit: Unit, plan: Plan, year: int) -> Estimate:
    """The unit's estimate for a plan and year; the one being worked on, or that stands, where there is one.

    Errors: PermissionDenied (also where the unit has nothing to do with the plan), EstimateRefused.
    """
    require(actor, unit.pk, Role.EDITOR)
    if actor is not None and (unit.pk, plan.pk) not in estimable(actor, unit=unit.pk, plan=plan.pk):
        raise PermissionDenied
    if year not in years_of(plan):
        raise EstimateRefused(_("Kế hoạch này không gồm năm %(year)s.") % {"year": year})
    Unit.objects.select_for_update().get(pk=unit.pk)
    held = Estimate.objects.current().filter(unit=unit, plan=plan, year=year).order_by("-version").first()
    if held is not None:
        return held
    made = Estimate.objects.create(unit=unit, plan=plan, year=year)
    record([trace(actor, Verb.CREATE, made, None, made.as_json())])
    return made


@transaction.atomic
def add_line(
    *, actor: User | None, estimate: Estimate, given: LineGiven, task: Task | None = None, heading: str = ""
) -> EstimateLine:
    """A line at the end, for a task given to the unit or under a heading of its own. Errors: PermissionDenied,
    EstimateRefused."""
    held = to_write(actor, estimate)
    line = new_line(held, given, task=task, heading=heading)
    line.save()
    touch(held)
    record([trace(actor, Verb.ADD, line, None, line.as_json())])
    return line


def new_line(held: Estimate, given: LineGiven, *, task: Task | None, heading: str) -> EstimateLine:
    """Unsaved, of a locked estimate. Errors: EstimateRefused."""
    if task is not None and not offered_tasks(held.unit_id, held.plan).filter(pk=task.pk).exists():
        raise EstimateRefused(_("Nhiệm vụ này không được giao cho đơn vị."))
    words = task.text if task else " ".join(heading.split())
    if not words or len(words) > LONGEST_HEADING:
        raise EstimateRefused(_("Hãy chọn nhiệm vụ, hoặc ghi nội dung chi (nhiều nhất 2.000 chữ)."))
    _refuse_twice(held, task.pk if task else None, words, given.source)
    last = held.lines.aggregate(last=Max("position"))["last"] or 0
    line = EstimateLine(estimate=held, task=task, heading=words, position=last + 1)
    put(line, given)
    return line


def put(line: EstimateLine, given: LineGiven) -> None:
    line.source, line.planned_vnd, line.note = given.source, given.planned_vnd, given.note
    line.quantity, line.measured_in, line.unit_price_vnd = (
        given.quantity, given.measured_in, given.unit_price_vnd,
    )  # fmt: skip


def _refuse_twice(held: Estimate, task: int | None, words: str, source: str, apart: int = 0) -> None:
    """One line a task and source; headings are told apart without marks."""
    same = held.lines.filter(source=source, task=task).exclude(pk=apart)
    if task is not None:
        is_there = same.exists()
    else:
        is_there = fold(words) in {fold(one) for one in same.values_list("heading", flat=True)}
    if is_there:
        raise EstimateRefused(
            _("Nội dung này đã có một dòng từ cùng nguồn."),
            advice=_("Hãy sửa dòng đang có, hoặc chọn nguồn khác."),
        )


@transaction.atomic
def save_line(
    *, actor: User | None, line: EstimateLine, revision: int | None, given: LineGiven
) -> EstimateLine:
    """What a line says now; the same again changes nothing. Errors: PermissionDenied, EstimateRefused; LineConflict
    where `revision` is no longer what the person saw (None does not ask)."""
    held = to_write(actor, line.estimate)
    found = _line(held, line)
    change_line(actor, found, given, revision)
    return found


def change_line(actor: User | None, found: EstimateLine, given: LineGiven, revision: int | None) -> bool:
    """Of a locked estimate; whether anything was changed."""
    before = found.as_json()
    source = found.source
    put(found, given)
    if found.as_json() == before:
        return False
    if revision is not None and revision != found.revision:
        raise LineConflict(EstimateLine.objects.get(pk=found.pk))
    if given.source != source:
        _refuse_spent(found)
        _refuse_twice(found.estimate, found.task_id, found.heading, given.source, apart=found.pk)
    found.revision += 1
    found.save()
    touch(found.estimate)
    record([trace(actor, Verb.CORRECT, found, before, found.as_json())])
    return True


@transaction.atomic
def remove_line(*, actor: User | None, line: EstimateLine, revision: int | None = None) -> None:
    """Errors: PermissionDenied, EstimateRefused where money was spent on it already, LineConflict."""
    held = to_write(actor, line.estimate)
    found = _line(held, line)
    if revision is not None and revision != found.revision:
        raise LineConflict(found)
    _refuse_spent(found)
    record([trace(actor, Verb.REMOVE, found, found.as_json(), None)])
    found.delete()
    touch(held)


def _refuse_spent(line: EstimateLine) -> None:
    if Spending.objects.filter(line=line.root_pk).exists():
        raise EstimateRefused(
            _("Dòng này đã có khoản chi nên không xóa hay đổi nguồn được."),
            advice=_("Có thể ghi dự toán bằng 0 và nêu lý do ở ghi chú."),
        )


def _line(held: Estimate, line: EstimateLine) -> EstimateLine:
    found = held.lines.filter(pk=line.pk).first()
    if found is None:
        raise EstimateRefused(_("Dòng này không còn; người khác vừa xóa."))
    found.estimate = held
    return found


@transaction.atomic
def state_total(*, actor: User | None, estimate: Estimate, stated: int | None) -> None:
    """The total as the unit's own paper states it; None takes it away. Errors: PermissionDenied, EstimateRefused."""
    held = to_write(actor, estimate)
    if held.stated_vnd == stated:
        return
    before, held.stated_vnd = held.stated_vnd, stated
    touch(held, "stated_vnd")
    record([trace(actor, Verb.CORRECT, held, {"stated_vnd": before}, {"stated_vnd": stated})])


@transaction.atomic
def revise_estimate(*, actor: User | None, estimate: Estimate, reason: str) -> Estimate:
    """A new version of what was approved, with its lines, to be changed, sent and approved again; until then the old
    one stands. Errors: PermissionDenied, EstimateRefused."""
    held = locked(estimate)
    require(actor, held.unit_id, Role.EDITOR)
    if held.content_hash == "" or held.replaced_at is not None:
        raise EstimateRefused(_("Chỉ bản dự toán đã duyệt và đang có hiệu lực mới lập bản điều chỉnh."))
    if not reason.strip():
        raise EstimateRefused(_("Điều chỉnh dự toán đã duyệt thì cần nêu lý do."))
    same = Estimate.objects.filter(unit=held.unit, plan=held.plan, year=held.year)
    if same.filter(content_hash="").exists():
        raise EstimateRefused(_("Đã có một bản điều chỉnh đang soạn."))
    made = Estimate.objects.create(
        unit=held.unit, plan=held.plan, year=held.year, version=held.version + 1, reason=reason.strip()
    )
    _copy_lines(held, made)
    record([trace(actor, Verb.CREATE, made, None, made.as_json() | {"reason": made.reason})])
    return made


def _copy_lines(held: Estimate, made: Estimate) -> None:
    lines = list(held.lines.order_by("position", "pk"))
    for line in lines:
        line.root_id = line.root_pk
        line.pk, line.estimate, line.approved_vnd, line.revision = None, made, None, 0
    EstimateLine.objects.bulk_create(lines)
