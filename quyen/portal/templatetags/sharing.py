"""What a public page says to programs: linked data in its head, and where its feeds are."""

from __future__ import annotations

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from quyen.core.sharing import Thing, block, cell, linked
from quyen.core.sharing.linked import Node

register = template.Library()
FEEDS = (
    ("rss.xml", "application/rss+xml"),
    ("atom.xml", "application/atom+xml"),
    ("feed.json", "application/feed+json"),
)


@register.simple_tag
def linked_data(what: Thing | Node | None) -> SafeString:
    """A thing, or a node of schema.org, as a data block. No browser runs it, so the policy against scripts lets it stand;
    nothing in it can end the element (`core.sharing.block`)."""
    if not what:
        return mark_safe("")
    node = linked(what) if isinstance(what, Thing) else what
    return mark_safe(f'<script type="application/ld+json">{block(node)}</script>')  # noqa: S308


@register.simple_tag
def cell_of(one: object) -> SafeString | str:
    """One value of open data on a page: an address as a link, all else as in the file."""
    text = cell(one).removeprefix("'")
    if text.startswith(("http://", "https://")) and " " not in text:
        return format_html('<a href="{0}" rel="noopener">{0}</a>', text)
    return text


@register.simple_tag
def feed_links(name: str, query: str = "") -> SafeString:
    """For the head of a page that has feeds: `name` of their address, "portal:library-feed" or "portal:news-feed"."""
    title = _("Mới phát hành")
    rows = [
        (kind, title, reverse(name, args=[file]) + (f"?{query}" if query else "")) for file, kind in FEEDS
    ]
    return format_html_join("\n", '<link rel="alternate" type="{}" title="{}" href="{}">', rows)


@register.simple_tag
def pictures_link(address: str) -> SafeString:
    """Where an IIIF viewer finds the pictures of a page."""
    kind = "application/ld+json;profile=http://iiif.io/api/presentation/3/context.json"
    return (
        format_html('<link rel="alternate" type="{}" href="{}">', kind, address) if address else mark_safe("")
    )
