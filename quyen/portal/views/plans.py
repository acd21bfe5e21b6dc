"""A plan that was issued, as everyone may read it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from quyen.portal.queries.plan import public_plan
from quyen.shared.views import public


@public
def plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Errors: Http404 for what is not there, or not public."""
    found = public_plan(plan_id)
    if found is None:
        raise Http404
    return render(request, "portal/plan.html", {"found": found})
