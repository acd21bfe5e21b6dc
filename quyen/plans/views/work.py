"""A unit's own work: the list, one assignment, the report from a phone."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.plans.actions.work.progress import ReportConflict, report_progress
from quyen.plans.enums import WorkState
from quyen.plans.forms.work import ReportForm
from quyen.plans.models import Assignment
from quyen.plans.queries import days as near
from quyen.plans.queries.work import lines
from quyen.plans.queries.work.access import readable_assignments, sides_of
from quyen.plans.queries.work.awaited import DONE
from quyen.plans.queries.work.page import AssignmentPage, assignment_page, offered_items
from quyen.shared.views import one_of, whole

SCOPES = ((lines.OURS, gettext_lazy("Việc của đơn vị")), (lines.HANDED, gettext_lazy("Việc đã giao đi")))
DAYS = (
    (near.LATE, gettext_lazy("đã qua hạn")), (near.NEXT, gettext_lazy("trong 30 ngày")),
    (near.LATER, gettext_lazy("về sau")), (near.NO_DAY, gettext_lazy("không ghi ngày")),
    (DONE, gettext_lazy("đã xong")),
)  # fmt: skip


@login_required
def work(request: HttpRequest) -> HttpResponse:
    """The assignments of the person's units, or those that they gave."""
    ask = request.GET
    asked = lines.WorkFilter(
        words=ask.get("tim", "").strip(),
        unit=ask.get("don-vi", "").strip(),
        when=one_of(ask.get("luc"), dict(DAYS)),
        state=one_of(ask.get("tinh-trang"), WorkState.values),
        scope=one_of(ask.get("xem"), dict(SCOPES)) or lines.OURS,
    )
    found = lines.work_list(person(request), asked, whole(ask.get("trang")) or 1)
    context = {"list": found, "days": DAYS, "scopes": SCOPES, "states": WorkState.choices}
    return render(request, "plans/work/list.html", context)


@login_required
def assignment(request: HttpRequest, pk: int) -> HttpResponse:
    page = assignment_page(person(request), pk)
    context = {"page": page, "offered": offered_items(person(request)) if page.sides.reports else ()}
    return render(request, "plans/work/page.html", context)


@login_required
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """One assignment on a phone. HTMX saves as one types; a plain form saves and goes on to the next."""
    found = own_assignment(request, pk)
    if request.method != "POST":
        return _report_page(request, found.pk)
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _answer(request, found.pk, form, status=422)
    given = form.cleaned_data
    try:
        kept = report_progress(
            actor=person(request), assignment=found, revision=form.seen(),
            state=WorkState(given["state"]), note=given["note"], period=given["ky"],
        )  # fmt: skip
    except ReportConflict as conflict:
        return _answer(request, found.pk, form, status=409, conflict=conflict)
    except QuyenError as error:
        messages.error(request, error.told)
        return _answer(request, found.pk, form, status=422)
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "plans/work/saved.html", {"revision": kept.revision, "is_saved": True})
    messages.success(request, _("Đã lưu."))
    after = whole(request.POST.get("tiep"))
    return redirect("plans:work-report", after) if after else redirect("plans:work")


def own_assignment(request: HttpRequest, pk: int) -> Assignment:
    """One that the person reports on. Errors: Http404 where it is not theirs to read, PermissionDenied to report."""
    rows = readable_assignments(person(request)).select_related("task__plan", "parent", "unit")
    found = get_object_or_404(rows, pk=pk)
    if not sides_of(person(request), found).reports:
        raise PermissionDenied
    return found


def _report_page(request: HttpRequest, pk: int, status: int = 200, **more: Any) -> HttpResponse:
    page: AssignmentPage = assignment_page(person(request), pk, _period(request))
    context = {"page": page, "states": WorkState.choices, "state": page.line.state, "note": page.note} | more
    return render(request, "plans/work/report.html", context, status=status)


def _period(request: HttpRequest) -> date | None:
    """The first day of the period that the page is about; None for the one waited for."""
    try:
        return date.fromisoformat(request.POST.get("ky") or request.GET.get("ky", ""))
    except ValueError:
        return None


def _answer(
    request: HttpRequest, pk: int, form: ReportForm, *, status: int, conflict: ReportConflict | None = None
) -> HttpResponse:
    """What was not saved stays in the form; both versions are shown where two people wrote."""
    mine = {"state": form.data.get("state", ""), "note": form.data.get("note", "")}
    context = mine | {"conflict": conflict, "form": form, "line_pk": pk, "mine_said": _said(mine["state"])}
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "plans/work/saved.html", context)  # 200: HTMX swaps no other
    return _report_page(request, pk, status, **context)


def _said(state: str) -> str:
    return str(WorkState(state).label) if state in WorkState.values else ""
