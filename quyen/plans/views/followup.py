"""A recommendation followed up: tasks tied to it, indicators, and how far it is."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.organisation.enums import Role
from quyen.plans.actions import followup as actions
from quyen.plans.forms.followup import IndicatorsForm, SayForm
from quyen.plans.models import RecommendationTask, Task
from quyen.plans.queries.followup import follow_up_panel, tasks_to_tie
from quyen.rights.enums import FollowUpState, TieState
from quyen.rights.models import Recommendation
from quyen.rights.queries.desk import keeps_rights
from quyen.shared.views import whole


@login_required
def tasks(request: HttpRequest, pk: int) -> HttpResponse:
    """Tasks that may be tied; one is tied by its button."""
    user = person(request)
    row = get_object_or_404(Recommendation.objects.select_related("review"), pk=pk)
    if request.method == "POST":
        held = get_object_or_404(Task, pk=whole(request.POST.get("task")) or 0)
        actions.tie_task(actor=user, recommendation=row, task=held)
        messages.success(request, _("Đã nối nhiệm vụ với khuyến nghị này."))
        return redirect("rights:recommendation", pk)
    words = request.GET.get("tim", "").strip()[:120]
    context = {"row": row, "words": words, "tasks": tasks_to_tie(user, row, words)}
    return render(request, "plans/followup/tasks.html", context)


@login_required
@require_POST
def untie(request: HttpRequest, pk: int) -> HttpResponse:
    tie = get_object_or_404(RecommendationTask.objects.select_related("task__plan", "recommendation"), pk=pk)
    actions.untie_task(actor=person(request), tie=tie)
    return redirect("rights:recommendation", tie.recommendation_id)


def _sayable(request: HttpRequest, pk: int) -> Recommendation:
    if not keeps_rights(person(request), Role.COORDINATOR):
        raise PermissionDenied
    return get_object_or_404(Recommendation.objects.select_related("review"), pk=pk)


@login_required
def say(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is, said by a coordinator of the keeping body."""
    row = _sayable(request, pk)
    panel = follow_up_panel(person(request), row)
    form = SayForm(request.POST or None, panel=panel)
    if request.method == "POST" and form.is_valid() and _say(request, row, form):
        return redirect("rights:recommendation", pk)
    status = 422 if request.method == "POST" else 200
    context = {"row": row, "panel": panel, "form": form}
    return render(request, "plans/followup/say.html", context, status=status)


def _say(request: HttpRequest, row: Recommendation, form: SayForm) -> bool:
    data = form.cleaned_data
    try:
        actions.say_follow_up(
            actor=person(request), recommendation=row, state=FollowUpState(data["state"]), why=data["why"],
            day=data["day"], evidence=data["evidence"],
        )  # fmt: skip
    except QuyenError as error:
        form.add_error(None, error.told)
        return False
    messages.success(request, _("Đã ghi tiến độ của khuyến nghị."))
    return True


@login_required
def indicators(request: HttpRequest, pk: int) -> HttpResponse:
    row, user = _sayable(request, pk), person(request)
    held = row.indicator_ties.exclude(state=TieState.REFUSED).values_list("indicator", flat=True)
    form = IndicatorsForm(request.POST or None, initial={"indicators": list(held)})
    if request.method == "POST" and form.is_valid():
        actions.choose_indicators(actor=user, recommendation=row, indicators=form.cleaned_data["indicators"])
        return redirect("rights:recommendation", pk)
    return render(request, "plans/followup/indicators.html", {"row": row, "form": form})
