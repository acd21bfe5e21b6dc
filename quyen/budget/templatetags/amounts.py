"""Amounts as the screens write them."""

from __future__ import annotations

from decimal import Decimal

from django import template
from django.utils.formats import get_format

from quyen.budget.queries.sums import said
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
    value = round(Decimal(amount) / scale, 3).normalize()
    whole, _point, rest = format(value, "f").partition(".")
    sign = "-" if whole == "-0" else ""
    return sign + said(int(whole)) + (f"{get_format('DECIMAL_SEPARATOR')}{rest}" if rest else "")
