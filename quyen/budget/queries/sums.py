"""Amounts brought together. Whole đồng only, so that every sum is exact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import get_format

from quyen.budget.enums import Funding
from quyen.core.text.money import grouped
from quyen.core.text.saying import plain


def said(amount: int) -> str:
    """ "1.500.000", with the thousands parted as the reader's language does."""
    return grouped(amount, str(get_format("THOUSAND_SEPARATOR")))


def number_said(number: Decimal) -> str:
    """ "1.500,5": as it was given."""
    sign, whole = "-" if number < 0 else "", plain(abs(number)) or "0"
    before, _point, after = whole.partition(".")
    return f"{sign}{said(int(before))}" + (f"{get_format('DECIMAL_SEPARATOR')}{after}" if after else "")


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
    def bar(self) -> Bar:
        """By itself: its largest amount is the full length."""
        return Bar(self, self.whole)


@dataclass(frozen=True)
class Bar:
    """How long each amount is drawn, in hundredths of `most`."""

    sums: Sums
    most: int

    @property
    def planned(self) -> int:
        return self._percent(self.sums.planned)

    @property
    def approved(self) -> int:
        return self._percent(self.sums.approved)

    @property
    def spent(self) -> int:
        return self._percent(self.sums.spent)

    def _percent(self, amount: int) -> int:
        return max(0, amount) * 100 // self.most if self.most else 0


def added(many: Iterable[Sums]) -> Sums:
    return sum(many, Sums())


@dataclass(frozen=True)
class SourceSums:
    """`most`: the largest amount of all sources, so that their bars can be held against one another."""

    source: str
    sums: Sums
    most: int = 0

    @property
    def bar(self) -> Bar:
        return Bar(self.sums, self.most)

    @property
    def word(self) -> str:
        return str(Funding(self.source).label)


def by_source(pairs: Iterable[tuple[str, Sums]]) -> tuple[SourceSums, ...]:
    """One for each source, in their order, also where there is nothing."""
    totals = dict.fromkeys(Funding.values, Sums())
    for source, sums in pairs:
        totals[source] += sums
    most = max(sums.whole for sums in totals.values())
    return tuple(SourceSums(source, sums, most) for source, sums in totals.items())
