"""Units for other systems. What a public body is called is no secret: every key may read it."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from ninja import Router, Schema
from ninja.params.functions import Path, Query

from quyen.organisation.enums import UnitKind
from quyen.organisation.models import Unit
from quyen.organisation.queries import named_units

router = Router(tags=["units"])
MOST = 100


class UnitOut(Schema):
    """`code` as in the national list of administrative units; empty where a unit is none of them."""

    id: int
    name: str
    kind: str
    code: str
    province: str
    parent: int | None
    is_active: bool


@router.get("/units", response=list[UnitOut], summary="Đơn vị theo mã, theo cấp trên, theo loại")
def units(
    request: HttpRequest,
    code: str = Query("", max_length=20, pattern=r"^[0-9A-Za-z.-]*$"),
    parent: int = Query(0, ge=0, le=2**63 - 1),
    kind: str = Query("", max_length=20, pattern=r"^[a-z]*$"),
) -> list[UnitOut]:
    """At most a hundred, by code and name; those in force first where a code was used twice."""
    rows = named_units()
    if code:
        rows = rows.filter(code=code)
    if parent:
        rows = rows.filter(parent=parent)
    if kind:
        rows = rows.filter(kind=kind) if kind in UnitKind.values else rows.none()
    return [unit_out(one) for one in rows.order_by("-is_active", "code", "name", "pk")[:MOST]]


@router.get("/units/{unit_id}", response=UnitOut, summary="Một đơn vị")
def unit(request: HttpRequest, unit_id: int = Path(..., ge=1, le=2**63 - 1)) -> UnitOut:
    found = named_units().filter(pk=unit_id).first()
    if found is None:
        raise Http404
    return unit_out(found)


def unit_out(one: Unit) -> UnitOut:
    return UnitOut(
        id=one.pk, name=one.name, kind=one.kind, code=one.code, province=one.province, parent=one.parent_id,
        is_active=one.is_active,
    )  # fmt: skip
