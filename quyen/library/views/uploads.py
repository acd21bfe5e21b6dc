"""The files of a product: brought in, described, put in order, looked at and heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, Any, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.library.actions.attaching import Attached, attach_files
from quyen.library.actions.placing import describe_file, move_file, take_file_away
from quyen.library.enums import FileRole, Language
from quyen.library.models import Product, ProductFile
from quyen.library.queries.access import editable_products, readable_products
from quyen.library.queries.product_files import FilesPage, files_page


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def product_files(request: HttpRequest, pk: int) -> HttpResponse:
    """The screen; a POST brings files, one request a file from the script (answered in JSON) or all from the plain form."""
    if request.method == "POST":
        return _received(request, pk)
    return render(request, "library/files.html", _context(_page(request, pk)))


def _received(request: HttpRequest, pk: int) -> HttpResponse:
    product = get_object_or_404(editable_products(person(request)).select_related("unit"), pk=pk)
    given = [(one.name or "", cast(IO[bytes], one.file)) for one in request.FILES.getlist("files")]
    wants_page = request.accepts("text/html")
    if not given:
        said = _("Chưa có tệp nào. Hãy chọn tệp rồi bấm Tải lên.")
        if not wants_page:
            return JsonResponse({"errors": [said]}, status=422)
        messages.error(request, said)
        return redirect("library:files", pk)
    try:
        attached = attach_files(actor=person(request), product=product, files=given)
    except QuyenError as error:
        attached = Attached(refused=[{"name": product.title, "reason": str(error), "advice": error.advice}])
    if not wants_page:
        return JsonResponse(_as_json(attached))
    if attached.rows:
        count = len(attached.rows)
        messages.success(request, ngettext("Đã thêm %d tệp.", "Đã thêm %d tệp.", count) % count)
    if attached.refused:
        context = _context(_page(request, pk)) | {"refused": attached.refused}
        return render(request, "library/files.html", context, status=200 if attached.rows else 422)
    return redirect("library:files", pk)


def _as_json(attached: Attached) -> dict[str, Any]:
    placed = [{"name": row.file.name, "told": attached.told.get(row.pk, [])} for row in attached.rows]
    return {"placed": placed, "refused": attached.refused}


@login_required
@require_POST
def product_file(request: HttpRequest, pk: int, row_id: int) -> HttpResponse:
    """One file in its place: described, moved up or down, taken away."""
    rows = ProductFile.objects.select_related("product", "file")
    row = get_object_or_404(rows, pk=row_id, product=_readable(request, pk))
    deeds: dict[str, Callable[[], object]] = {
        "luu": lambda: _describe(request, row),
        "len": lambda: move_file(actor=person(request), row=row, up=True),
        "xuong": lambda: move_file(actor=person(request), row=row, up=False),
        "bo": lambda: take_file_away(actor=person(request), row=row),
    }
    deed = request.POST.get("viec", "luu")
    try:
        deeds.get(deed, deeds["luu"])()
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        if deed == "bo":
            messages.success(
                request, _("Đã bỏ “%(name)s” khỏi sản phẩm; tệp vẫn còn trong kho.") % {"name": row.file.name}
            )
        elif deed not in ("len", "xuong"):
            messages.success(request, _("Đã lưu mô tả của “%(name)s”.") % {"name": row.file.name})
    anchor = "" if deed == "bo" else f"#tep-{row_id}"
    return redirect(reverse("library:files", args=[pk]) + anchor)


def _describe(request: HttpRequest, row: ProductFile) -> None:
    role, language = request.POST.get("role", ""), request.POST.get("language", "")
    describe_file(
        actor=person(request), row=row, alternative_text=request.POST.get("alternative_text", "")[:2000],
        role=role if role in FileRole.values else "", language=language if language in Language.values else "",
    )  # fmt: skip


@login_required
@require_GET
def thumb(request: HttpRequest, pk: int, row_id: int) -> HttpResponse:
    """The small picture of one file, asked again while it is being made."""
    page = _page(request, pk)
    row = next((one for one in page.rows if one.pk == row_id), None)
    if row is None:
        raise Http404
    return render(request, "library/file_thumb.html", {"row": row, "product": page.product})


def _page(request: HttpRequest, pk: int) -> FilesPage:
    page = files_page(person(request), pk)
    if page is None:
        raise Http404
    return page


def _context(page: FilesPage) -> dict[str, Any]:
    return {
        "page": page, "product": page.product, "roles": FileRole.choices, "languages": Language.choices,
        "mute": (FileRole.CAPTIONS, FileRole.TRANSCRIPT), "limits": settings.LIBRARY_LIMITS, "archive": settings.LIBRARY_ARCHIVE_BYTES,
    }  # fmt: skip


def _readable(request: HttpRequest, pk: int) -> Product:
    return get_object_or_404(readable_products(person(request)), pk=pk)
