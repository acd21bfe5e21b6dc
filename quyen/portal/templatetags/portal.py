"""Facts that a paragraph of a page names, and figures as they are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from quyen.indicators.queries.pages import Figure
from quyen.library.enums import Language
from quyen.library.models import Product, StoredFile
from quyen.library.queries.files import Shown, shown_files
from quyen.organisation.models import Unit
from quyen.organisation.queries import Tile, tile_of
from quyen.portal.queries.figures import FigurePage, PublicFigure, year_of_figures
from quyen.portal.queries.frame import NAMES
from quyen.portal.queries.shelf import Card, cards_of, slug_of
from quyen.portal.queries.voices import VisitPage
from quyen.portal.queries.words import words_in
from quyen.rights.queries import address_of, published_texts
from quyen.rights.queries.cited import CitedProvision
from quyen.rights.queries.names import short_of
from quyen.rights.queries.situations import Named

register = template.Library()
_END = re.compile(r"(?<=[.!?។៕])\s+")


@register.simple_tag
def public_figure(code: str) -> PublicFigure | None:
    """The latest public figure of an indicator; None where there is none: the paragraph is then left out."""
    return next((line for line in year_of_figures().lines if line.indicator.code == code), None)


@register.simple_tag
def open_picture(file: StoredFile | None) -> Shown | None:
    """How to show a picture of the library; None where nothing published uses it any more."""
    return shown_files([file.pk]).get(file.pk) if file else None


@register.simple_tag
def open_cards(products: Iterable[Product | None]) -> tuple[Card, ...]:
    """Those of the products that are public."""
    return cards_of(one.pk for one in products if one)


@register.simple_tag
def open_situation(slug: str) -> Named | None:
    """A published page in the language of this page, else in Vietnamese."""
    for language in dict.fromkeys((get_language() or "vi", "vi")):
        row = published_texts(language).filter(situation__slug=slug).defer("body", "asked").first()
        if row is not None:
            return Named(row.situation.slug, row.title, row.lede)
    return None


@dataclass(frozen=True)
class Bar:
    """Of a meter 100 wide: how far it is filled, where the goal stands, and the same in words."""

    filled: str
    goal: str
    said: str


@register.simple_tag
def meter(figure: Figure) -> Bar | None:
    """Each on the scale of its own goal: that stands at two thirds, so that more than was asked can be seen. None without
    a value or a goal."""
    if figure.value is None or figure.target is None or not figure.target.value:
        return None
    filled = min(Decimal(100), figure.value * Decimal(200) / 3 / figure.target.value)
    said = _("đã tới %(percent)s%% mức phải đạt") % {"percent": int(figure.value * 100 / figure.target.value)}
    return Bar(f"{filled:.1f}", "66.2", said)


@dataclass(frozen=True)
class Coloured:
    tile: Tile
    name: str
    shade: str


@register.simple_tag
def public_tiles(page: FigurePage) -> list[Coloured]:
    """All provinces of the map; those that have closed the year in their colour."""
    closed = {line.unit.pk: _shade(line.figure) for line in page.provinces}
    found = []
    for unit in Unit.objects.active().filter(kind="province"):
        if (tile := tile_of(unit.name)) is not None:
            found.append(Coloured(tile, unit.name, closed.get(unit.pk, "")))
    return found


def _shade(figure: Figure) -> str:
    """How near to the target, in four steps."""
    if figure.percent is None:
        return "told"
    return (
        "t4" if figure.reached else "t3" if figure.percent >= 75 else "t2" if figure.percent >= 40 else "t1"
    )


@dataclass(frozen=True)
class DayBar:
    day: date
    number: int
    x: str
    y: str
    height: str


@register.filter
def day_bars(page: VisitPage) -> list[DayBar]:
    """In a box of 300 by 60: thirty bars, the highest reaches the top."""
    bars = []
    for at, (day, number) in enumerate(page.days):
        height = 58 * number / page.most if page.most else 0
        bars.append(DayBar(day, number, f"{at * 10 + 1}", f"{60 - height:.1f}", f"{height:.1f}"))
    return bars


@register.filter
def tongue(code: str) -> str:
    """The name of a language in its own letters."""
    return NAMES.get(code, code)


@register.simple_tag
def address(code: str, path: str) -> str:
    """The public page of an article in the language of this page."""
    return address_of(code, path)


@register.filter
def called(code: str) -> str:
    """An instrument in a citation."""
    return short_of(code)


@register.simple_tag
def place_of(cite: CitedProvision) -> str:
    return address_of(cite.code, cite.path)


@register.simple_tag(takes_context=True)
def asked_with(context: template.Context, changes: Mapping[str, str | None]) -> str:
    """What the address asks for, with other values; None takes one out."""
    asked = context["request"].GET.copy()
    for name, value in changes.items():
        asked.setlist(name, [] if value is None else [value])
    return f"?{asked.urlencode()}"


@register.filter
def product_slug(title: str) -> str:
    return slug_of(title)


@register.filter
def whole_address(path: str) -> str:
    return settings.ADDRESS + path


@register.filter
def language_name(code: str) -> str:
    """Of any language of the library, as its speakers write it."""
    return Language(code).native if code in Language.values else code


@register.filter
def in_words(text: str) -> str | SafeString:
    """Words of data in the language of the page; what is known in Vietnamese only is marked as such."""
    said, language = words_in(text, here := get_language() or settings.LANGUAGE_CODE)
    return said if language == here else format_html('<span lang="{}">{}</span>', language, said)


@register.filter
def in_vietnamese(name: str) -> str | SafeString:
    """A name that stays as it is in a sentence of another language, as of a unit: read aloud as what it is."""
    return name if get_language() == "vi" else format_html('<span lang="vi">{}</span>', name)


@register.filter
def in_plain_words(text: str) -> str:
    """The same where no mark can stand: in the title of a page, in what is read aloud."""
    return words_in(text, get_language() or settings.LANGUAGE_CODE)[0]


@register.filter
def told(vi: str, en: str = "") -> str | SafeString:
    """What is kept in Vietnamese and English, in the language of the page; where it is in another, it is marked as such."""
    said, language = _told(vi, en)
    return said if language == _here() else format_html('<span lang="{}">{}</span>', language, said)


@register.filter
def told_plainly(vi: str, en: str = "") -> str:
    """The same where no mark can stand."""
    return _told(vi, en)[0]


def _told(vi: str, en: str) -> tuple[str, str]:
    """(words, their language): of its own, of the words of data, English, Vietnamese, whichever there is first."""
    if _here() == "en" and en:
        return en, "en"
    said, language = words_in(vi, _here())
    return (en, "en") if language != _here() and en else (said, language)


def _here() -> str:
    return get_language() or settings.LANGUAGE_CODE


@register.filter
def language_said(code: str) -> str:
    """The name of a language in the words of the page."""
    return str(Language(code).label) if code in Language.values else code


@register.filter
def first_sentence(text: str) -> str:
    """Of a lede, for a list: it is the answer in short."""
    return _END.split(text, maxsplit=1)[0]


@register.filter
def follow_shade(state: str) -> str:
    return {"carried_out": "good", "under_way": "link"}.get(state, "")
