"""Figures that the public may see: those of units whose period is closed (docs/decisions/0023).

The values of a unit at the top (a province, a ministry) are public for a year once they are frozen for the whole year or
the report that gives them was accepted by the body that asked for it. A figure of the country is the figure of those units
together, and says how many they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from quyen.core.arithmetic import Period, year
from quyen.indicators.models import Freeze, Indicator, IndicatorTarget
from quyen.indicators.queries import Map, of_all, one_snapshot
from quyen.indicators.queries.pages import Figure, asked_under, figure, targets_of
from quyen.indicators.queries.rollup import Total, overall
from quyen.organisation.enums import UnitKind
from quyen.organisation.models import Unit
from quyen.reports.enums import State
from quyen.reports.models import Submission

FIRST = 2023  # the year in which the programme begins


@dataclass(frozen=True)
class PublicFigure:
    """One indicator of one year. `units`: how many closed units have a value in it."""

    indicator: Indicator
    figure: Figure
    units: int

    @property
    def total(self) -> Total:
        return self.figure.total


@dataclass(frozen=True)
class PlaceLine:
    unit: Unit
    figure: Figure


@dataclass(frozen=True)
class YearOfFigures:
    """`closed`: how many units at the top have closed the year."""

    year: int
    years: tuple[int, ...]
    lines: tuple[PublicFigure, ...]
    closed: int


@dataclass(frozen=True)
class FigurePage:
    """One indicator: the country by year, and each closed unit in the year looked at."""

    indicator: Indicator
    year: int
    years: tuple[int, ...]
    figure: Figure
    lines: tuple[PlaceLine, ...]
    trend: tuple[tuple[int, Decimal | None], ...]
    targets: tuple[IndicatorTarget, ...]
    worked_out_on: date

    @property
    def provinces(self) -> tuple[PlaceLine, ...]:
        return tuple(line for line in self.lines if line.unit.kind == UnitKind.PROVINCE)

    @property
    def others(self) -> tuple[PlaceLine, ...]:
        return tuple(line for line in self.lines if line.unit.kind != UnitKind.PROVINCE)


def closed_units() -> dict[int, set[int]]:
    """For each year the units that have closed it. Two queries."""
    closed: dict[int, set[int]] = {}
    for unit, start, end in Freeze.objects.values_list("unit_id", "start", "end"):
        for number in _years_within(start, end):
            closed.setdefault(number, set()).add(unit)
    accepted = Submission.objects.filter(state=State.ACCEPTED).select_related("cycle__regime")
    for one in accepted.only("unit_id", "cycle__period_start", "cycle__period_end", "cycle__regime__pace"):
        measured = one.cycle.measured
        for number in _years_within(measured.start, measured.until):
            closed.setdefault(number, set()).add(one.unit_id)
    return closed


def _years_within(start: date, end: date) -> Iterable[int]:
    """Years that lie wholly within [start, end)."""
    return (n for n in range(start.year, end.year + 1) if start <= year(n).start and year(n).until <= end)


def public_years(closed: dict[int, set[int]]) -> tuple[int, ...]:
    """The latest first."""
    return tuple(sorted((number for number in closed if number >= FIRST), reverse=True))


@one_snapshot()
def year_of_figures(asked: int | None = None) -> YearOfFigures:
    """All national indicators for a year: the one asked for, else the latest that anybody has closed. A fixed number of
    queries, however many units and indicators."""
    closed = closed_units()
    years = public_years(closed)
    number = asked if asked in years else next(iter(years), timezone.localdate().year)
    if number not in closed:
        return YearOfFigures(number, years, (), 0)
    indicators = list(asked_under(None).filter(since__lt=year(number).until))
    found = of_all(indicators, year(number), _map_of(year(number)), today=timezone.localdate())
    targets = targets_of(number)[number]
    lines = (_public(one, found[one.pk], closed[number], targets.get(one.pk)) for one in indicators)
    return YearOfFigures(number, years, tuple(line for line in lines if line.units), len(closed[number]))


def _public(
    one: Indicator, groups: dict[int, Total], closed: set[int], target: IndicatorTarget | None
) -> PublicFigure:
    mine = {pk: total for pk, total in groups.items() if pk in closed and total.is_known}
    return PublicFigure(one, figure(one, overall(mine), target), len(mine))


def _map_of(period: Period) -> Map:
    """The map of the last day of the period: as the units were when they answered for it."""
    return Map(period.last_day)


@one_snapshot()
def figure_page(indicator: Indicator, asked: int | None = None) -> FigurePage | None:
    """None where nobody has closed a year with a value of it. One set of queries a closed year."""
    closed, today = closed_units(), timezone.localdate()
    by_year: dict[int, dict[int, Total]] = {}
    for number in public_years(closed):
        groups = of_all([indicator], year(number), _map_of(year(number)), today=today)[indicator.pk]
        mine = {pk: total for pk, total in groups.items() if pk in closed[number] and total.is_known}
        if mine:
            by_year[number] = mine
    if not by_year:
        return None
    number = asked if asked in by_year else max(by_year)
    target = targets_of(number)[number].get(indicator.pk)
    return FigurePage(
        indicator, number, tuple(sorted(by_year, reverse=True)),
        figure(indicator, overall(by_year[number]), target),
        _places(indicator, by_year[number], target),
        tuple((one, _value(indicator, overall(by_year[one]))) for one in sorted(by_year)),
        tuple(indicator.targets.order_by("year")), today,
    )  # fmt: skip


def _value(indicator: Indicator, total: Total) -> Decimal | None:
    return indicator.value(total.numerator, total.denominator)


def _places(
    indicator: Indicator, groups: dict[int, Total], target: IndicatorTarget | None
) -> tuple[PlaceLine, ...]:
    units = Unit.objects.in_bulk(groups)
    lines = [PlaceLine(units[pk], figure(indicator, total, target)) for pk, total in groups.items()]
    return tuple(sorted(lines, key=lambda line: (line.unit.kind, line.unit.code, line.unit.name)))
