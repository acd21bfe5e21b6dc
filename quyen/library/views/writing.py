"""Writing a product: the form that saves itself."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.library import actions
from quyen.library.forms.writing import WriteForm, initial_of
from quyen.library.models import Product
from quyen.library.queries.desk import WritePage, write_page


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
    context = {"page": page, "product": page.product, "form": form}
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
