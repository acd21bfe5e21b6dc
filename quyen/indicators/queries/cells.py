"""The cells of one unit: what it gave for each period, what is missing, what is not due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from quyen.core.arithmetic import Period, periods_within
from quyen.indicators.enums import Cell
from quyen.indicators.models import Freeze, Indicator, Observation
from quyen.organisation.models import Unit, UnitVersion


@dataclass(frozen=True)
class UnitCell:
    """One period of a unit. `observation` is the current value, None where there is none; `versions` how many there
    were; `parts` what it is told apart by, as far as it was given."""

    period: Period
    cell: Cell
    due_on: date
    observation: Observation | None
    versions: int
    frozen: bool
    parts: tuple[Observation, ...] = ()

    @property
    def parts_over(self) -> bool:
        """Whether the parts come to more than the whole: wrong, unless one thing stands in two of them."""
        whole = self.observation.numerator if self.observation else None
        return whole is not None and sum(one.numerator or 0 for one in self.parts) > whole


@dataclass(frozen=True)
class UnitCells:
    """A unit's periods of one indicator, the latest first; those in which it was not in force are left out unless it
    gave something. `history`: every version of every value, the newest first."""

    indicator: Indicator
    unit: Unit
    cells: tuple[UnitCell, ...]
    history: tuple[Observation, ...]


def freezes_over(unit: Unit, period: Period) -> QuerySet[Freeze]:
    """Freezes that hold the value of a unit for a period."""
    return Freeze.objects.filter(unit_id__in=unit.above, start__lte=period.last_day, end__gt=period.last_day)


def frozen_by(unit: Unit, period: Period) -> Freeze | None:
    return freezes_over(unit, period).select_related("unit").order_by("unit_id").first()


def unit_cells(indicator: Indicator, unit: Unit, whole: Period, today: date | None = None) -> UnitCells:
    """Three queries, however many periods."""
    today = today or timezone.localdate()
    rows = Observation.objects.filter(
        indicator=indicator, unit=unit, period_start__gte=whole.start, period_end__lte=whole.until
    ).select_related("entered_by", "evidence")
    history = tuple(rows.order_by("-period_start", "-version", "part"))
    lives = list(UnitVersion.objects.filter(unit=unit).values_list("valid_from", "valid_until", "kind"))
    freezes = list(
        Freeze.objects.filter(unit_id__in=unit.above, end__gt=whole.start).values_list("start", "end")
    )
    current = {one.period_start: one for one in history if one.replaced_at is None and not one.part}
    found = []
    for period in periods_within(whole, indicator.rhythm):
        held = current.get(period.start)
        if held is None and not _asked(indicator, period, lives):
            continue
        given = [one for one in history if one.period_start == period.start]
        count = sum(not one.part for one in given)
        frozen = any(start <= period.last_day < end for start, end in freezes)
        cell = _cell(indicator, period, held, today)
        found.append(
            UnitCell(period, cell, indicator.due_on(period), held, count, frozen, _parts(indicator, given))
        )
    return UnitCells(indicator, unit, tuple(reversed(found)), history)


def _asked(indicator: Indicator, period: Period, lives: list[tuple[date | None, date | None, str]]) -> bool:
    """Whether the unit is to give the value: in the days of the indicator, of a kind that gives it, and in force on
    the period's last day."""
    if period.until <= indicator.since or (indicator.until is not None and period.start >= indicator.until):
        return False
    return any(
        kind in indicator.given_by and (first or date.min) <= period.last_day < (until or date.max)
        for first, until, kind in lives
    )


def _parts(indicator: Indicator, given: list[Observation]) -> tuple[Observation, ...]:
    """In the indicator's order."""
    now = {one.part: one for one in given if one.replaced_at is None and one.is_applicable}
    return tuple(now[label] for label in indicator.parts if label in now)


def held_values(indicator: Indicator, unit: Unit, period: Period) -> dict[str, Observation]:
    """The current values of one period by part; the whole under "". One query."""
    rows = Observation.objects.current().select_related("entered_by", "evidence", "indicator")
    return {one.part: one for one in rows.filter(indicator=indicator, unit=unit, period_start=period.start)}


def _cell(indicator: Indicator, period: Period, held: Observation | None, today: date) -> Cell:
    if held is not None:
        return held.cell
    return Cell.MISSING if indicator.is_due(period, today) else Cell.NOT_DUE


def was_in_force(lives: Iterable[tuple[date | None, date | None]], period: Period) -> bool:
    """Whether a unit with these lives lived on any day of the period."""
    return any(
        (first or date.min) < period.until and (until or date.max) > period.start for first, until in lives
    )
