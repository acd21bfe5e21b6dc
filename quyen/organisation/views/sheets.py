"""Units in and out as .xlsx."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.core.paper import workbook
from quyen.organisation.actions.intake import carry_out_intake, receive_units
from quyen.organisation.forms import AskedForm
from quyen.organisation.forms.intake import IntakeForm
from quyen.organisation.models import UnitIntake
from quyen.organisation.queries.intake import account, own_intakes
from quyen.organisation.queries.sheet import units_sheet
from quyen.organisation.queries.successions import may_enter
from quyen.shared.views import answer_file


@login_required
def units_out(request: HttpRequest) -> HttpResponse:
    asked = AskedForm(request.GET).asked(timezone.localdate())
    content = workbook([units_sheet(asked.day, asked.under)])
    return answer_file(content, f"don-vi-{asked.day:%Y-%m-%d}", "xlsx")


@login_required
def units_in(request: HttpRequest) -> HttpResponse:
    """The form, and the file: kept to be looked at, nothing changed."""
    user = person(request)
    if not may_enter(user):
        raise Http404
    form = IntakeForm(request.POST or None, request.FILES or None, initial={"day": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        file = given["file"]
        try:
            intake = receive_units(
                actor=user, name=file.name or "", content=file.read(), day=given["day"], basis=given["basis"]
            )
        except QuyenError as error:
            form.add_error("file", error.told)
        else:
            return redirect("organisation:intake", intake.pk)
    recent = own_intakes(user)[:5]
    return render(
        request,
        "organisation/intake_form.html",
        {"form": form, "recent": recent, "link": "organisation:intake"},
    )


@login_required
def intake(request: HttpRequest, intake_id: int) -> HttpResponse:
    """GET: the account of each row. POST: carried out, if it still comes out as it was seen."""
    user = person(request)
    found = get_object_or_404(own_intakes(user), pk=intake_id)
    if request.method == "POST":
        return _carry_out(request, found)
    seen = account(user, found)
    again = reverse("organisation:units-in")
    return render(request, "organisation/intake.html", {"seen": seen, "again": again})


def _carry_out(request: HttpRequest, found: UnitIntake) -> HttpResponse:
    try:
        made = carry_out_intake(actor=person(request), intake=found, sign=request.POST.get("sign", ""))
    except PermissionDenied:
        messages.error(request, _("Chưa thay đổi gì: bạn chưa phải quản trị viên của mọi đơn vị liên quan."))
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        messages.success(
            request, _("Đã thực hiện cả tệp; mỗi ngày và mỗi việc là một lần sắp xếp, hoàn tác được.")
        )
        if len(made) == 1:
            return redirect("organisation:succession", made[0].pk)
        return redirect("organisation:successions")
    return redirect("organisation:intake", found.pk)
