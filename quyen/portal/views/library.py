"""The library: all that is published, and one product."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quyen.library.enums import Audience, Language, ProductKind
from quyen.portal.enums import Room
from quyen.portal.queries.pages import room_page
from quyen.portal.queries.shelf import Wanted, library_page, product_shown
from quyen.portal.views.pages import language
from quyen.shared.views import one_of, public, whole


@public
def library(request: HttpRequest) -> HttpResponse:
    asked = request.GET
    wanted = Wanted(
        one_of(asked.get("loai"), ProductKind.values), one_of(asked.get("tieng"), Language.values),
        asked.get("chu-de", "")[:50], one_of(asked.get("cho-ai"), Audience.values),
    )  # fmt: skip
    found = library_page(wanted, whole(asked.get("trang")) or 1)
    context = {"page": room_page(request, Room.LIBRARY), "found": found, "wanted": wanted}
    return render(request, "portal/library.html", context)


@public
def product(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    found = product_shown(pk, language())
    if found is None:
        raise Http404
    if slug != found.slug:
        return redirect("portal:product", pk, found.slug, permanent=True)
    return render(request, "portal/product.html", {"found": found, "one": found.product})
