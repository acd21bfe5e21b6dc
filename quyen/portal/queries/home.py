"""What stands on the home page. Each part comes from the app that holds its facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quyen.library.queries.public import published_products
from quyen.portal.models import NewsPage
from quyen.portal.queries.figures import YearOfFigures, year_of_figures
from quyen.portal.queries.often import Often, often_asked
from quyen.portal.queries.pages import newest
from quyen.portal.queries.rights import treaty_shelf
from quyen.portal.queries.shelf import Card, cards
from quyen.rights.queries import published_situations
from quyen.rights.queries.pages import InstrumentLine
from quyen.rights.queries.situations import GroupOfPages

NEWS, FIGURES, GROUPS, CARDS = 3, 4, 6, 4


@dataclass(frozen=True)
class Home:
    figures: YearOfFigures
    news: tuple[NewsPage, ...]
    groups: tuple[GroupOfPages, ...]
    products: tuple[Card, ...]
    treaties: tuple[InstrumentLine, ...]
    often: tuple[Often, ...]

    @property
    def shown(self) -> tuple[object, ...]:
        return self.figures.lines[:FIGURES]


def home_page(language: str, named: Sequence[str] = ()) -> Home:
    """`named`: what editors say is often asked. A fixed number of queries."""
    groups = published_situations(language)
    return Home(
        year_of_figures(), newest(language, NEWS), groups[:GROUPS],
        cards(published_products(), language, CARDS), treaty_shelf().treaties,
        often_asked(language, groups, named),
    )  # fmt: skip
