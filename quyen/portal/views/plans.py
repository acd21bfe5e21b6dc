"""Plans that were issued, as everyone may read them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from quyen.portal.queries.plan import public_plan, public_plans
from quyen.shared.views import public, whole


@public
def plans(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/plans.html", {"found": public_plans(whole(request.GET.get("trang")) or 1)})


@public
def plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Errors: Http404 for what is not there, or not public."""
    found = public_plan(plan_id)
    if found is None:
        raise Http404
    return render(request, "portal/plan.html", {"found": found})
