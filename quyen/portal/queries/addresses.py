"""Public addresses that are needed outside of a request."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from quyen.portal.queries.frame import in_language
from quyen.portal.queries.shelf import slug_of
from quyen.rights.models import Provision, Situation
from quyen.rights.queries.names import address_of


def product_path(pk: int, title: str) -> str:
    """ "/thu-vien/12-quyen-cua-toi/": the number finds it, the words are for people."""
    return f"/thu-vien/{pk}-{slug_of(title)}/"


def pages_of_rights(kind: str, pk: int) -> list[str]:
    """The pages, in any language, that are about an object of the rights step. At most one query."""
    if kind == "situation":
        slug = Situation.objects.filter(pk=pk).values_list("slug", flat=True).first()
        return ["/", "/quyen-cua-toi/", f"/quyen-cua-toi/{slug}/" if slug else "/quyen-cua-toi/*"]
    if kind == "recommendation":
        return ["/khuyen-nghi/"]
    if kind == "provision":
        found = Provision.objects.filter(pk=pk).values_list("instrument__code", "path").first()
        if found:
            article = found[1].partition(".")[0]
            return [
                address_of(found[0], language="vi"),
                address_of(found[0], article, language="vi").partition("#")[0],
            ]
    return ["/cong-uoc/*", "/phap-luat/*"] if kind in {"provision", "instrument"} else []


def pages_of_site(page: Any) -> list[str]:
    """The pages that show a page of the editors: itself, the home page, and its room."""
    path = urlsplit(page.url or "").path
    return ["/", "/tin/", in_language(path, settings.LANGUAGE_CODE) if path else "/tin/*"]
