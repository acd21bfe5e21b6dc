"""Situations, treaties and laws as the public pages show them: what the rights step says, with products beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from quyen.library.queries.public import published_products
from quyen.portal.queries.shelf import Card, Titled, cards, titles_of_article
from quyen.rights.enums import InstrumentKind
from quyen.rights.queries import (
    InstrumentLine,
    InstrumentPage,
    LinkLine,
    ProvisionPage,
    all_instruments,
    instrument_page,
    provision_page,
    situation_page,
    situations_citing,
)
from quyen.rights.queries.recommendations import PublicReview, published_recommendations
from quyen.rights.queries.situations import Named, SituationPage

CARDS = 4


@dataclass(frozen=True)
class SituationShown:
    """`language`: of the page itself, Vietnamese where it was not written in that of the address."""

    page: SituationPage
    products: tuple[Card, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(code for code, _name in settings.LANGUAGES if code in self.page.languages)


def situation_shown(slug: str, language: str) -> SituationShown | None:
    """The page in the language of the address, else in Vietnamese; None where it is in neither."""
    page = situation_page(slug, language)
    if page is None and language != settings.LANGUAGE_CODE:
        page = situation_page(slug, settings.LANGUAGE_CODE)
    if page is None:
        return None
    topics = [one.slug for one in page.topics]
    rows = published_products().filter(topics__slug__in=topics).distinct() if topics else None
    return SituationShown(page, cards(rows, language, CARDS) if rows is not None else ())


@dataclass(frozen=True)
class Shelf:
    """Treaties, or laws."""

    treaties: tuple[InstrumentLine, ...]
    others: tuple[InstrumentLine, ...]


def treaty_shelf() -> Shelf:
    lines = all_instruments()
    return Shelf(
        tuple(one for one in lines if one.instrument.kind == InstrumentKind.TREATY),
        tuple(one for one in lines if one.instrument.kind == InstrumentKind.DECLARATION),
    )


def law_shelf() -> Shelf:
    lines = [one for one in all_instruments() if not one.instrument.is_international]
    return Shelf(
        tuple(one for one in lines if one.instrument.kind == InstrumentKind.CONSTITUTION),
        tuple(one for one in lines if one.instrument.kind != InstrumentKind.CONSTITUTION),
    )


def instrument_shown(code: str, asked: Sequence[str], language: str) -> InstrumentPage | None:
    return instrument_page(code, _wanted(asked, language))


def _wanted(asked: Sequence[str], language: str) -> list[str]:
    """Side by side what was asked for, else the language of the page and Vietnamese or English."""
    return list(asked)[:3] or list(dict.fromkeys([language, "vi", "en"]))[:2]


@dataclass(frozen=True)
class ArticleShown:
    page: ProvisionPage
    situations: tuple[Named, ...]
    products: tuple[Titled, ...]
    recommendations: tuple[tuple[str, str], ...]  # number, short words

    @property
    def laws(self) -> tuple[LinkLine, ...]:
        return tuple(one for one in self.page.links if one.other is not None and not one.is_international)

    @property
    def treaties(self) -> tuple[LinkLine, ...]:
        return tuple(one for one in self.page.links if one.is_international)


def article_shown(code: str, path: str, asked: Sequence[str], language: str) -> ArticleShown | None:
    page = provision_page(code, path, _wanted(asked, language))
    if page is None:
        return None
    named = page.provision.path
    found = [(one.called or one.number, one.subject or one.words) for one in page.recommendations]
    return ArticleShown(
        page, situations_citing(code, named, language), titles_of_article(code, named, language, CARDS),
        tuple(found[:12]),
    )  # fmt: skip


def reviews() -> tuple[PublicReview, ...]:
    return published_recommendations()
