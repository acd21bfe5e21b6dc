"""Amounts brought together. Whole đồng only, so that every sum is exact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import get_format

from quyen.budget.enums import Funding
from quyen.core.text.money import grouped


def said(amount: int) -> str:
    """ "1.500.000", with the thousands parted as the reader's language does."""
    return grouped(amount, str(get_format("THOUSAND_SEPARATOR")))


@dataclass(frozen=True)
class Sums:
    """`approved` counts what is approved by now, not what is proposed for it."""

    planned: int = 0
    approved: int = 0
    spent: int = 0

    def __add__(self, other: Sums) -> Sums:
        return Sums(self.planned + other.planned, self.approved + other.approved, self.spent + other.spent)

    @property
    def left(self) -> int:
        """What was approved and is not spent; below zero where more was spent."""
        return self.approved - self.spent

    @property
    def is_over(self) -> bool:
        return self.spent > self.approved

    @property
    def whole(self) -> int:
        """What a bar shows as its full length."""
        return max(self.planned, self.approved, self.spent)

    @property
    def planned_percent(self) -> int:
        return self._percent(self.planned)

    @property
    def approved_percent(self) -> int:
        return self._percent(self.approved)

    @property
    def spent_percent(self) -> int:
        return self._percent(self.spent)

    def _percent(self, amount: int) -> int:
        return amount * 100 // self.whole if self.whole else 0


def added(many: Iterable[Sums]) -> Sums:
    return sum(many, Sums())


@dataclass(frozen=True)
class SourceSums:
    source: str
    sums: Sums

    @property
    def word(self) -> str:
        return str(Funding(self.source).label)


def by_source(pairs: Iterable[tuple[str, Sums]]) -> tuple[SourceSums, ...]:
    """One for each source, in their order, also where there is nothing."""
    totals = dict.fromkeys(Funding.values, Sums())
    for source, sums in pairs:
        totals[source] += sums
    return tuple(SourceSums(source, sums) for source, sums in totals.items())
