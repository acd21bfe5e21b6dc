"""The review screen: the source on the left, what was read from it on the right."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from quyen.plans.queries.review import readable_plans


@login_required
def of_file(request: HttpRequest, source_id: int) -> HttpResponse:
    """The review by the file's number: what the sources step links to without knowing plans."""
    plan = get_object_or_404(readable_plans(request.user), source_id=source_id)
    return redirect("plans:review", plan.pk)


@login_required
def review(request: HttpRequest, plan_id: int) -> HttpResponse:
    plan = get_object_or_404(readable_plans(request.user), pk=plan_id)
    return render(request, "plans/review/page.html", {"plan": plan})
