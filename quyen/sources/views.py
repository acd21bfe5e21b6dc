"""Screens of the sources step: the list of documents, the upload, a delivery, the original of a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.organisation.queries import editable_units
from quyen.sources import actions
from quyen.sources.enums import FileState
from quyen.sources.forms import ReplaceForm, UploadForm
from quyen.sources.queries import (
    delivery_page,
    editable_deliveries,
    editable_files,
    file_list_page,
    readable_deliveries,
    readable_files,
)


@login_required
@require_GET
def file_list(request: HttpRequest) -> HttpResponse:
    """All documents of the person's units; while any is being read, HTMX asks for the rows again."""
    page = file_list_page(
        person(request), state=request.GET.get("trang-thai", ""), number=request.GET.get("trang", "1")
    )
    context = {"page": page, "form": UploadForm(person(request)), "states": FileState}
    return _live(request, "sources/list.html", "sources/list_rows.html", context)


@login_required
def upload(request: HttpRequest) -> HttpResponse:
    """Files in, by drag and drop (one request a file, answered in JSON) or as a plain form."""
    form = UploadForm(person(request), *_sent(request))
    if not form.units:
        raise PermissionDenied
    if request.method == "POST" and form.is_valid():
        opened = request.POST.get("delivery")
        into = get_object_or_404(editable_deliveries(person(request)), pk=opened) if opened else None
        received = actions.receive_files(
            actor=person(request),
            unit=form.cleaned_data["unit"],
            delivery=into,
            files=_contents(form.cleaned_data["files"]),
        )
        address = reverse("sources:delivery", args=[received.delivery.pk])
        if request.accepts("text/html"):
            return redirect(address)
        return JsonResponse(received.as_json() | {"address": address})
    if request.method == "POST" and not request.accepts("text/html"):
        return JsonResponse({"errors": form.errors}, status=422)
    return render(request, "sources/upload.html", {"form": form}, status=422 if form.is_bound else 200)


@login_required
@require_GET
def delivery(request: HttpRequest, delivery_id: int) -> HttpResponse:
    """What became of each file dropped in at once, live while any waits."""
    page = delivery_page(
        person(request), get_object_or_404(readable_deliveries(person(request)), pk=delivery_id)
    )
    return _live(request, "sources/delivery.html", "sources/delivery_rows.html", {"page": page})


@login_required
@require_GET
def download(request: HttpRequest, source_id: int) -> HttpResponseBase:
    """The original, byte for byte, always as a file to save and never shown as a page of this site."""
    source = get_object_or_404(readable_files(person(request)), pk=source_id)
    try:
        content = source.content.open("rb")
    except FileNotFoundError as error:
        raise Http404(_("Không còn thấy tệp gốc trong kho; hãy báo người quản trị.")) from error
    return FileResponse(
        content, as_attachment=True, filename=source.name, content_type="application/octet-stream"
    )


@login_required
def replace(request: HttpRequest, source_id: int) -> HttpResponse:
    """A newer file of the same document; decisions made on the old one are kept."""
    source = get_object_or_404(editable_files(person(request)), pk=source_id)
    form = ReplaceForm(*_sent(request))
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            newer = actions.replace_file(
                actor=person(request), source=source, name=file.name, data=file.read()
            )
        except QuyenError as error:
            form.add_error("file", error.told)
        else:
            messages.success(
                request, _("Đã nhận tệp mới. Những gì đã duyệt được giữ nguyên; đọc xong sẽ thấy chỗ khác.")
            )
            return redirect("sources:delivery", newer.delivery_id)
    return render(
        request,
        "sources/replace.html",
        {"source": source, "form": form},
        status=422 if form.is_bound else 200,
    )


@login_required
@require_POST
def read_again(request: HttpRequest, source_id: int) -> HttpResponse:
    source = get_object_or_404(editable_files(person(request)), pk=source_id)
    actions.read_again(actor=person(request), source=source)
    messages.success(request, _("Đã xếp hàng đọc lại: %(name)s.") % {"name": source.name})
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return redirect(back if safe else "sources:list")


@login_required
@require_POST
def read_outdated(request: HttpRequest) -> HttpResponse:
    """All files of the person's units that an older reader read."""
    units = editable_units(person(request))
    if not units:
        raise PermissionDenied
    count = sum(actions.read_outdated(actor=person(request), unit=unit) for unit in units)
    messages.success(
        request,
        _("Đã xếp hàng đọc lại %(count)s văn bản. Những gì đã duyệt được giữ nguyên.") % {"count": count},
    )
    return redirect("sources:list")


def person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # every view here is behind login_required
    return request.user


def _sent(request: HttpRequest) -> tuple[Any, Any]:
    """What a form is bound to: an empty post is a post too, and is told what it lacks."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _contents(files: list[UploadedFile[Any]]) -> Iterator[tuple[str, bytes]]:
    """One file in memory at a time."""
    for file in files:
        yield file.name or "", file.read()


def _live(request: HttpRequest, page: str, part: str, context: dict[str, Any]) -> HttpResponse:
    """The page, or for HTMX only its changing part, and nothing at all while that is as it was (`so`): a screen
    reader is told of changes, not of every look. A part without pending files asks no more."""
    if request.htmx and request.htmx.target == "live":  # type: ignore[attr-defined]
        if request.GET.get("so") == context["page"].sign:
            return HttpResponse(status=204)
        return render(request, part, context | {"live": True})
    return render(request, page, context)
