"""The public search: one box over everything, with a plain form; and what is suggested while one types."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from quyen.portal.actions.missed import note_missed
from quyen.portal.queries.search.labels import FACETS
from quyen.portal.queries.search.page import MOST_PAGES, SearchAsked, search_page
from quyen.portal.queries.search.suggesting import suggestions
from quyen.shared.views import public, whole

MOST_OFF = 12
FRESH = "public, max-age=60"  # a change must be seen soon


@require_safe
@public
def search(request: HttpRequest) -> HttpResponse:
    asked = _asked(request)
    page = search_page(asked)
    if asked.text and not page.total and not page.is_narrowed:
        note_missed(words=asked.text)
    answer = render(request, "portal/search.html", {"page": page, "asked": asked.text})
    answer["Cache-Control"] = FRESH
    return answer


@require_safe
@public
def suggest(request: HttpRequest) -> HttpResponse:
    """A list for under the box; without scripts it is never asked for."""
    text = request.GET.get("q", "")
    found = suggestions(text, get_language() or "vi")
    answer = render(request, "portal/parts/suggestions.html", {"found": found})
    answer["Cache-Control"] = FRESH
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _asked(request: HttpRequest) -> SearchAsked:
    """Odd values count as not given."""
    given = request.GET
    chosen = {facet: value for facet, (name, _words) in FACETS.items() if (value := given.get(name, "")[:60])}
    page = whole(given.get("trang")) or 1
    return SearchAsked(
        " ".join(given.get("q", "").split())[:200], get_language() or "vi", chosen,
        tuple(key[:120] for key in given.getlist("bo")[:MOST_OFF]), given.get("dung") == "1", min(page, MOST_PAGES),
    )  # fmt: skip
