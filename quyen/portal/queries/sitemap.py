"""All public addresses for search engines: each page once, with its versions in the other languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from quyen.library.queries.public import published_products
from quyen.plans.models import Plan
from quyen.portal.enums import Room
from quyen.portal.models import RoomPage, SitePage
from quyen.portal.queries.figures import year_of_figures
from quyen.portal.queries.frame import in_language, languages
from quyen.portal.queries.open_data import TABLES
from quyen.portal.queries.shelf import slug_of
from quyen.rights.enums import ProvisionKind, TextState
from quyen.rights.models import Instrument, Provision, SituationText
from quyen.rights.queries import address_of


@dataclass(frozen=True)
class Place:
    """One page: its address in each language it exists in, and the day it last changed, where that is known."""

    addresses: tuple[tuple[str, str], ...]
    changed: date | None = None


def places() -> Iterator[Place]:
    """In a fixed order. As many queries as kinds of pages."""
    yield from _rooms()
    yield from _written()
    yield from _figures()
    yield from _plans()
    yield from _situations()
    yield from _law()
    yield from _products()
    yield from _sets()


def _everywhere(path: str, changed: date | None = None) -> Place:
    return _in(path, languages(), changed)


def _in(path: str, codes: tuple[str, ...] | list[str], changed: date | None = None) -> Place:
    return Place(tuple((code, settings.ADDRESS + in_language(path, code)) for code in codes), changed)


def _rooms() -> Iterator[Place]:
    for path in ("/tien-do/ke-hoach/", "/goi/"):
        yield _everywhere(path)
    for room in Room:
        yield _everywhere("/" if room == Room.HOME else f"/{room.value}/")


def _written() -> Iterator[Place]:
    """News and texts, versions of one together. Two queries and one a page for its address' root."""
    found: dict[object, list[SitePage]] = {}
    rows = SitePage.objects.live().not_exact_type(RoomPage).select_related("locale").order_by("path")
    for page in rows:
        found.setdefault(page.translation_key, []).append(page)
    for versions in found.values():
        addresses = tuple(
            (one.locale.language_code, settings.ADDRESS + one.url) for one in versions if one.url
        )
        if addresses:
            yield Place(addresses, _day(max(one.last_published_at for one in versions)))


def _figures() -> Iterator[Place]:
    with translation.override(settings.LANGUAGE_CODE):
        paths = [reverse("portal:indicator", args=[line.indicator.code]) for line in year_of_figures().lines]
    for path in paths:
        yield _everywhere(path)


def _plans() -> Iterator[Place]:
    for pk in Plan.objects.public().order_by("pk").values_list("pk", flat=True):
        yield _everywhere(f"/tien-do/ke-hoach/{pk}/")


def _sets() -> Iterator[Place]:
    for slug in TABLES:
        yield _everywhere(f"/du-lieu-mo/{slug}/")


def _situations() -> Iterator[Place]:
    found: dict[str, dict[str, datetime]] = {}
    rows = SituationText.objects.filter(state=TextState.PUBLISHED).order_by(
        "situation__position", "situation"
    )
    for slug, code, changed in rows.values_list("situation__slug", "language", "changed_at"):
        found.setdefault(slug, {})[code] = changed
    for slug, versions in found.items():
        known = [code for code in languages() if code in versions]
        yield _in(f"/{Room.SITUATIONS.value}/{slug}/", known, _day(max(versions.values())))


def _law() -> Iterator[Place]:
    """Each instrument, and each of its articles."""
    with translation.override(settings.LANGUAGE_CODE):
        for code in Instrument.objects.values_list("code", flat=True):
            yield _everywhere(address_of(code))
        articles = Provision.objects.filter(kind=ProvisionKind.ARTICLE).order_by(
            "instrument__position", "ordinal"
        )
        for code, path in articles.values_list("instrument__code", "path"):
            yield _everywhere(address_of(code, path))


def _products() -> Iterator[Place]:
    for pk, title, day in published_products().values_list("pk", "title", "republished_on"):
        yield _everywhere(f"/{Room.LIBRARY.value}/{pk}-{slug_of(title)}/", day)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
