"""Writing a product: the form that saves itself, and the files in it."""

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
from quyen.core.errors import QuyenError
from quyen.library import actions
from quyen.library.actions.files import keep_file
from quyen.library.enums import FileRole, Language
from quyen.library.forms.writing import DescribeForm, PlaceForm, WriteForm, initial_of
from quyen.library.models import Product, ProductFile
from quyen.library.queries.desk import WritePage, write_page
from quyen.library.views.product import readable


@login_required
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """HTMX saves as one types; a plain form saves and goes to the product's page."""
    page = _page(request, pk)
    if request.method != "POST":
        return _shown(request, page, WriteForm(None, page=page))
    form = WriteForm(request.POST, page=page)
    if not form.is_valid():
        return _answer(request, page, form, status=422)
    try:
        kept = actions.write_product(
            actor=person(request), product=page.product, revision=form.seen(), facts=form.facts()
        )
    except actions.ProductConflict as conflict:
        return _answer(request, page, form, status=409, conflict=_conflict(form, conflict.product))
    except QuyenError as error:
        form.add_error(None, error.told)
        return _answer(request, page, form, status=422)
    if request.htmx:  # type: ignore[attr-defined]
        fresh = _page(request, pk)
        return render(request, "library/saved.html", {"page": fresh, "product": kept, "is_saved": True})
    messages.success(request, _("Đã lưu."))
    return redirect("library:product", pk)


def _page(request: HttpRequest, pk: int) -> WritePage:
    page = write_page(person(request), pk)
    if page is None:
        raise Http404
    return page


def _shown(
    request: HttpRequest, page: WritePage, form: WriteForm, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        "page": page, "product": page.product, "form": form, "roles": FileRole.choices, "languages": Language.choices,
    }  # fmt: skip
    return render(request, "library/write.html", context | more, status=status)


def _answer(
    request: HttpRequest,
    page: WritePage,
    form: WriteForm,
    *,
    status: int,
    conflict: dict[str, Any] | None = None,
) -> HttpResponse:
    """What was not saved stays in the form; where two people wrote, both are shown."""
    if request.htmx:  # type: ignore[attr-defined]
        context = {"page": page, "product": page.product, "form": form, "conflict": conflict}
        return render(request, "library/saved.html", context)  # 200: HTMX swaps no other
    return _shown(request, page, form, status, conflict=conflict)


def _conflict(form: WriteForm, held: Product) -> dict[str, Any]:
    """Field by field what reads otherwise: theirs as it stands, mine as it is on the screen."""
    theirs = initial_of(held)
    rows = []
    for name in ("title", "summary", "body", "transcript", "credits"):
        mine = str(form.data.get(name, "")).replace("\r\n", "\n")
        if mine.strip() != str(theirs[name]).strip():
            rows.append((form[name].label, str(theirs[name]), mine))
    return {"product": held, "rows": rows}


@login_required
@require_POST
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """A file, kept and put into the product."""
    found, form = readable(request, pk), PlaceForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, _("Chưa thêm: hãy chọn tệp."))
        return _back(pk)
    given = form.cleaned_data

    def act() -> None:
        stored = keep_file(
            actor=person(request), unit=found.unit, name=given["file"].name, stream=given["file"].file
        )
        actions.place_file(
            actor=person(request), product=found, file=stored, role=given["role"],
            alternative_text=given["alternative_text"],
        )  # fmt: skip

    return _do(request, pk, act, _("Đã thêm tệp."))


@login_required
@require_POST
def describe(request: HttpRequest, pk: int, row_id: int) -> HttpResponse:
    row, form = _row(request, pk, row_id), DescribeForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Chưa lưu mô tả của tệp."))
        return _back(pk)
    given = form.cleaned_data
    act = lambda: actions.describe_file(actor=person(request), row=row, **given)  # noqa: E731
    return _do(request, pk, act, _("Đã lưu mô tả."))


@login_required
@require_POST
def move(request: HttpRequest, pk: int, row_id: int) -> HttpResponse:
    row, up = _row(request, pk, row_id), request.POST.get("len") == "1"
    return _do(request, pk, lambda: actions.move_file(actor=person(request), row=row, up=up))


@login_required
@require_POST
def take_away(request: HttpRequest, pk: int, row_id: int) -> HttpResponse:
    row = _row(request, pk, row_id)
    act = lambda: actions.take_file_away(actor=person(request), row=row)  # noqa: E731
    return _do(request, pk, act, _("Đã bỏ tệp khỏi sản phẩm; tệp vẫn còn trong kho của đơn vị."))


def _row(request: HttpRequest, pk: int, row_id: int) -> ProductFile:
    rows = ProductFile.objects.select_related("product", "file")
    return get_object_or_404(rows, pk=row_id, product=readable(request, pk))


def _do(request: HttpRequest, pk: int, act: Callable[[], object], words: str = "") -> HttpResponse:
    try:
        act()
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        if words:
            messages.success(request, words)
    return _back(pk)


def _back(pk: int) -> HttpResponse:
    answer = redirect("library:write", pk)
    answer["Location"] += "#files"
    return answer
