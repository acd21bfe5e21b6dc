"""Rights by situation, by treaty and by law. The facts are the rights step's; here is how the public sees them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quyen.portal.enums import Room
from quyen.portal.queries import rights
from quyen.portal.queries.frame import found_in
from quyen.portal.queries.pages import room_page
from quyen.portal.views.pages import language
from quyen.rights.queries import address_of, published_situations
from quyen.shared.views import public


@public
def situations(request: HttpRequest) -> HttpResponse:
    context = {"page": room_page(request, Room.SITUATIONS), "groups": published_situations(language())}
    return render(request, "portal/situations.html", context)


@public
def situation(request: HttpRequest, slug: str) -> HttpResponse:
    found = rights.situation_shown(slug, language())
    if found is None:
        raise Http404
    found_in(request, found.languages)
    context = {"found": found, "one": found.page, "is_other": found.page.language != language()}
    return render(request, "portal/situation.html", context)


@public
def treaties(request: HttpRequest) -> HttpResponse:
    context = {"page": room_page(request, Room.TREATIES), "shelf": rights.treaty_shelf()}
    return render(request, "portal/treaties.html", context)


@public
def laws(request: HttpRequest) -> HttpResponse:
    context = {"page": room_page(request, Room.LAWS), "shelf": rights.law_shelf()}
    return render(request, "portal/laws.html", context)


def _asked(request: HttpRequest) -> list[str]:
    """Languages (or numbers of versions) to be shown side by side."""
    return [one[:18] for one in request.GET.getlist("cot")]


@public
def instrument(request: HttpRequest, code: str) -> HttpResponse:
    """Under either room; an address in the wrong one leads to the right one."""
    found = rights.instrument_shown(code, _asked(request), language())
    if found is None:
        raise Http404
    if not request.path.startswith(right := address_of(code)):
        return redirect(right, permanent=True)
    return render(request, "portal/instrument.html", {"found": found})


@public
def article(request: HttpRequest, code: str, number: str) -> HttpResponse:
    found = rights.article_shown(code, number, _asked(request), language())
    if found is None:
        raise Http404
    if not request.path.startswith(right := found.page.address):
        return redirect(right, permanent=True)
    return render(request, "portal/article.html", {"found": found, "one": found.page})


@public
def recommendations(request: HttpRequest) -> HttpResponse:
    context = {"page": room_page(request, Room.RECOMMENDATIONS), "reviews": rights.reviews()}
    return render(request, "portal/recommendations.html", context)
