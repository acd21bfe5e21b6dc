"""All estimates of a plan and year together, and their approval."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.budget.actions import approve_estimates
from quyen.budget.enums import Funding
from quyen.budget.forms import ApproveForm, AskedForm
from quyen.budget.queries.access import assembled_plans
from quyen.budget.queries.assembled import Assembled, assembled
from quyen.core.errors import QuyenError
from quyen.plans.models import Plan


def plan_of(request: HttpRequest, plan_id: int) -> Plan:
    return get_object_or_404(assembled_plans(person(request)).select_related("source", "unit"), pk=plan_id)


def gathered(request: HttpRequest, plan_id: int, year: int) -> Assembled:
    plan = plan_of(request, plan_id)
    if not 2000 <= year <= 2100:
        raise Http404
    form = AskedForm(request.GET)
    return assembled(person(request), plan, year, form.shown(timezone.localdate()))


@login_required
def together(request: HttpRequest, plan_id: int, year: int) -> HttpResponse:
    page = gathered(request, plan_id, year)
    context = {
        "page": page, "sources": Funding.choices, "scale": AskedForm(request.GET).scale,
        "seen": ",".join(f"{pk}:{revision}" for pk, revision in page.ready),
    }  # fmt: skip
    return render(request, "budget/assembled.html", context)


@login_required
@require_POST
def approve(request: HttpRequest, plan_id: int, year: int) -> HttpResponse:
    plan = plan_of(request, plan_id)
    form = ApproveForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Không có dự toán nào đã tổng hợp để duyệt."))
        return redirect("budget:assembled", plan_id, year)
    try:
        done = approve_estimates(
            actor=person(request), plan=plan, year=year,
            revisions=form.revisions(), basis=form.cleaned_data["basis"],
        )  # fmt: skip
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        words = ngettext(
            "Đã duyệt dự toán của %(n)s đơn vị.", "Đã duyệt dự toán của %(n)s đơn vị.", len(done)
        )
        messages.success(request, words % {"n": len(done)})
    return redirect("budget:assembled", plan_id, year)
