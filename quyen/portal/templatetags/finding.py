"""Found words are marked: `{{ pieces|with_marks }}`."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from quyen.core.finding import Piece
from quyen.portal.queries.search.page import Choice

register = template.Library()


@register.filter
def with_marks(pieces: Iterable[Piece]) -> SafeString:
    """Each piece escaped, those that were found within a `mark`. In one go: a template loop cost most of a page."""
    told = (f"<mark>{escape(one.text)}</mark>" if one.is_found else escape(one.text) for one in pieces)
    return mark_safe("".join(told))  # noqa: S308  escaped piece by piece


@register.filter
def as_items(choices: Iterable[Choice]) -> SafeString:
    """The values of a facet as items of a list, in one go for the same reason."""
    return mark_safe("".join(map(_item, choices)))  # noqa: S308  escaped value by value


def _item(choice: Choice) -> str:
    on, number = (' aria-current="true"', "✕") if choice.is_on else ("", choice.number)
    tongue = ' lang="vi"' if choice.is_vietnamese else ""
    return f'<li{tongue}><a href="{escape(choice.address)}"{on}>{escape(choice.words)} <span>{number}</span></a></li>'
