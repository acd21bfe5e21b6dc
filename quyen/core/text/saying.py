"""Figures said as Vietnamese writes them."""

from __future__ import annotations

from decimal import Decimal


def say_number(value: Decimal | float) -> str:
    """1000.5 as "1.000,5"; at most four decimals, none of them idle."""
    whole = f"{value:,.4f}".rstrip("0").rstrip(".")
    return whole.translate(str.maketrans(",.", ".,"))


def plain(number: Decimal | None) -> str | None:
    """ "100", "12.5": a decimal as data write it, without the zeros that a column adds."""
    return None if number is None else format(number.normalize(), "f")
