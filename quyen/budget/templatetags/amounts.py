"""Amounts as the screens write them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django import template

from quyen.budget.queries.sums import number_said, said
from quyen.core.text.money import grouped

register = template.Library()


@register.filter
def typed(amount: int | None) -> str:
    """As it stands in a field to be typed over: always the Vietnamese way, which is read again in any language."""
    return "" if amount is None else grouped(amount)


@register.filter
def dong(amount: int | None, scale: int = 1) -> str:
    """ "1.500.000"; in triệu đồng (a scale of a million) "1,5", to the nearest thousand đồng. "–" where there is none."""
    if amount is None:
        return "–"
    if scale in (1, None, ""):
        return said(amount)
    return number_said(round(Decimal(amount) / scale, 3))


@register.filter
def counted(number: Decimal | None) -> str:
    """ "5.000", "1,5": a quantity as it was given."""
    return "" if number is None else number_said(number)


@register.filter
def beside(amounts: Iterable[int], sources: Iterable[tuple[str, str]]) -> list[tuple[int, str]]:
    """Each amount with the word of its source, which stands in the same place."""
    return [(amount, word) for amount, (_value, word) in zip(amounts, sources, strict=True)]
