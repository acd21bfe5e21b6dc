"""Texts of products as HTML, made here from their three marks; nothing of a text is ever taken as HTML."""

from __future__ import annotations

from django import template

from quyen.library.queries.desk import length_said
from quyen.library.queries.wording import Part, grouped, parts_of

register = template.Library()


@register.filter
def worded(text: str) -> tuple[tuple[str, tuple[Part, ...]], ...]:
    """The groups of a text, for `library/parts/text.html`."""
    return grouped(parts_of(text))


@register.filter
def clock(seconds: int | None) -> str:
    """ "2:05"."""
    return length_said(seconds)


@register.filter
def late(days: int | None) -> bool:
    return days is not None and days < 0


@register.filter
def ago(days: int) -> int:
    """Days without their sign."""
    return abs(days)
