"""Two versions of one definition, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from quyen.core.text.saying import plain
from quyen.indicators.enums import MONTHS_OF_PERIOD, Direction, Rule
from quyen.indicators.models import Indicator
from quyen.organisation.enums import UnitKind

Level = tuple[int, Decimal, Decimal | None]  # year, level, the highest where it is a range
_CHOICES: dict[str, list[tuple[Any, Any]]] = {
    "rule": Rule.choices, "direction": Direction.choices, "rhythm": MONTHS_OF_PERIOD, "given_by": UnitKind.choices,
}  # fmt: skip


@dataclass(frozen=True)
class Difference:
    """One thing of which two people said something else."""

    label: str
    mine: str
    theirs: str


def differences(mine: Mapping[str, Any], levels: Iterable[Level], held: Indicator) -> tuple[Difference, ...]:
    """What a person wants to save (by the names of the fields) beside what stands, where these read otherwise. One
    query."""
    labels = {field.name: str(field.verbose_name) for field in Indicator._meta.fields}
    pairs = [
        (
            labels[name],
            _words(name, value),
            _words(name, getattr(held, name)),
        )
        for name, value in mine.items()
    ]
    stand = held.targets.values_list("year", "value", "value_max")
    pairs.append((_("Mức phải đạt theo năm"), _levels(levels), _levels(stand)))
    return tuple(Difference(label[:1].upper() + label[1:], *two) for label, *two in pairs if two[0] != two[1])


def _words(name: str, value: Any) -> str:
    """As a person reads it."""
    if isinstance(value, list | tuple):
        return "; ".join(_words(name, one) for one in value) or "–"
    if isinstance(value, bool):
        return _("Có") if value else _("Không")
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    known = {str(value): str(label) for value, label in _CHOICES.get(name, ())}
    return known.get(str(value), str(value)) if value not in (None, "") else "–"


def _levels(levels: Iterable[Level]) -> str:
    rows = [
        f"{number}: " + " – ".join(_number(one) for one in (value, most) if one is not None)
        for number, value, most in sorted(levels, key=lambda row: row[0])
    ]
    return "; ".join(rows) or "–"


def _number(value: Decimal) -> str:
    return (plain(value) or "").replace(".", ",")
