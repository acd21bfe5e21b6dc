"""Products of others that the public may read here, each with where it comes from."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quyen.library.enums import Language
from quyen.library.queries.sources import gathered_page, shown_gathered
from quyen.shared.views import one_of, public, whole

PAGE = 30


@public
def elsewhere(request: HttpRequest) -> HttpResponse:
    language = one_of(request.GET.get("tieng"), Language.values)
    found = Paginator(shown_gathered(language).defer("content"), PAGE).get_page(
        whole(request.GET.get("trang")) or 1
    )
    return render(request, "portal/elsewhere.html", {"found": found, "language": language})


@public
def elsewhere_one(request: HttpRequest, pk: int) -> HttpResponse:
    found = gathered_page(pk)
    return render(request, "portal/elsewhere_one.html", {"found": found, "one": found.thing})
