"""Words of a report saved as one types, and with a button where there is no script."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.reports import actions
from quyen.reports.forms import PassageForm
from quyen.reports.models import Submission
from quyen.reports.queries import facts_of, readable_submissions, sides_of
from quyen.reports.queries.panel import below_panel
from quyen.reports.queries.reading import reading_of
from quyen.reports.queries.shown import shown_lines
from quyen.shared.views import whole


@login_required
@require_POST
def passage(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """JSON for the script: {"revision", "said"}, {"error"} (422), or both versions (409)."""
    held = _own(request, pk)
    form = PassageForm(request.POST)
    if not form.is_valid():
        return _refused(request, pk, key, _("Mục này chưa lưu được: %s") % form.said())
    given = form.cleaned_data
    try:
        kept = actions.write_passage(
            actor=person(request), submission=held, key=key, text=given["text"], seen=given["seen"]
        )
    except actions.PassageConflict as conflict:
        return _both(request, held, key, conflict)
    except QuyenError as error:
        return _refused(request, pk, key, error.told)
    if not request.accepts("text/html"):
        at = f"{timezone.localtime(kept.changed_at):%H:%M}"
        return JsonResponse({"revision": kept.revision, "said": _("Đã lưu lúc %s") % at})
    messages.success(request, _("Đã lưu mục này."))
    return _back(pk, key)


@login_required
@require_POST
def give_back(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """The section is filled from the facts again."""
    held = _own(request, pk)
    try:
        actions.give_back(actor=person(request), submission=held, key=key)
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        messages.success(request, _("Mục này lấy lại từ số liệu; lời đã viết vẫn còn trong nhật ký."))
    return _back(pk, key)


@login_required
@require_POST
def copy(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Puts what one unit below wrote under the section, with the unit's name."""
    held = _own(request, pk)
    found = below_panel(reading_of(person(request), pk), key)
    source = whole(request.POST.get("tu"))
    row = next((one for one in found.rows if one.submission == source), None) if found else None
    if row is None:
        raise Http404
    seen = whole(request.POST.get("seen")) or 0
    try:
        actions.append_passage(
            actor=person(request), submission=held, key=key, text=f"{row.unit}: {row.text}", seen=seen
        )
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        messages.success(request, _("Đã chép lời của %s vào cuối mục.") % row.unit)
    return _back(pk, key)


def _own(request: HttpRequest, pk: int) -> Submission:
    """One that the person writes. Errors: Http404 where it is not theirs to read, PermissionDenied to write."""
    held = get_object_or_404(readable_submissions(person(request)).select_related("cycle__regime"), pk=pk)
    if not sides_of(person(request), held).writes:
        raise PermissionDenied
    return held


def _refused(request: HttpRequest, pk: int, key: str, said: str) -> HttpResponse:
    if not request.accepts("text/html"):
        return JsonResponse({"error": said}, status=422)
    messages.error(request, said)
    return _back(pk, key)


def _both(
    request: HttpRequest, held: Submission, key: str, conflict: actions.PassageConflict
) -> HttpResponse:
    """Both versions side by side: a part of the page for the script, a page of its own without it."""
    whole_row = Submission.objects.select_related("unit__parent", "cycle__regime__unit").get(pk=held.pk)
    figures = facts_of(whole_row).figures
    theirs = conflict.held.text if conflict.held else ""
    context: dict[str, Any] = {
        "pk": held.pk, "key": key, "conflict": conflict, "revision": conflict.held.revision if conflict.held else 0,
        "theirs": shown_lines(theirs, figures), "mine": shown_lines(conflict.mine, figures), "submission": whole_row,
    }  # fmt: skip
    if request.accepts("text/html"):
        return render(request, "reports/conflict.html", context, status=409)
    part = render_to_string("reports/parts/conflict.html", context, request)
    return JsonResponse({"html": part, "revision": context["revision"]}, status=409)


def _back(pk: int, key: str) -> HttpResponse:
    return redirect(f"{reverse('reports:report', args=[pk])}#muc-{key}")
