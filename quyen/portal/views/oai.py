"""The door for other libraries: OAI-PMH 2.0, and manifests of pictures for IIIF viewers."""

from __future__ import annotations

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from quyen.core.sharing import SCHEMA_FILE, answer, manifest
from quyen.portal.queries.shared import PublicShelf
from quyen.portal.queries.things import things_of
from quyen.portal.views.doors import door, open_to_others


@csrf_exempt  # the protocol asks for POST too; it only reads
@require_http_methods(["GET", "HEAD", "POST"])
def oai(request: HttpRequest) -> HttpResponse:
    given = request.POST if request.method == "POST" else request.GET
    pairs = [(key, one) for key, found in given.lists() for one in found]
    made = answer(pairs, PublicShelf(), timezone.now())
    response = HttpResponse(made, content_type="text/xml; charset=utf-8")
    response["Cache-Control"] = "no-cache"  # a harvester wants what is now
    return open_to_others(response)


@door
def thing_schema(request: HttpRequest) -> HttpResponse:
    return HttpResponse(SCHEMA_FILE.read_bytes(), content_type="application/xml")


@door
def iiif(request: HttpRequest, pk: int) -> HttpResponse:
    """Errors: Http404 where nothing of this number is published, or it has no picture."""
    thing = things_of([pk]).get(pk)
    made = manifest(thing, settings.ADDRESS + reverse("doors:iiif", args=[pk])) if thing else None
    if made is None:
        raise Http404
    kind = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"'
    return HttpResponse(json.dumps(made, ensure_ascii=False), content_type=kind)
