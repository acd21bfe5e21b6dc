"""The form that is filled in without a line: out, back, looked at cell by cell, written."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.core.paper import workbook
from quyen.reports.actions import NotTaken
from quyen.reports.actions.filling import carry_out_form, choose_cells, receive_form
from quyen.reports.forms.doors import FormFileForm
from quyen.reports.models import FormIntake, Submission
from quyen.reports.queries import content_of, editable_submissions, form_of
from quyen.reports.queries.form_sheet import form_sheets
from quyen.reports.queries.intake import intake_page, own_intakes
from quyen.shared.views import answer_file


@login_required
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of the form; POST takes a filled-in one and keeps it."""
    report = _report(request, pk)
    given = FormFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and given.is_valid():
        file = given.cleaned_data["file"]
        try:
            intake, is_new = receive_form(
                actor=person(request), submission=report, name=file.name or "", content=file.read()
            )
        except QuyenError as error:
            given.add_error("file", error.told)
        else:
            if not is_new:
                messages.info(request, _("Tệp này đã được nhận từ trước; dưới đây là biểu ấy."))
            return redirect("reports:sheet-intake", pk, intake.pk)
    context = {"report": report, "form": given, "intakes": report.intakes.all()[:10]}
    return render(request, "reports/doors/sheet.html", context)


@login_required
@require_GET
def sheet_out(request: HttpRequest, pk: int) -> HttpResponse:
    report = _report(request, pk)
    filled = {
        one["key"]: content["texts"].get(one["key"], "")
        for content in [content_of(report)]
        for one in content["sections"]
        if not one["by_hand"]
    }
    content = workbook(form_sheets(report, form_of(report), filled))
    return answer_file(content, f"bieu-bao-cao-{report.pk}", "xlsx")


@login_required
def sheet_intake(request: HttpRequest, pk: int, intake_id: int) -> HttpResponse:
    """GET: what the form would do. POST: keeps the choices and, where asked, writes and sends."""
    rows = own_intakes(person(request)).select_related(
        "submission__unit__parent", "submission__cycle__regime__unit"
    )
    intake = get_object_or_404(rows, pk=intake_id, submission=pk)
    error: QuyenError | None = None
    if request.method == "POST":
        try:
            _carry_out(request, intake)
        except QuyenError as found:
            error = found
            intake = get_object_or_404(rows, pk=intake_id)
        else:
            return redirect("reports:sheet-intake", pk, intake_id)
    page = intake_page(intake)
    faults = error.faults if isinstance(error, NotTaken) else ()
    return render(request, "reports/doors/intake.html", {"page": page, "error": error, "told": faults})


def _carry_out(request: HttpRequest, intake: FormIntake) -> None:
    actor, given = person(request), request.POST
    if intake.carried_out_at is not None:
        messages.info(request, _("Biểu này đã được ghi từ trước; không ghi lần nữa."))
        return
    choices = {name.removeprefix("o:"): given[name] for name in given if name.startswith("o:")}
    choose_cells(actor=actor, intake=intake, choices=choices, reason=given.get("ly_do", ""))
    if given.get("lam") not in ("gui", "ghi"):
        messages.success(request, _("Đã giữ các lựa chọn; chưa ghi vào báo cáo."))
        return
    answer = carry_out_form(actor=actor, intake=intake, send=given["lam"] == "gui")
    if answer["received_at"]:
        late = _(" Báo cáo đến sau hạn nên được ghi là chậm.") if answer["late"] else ""
        messages.success(request, _("Đã ghi biểu và gửi báo cáo.") + late)
    else:
        messages.success(request, _("Đã ghi biểu vào báo cáo; báo cáo chưa gửi."))


def _report(request: HttpRequest, pk: int) -> Submission:
    rows = editable_submissions(person(request)).select_related("unit__parent", "cycle__regime__unit")
    return get_object_or_404(rows, pk=pk)
