"""News and new products as RSS 2.0, Atom 1.0 and JSON Feed 1.1, whole or by kind, topic, unit and language."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from quyen.core.sharing import Channel, Thing, authors_of, json_feed, said
from quyen.core.sharing.thing import clean
from quyen.portal.queries.feeds import asked_of, news_things, product_things
from quyen.portal.views.doors import door

DC = "http://purl.org/dc/elements/1.1/"
KINDS = {
    "rss.xml": "application/rss+xml",
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
}


class _Atom(Atom1Feed):
    """With every name that is credited, and the licence as a link: RFC 4287 and RFC 4946."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["contributors"]:
            handler.startElement("contributor", AttributesImpl({}))
            handler.addQuickElement("name", name)
            handler.endElement("contributor")
        if item["licence"]:
            handler.addQuickElement("link", None, {"rel": "license", "href": item["licence"]})

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]}


class _Rss(Rss201rev2Feed):
    """One enclosure an item, as most readers take only one; each credited name as dc:creator."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        item["enclosures"] = item["enclosures"][:1]
        super().add_item_elements(handler, item)
        for name in item["contributors"]:
            handler.addQuickElement("dc:creator", name, {"xmlns:dc": DC})


_WRITERS: dict[str, type[SyndicationFeed]] = {"rss.xml": _Rss, "atom.xml": _Atom}


@door
def products(request: HttpRequest, kind: str) -> HttpResponse:
    """Errors: Http404 for a kind, topic or language that is not there."""
    asked = asked_of(request.GET.get)
    if asked is None:
        raise Http404
    title = " · ".join([_("Thư viện"), *asked.named])
    return _feed(request, kind, title, reverse("portal:library"), product_things(asked))


@door
def news(request: HttpRequest, kind: str) -> HttpResponse:
    return _feed(request, kind, _("Tin"), reverse("portal:news"), news_things(get_language() or "vi"))


def _feed(request: HttpRequest, kind: str, title: str, page: str, things: Sequence[Thing]) -> HttpResponse:
    own = settings.ADDRESS + request.get_full_path()
    channel = Channel(
        f"Quyền · {title}",
        _("Mới phát hành, mới nhất trước."),
        settings.ADDRESS + page,
        own,
        get_language() or "vi",
    )
    if kind == "feed.json":
        made = json.dumps(json_feed(channel, things), ensure_ascii=False)
    else:
        made = _written(_WRITERS[kind], channel, things)
    return HttpResponse(made, content_type=f"{KINDS[kind]}; charset=utf-8")


def _written(writer: type[SyndicationFeed], channel: Channel, things: Sequence[Thing]) -> str:
    feed = writer(
        title=channel.title, link=channel.address, description=channel.description, language=channel.language,
        feed_url=channel.own_address, author_name="Quyền", feed_guid=channel.own_address,
    )  # fmt: skip
    for thing in things:
        _add(feed, thing)
    text: str = feed.writeString("utf-8")
    return text


def _add(feed: SyndicationFeed, thing: Thing) -> None:
    names = [clean(name) for name in authors_of(thing)]
    feed.add_item(
        title=clean(thing.title), link=thing.address, description=clean(thing.description) or clean(thing.title),
        unique_id=thing.identifier, unique_id_is_permalink=False, author_name=names[0] if names else None,
        contributors=names[1:], pubdate=thing.published_at or thing.changed_at, updateddate=thing.changed_at,
        categories=[clean(said(word.names, "vi") or word.slug) for word in thing.subjects],
        item_copyright=clean(thing.licence_words) or None, licence=thing.licence, language=thing.language,
        enclosures=[
            Enclosure(part.address, str(part.size or 0), part.media_type) for part in thing.parts if part.role == "main"
        ],
    )  # fmt: skip
