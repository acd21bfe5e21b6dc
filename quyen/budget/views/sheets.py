"""Estimates in and out as .xlsx."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from quyen.accounts.queries import person
from quyen.budget.actions import carry_out_intake, receive_sheet
from quyen.budget.actions.export import record_export
from quyen.budget.forms import SheetForm
from quyen.budget.models import Estimate, EstimateIntake
from quyen.budget.queries.access import own_intakes
from quyen.budget.queries.assembled_sheet import assembled_sheets
from quyen.budget.queries.intake import account
from quyen.budget.queries.page import estimate_page
from quyen.budget.queries.sheet import estimate_sheet
from quyen.budget.views.assembled import gathered
from quyen.budget.views.page import readable, writable
from quyen.core.errors import QuyenError
from quyen.core.paper import workbook
from quyen.shared.views import answer_file


@login_required
def estimate_out(request: HttpRequest, pk: int) -> HttpResponse:
    found = readable(request, pk)
    content = workbook([estimate_sheet(estimate_page(person(request), found))])
    record_export(actor=person(request), estimates=[found])
    return answer_file(content, f"Dự toán {found.unit.name} {found.year}", "xlsx")


@login_required
def assembled_out(request: HttpRequest, plan_id: int, year: int) -> HttpResponse:
    page = gathered(request, plan_id, year)
    estimates = {one.pk: one for unit in page.units for one in unit.estimates}
    record_export(actor=person(request), estimates=list(estimates.values()))
    return answer_file(
        workbook(assembled_sheets(page)), f"Tổng hợp dự toán {page.plan.reference} {year}", "xlsx"
    )


@login_required
def sheet_in(request: HttpRequest, pk: int) -> HttpResponse:
    """The form, and the file: kept to be looked at, nothing changed."""
    found = writable(request, pk)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            intake = receive_sheet(
                actor=person(request), estimate=found, name=file.name or "", content=file.read()
            )
        except QuyenError as error:
            form.add_error("file", error.told)
        else:
            return redirect("budget:intake", intake.pk)
    status = 422 if form.errors else 200
    recent = own_intakes(person(request)).filter(estimate=found)[:5]
    context = {"form": form, "estimate": found, "recent": recent, "link": "budget:intake"}
    return render(request, "budget/sheet_form.html", context, status=status)


@login_required
def intake(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: the account of each row. POST: carried out, if it still comes out as it was seen."""
    rows = own_intakes(person(request)).select_related("estimate__unit", "estimate__plan")
    found = get_object_or_404(rows, pk=pk)
    if request.method == "POST":
        return _carry_out(request, found)
    seen = account(found)
    estimate = found.estimate
    again = reverse("budget:sheet-in", args=[estimate.pk]) if estimate.is_written else ""
    return render(request, "budget/intake.html", {"seen": seen, "again": again, "estimate": estimate})


def _carry_out(request: HttpRequest, found: EstimateIntake) -> HttpResponse:
    try:
        held: Estimate = carry_out_intake(
            actor=person(request), intake=found, sign=request.POST.get("sign", "")
        )
    except QuyenError as error:
        messages.error(request, error.told)
        return redirect("budget:intake", found.pk)
    messages.success(request, _("Đã nhập cả tệp vào dự toán."))
    return redirect("budget:estimate", held.pk)
