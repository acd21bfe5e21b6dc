"""Topics to take along: what is in one, whether the one at hand is still the newest, the file itself."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from quyen.portal.models import Pack
from quyen.portal.queries.packs import newest_packs, pack_of, packed_topics
from quyen.portal.views.doors import door
from quyen.portal.views.open_data import pack_answer
from quyen.shared.views import public


@require_safe
@public
def packs(request: HttpRequest) -> HttpResponse:
    found = newest_packs(get_language() or "vi")
    rows = [(topic, found[topic.slug]) for topic in packed_topics() if topic.slug in found]
    return render(request, "portal/packs.html", {"rows": rows})


@require_safe
@public
def pack(request: HttpRequest, slug: str) -> HttpResponse:
    """`dau`: the fingerprint of the pack that somebody holds; the page says whether it is still the newest."""
    topic = get_object_or_404(packed_topics(), slug=slug)
    newest = pack_of(slug, get_language() or "vi")
    held = request.GET.get("dau", "")[:64]
    same = None if not held or newest is None else held == newest.fingerprint
    return render(request, "portal/pack.html", {"topic": topic, "pack": newest, "held": held, "same": same})


@door
def manifest(request: HttpRequest, slug: str) -> HttpResponse:
    """For programs: what is in the newest, with the hash of each file."""
    return JsonResponse(_newest(slug).manifest, json_dumps_params={"ensure_ascii": False})


@door
def pack_file(request: HttpRequest, slug: str) -> HttpResponse:
    return pack_answer(_newest(slug), f"quyen-{slug}")


def _newest(slug: str) -> Pack:
    """Errors: Http404 until the first was made."""
    found = pack_of(slug, get_language() or "vi")
    if found is None:
        raise Http404
    return found
