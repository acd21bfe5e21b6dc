"""One article at the desk: texts side by side, its links and quotes, made, confirmed and refused here."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.rights import actions
from quyen.rights.enums import TieState
from quyen.rights.forms.instruments import LinkForm, QuoteForm, SettleForm, SubjectForm
from quyen.rights.models import Citation, Link, Passage
from quyen.rights.queries import ProvisionPage, may_edit, provision_page


@login_required
def provision(request: HttpRequest, code: str, path: str) -> HttpResponse:
    page = _page(request, code, path)
    return _shown(request, page)


@login_required
@require_POST
def link(request: HttpRequest, code: str, path: str) -> HttpResponse:
    page = _page(request, code, path, to_edit=True)
    form = LinkForm(request.POST, prefix="link")
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.add_link(
                actor=person(request),
                provision=page.provision,
                other=data["target"],
                topic=data["topic"],
                note=data["note"],
            )
        except QuyenError as error:
            form.add_error(None, error.told)
        else:
            messages.success(request, _("Đã liên kết."))
            return redirect("rights:provision", code, page.provision.path)
    return _shown(request, page, {"link_form": form}, 422)


@login_required
@require_POST
def quote(request: HttpRequest, code: str, path: str) -> HttpResponse:
    page = _page(request, code, path, to_edit=True)
    form = _quote_form(page, request.POST)
    if form.is_valid():
        data = form.cleaned_data
        passage = get_object_or_404(
            Passage.objects.select_related("provision", "version"),
            version_id=data["version"],
            provision=page.provision,
        )
        try:
            actions.add_citation(
                actor=person(request), passage=passage, exact=data["exact"], target=data["target"]
            )
        except QuyenError as error:
            form.add_error("exact", error.told)
        else:
            messages.success(request, _("Đã ghi trích dẫn; nó được giữ khi bản văn có bản mới."))
            return redirect("rights:provision", code, page.provision.path)
    return _shown(request, page, {"quote_form": form}, 422)


@login_required
def subject(request: HttpRequest, code: str, path: str) -> HttpResponse:
    """The short subject of an article."""
    page = _page(request, code, path, to_edit=True)
    held = page.provision
    form = SubjectForm(
        request.POST or None, initial={"subject_vi": held.subject_vi, "subject_en": held.subject_en}
    )
    if request.method == "POST" and form.is_valid():
        actions.change_subject(actor=person(request), provision=held, **form.cleaned_data)
        messages.success(request, _("Đã lưu nội dung của điều."))
        return redirect("rights:provision", code, held.path)
    context = {
        "form": form,
        "instrument": page.instrument,
        "heading": _("Nội dung Điều %(number)s") % {"number": held.number},
    }
    return render(request, "rights/form.html", context, status=422 if request.method == "POST" else 200)


@login_required
@require_POST
def settle(request: HttpRequest, code: str, path: str) -> HttpResponse:
    """One tie confirmed or refused."""
    page = _page(request, code, path, to_edit=True)
    form = SettleForm(request.POST)
    if not form.is_valid():
        raise Http404
    kind, pk = form.tie_given()
    state = TieState(form.cleaned_data["state"])
    if kind == "link":
        actions.settle(actor=person(request), ties=[get_object_or_404(Link, pk=pk)], state=state)
    else:
        actions.settle(actor=person(request), ties=[get_object_or_404(Citation, pk=pk)], state=state)
    said = _("Đã xác nhận.") if state == TieState.CONFIRMED else _("Đã bỏ; máy sẽ không đề xuất lại.")
    messages.success(request, said)
    return redirect("rights:provision", code, page.provision.path)


def _page(request: HttpRequest, code: str, path: str, *, to_edit: bool = False) -> ProvisionPage:
    if to_edit and not may_edit(person(request)):
        raise PermissionDenied
    page = provision_page(code, path, request.GET.getlist("ban"), all_ties=True)
    if page is None:
        raise Http404
    return page


def _quote_form(page: ProvisionPage, data: Any = None) -> QuoteForm:
    return QuoteForm(data, versions=[(one.pk, str(one)) for one in page.versions], prefix="quote")


def _shown(
    request: HttpRequest, page: ProvisionPage, more: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "page": page, "may_edit": may_edit(person(request)), "link_form": LinkForm(prefix="link"),
        "quote_form": _quote_form(page),
    }  # fmt: skip
    return render(request, "rights/provision.html", context | (more or {}), status=status)
