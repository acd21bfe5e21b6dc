"""The home page, the news, and whatever editors wrote under an address of its own."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.models import Page
from wagtail.views import serve

from quyen.portal.enums import Room
from quyen.portal.models import RoomPage
from quyen.portal.queries.frame import found_in
from quyen.portal.queries.home import home_page
from quyen.portal.queries.pages import news_list, room_page
from quyen.shared.views import public, whole

NEW = 3


def language() -> str:
    """Of the address; always one of ours, since the address was resolved under it."""
    return get_language() or settings.LANGUAGE_CODE


@public
def home(request: HttpRequest) -> HttpResponse:
    page = room_page(request, Room.HOME)
    named = [one.value["slug"] for one in page.often] if page else []
    return render(request, "portal/home.html", {"page": page, "home": home_page(language(), named)})


@public
def news(request: HttpRequest) -> HttpResponse:
    page = room_page(request, Room.NEWS)
    found = news_list(language(), whole(request.GET.get("trang")) or 1)
    return render(request, "portal/news.html", {"page": page, "news": found, "NEWS": Room.NEWS})


@public
def written(request: HttpRequest, path: str) -> HttpResponse:
    """A page of the editors' tree, by its address. Errors: Http404."""
    answer: HttpResponse = serve(request, path)
    return answer


@hooks.register("before_serve_page")  # type: ignore[untyped-decorator]  # Wagtail carries no types
def _where_else(page: Page, request: HttpRequest, args: object, kwargs: object) -> None:
    """In which languages a page of the tree exists. One query and one a language."""
    if isinstance(page, RoomPage) or not page.live:
        raise Http404  # a room has its own view; what comes here by another way is not there
    there = page.get_translations(inclusive=True).filter(live=True).select_related("locale")
    above = request.path.rstrip("/").rpartition("/")[0] + "/"
    found_in(request, {one.locale.language_code: one.get_url(request) for one in there}, above)
