"""Bundles: the list, one of them, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.library import actions
from quyen.library.forms.steps import BundleForm, MomentForm
from quyen.library.models import Bundle, BundleItem
from quyen.library.queries.access import readable_bundles
from quyen.library.queries.bundles import bundle_list, bundle_page
from quyen.organisation.queries import editable_units
from quyen.shared.views import whole, wholes


@login_required
def bundles(request: HttpRequest) -> HttpResponse:
    found = bundle_list(person(request), whole(request.GET.get("trang")) or 1)
    form = BundleForm(request.POST or None, units=[(one.pk, one.name) for one in found.units])
    if request.method == "POST" and form.is_valid():
        unit = get_object_or_404(editable_units(person(request)), pk=form.cleaned_data["unit"])
        try:
            made = actions.start_bundle(actor=person(request), unit=unit, title=form.cleaned_data["title"])
        except QuyenError as error:
            form.add_error(None, error.told)
        else:
            return redirect("library:bundle", made.pk)
    status = 422 if form.errors else 200
    return render(request, "library/bundles.html", {"list": found, "form": form}, status=status)


@login_required
def bundle(request: HttpRequest, pk: int) -> HttpResponse:
    page = bundle_page(person(request), pk)
    if page is None:
        raise Http404
    at = page.bundle.release_at
    initial = {"ngay": at, "gio": at} if at else {"gio": "08:00"}
    return render(request, "library/bundle.html", {"page": page, "form": MomentForm(initial=initial)})


@login_required
@require_POST
def put(request: HttpRequest, pk: int) -> HttpResponse:
    found = _readable(request, pk)
    sort, chosen = request.POST.get("loai", "")[:60], wholes(request.POST.getlist("muc"))

    def act() -> str:
        number = actions.put_in(actor=person(request), bundle=found, sort=sort, subject_ids=chosen)
        return ngettext("Đã đưa %d mục vào gói.", "Đã đưa %d mục vào gói.", number) % number

    return _do(request, pk, act)


@login_required
@require_POST
def take(request: HttpRequest, pk: int, item_id: int) -> HttpResponse:
    rows = BundleItem.objects.select_related("bundle")
    item = get_object_or_404(rows, pk=item_id, bundle=_readable(request, pk))

    def act() -> str:
        actions.take_out(actor=person(request), item=item)
        return _("Đã bỏ “%(title)s” khỏi gói.") % {"title": item.title}

    return _do(request, pk, act)


@login_required
@require_POST
def schedule(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = _readable(request, pk), MomentForm(request.POST)

    def act() -> str:
        if not form.is_valid():
            raise actions.LibraryRefused(_("Ghi ngày như 10/12/2026 và giờ như 8:00."))
        try:
            at = form.moment()
        except forms.ValidationError as error:
            raise actions.LibraryRefused(" ".join(error.messages)) from error
        actions.schedule_bundle(actor=person(request), bundle=found, at=at)
        return _(
            "Đã hẹn giờ. Đến giờ mọi mục cùng ra; nếu một mục chưa đủ thì không mục nào ra và bạn được báo."
        )

    return _do(request, pk, act)


@login_required
@require_POST
def unschedule(request: HttpRequest, pk: int) -> HttpResponse:
    found, for_good = _readable(request, pk), request.POST.get("huy") == "1"

    def act() -> str:
        actions.unschedule_bundle(actor=person(request), bundle=found, for_good=for_good)
        return _("Đã hủy gói; các mục không còn thuộc gói này.") if for_good else _("Đã bỏ giờ hẹn.")

    return _do(request, pk, act)


@login_required
@require_POST
def release(request: HttpRequest, pk: int) -> HttpResponse:
    found = _readable(request, pk)

    def act() -> str:
        actions.release_now(actor=person(request), bundle=found)
        return _("Đã phát hành cả gói.")

    return _do(request, pk, act)


def _readable(request: HttpRequest, pk: int) -> Bundle:
    return get_object_or_404(readable_bundles(person(request)), pk=pk)


def _do(request: HttpRequest, pk: int, act: Callable[[], str]) -> HttpResponse:
    try:
        words = act()
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        messages.success(request, words)
    return redirect("library:bundle", pk)
