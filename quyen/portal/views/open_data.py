"""Open data as files, as a catalogue, and each set as a page that shows what is in it."""

from __future__ import annotations

import json
from typing import cast

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from quyen.core.sharing import csv_lines, dcat, plain
from quyen.portal.enums import Room
from quyen.portal.models import Pack
from quyen.portal.queries.open_data import TABLES, Table, catalogue, data_page
from quyen.portal.queries.open_data import open_data as all_sets
from quyen.portal.queries.pages import room_page
from quyen.portal.views.doors import door
from quyen.shared.views import answer_file, disposition, public


@require_safe
@public
def open_data(request: HttpRequest) -> HttpResponse:
    page = room_page(request, Room.OPEN_DATA)
    return render(request, "portal/open_data.html", {"page": page, "found": all_sets(get_language() or "vi")})


@require_safe
@public
def data_set(request: HttpRequest, slug: str) -> HttpResponse:
    found = data_page(slug, get_language() or "vi")
    if found is None:
        raise Http404
    return render(request, "portal/data_set.html", {"found": found})


def _table(slug: str) -> Table:
    if slug not in TABLES:
        raise Http404
    return TABLES[slug]


@door
def csv_file(request: HttpRequest, slug: str) -> HttpResponse:
    """All rows. `excel=1`: with the sign by which Excel sees that it is UTF-8. Rows alone are data, so the licence, the page
    that explains them, and the day are told beside them (RFC 8288; the day in the name of the file)."""
    table = _table(slug)
    lines = csv_lines(table.columns, table.all_rows(), excel=request.GET.get("excel") == "1")
    answer = answer_file("".join(lines).encode(), f"{slug}-{timezone.localdate().isoformat()}", "csv")
    about = reverse("portal:data_set", args=[slug])
    answer["Link"] = f'<{table.licence}>; rel="license", <{settings.ADDRESS}{about}>; rel="describedby"'
    return answer


@door
def json_file(request: HttpRequest, slug: str) -> HttpResponse:
    """All rows, with what a reader needs to cite them."""
    table = _table(slug)
    names = [column.name for column in table.columns]
    items = [dict(zip(names, map(plain, row), strict=True)) for row in table.all_rows()]
    told = {"dataset": slug, "title": table.titles[0].text, "licence": table.licence, "source": table.source}
    whole = told | {"date": timezone.localdate().isoformat(), "items": items}
    return _json(whole, "application/json")


@door
def catalogue_file(request: HttpRequest) -> HttpResponse:
    return _json(dcat(catalogue()), "application/ld+json")


@door
def package_file(request: HttpRequest) -> HttpResponse:
    """`datapackage.json` of the newest file that holds all."""
    return _json(_newest().manifest, "application/json")


@door
def whole_file(request: HttpRequest) -> HttpResponse:
    """All open data in one zip; 404 until the first was made."""
    return pack_answer(_newest(), "quyen-du-lieu-mo")


def _newest() -> Pack:
    pack = Pack.objects.filter(kind="data").order_by("-pk").first()
    if pack is None:
        raise Http404
    return pack


def pack_answer(pack: Pack, name: str) -> HttpResponse:
    """The file of a pack, to be saved. Errors: Http404 where the store has lost it."""
    try:
        answer = FileResponse(pack.content.open("rb"), content_type="application/zip")
    except FileNotFoundError as error:
        raise Http404 from error
    answer["Content-Disposition"] = disposition(f"{name}-{pack.created_at:%Y-%m-%d}.zip")
    answer["ETag"] = f'"{pack.sha256}"'
    answer["X-Fingerprint"] = pack.fingerprint
    return cast(HttpResponse, answer)


def _json(whole: object, kind: str) -> HttpResponse:
    return HttpResponse(json.dumps(whole, ensure_ascii=False), content_type=kind)
