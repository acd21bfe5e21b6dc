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

from django.db.models import Count, Max, Sum
from django.utils import timezone

from quyen.core.arithmetic import Period, year
from quyen.indicators.models import Freeze, Indicator, IndicatorTarget
from quyen.indicators.queries import Map, of_all, one_snapshot
from quyen.indicators.queries.pages import Figure, asked_under, figure, targets_of
from quyen.indicators.queries.prepared import newest, sign_of
from quyen.indicators.queries.rollup import Total, overall
from quyen.organisation.enums import UnitKind
from quyen.organisation.models import Unit
from quyen.reports.enums import State
from quyen.reports.models import Submission

FIRST = 2023  # the year in which the programme begins
MOST_HELD = 20


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
    """`closed`: how many units at the top have closed the year and gave a value."""

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


_held: dict[int | None, tuple[tuple[object, ...], YearOfFigures]] = {}


@one_snapshot()
def year_of_figures(asked: int | None = None) -> YearOfFigures:
    """All national indicators for a year: the one asked for, else the latest that anybody has closed. Remembered by each
    process until a value, a freeze, a report, a unit or a definition changes: six quick queries then."""
    mark = _mark()
    held = _held.get(asked)
    if held is None or held[0] != mark:
        if len(_held) > MOST_HELD:
            _held.clear()
        held = _held[asked] = (mark, _year_of_figures(asked))
    return held[1]


def _mark() -> tuple[object, ...]:
    """Differs where a public figure could differ."""
    frozen = Freeze.objects.aggregate(Max("pk"), Count("pk"))
    accepted = Submission.objects.filter(state=State.ACCEPTED).aggregate(Count("pk"), Max("accepted_at"))
    levels = IndicatorTarget.objects.aggregate(Max("pk"), Count("pk"), Sum("value"))
    return (
        newest(), sign_of(list(asked_under(None))), *frozen.values(), *accepted.values(), *levels.values(),
        timezone.localdate(),
    )  # fmt: skip


def _year_of_figures(asked: int | None) -> YearOfFigures:
    closed = closed_units()
    years = public_years(closed)
    for number in [asked] if asked in years else years:
        lines, units = _lines(number, closed[number])
        if lines or number == asked:
            return YearOfFigures(number, years, lines, units)
    return YearOfFigures(timezone.localdate().year, (), (), 0)


def _lines(number: int, closed: set[int]) -> tuple[tuple[PublicFigure, ...], int]:
    """Indicators with a public value, and how many units gave any."""
    indicators = list(asked_under(None).filter(since__lt=year(number).until))
    found = of_all(indicators, year(number), _map_of(year(number)), today=timezone.localdate())
    targets = targets_of(number)[number]
    lines: list[PublicFigure] = []
    units: set[int] = set()
    for one in indicators:
        mine = _mine(found[one.pk], closed)
        if mine:
            units |= mine.keys()
            lines.append(PublicFigure(one, figure(one, overall(mine), targets.get(one.pk)), len(mine)))
    return tuple(lines), len(units)


def _mine(groups: dict[int, Total], closed: set[int]) -> dict[int, Total]:
    return {pk: total for pk, total in groups.items() if pk in closed and total.is_known}


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
        if mine := _mine(groups, closed[number]):
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
