"""The list of plans, and the page of one."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.plans.actions import parents
from quyen.plans.enums import PlanState
from quyen.plans.queries import lists, page
from quyen.plans.queries.review import readable_plans
from quyen.shared.views import one_of, whole


@login_required
def plan_list(request: HttpRequest) -> HttpResponse:
    ask = request.GET
    asked = lists.PlanFilter(
        words=ask.get("tim", "").strip(),
        year=whole(ask.get("nam")),
        issuer=ask.get("co-quan", ""),
        state=one_of(ask.get("tinh-trang"), PlanState.values),
    )
    found = lists.plan_list(person(request), asked, whole(ask.get("trang")) or 1)
    return render(request, "plans/list.html", {"list": found, "states": PlanState.choices})


@login_required
def plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    return render(request, "plans/plan.html", {"page": page.plan_page(person(request), plan_id)})


@login_required
@require_POST
def parent(request: HttpRequest, plan_id: int) -> HttpResponse:
    """A coordinator says which plan stands above this one."""
    mine = readable_plans(person(request))
    plan = get_object_or_404(mine, pk=plan_id)
    chosen = whole(request.POST.get("cap-tren"))
    above = get_object_or_404(mine, pk=chosen) if chosen else None
    try:
        parents.set_parent(actor=person(request), plan=plan, parent=above)
    except parents.ParentRefused:
        messages.error(request, _("Không đổi: kế hoạch đó đứng dưới kế hoạch này. Hãy chọn kế hoạch khác."))
    except PermissionDenied:
        messages.error(request, _("Không đổi: chỉ điều phối viên của đơn vị được chọn kế hoạch cấp trên."))
    else:
        messages.success(request, _("Đã lưu kế hoạch cấp trên."))
    return redirect("plans:plan", plan_id)
