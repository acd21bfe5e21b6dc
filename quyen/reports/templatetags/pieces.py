"""Words and figures of a report as they stand on the page."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from quyen.reports.queries.reading import Reading
from quyen.reports.queries.shown import Piece

register = template.Library()


@register.filter
def pieces(line: Iterable[Piece], reading: Reading) -> SafeString:
    """A paragraph: each figure is a link to where it comes from."""
    return format_html_join("", "{}", ((piece(one, reading),) for one in line))


@register.filter
def piece(one: Piece, reading: Reading) -> SafeString | str:
    """A cell, or a stretch of a paragraph."""
    if not one.key:
        return one.words
    sign = " changed" if one.before else f" {one.sign}" if one.sign else ""
    more = format_html(" <small>{}</small>", _("trước: %s") % one.before) if one.before else ""
    if one.sign == "unknown":
        said = _("không có số này")
        return format_html(
            '<a class="f unknown" data-figure="{}" title="{}">{}</a>', one.key, said, one.words
        )
    return format_html(
        '<a class="f{}" href="{}" data-figure="{}">{}</a>{}',
        sign, link_of(one.key, reading), one.key, one.words, more,
    )  # fmt: skip


@register.simple_tag
def link_of(key: str, reading: Reading) -> str:
    address = reverse("reports:figure", args=[reading.submission.pk, key])
    return f"{address}?ban={reading.edition.pk}" if reading.edition else address


@register.filter
def plain_pieces(line: Iterable[Piece]) -> SafeString:
    """A paragraph whose figures lead nowhere: the two versions of a section side by side."""
    return format_html_join("", "{}", ((_plain(one),) for one in line))


def _plain(one: Piece) -> SafeString | str:
    if not one.key:
        return one.words
    return format_html('<b class="f" data-figure="{}">{}</b>', one.key, one.words)
