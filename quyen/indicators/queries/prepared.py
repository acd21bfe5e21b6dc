"""The figures of the whole country as the landing page of a central body shows them: worked out ahead, with the time.

Values that came since do not change them, but it is said that they came. Where anything else differs (another day, other
units, other definitions) or nothing is prepared, they are summed for the one who asks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Max

from quyen.core.arithmetic import year
from quyen.indicators.models import Indicator, Observation, PreparedYear
from quyen.indicators.queries.maps import Map, stamp
from quyen.indicators.queries.pages import IndicatorLine, Scope, asked_under, figure, targets_of
from quyen.indicators.queries.rollup import Total, is_any_known, whole
from quyen.indicators.queries.snapshot import one_snapshot

EARLY = timedelta(days=90)


def year_at_work(day: date) -> int:
    """In the first three months it is last year's values that people still report."""
    return (day - EARLY).year


@dataclass(frozen=True)
class YearNow:
    """`at`: when the figures were worked out, None where they were summed just now; `has_newer`: values came since."""

    lines: tuple[IndicatorLine, ...]
    at: datetime | None = None
    has_newer: bool = False


@one_snapshot()
def latest_year(scope: Scope, number: int, day: date) -> tuple[int, YearNow]:
    """All indicators of the year at or under the scope, on today's map, or of the one before as long as only that has a
    figure there; one of the two is added up. Six quick queries for the whole country where it is prepared, however many
    units there are."""
    under = scope.unit.pk if scope.unit else None
    indicators = list(asked_under(under))
    years = (one for one in (number, number - 1) if _is_known(indicators, one, day, under))
    found = next(years, number)
    return found, _year(indicators, found, day, under)


def _is_known(indicators: list[Indicator], number: int, day: date, under: int | None) -> bool:
    """Whether anything was given that makes a figure; of the whole country by the index, whoever gave it."""
    if under is not None:
        return is_any_known(indicators, year(number), Map(day), under)
    those = Observation.objects.current().filter(indicator__in=indicators, part="", numerator__isnull=False)
    first, until = year(number).start, year(number).until
    return those.order_by().filter(period_start__gte=first, period_start__lt=until).exists()


@one_snapshot()
def _year(indicators: list[Indicator], number: int, day: date, under: int | None) -> YearNow:
    indicators = [one for one in indicators if one.since < year(number).until]
    held = _held(indicators, number, day) if under is None else None
    totals = _read(held) if held else summed(indicators, number, day, under)
    targets = targets_of(number)[number]
    lines = tuple(IndicatorLine(one, figure(one, totals[one.pk], targets.get(one.pk))) for one in indicators)
    return YearNow(lines, held.worked_out_at, held.last != newest()) if held else YearNow(lines)


def summed(indicators: list[Indicator], number: int, day: date, under: int | None) -> dict[int, Total]:
    return whole(indicators, year(number), Map(day), at=under, today=day)


def newest() -> int:
    """The number of the newest value: a correction is a new one, too. By its key."""
    return Observation.objects.aggregate(last=Max("pk"))["last"] or 0


def sign_of(indicators: Iterable[Indicator]) -> str:
    """Differs where totals would differ although no value came: by the units, or by how an indicator is counted."""
    defined = [
        (one.pk, one.rule, one.rhythm, one.due_days, sorted(one.given_by), one.since, one.until)
        for one in sorted(indicators, key=lambda one: one.pk)
    ]
    return hashlib.sha256(f"{stamp()} {defined}".encode()).hexdigest()


def written(totals: dict[int, Total]) -> dict[str, list[Any]]:
    """As `PreparedYear` keeps them: numbers that are no counts as text, to the last digit."""
    return {
        str(pk): [str(cell) if isinstance(cell, Decimal) else cell for cell in astuple(total)]
        for pk, total in totals.items()
    }


def _held(indicators: list[Indicator], number: int, day: date) -> PreparedYear | None:
    held = PreparedYear.objects.filter(year=number, day=day).first()
    return held if held and held.sign == sign_of(indicators) else None


def _read(held: PreparedYear) -> dict[int, Total]:
    found = {}
    for pk, (numerator, denominator, *counts) in held.totals.items():
        found[int(pk)] = Total(_decimal(numerator), _decimal(denominator), *counts)
    return found


def _decimal(digits: str | None) -> Decimal | None:
    return None if digits is None else Decimal(digits)
