"""One estimate: its page, its lines saved as they are typed, its way to approval."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.budget import actions
from quyen.budget.actions import EstimateRefused, LineConflict
from quyen.budget.enums import Funding
from quyen.budget.forms import (
    AppraiseForm,
    LineForm,
    NewLineForm,
    ReasonForm,
    SeenForm,
    StatedForm,
    line_form,
)
from quyen.budget.models import Estimate, EstimateLine
from quyen.budget.queries import editable_estimates, readable_estimates
from quyen.budget.queries.access import readable_lines
from quyen.budget.queries.page import estimate_page
from quyen.core.errors import QuyenError
from quyen.plans.models import Task


def readable(request: HttpRequest, pk: int) -> Estimate:
    rows = readable_estimates(person(request)).select_related(
        "unit", "plan__source", "plan__unit", "approved_by"
    )
    return get_object_or_404(rows, pk=pk)


@login_required
def estimate(request: HttpRequest, pk: int) -> HttpResponse:
    return draw(request, readable(request, pk))


def draw(
    request: HttpRequest,
    found: Estimate,
    *,
    status: int = 200,
    template: str = "budget/estimate.html",
    **more: Any,
) -> HttpResponse:
    """`bound`: a form that was not saved, by the number of its line (0: the new one)."""
    page = estimate_page(person(request), found)
    bound: dict[int, LineForm] = more.pop("bound", {})
    forms = [(row, bound.get(row.line.pk) or line_form(row.line)) for row in page.content.rows]
    context = {
        "page": page, "estimate": found, "forms": forms if page.may_write else (),
        "new": bound.get(0) or NewLineForm(), "sources": Funding.choices,
    } | more  # fmt: skip
    return render(request, template, context, status=status)


def of_htmx(request: HttpRequest) -> bool:
    return bool(request.htmx)  # type: ignore[attr-defined]


@login_required
@require_POST
def add(request: HttpRequest, pk: int) -> HttpResponse:
    found = readable(request, pk)
    form = NewLineForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.add_line(
                actor=person(request), estimate=found, given=form.given(), heading=given["heading"],
                task=get_object_or_404(Task, pk=given["task"]) if given["task"] else None,
            )  # fmt: skip
        except EstimateRefused as error:
            form.add_error(None, error.told)
    return _after(request, found, form, 0)


@login_required
@require_POST
def save(request: HttpRequest, pk: int, line_id: int) -> HttpResponse:
    """HTMX saves as one types and draws the line's state and the sums only, so that nothing typed is lost."""
    found = readable(request, pk)
    line = _line(request, found, line_id)
    form, conflict = LineForm(request.POST), None
    if line is None:
        return _gone(request, found)
    if form.is_valid():
        try:
            line = actions.save_line(
                actor=person(request), line=line, revision=_seen(form), given=form.given()
            )
        except LineConflict as error:
            conflict = error
            form.add_error(None, error.told)
        except EstimateRefused as error:
            form.add_error(None, error.told)
    if not of_htmx(request):
        return _after(request, found, form, line.pk)
    found.refresh_from_db(fields=["revision"])
    page = estimate_page(person(request), found)
    row = next((one for one in page.content.rows if one.line.pk == line.pk), None)
    context = {
        "page": page,
        "estimate": found,
        "row": row,
        "form": form,
        "conflict": conflict,
        "is_answer": True,
    }
    return render(request, "budget/saved.html", context)


def _gone(request: HttpRequest, found: Estimate) -> HttpResponse:
    """Somebody else removed the line: said at the line, or on the page."""
    words = _("Dòng này không còn; người khác vừa xóa.")
    if of_htmx(request):
        form = LineForm(request.POST)
        form.is_valid()
        form.add_error(None, words)
        return render(request, "budget/told.html", {"form": form, "estimate": found})
    messages.error(request, words)
    return redirect("budget:estimate", found.pk)


def _seen(form: LineForm) -> int:
    """A page of another time has none, and conflicts."""
    revision = form.cleaned_data["revision"]
    return -1 if revision is None else revision


def _line(request: HttpRequest, found: Estimate, line_id: int) -> EstimateLine | None:
    rows = readable_lines(person(request)).filter(estimate=found, pk=line_id)
    return rows.select_related("estimate").first()


def _after(request: HttpRequest, found: Estimate, form: LineForm, key: int) -> HttpResponse:
    """What was not saved stays in its form; HTMX draws the whole work area."""
    bound = {} if form.is_valid() else {key: form}
    if of_htmx(request):
        found.refresh_from_db()
        return draw(request, found, template="budget/lines.html", bound=bound, is_answer=True)
    if bound:
        return draw(request, found, status=422, bound=bound)
    return redirect("budget:estimate", found.pk)


