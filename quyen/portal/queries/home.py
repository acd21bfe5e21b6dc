"""What stands on the home page. Each part comes from the app that holds its facts."""

from __future__ import annotations

from dataclasses import dataclass

from quyen.portal.models import NewsPage
from quyen.portal.queries.figures import YearOfFigures, year_of_figures
from quyen.portal.queries.pages import newest

NEWS, FIGURES = 3, 4


@dataclass(frozen=True)
class Home:
    figures: YearOfFigures
    news: tuple[NewsPage, ...]

    @property
    def shown(self) -> tuple[object, ...]:
        return self.figures.lines[:FIGURES]


def home_page(language: str) -> Home:
    """A fixed number of queries."""
    return Home(year_of_figures(), newest(language, NEWS))
