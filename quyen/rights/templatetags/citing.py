"""`{{ text|cited }}`: articles named in a text become links to them; all else is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from quyen.core.citing import Cited, Here, find_citations
from quyen.rights.models import Provision
from quyen.rights.queries.names import address_of, known_names

register = template.Library()
_TAG = re.compile(r"(<[^<>]*>)")
_BARRED = re.compile(r"<(?:a|h[1-6]|code|pre)\b", re.I)


@register.filter
def cited(text: object, language: str | None = None) -> SafeString:
    """For pages that the public reads. `language`: of the page, where it is not that of the screen."""
    return _linked(str(text), None, lambda one: address_of(one.code, one.path, language))


@register.filter
def cited_rich(html: object) -> SafeString:
    """The same in marked-up text of our own pages: between its tags, but in no heading, and nowhere where a link is already."""
    pieces: list[str] = []
    closed = 0  # how many elements are open in which nothing is linked
    for at, piece in enumerate(_TAG.split(str(html))):
        if at % 2:
            closed += _BARRED.match(piece) is not None
            closed -= piece.startswith("</") and _BARRED.match(f"<{piece[2:]}") is not None
        elif piece and not closed:
            piece = cited(unescape(piece))
        pieces.append(piece)
    return mark_safe("".join(pieces))  # noqa: S308  what stands between tags is escaped by `cited`, the rest is as it came


@register.filter
def cited_in(text: object, provision: Provision) -> SafeString:
    """The same within the words of an article: "article 4" is then one of its own instrument."""
    return _linked(str(text), _here(provision), lambda one: address_of(one.code, one.path))


@register.filter
def cited_at_desk(text: object, provision: Provision) -> SafeString:
    """As `cited_in`, with links to the desk's own pages."""
    return _linked(str(text), _here(provision), _desk)


def _here(provision: Provision) -> Here:
    return Here(provision.instrument.code, provision.article)


def _desk(one: Cited) -> str:
    return reverse("rights:provision", args=[one.code, one.path])


def _linked(text: str, here: Here | None, address: Callable[[Cited], str]) -> SafeString:
    pieces: list[str] = []
    at = 0
    for one in find_citations(text, known_names(), here):
        pieces.append(escape(text[at : one.start]))
        pieces.append(
            format_html('<a class="cite" href="{}">{}</a>', address(one), text[one.start : one.end])
        )
        at = one.end
    pieces.append(escape(text[at:]))
    return mark_safe("".join(pieces))  # noqa: S308  each piece is escaped above