@login_required
@require_POST
def remove(request: HttpRequest, pk: int, line_id: int) -> HttpResponse:
    found = readable(request, pk)
    line = _line(request, found, line_id)
    if line is None:
        return _back(request, found)
    return _do(request, found, lambda: actions.remove_line(actor=person(request), line=line))


@login_required
@require_POST
def stated(request: HttpRequest, pk: int) -> HttpResponse:
    found = readable(request, pk)
    form = StatedForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors["stated"])))
        return _back(request, found)
    total = form.cleaned_data["stated"]
    return _do(
        request, found, lambda: actions.state_total(actor=person(request), estimate=found, stated=total)
    )


@login_required
@require_POST
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    found, user, revision = readable(request, pk), person(request), _revision(request)
    words = _("Đã gửi dự toán tới %(unit)s.") % {"unit": found.plan.unit}
    return _do(
        request, found, lambda: actions.submit_estimate(actor=user, estimate=found, revision=revision), words
    )


@login_required
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    found, user, revision = readable(request, pk), person(request), _revision(request)
    words = _("Đã rút dự toán về để sửa; sửa xong hãy gửi lại.")
    return _do(
        request,
        found,
        lambda: actions.take_back_estimate(actor=user, estimate=found, revision=revision),
        words,
    )


@login_required
@require_POST
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    found, user = readable(request, pk), person(request)
    form = ReasonForm(request.POST)
    reason = form.cleaned_data.get("reason", "") if form.is_valid() else ""
    revision = form.cleaned_data.get("revision")
    words = _("Đã trả lại cho %(unit)s.") % {"unit": found.unit}
    return _do(
        request, found,
        lambda: actions.return_estimate(actor=user, estimate=found, reason=reason, revision=revision), words,
    )  # fmt: skip


@login_required
@require_POST
def assemble(request: HttpRequest, pk: int) -> HttpResponse:
    found, user, revision = readable(request, pk), person(request), _revision(request)
    words = _("Đã đưa vào bảng tổng hợp.")
    return _do(
        request,
        found,
        lambda: actions.assemble_estimate(actor=user, estimate=found, revision=revision),
        words,
    )


def _revision(request: HttpRequest) -> int:
    form = SeenForm(request.POST)
    return form.cleaned_data["revision"] if form.is_valid() else -1


@login_required
@require_POST
def appraise(request: HttpRequest, pk: int, line_id: int) -> HttpResponse:
    """The amount proposed for approval of one line; saved as one types."""
    found = readable(request, pk)
    line, form = _line(request, found, line_id), AppraiseForm(request.POST)
    if line is None:
        raise Http404
    if form.is_valid():
        given = form.cleaned_data
        try:
            line = actions.appraise_line(
                actor=person(request), line=line, revision=given["revision"], amount=given["amount"]
            )
        except EstimateRefused as error:
            form.add_error(None, error.told)
    if of_htmx(request):
        found.refresh_from_db()
        page = estimate_page(person(request), found)
        row = next((one for one in page.content.rows if one.line.pk == line.pk), None)
        context = {"page": page, "estimate": found, "row": row, "form": form, "is_answer": True}
        return render(request, "budget/appraised.html", context)
    for errors in form.errors.values():
        messages.error(request, " ".join(map(str, errors)))
    return redirect("budget:estimate", pk)


@login_required
@require_POST
def revise(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = readable(request, pk), ReasonForm(request.POST)
    reason = form.cleaned_data.get("reason", "") if form.is_valid() else ""
    try:
        made = actions.revise_estimate(actor=person(request), estimate=found, reason=reason)
    except QuyenError as error:
        messages.error(request, error.told)
        return redirect("budget:estimate", pk)
    return redirect("budget:estimate", made.pk)


def _do(request: HttpRequest, found: Estimate, act: Callable[[], object], words: str = "") -> HttpResponse:
    """Does it and says so, or says why not."""
    try:
        act()
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        if words:
            messages.success(request, words)
    return _back(request, found)


def _back(request: HttpRequest, found: Estimate) -> HttpResponse:
    """To the page; for HTMX its work area, drawn anew."""
    if of_htmx(request):
        found.refresh_from_db()
        return draw(request, found, template="budget/lines.html", is_answer=True)
    return redirect("budget:estimate", found.pk)


def writable(request: HttpRequest, pk: int) -> Estimate:
    rows = editable_estimates(person(request)).select_related("unit", "plan__source")
    return get_object_or_404(rows, pk=pk)
