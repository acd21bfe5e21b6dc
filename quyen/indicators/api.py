"""Values of units for other systems: what the key's unit, and those below it, gave."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.params.functions import Query

from quyen.accounts.queries import person
from quyen.core.text.saying import plain
from quyen.indicators.models import Observation
from quyen.indicators.queries import readable_observations

router = Router(tags=["values"])
PAGE = 200


class ValueOut(Schema):
    """Numbers are decimals as text, so that none is rounded on the way; `version` is what to give as `seen`."""

    indicator: str
    unit: int
    start: date
    end: date
    numerator: str | None
    denominator: str | None
    applicable: bool
    version: int
    grade: str
    note: str
    link: str


class ValuesOut(Schema):
    """`more`: whether the next page holds anything."""

    values: list[ValueOut]
    page: int
    more: bool


@router.get("/values", response=ValuesOut, summary="Số liệu đang có")
def values(
    request: HttpRequest,
    indicator: str = Query("", max_length=20, pattern=r"^[0-9A-Za-z._-]*$"),
    unit: int = Query(0, ge=0, le=2**63 - 1),
    since: date | None = None,
    until: date | None = None,
    page: int = Query(1, ge=1, le=10_000),
) -> ValuesOut:
    """Current values whose period lies in [since, until); two hundred a page, in a fixed order."""
    rows = readable_observations(person(request)).filter(replaced_at=None, part="")
    if indicator:
        rows = rows.filter(indicator__code=indicator)
    if unit:
        rows = rows.filter(unit=unit)
    if since:
        rows = rows.filter(period_start__gte=since)
    if until:
        rows = rows.filter(period_end__lte=until)
    first = (page - 1) * PAGE
    found = list(rows.select_related("indicator").order_by("pk")[first : first + PAGE + 1])
    return ValuesOut(values=[value_out(one) for one in found[:PAGE]], page=page, more=len(found) > PAGE)


def value_out(one: Observation) -> ValueOut:
    return ValueOut(
        indicator=one.indicator.code, unit=one.unit_id, start=one.period_start, end=one.period_end,
        numerator=plain(one.numerator), denominator=plain(one.denominator), applicable=one.is_applicable,
        version=one.version, grade=one.grade, note=one.note, link=one.link,
    )  # fmt: skip
