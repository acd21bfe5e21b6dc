"""What was spent on one line."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.budget.actions import take_back_spending, tell_spending
from quyen.budget.forms import ReasonForm, SpendingForm
from quyen.budget.models import EstimateLine
from quyen.budget.queries.access import readable_lines
from quyen.budget.queries.spending import spending_page, spendings_of
from quyen.core.errors import QuyenError


def line_of(request: HttpRequest, line_id: int) -> EstimateLine:
    rows = readable_lines(person(request)).select_related("estimate__unit", "estimate__plan__source")
    return get_object_or_404(rows, pk=line_id)


@login_required
def spendings(request: HttpRequest, line_id: int) -> HttpResponse:
    line = line_of(request, line_id)
    form = SpendingForm(request.POST) if request.method == "POST" else SpendingForm.blank()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            tell_spending(
                actor=person(request), line=line, day=given["day"], amount=given["amount"], note=given["note"]
            )
        except QuyenError as error:
            form.add_error(None, error.told)
        else:
            messages.success(request, _("Đã ghi khoản chi."))
            return redirect("budget:spendings", line_id)
    status = 422 if form.errors else 200
    context = {"page": spending_page(person(request), line), "form": form}
    return render(request, "budget/spendings.html", context, status=status)


@login_required
@require_POST
def take_back(request: HttpRequest, line_id: int, pk: int) -> HttpResponse:
    line = line_of(request, line_id)
    found = get_object_or_404(spendings_of(line), pk=pk)
    form = ReasonForm(request.POST)
    reason = form.cleaned_data.get("reason", "") if form.is_valid() else ""
    try:
        take_back_spending(actor=person(request), line=line, spending=found, reason=reason)
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        messages.success(request, _("Đã rút lại khoản chi; dòng cũ vẫn còn để đối chiếu."))
    return redirect("budget:spendings", line_id)
