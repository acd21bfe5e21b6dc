"""JSON Feed 1.1 (jsonfeed.org/version/1.1). RSS and Atom are written by the framework's own generator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quyen.core.sharing.markup import stamp
from quyen.core.sharing.thing import Thing, said
from quyen.core.types import value


@value
class Channel:
    """A feed's own head: what it is called, the page it belongs to, its own address."""

    title: str
    description: str
    address: str
    own_address: str
    language: str


def json_feed(channel: Channel, things: Sequence[Thing]) -> dict[str, Any]:
    """As JSON; the things in the order in which they are given, newest first as a rule."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.description,
        "home_page_url": channel.address,
        "feed_url": channel.own_address,
        "language": channel.language,
        "items": [_item(thing, channel.language) for thing in things],
    }


def _item(thing: Thing, language: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": thing.identifier,
        "url": thing.address,
        "title": said(thing.titles, language, thing.language),
        "content_text": said(thing.descriptions, language, thing.language) or thing.title,
        "language": thing.language,
        "date_modified": stamp(thing.changed_at),
    }
    if thing.published_at:
        found["date_published"] = stamp(thing.published_at)
    if authors := authors_of(thing):
        found["authors"] = [{"name": name} for name in authors]
    if tags := [said(word.names, language) or word.slug for word in thing.subjects]:
        found["tags"] = tags
    if cover := next((part for part in thing.parts if part.role in ("cover", "picture")), None):
        found["image"] = cover.address
    if attached := [_attached(part) for part in thing.parts if part.role == "main"]:
        found["attachments"] = attached
    return found


def authors_of(thing: Thing) -> list[str]:
    """Whoever is credited, each once, the issuing unit first: each thing goes out under a name."""
    names = [thing.issuer.name] if thing.issuer else []
    return list(dict.fromkeys(names + [credit.name for credit in thing.credits]))


def _attached(part: Any) -> dict[str, Any]:
    found = {"url": part.address, "mime_type": part.media_type, "title": part.name}
    found |= {"size_in_bytes": part.size, "duration_in_seconds": part.seconds}
    return {key: one for key, one in found.items() if one}
