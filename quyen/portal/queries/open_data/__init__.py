"""Open data: every set, as a page, a file and a door. What is public of each is decided in its own file."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from quyen.core.sharing import Catalogue, DataSet, File, Said, said
from quyen.portal.models import Pack
from quyen.portal.queries.open_data.figures import TABLE as FIGURES
from quyen.portal.queries.open_data.law import INSTRUMENTS, PROVISIONS, RECOMMENDATIONS, SITUATIONS
from quyen.portal.queries.open_data.links import LINKS, NEWS
from quyen.portal.queries.open_data.plans import TARGETS, TASKS
from quyen.portal.queries.open_data.products import TABLE as PRODUCTS
from quyen.portal.queries.open_data.table import Keyed, Table
from quyen.portal.queries.words import words_in

__all__ = [
    "TABLES",
    "DataPage",
    "Keyed",
    "OpenData",
    "Table",
    "catalogue",
    "data_page",
    "data_set",
    "open_data",
]

TABLES: dict[str, Table] = {
    one.slug: one
    for one in (
        FIGURES,
        PRODUCTS,
        RECOMMENDATIONS,
        SITUATIONS,
        INSTRUMENTS,
        PROVISIONS,
        LINKS,
        TARGETS,
        TASKS,
        NEWS,
    )
}
SHOWN = 20
ROOM = "/du-lieu-mo/"


def data_set(table: Table) -> DataSet:
    """With the addresses at which it can be taken."""
    page = f"{settings.ADDRESS}{ROOM}{table.slug}"
    files = (
        File(f"{page}.csv", "text/csv", "CSV"),
        File(f"{page}.json", "application/json", "JSON"),
        File(f"{settings.ADDRESS}/api/v1/open/{table.slug}", "application/json", "REST"),
    )
    return DataSet(
        table.slug,
        table.titles,
        table.descriptions,
        table.columns,
        f"{page}/",
        table.source,
        table.licence,
        keywords=table.keywords,
        files=files,
    )


def catalogue() -> Catalogue:
    """No query."""
    return Catalogue(
        "Dữ liệu mở của chương trình",
        "Mọi số liệu và danh mục công khai, tải về và dùng lại được.",
        f"{settings.ADDRESS}{ROOM}",
        "Quyền",
        "vi",
        tuple(map(data_set, TABLES.values())),
    )


@dataclass(frozen=True)
class Entry:
    """A set in the list, in the language of the page."""

    slug: str
    title: str
    description: str
    columns: int
    licence: str


@dataclass(frozen=True)
class OpenData:
    """The list, and the file that holds all of it (None: not made yet)."""

    entries: tuple[Entry, ...]
    pack: Pack | None


def _said(words: tuple[Said, ...], language: str) -> str:
    """Catalogues are in Vietnamese and English; pages in all languages of the site."""
    return words_in(said(words, language), language)[0]


def open_data(language: str) -> OpenData:
    """One query."""
    entries = tuple(
        Entry(
            one.slug,
            _said(one.titles, language),
            _said(one.descriptions, language),
            len(one.columns),
            one.licence,
        )
        for one in TABLES.values()
    )
    return OpenData(entries, Pack.objects.filter(kind="data").order_by("-pk").first())


@dataclass(frozen=True)
class DataPage:
    """One set with its first rows, so that one sees what it is like before one takes it."""

    table: Table
    title: str
    description: str
    rows: tuple[tuple[object, ...], ...]
    more: bool


def data_page(slug: str, language: str) -> DataPage | None:
    """None for a set that is not there. The queries of its rows."""
    table = TABLES.get(slug)
    if table is None:
        return None
    found = table.rows("", SHOWN + 1)
    rows = tuple(one.row for one in found[:SHOWN])
    return DataPage(
        table, _said(table.titles, language), _said(table.descriptions, language), rows, len(found) > SHOWN
    )
