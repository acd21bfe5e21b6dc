"""The desk of what is taken from others."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.library.actions.gathering import ask_source, save_source
from quyen.library.forms.sources import SourceForm
from quyen.library.models import Source
from quyen.library.queries.sources import editable_sources, readable_sources, source_list, source_page
from quyen.shared.views import whole


@login_required
def sources(request: HttpRequest) -> HttpResponse:
    return render(request, "library/sources/list.html", {"list": source_list(person(request))})


@login_required
def source(request: HttpRequest, pk: int) -> HttpResponse:
    page = source_page(person(request), pk, whole(request.GET.get("trang")) or 1)
    return render(request, "library/sources/page.html", {"page": page})


@login_required
def new_source(request: HttpRequest) -> HttpResponse:
    if not source_list(person(request)).may_add:
        raise PermissionDenied
    return _form(request, Source())


@login_required
def change_source(request: HttpRequest, pk: int) -> HttpResponse:
    return _form(request, get_object_or_404(editable_sources(person(request)), pk=pk))


def _form(request: HttpRequest, held: Source) -> HttpResponse:
    user, is_new = person(request), held.pk is None
    form = SourceForm(request.POST or None, instance=held, user=user)
    if request.method == "POST" and form.is_valid():
        try:
            saved = save_source(actor=user, unit=form.cleaned_data["unit"], source=form.instance)
            if is_new:
                ask_source(actor=user, source=saved)
                messages.success(
                    request, _("Đã thêm nguồn. Quyền đang lấy sản phẩm; mở lại trang sau ít phút để xem.")
                )
            else:
                messages.success(request, _("Đã ghi nguồn."))
            return redirect("library:source", saved.pk)
        except QuyenError as error:
            form.add_error("address", error.told)
    return render(request, "library/sources/form.html", {"form": form, "source": None if is_new else held})


@login_required
@require_POST
def take_now(request: HttpRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(readable_sources(person(request)), pk=pk)
    ask_source(actor=person(request), source=held)
    messages.success(request, _("Quyền đang lấy từ nguồn này; mở lại trang sau ít phút để xem."))
    return redirect("library:source", held.pk)
