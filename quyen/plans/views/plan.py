"""The list of plans, and the page of one."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from quyen.plans.queries.review import readable_plans


@login_required
def plan_list(request: HttpRequest) -> HttpResponse:
    return render(request, "plans/list.html", {"plans": readable_plans(request.user)})


@login_required
def plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    found = get_object_or_404(readable_plans(request.user), pk=plan_id)
    return render(request, "plans/plan.html", {"plan": found})
