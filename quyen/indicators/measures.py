"""Measures: the functions by which the apps above count their own evidence for an indicator.

An app registers its measures when it starts (`AppConfig.ready`); indicators name them. Nothing here knows those apps.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quyen.core.arithmetic import Period

Things = tuple[tuple[str, int, str], ...]  # kind, number and label of what was counted


@dataclass(frozen=True)
class Count:
    """What a measure found for one unit."""

    unit_id: int
    numerator: Decimal
    denominator: Decimal | None = None
    items: Things = ()


Counting = Callable[[Period, date, Collection[str]], Iterable[Count]]


@dataclass(frozen=True)
class Measure:
    """`count(period, day, kinds)` gives a Count for every unit that has something to count, as of the day. `kinds`: those of
    the units that give the indicator. Totals add up units, so nothing may be counted at a unit and at one above it too."""

    name: str
    title: str
    count: Counting


_registered: dict[str, Measure] = {}


def register(measure: Measure) -> None:
    """Raises ValueError where another measure has the name."""
    held = _registered.get(measure.name)
    if held is not None and held != measure:
        raise ValueError(f"measure {measure.name!r} is registered twice")
    _registered[measure.name] = measure


def unregister(name: str) -> None:
    _registered.pop(name, None)


def measure_called(name: str) -> Measure | None:
    """None where the app that owns it is not there (yet)."""
    return _registered.get(name)


def all_measures() -> list[Measure]:
    return [_registered[name] for name in sorted(_registered)]
