"""A plan's tasks handed to units: the whole proposal, one task of it, and the giving."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.queries import may
from quyen.plans.actions.work.giving import edit_assignments, give_assignments
from quyen.plans.actions.work.serving import set_servings
from quyen.plans.forms.giving import GivingForm
from quyen.plans.models import Plan, Task
from quyen.plans.queries.giving import proposal
from quyen.plans.queries.giving.naming import register_of
from quyen.shared.views import wholes


@login_required
def giving(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Task by task who is meant, unresolved first."""
    page = proposal.giving_page(person(request), plan_id)
    return render(request, "plans/giving/page.html", {"page": page})


@login_required
def task(request: HttpRequest, plan_id: int, task_id: int) -> HttpResponse:
    """One task: its units, its day, what it serves. A refused form keeps what was ticked and typed."""
    plan, found = _task(request, plan_id, task_id)
    form = None
    if request.method == "POST":
        form = GivingForm(request.POST, register=register_of(plan))
        if form.is_valid() and _edited(request, plan, found, form):
            return redirect("plans:plan-giving", plan.pk)
    page = proposal.task_page(person(request), plan.pk, found.pk)
    form = form or GivingForm(
        None, register=register_of(plan), initial={"due_on": page.task.due_on, "recurs": page.task.recurs}
    )
    context = {
        "page": page, "form": form, "kept": set(request.POST.getlist("giu")) if form.is_bound else None,
        "kinds": [(kind, UnitKind(kind).label, number) for kind, number in page.kinds],
    }  # fmt: skip
    return render(request, "plans/giving/task.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def give(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Gives all that is proposed; only what is new where some was given before."""
    plan = _givable(request, plan_id)
    chosen = wholes(request.POST.getlist("viec"))
    try:
        number = give_assignments(actor=person(request), plan=plan, tasks=chosen or None)
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        said = ngettext("Đã giao %(n)s phần việc.", "Đã giao %(n)s phần việc.", number) % {"n": number}
        messages.success(request, said if number else _("Không có phần việc nào mới để giao."))
    return redirect("plans:plan-giving", plan.pk)


@login_required
@require_POST
def serve(request: HttpRequest, plan_id: int, task_id: int) -> HttpResponse:
    """Which targets the task serves, as ticked."""
    plan, found = _task(request, plan_id, task_id)
    try:
        set_servings(
            actor=person(request), plan=plan, task=found, items=wholes(request.POST.getlist("phuc-vu"))
        )
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        messages.success(request, _("Đã lưu chỉ tiêu mà nhiệm vụ này phục vụ."))
    return redirect("plans:plan-giving-task", plan.pk, found.pk)


def _task(request: HttpRequest, plan_id: int, task_id: int) -> tuple[Plan, Task]:
    """Everyone who reads the plan sees the proposal; a change asks for a coordinator."""
    plan = (
        _givable(request, plan_id)
        if request.method == "POST"
        else proposal.readable_plan(person(request), plan_id)
    )
    return plan, get_object_or_404(proposal.tasks_to_give(plan), pk=task_id)


def _givable(request: HttpRequest, plan_id: int) -> Plan:
    plan = proposal.readable_plan(person(request), plan_id)
    if not may(person(request), plan.unit_id, Role.COORDINATOR):
        raise PermissionDenied
    return plan


def _edited(request: HttpRequest, plan: Plan, task: Task, form: GivingForm) -> bool:
    try:
        edit_assignments(
            actor=person(request), plan=plan, task=task, edit=form.edit(request.POST.getlist("giu"))
        )
    except QuyenError as error:
        form.add_error(None, error.told)
        return False
    messages.success(request, _("Đã lưu. Chưa giao gì mới cho tới khi bạn bấm “Giao”."))
    return True
