"""The page of one report, and what stands beside it: each with an address of its own."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.reports import actions
from quyen.reports.forms import HeadForm
from quyen.reports.queries import editable_submissions
from quyen.reports.queries.form_check import form_view
from quyen.reports.queries.page import ReportPage, report_page
from quyen.reports.queries.panel import below_panel, figure_view, offered_figures
from quyen.reports.queries.reading import Reading, reading_of
from quyen.shared.views import whole


@login_required
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """`ban`: one edition; `so`: the words of now held against one."""
    page = _page(request, _reading(request, pk))
    return _whole(request, page, "changes" if page.compared else "")


@login_required
def figure(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Where a figure comes from."""
    reading = _reading(request, pk)
    view = figure_view(reading, key)
    if view is None:
        raise Http404
    return _beside(request, reading, "figure", figure=view)


@login_required
def figures(request: HttpRequest, pk: int) -> HttpResponse:
    """All figures that can be put into the report."""
    reading = _reading(request, pk)
    if not reading.may_write:
        raise Http404
    words = request.GET.get("tim", "").strip()[:100]
    return _beside(request, reading, "figures", offered=offered_figures(reading, words), words=words)


@login_required
def below(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """What the units below wrote in the same section."""
    reading = _reading(request, pk)
    found = below_panel(reading, key)
    if found is None or not reading.sides.reads_drafts:
        raise Http404
    return _beside(request, reading, "below", gathered=found)


@login_required
def form_check(request: HttpRequest, pk: int) -> HttpResponse:
    """How the document stands to Nghị định 30/2020/NĐ-CP: a line for the outline, the whole of it for the panel."""
    reading = _reading(request, pk)
    found = form_view(reading.content)
    if request.GET.get("dong"):
        context = {
            "form_check": found,
            "pk": pk,
            "reading": reading,
            "writing": "sua" in request.GET,
            "lacks": found.lacks,
        }
        return render(request, "reports/parts/form_line.html", context)
    return _beside(request, reading, "form", form_check=found)


@login_required
def head(request: HttpRequest, pk: int) -> HttpResponse:
    """Number, symbol, day, signer and recipients."""
    held = get_object_or_404(editable_submissions(person(request)).select_related("cycle"), pk=pk)
    reading = reading_of(person(request), pk)
    if not reading.may_write:
        messages.error(request, _("Báo cáo đang không ở bước soạn nên chưa sửa được phần đầu văn bản."))
        return redirect("reports:report", pk)
    form = HeadForm(request.POST or None, head=reading.content["head"])
    if request.method == "POST" and form.is_valid():
        try:
            actions.write_head(actor=person(request), submission=held, given=form.changed())
        except QuyenError as error:
            form.add_error(None, error.told)
        else:
            messages.success(request, _("Đã lưu phần đầu văn bản và chữ ký."))
            return redirect("reports:report", pk)
    return _beside(request, reading, "head", status=422 if form.errors else 200, form=form)


def _reading(request: HttpRequest, pk: int) -> Reading:
    ask = request.GET
    return reading_of(person(request), pk, edition=whole(ask.get("ban")), now="so" in ask)


def _page(request: HttpRequest, reading: Reading) -> ReportPage:
    return report_page(person(request), reading, whole(request.GET.get("so")))


def _beside(
    request: HttpRequest, reading: Reading, panel: str, *, status: int = 200, **more: Any
) -> HttpResponse:
    """The panel alone for HTMX, else the whole page with it."""
    if request.htmx:  # type: ignore[attr-defined]
        context = {"panel": panel, "reading": reading, "pk": reading.submission.pk} | more
        return render(request, f"reports/panel/{panel}.html", context, status=status)
    return _whole(request, _page(request, reading), panel, status=status, **more)


def _whole(
    request: HttpRequest, page: ReportPage, panel: str = "", *, status: int = 200, **more: Any
) -> HttpResponse:
    """Who stands above the unit writes only where they say so, lest a slip changes another's report."""
    reading = page.reading
    writing = reading.may_write and (reading.is_own or "sua" in request.GET) and not page.compared
    context = {
        "page": page, "reading": reading, "panel": panel, "pk": reading.submission.pk, "writing": writing,
        "panel_template": f"reports/panel/{panel or 'none'}.html",
    }  # fmt: skip
    return render(request, "reports/page.html", context | more, status=status)
