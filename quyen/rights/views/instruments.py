"""Instruments at the desk: all of them, one with its articles and texts, and what a person says of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.queries import history, person
from quyen.core.errors import QuyenError
from quyen.rights import actions
from quyen.rights.enums import TieState
from quyen.rights.forms.instruments import ArticleForm, InstrumentForm, StatusForm
from quyen.rights.models import Instrument, Link
from quyen.rights.queries import all_instruments, instrument_page, may_edit


@login_required
def instruments(request: HttpRequest) -> HttpResponse:
    context = {"lines": all_instruments(), "may_edit": may_edit(person(request))}
    return render(request, "rights/list.html", context)


@login_required
def instrument(request: HttpRequest, code: str) -> HttpResponse:
    page = instrument_page(code, request.GET.getlist("ban"))
    if page is None:
        raise Http404
    proposed = Link.objects.filter(provision__instrument=page.instrument, state=TieState.PROPOSED).count()
    context = {
        "page": page, "may_edit": may_edit(person(request)), "proposed": proposed,
        "trail": history(page.instrument)[:5],
    }  # fmt: skip
    return render(request, "rights/instrument.html", context)


@login_required
def new(request: HttpRequest) -> HttpResponse:
    _require(request)
    form = InstrumentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.define_instrument(
                actor=person(request), code=form.cleaned_data["code"], given=form.given()
            )
        except QuyenError as error:
            form.add_error("code", error.told)
        else:
            messages.success(
                request, _("Đã thêm %(name)s. Tiếp theo, hãy đưa bản văn vào.") % {"name": made.short_vi}
            )
            return redirect("rights:instrument", made.code)
    return _form(request, form, {"heading": _("Văn kiện mới")})


@login_required
def edit(request: HttpRequest, code: str) -> HttpResponse:
    _require(request)
    held = get_object_or_404(Instrument, code=code)
    said = {
        name: getattr(held, name)
        for name in ("kind", "name_vi", "short_vi", "name_en", "short_en", "number", "year")
    }
    form = InstrumentForm(request.POST or None, is_held=True, initial=said | {"names": "\n".join(held.names)})
    if request.method == "POST" and form.is_valid():
        actions.change_instrument(actor=person(request), instrument=held, given=form.given())
        messages.success(request, _("Đã lưu. Các mục bạn sửa không bị lần nạp danh mục sau thay."))
        return redirect("rights:instrument", code)
    return _form(request, form, {"heading": held.name_vi, "instrument": held})


@login_required
def status(request: HttpRequest, code: str) -> HttpResponse:
    """A day on which something happened, with its source."""
    _require(request)
    held = get_object_or_404(Instrument, code=code)
    form = StatusForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_status(actor=person(request), instrument=held, given=form.given())
        messages.success(request, _("Đã ghi mốc mới."))
        return redirect("rights:instrument", code)
    return _form(request, form, {"heading": _("Ghi một mốc"), "instrument": held})


@login_required
def article(request: HttpRequest, code: str) -> HttpResponse:
    """An article that neither the shipped structure nor a text told."""
    _require(request)
    held = get_object_or_404(Instrument, code=code)
    form = ArticleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_article(actor=person(request), instrument=held, **form.cleaned_data)
        except QuyenError as error:
            form.add_error("number", error.told)
        else:
            messages.success(request, _("Đã thêm điều %(number)s.") % {"number": form.cleaned_data["number"]})
            return redirect("rights:instrument", code)
    return _form(request, form, {"heading": _("Thêm một điều"), "instrument": held})


@login_required
@require_POST
def confirm_links(request: HttpRequest, code: str) -> HttpResponse:
    """All links of an instrument that are only proposed, at once."""
    held = get_object_or_404(Instrument, code=code)
    proposed = Link.objects.filter(provision__instrument=held, state=TieState.PROPOSED)
    number = actions.settle(actor=person(request), ties=proposed, state=TieState.CONFIRMED)
    messages.success(request, _("Đã xác nhận %(number)s liên kết.") % {"number": number})
    return redirect("rights:instrument", code)


def _require(request: HttpRequest) -> None:
    if not may_edit(person(request)):
        raise PermissionDenied


def _form(request: HttpRequest, form: Any, context: dict[str, Any]) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, "rights/form.html", {"form": form} | context, status=status)
