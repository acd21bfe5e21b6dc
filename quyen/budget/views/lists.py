"""The list of estimates, and beginning one."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.budget.actions import start_estimate
from quyen.budget.enums import EstimateState
from quyen.budget.forms import AskedForm, StartForm
from quyen.budget.queries.lists import estimate_list
from quyen.budget.queries.offers import offers
from quyen.core.errors import QuyenError
from quyen.organisation.queries import editable_units
from quyen.plans.models import Plan


@login_required
def estimates(request: HttpRequest) -> HttpResponse:
    form = AskedForm(request.GET)
    asked, page = form.listed()
    context = {
        "list": estimate_list(person(request), asked, page), "offers": offers(person(request)),
        "states": EstimateState.choices, "scale": form.scale,
    }  # fmt: skip
    return render(request, "budget/list.html", context)


@login_required
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    form = StartForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Hãy chọn đơn vị, kế hoạch và năm."))
        return redirect("budget:list")
    unit_id, plan_id, year = form.chosen()
    unit = get_object_or_404(editable_units(person(request)), pk=unit_id)
    plan = get_object_or_404(Plan, pk=plan_id)  # the action asks whether the unit has to do with it
    try:
        made = start_estimate(actor=person(request), unit=unit, plan=plan, year=year)
    except QuyenError as error:
        messages.error(request, error.told)
        return redirect("budget:list")
    return redirect("budget:estimate", made.pk)
