"""A figure, a period and a trend as the screens of indicators write them."""

from __future__ import annotations

from decimal import Decimal

from django import template
from django.utils import numberformat
from django.utils.formats import get_format
from django.utils.translation import gettext as _

from quyen.core.arithmetic import Period
from quyen.indicators.models import Indicator
from quyen.indicators.queries import IndicatorPage
from quyen.indicators.queries.pages import Figure, TrendPoint
from quyen.organisation.queries import tile_of

register = template.Library()


@register.simple_tag
def tiles(page: IndicatorPage) -> list[dict[str, object]]:
    """The provinces that have a place on the map of tiles, each with its place and colour."""
    found = []
    for line in page.provinces:
        if (tile := tile_of(line.unit.name)) is not None:
            found.append({"line": line, "tile": tile, "shade": shade(line.figure)})
    return found


@register.filter
def shade(figure: Figure) -> str:
    """How near to the target, in four steps; without a figure, whether it is missing or not due."""
    if not figure.total.is_known:
        return "none" if figure.total.missing else "later"
    if figure.percent is None:
        return "told"
    return (
        "t4" if figure.reached else "t3" if figure.percent >= 75 else "t2" if figure.percent >= 40 else "t1"
    )


@register.filter
def shown(value: Decimal | None, indicator: Indicator) -> str:
    """ "18,4%", "1.000": at most one digit after the point."""
    if value is None:
        return "–"
    written = _grouped(round(value, 1))
    return f"{written}%" if indicator.is_share else written


@register.filter
def grouped(number: Decimal | None) -> str:
    """ "1.432", "12,5": as it was given."""
    return "" if number is None else _grouped(number.normalize())


def _grouped(number: Decimal) -> str:
    places = max(0, -int(number.normalize().as_tuple().exponent))
    return numberformat.format(
        format(number, "f"), get_format("DECIMAL_SEPARATOR"), places, grouping=3,
        thousand_sep=get_format("THOUSAND_SEPARATOR"), force_grouping=True,
    )  # fmt: skip


@register.filter
def named(period: Period) -> str:
    """ "năm 2025", "quý 2/2025", "tháng 11/2026"."""
    start = period.start
    if period.months == 12:
        return _("năm %(year)s") % {"year": start.year}
    if period.months == 6:
        return _("sáu tháng %(half)s năm %(year)s") % {
            "half": _("đầu") if start.month == 1 else _("cuối"), "year": start.year,
        }  # fmt: skip
    if period.months == 3:
        return _("quý %(quarter)s/%(year)s") % {"quarter": (start.month + 2) // 3, "year": start.year}
    return _("tháng %(month)s/%(year)s") % {"month": start.month, "year": start.year}


WIDTH, HEIGHT, EDGE = 320, 96, 12


@register.filter
def polyline(points: tuple[TrendPoint, ...]) -> list[str]:
    """The line of a trend in a box of 320 by 96, broken where a year has no figure: the points of each piece."""
    there = [point.value for point in points if point.value is not None]
    most = max(there, default=Decimal(0)) or Decimal(1)
    pieces: list[list[str]] = [[]]
    for at, point in enumerate(points):
        if point.value is None:
            pieces.append([])
            continue
        x = EDGE + at * (WIDTH - 2 * EDGE) / max(len(points) - 1, 1)
        y = HEIGHT - EDGE - float(point.value / most) * (HEIGHT - 2 * EDGE)
        pieces[-1].append(f"{x:.1f},{y:.1f}")
    return [" ".join(piece) for piece in pieces if piece]


@register.filter
def dots(points: tuple[TrendPoint, ...]) -> list[tuple[str, str]]:
    """Where each figure of a trend stands."""
    return [
        (x, y) for piece in polyline(points) for x, _comma, y in (one.partition(",") for one in piece.split())
    ]
