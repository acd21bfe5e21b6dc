"""What a public page says to programs: linked data in its head, and where its feeds are."""

from __future__ import annotations

from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from quyen.core.sharing import Credit, Thing, block, cell, described, legislation, linked, paintable
from quyen.core.sharing.linked import Node
from quyen.portal.models import NewsPage
from quyen.portal.queries.feeds import news_thing
from quyen.portal.queries.open_data import Table, data_set
from quyen.portal.queries.shelf import ProductShown, Wanted
from quyen.portal.queries.things import situation_thing, thing_shown
from quyen.rights.models import Instrument, Provision
from quyen.rights.queries import address_of
from quyen.rights.queries.force import GONE, Lapse
from quyen.rights.queries.situations import SituationPage

register = template.Library()
FEEDS = (
    ("rss.xml", "application/rss+xml"),
    ("atom.xml", "application/atom+xml"),
    ("feed.json", "application/feed+json"),
)
IIIF = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"'


def _linked(what: Thing | Node) -> SafeString:
    """As a data block. No browser runs it, so the policy against scripts lets it stand; nothing in it can end the
    element (`core.sharing.block`)."""
    node = linked(what) if isinstance(what, Thing) else what
    return mark_safe(f'<script type="application/ld+json">{block(node)}</script>')  # noqa: S308


@register.simple_tag
def product_data(found: ProductShown) -> SafeString:
    """A product, and where an IIIF viewer finds its pictures. No query of its own."""
    thing = thing_shown(found)
    told = _linked(thing)
    if not paintable(thing):
        return told
    address = reverse("doors:iiif", args=[found.product.pk])
    return told + format_html('<link rel="alternate" type="{}" href="{}">', IIIF, address)


@register.simple_tag
def situation_data(page: SituationPage) -> SafeString:
    return _linked(situation_thing(page))


@register.simple_tag
def news_data(page: NewsPage) -> SafeString:
    node = linked(news_thing(page, page.locale.language_code)) | {"@type": "NewsArticle"}
    office = {"publisher": {"@type": "Organization", "name": page.unit.name}} if page.unit else {}
    return _linked(node | office)


@register.simple_tag
def law_data(
    instrument: Instrument, provision: Provision | None = None, lapse: Lapse | None = None
) -> SafeString:
    """An article, or the whole instrument; `lapse` says whether it is still in force."""
    whole = settings.ADDRESS + address_of(instrument.code)
    path = provision.path if provision else ""
    name = (
        f"{_('Điều')} {provision.number} {instrument.short}"
        if provision and provision.number
        else instrument.name
    )
    return _linked(
        legislation(
            identifier=f"{instrument.code} {path}".strip(), address=settings.ADDRESS + address_of(instrument.code, path),
            name=name, kind=str(instrument.get_kind_display()), language=get_language() or "vi",
            part_of=whole if provision else "", is_ended=bool(lapse and lapse.kind == GONE),
        )
    )  # fmt: skip


@register.simple_tag
def set_data(table: Table) -> SafeString:
    return _linked(described(data_set(table)))


@register.simple_tag
def feed_links(name: str, wanted: Wanted | None = None) -> SafeString:
    """For the head of a page that has feeds: those of what the page shows."""
    asked = {"loai": wanted.kind, "tieng": wanted.language, "chu-de": wanted.topic} if wanted else {}
    query = urlencode({key: word for key, word in asked.items() if word})
    end = f"?{query}" if query else ""
    rows = [(kind, _("Mới phát hành"), reverse(name, args=[file]) + end) for file, kind in FEEDS]
    return format_html_join("\n", '<link rel="alternate" type="{}" title="{}" href="{}">', rows)


ROLES = {
    "author": gettext_noop("tác giả"), "photographer": gettext_noop("người chụp"), "translator": gettext_noop("người dịch"),
    "editor": gettext_noop("biên tập"), "performer": gettext_noop("người thể hiện"), "producer": gettext_noop("thực hiện"),
    "contributor": gettext_noop("góp phần"),
}  # fmt: skip


@register.filter
def credit_words(credit: Credit) -> str:
    """What somebody did, in the words of the source; else in ours."""
    return credit.words or (_(ROLES[credit.role]) if credit.role in ROLES else credit.role)


@register.simple_tag
def cell_of(one: object) -> SafeString | str:
    """One value of open data on a page: an address as a link, all else as in the file."""
    text = cell(one).removeprefix("'")
    if text.startswith(("http://", "https://")) and " " not in text:
        return format_html('<a href="{0}" rel="noopener">{0}</a>', text)
    return text
