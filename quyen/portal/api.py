"""Open data for programs: no key, from any site, row by row in a lasting order."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema
from ninja.params.functions import Path, Query

from quyen.core.sharing import plain, said
from quyen.portal.queries.open_data import TABLES

router = Router(tags=["open data"])
MOST = 500
KEPT = "public, max-age=300, stale-while-revalidate=86400"


class ColumnOut(Schema):
    """`kind` as in Table Schema; "list": texts."""

    name: str
    title: str
    kind: str
    about: str


class DataSetOut(Schema):
    slug: str
    title: str
    description: str
    licence: str
    source: str
    columns: list[ColumnOut]
    rows: str
    csv: str


class DataSetsOut(Schema):
    data_sets: list[DataSetOut]


class RowsOut(Schema):
    """`next`: the address of the rows after these; null at the end. Decimals are texts, so that none is rounded."""

    dataset: str
    title: str
    licence: str
    source: str
    date: date
    items: list[dict[str, Any]]
    next: str | None


@router.get("/open", response=DataSetsOut, auth=None, throttle=[], summary="Các bộ dữ liệu mở")
def data_sets(request: HttpRequest, response: HttpResponse) -> DataSetsOut:
    """Every set with its columns, licence and source. No key is needed."""
    _open(response)
    return DataSetsOut(data_sets=[_set(slug) for slug in TABLES])


@router.get(
    "/open/{slug}", response=RowsOut, auth=None, throttle=[], summary="Các dòng của một bộ dữ liệu mở"
)
def rows(
    request: HttpRequest,
    response: HttpResponse,
    slug: str = Path(..., max_length=40),
    after: str = Query("", max_length=40, pattern=r"^[0-9]*$"),
    limit: int = Query(100, ge=1, le=MOST),
) -> RowsOut:
    """At most five hundred rows after a place; follow `next` to the end. No key is needed."""
    table = TABLES.get(slug)
    if table is None:
        raise Http404
    _open(response)
    found = table.rows(after, limit + 1)
    names = [column.name for column in table.columns]
    further = f"{_address(slug)}?after={found[limit - 1].key}&limit={limit}" if len(found) > limit else None
    return RowsOut(
        dataset=slug, title=said(table.titles, "vi"), licence=table.licence, source=table.source,
        date=timezone.localdate(), next=further,
        items=[dict(zip(names, map(plain, one.row), strict=True)) for one in found[:limit]],
    )  # fmt: skip


def _set(slug: str) -> DataSetOut:
    table = TABLES[slug]
    columns = [
        ColumnOut(name=one.name, title=one.title, kind=one.kind, about=one.about) for one in table.columns
    ]
    return DataSetOut(
        slug=slug, title=said(table.titles, "vi"), description=said(table.descriptions, "vi"), licence=table.licence,
        source=table.source, columns=columns, rows=_address(slug), csv=f"{settings.ADDRESS}/du-lieu-mo/{slug}.csv",
    )  # fmt: skip


def _address(slug: str) -> str:
    return f"{settings.ADDRESS}/api/v1/open/{slug}"


def _open(response: HttpResponse) -> None:
    """The same for everybody, wherever the page of the program came from."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = KEPT
