"""Figures said as Vietnamese writes them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext


def say_number(value: Decimal | float, places: int = 4) -> str:
    """1000.5 as "1.000,5"; at most so many decimals (one at least), none of them idle."""
    with localcontext(rounding=ROUND_HALF_UP):
        whole = f"{value:,.{places}f}".rstrip("0").rstrip(".")
    return whole.translate(str.maketrans(",.", ".,"))


def plain(number: Decimal | None) -> str | None:
    """ "100", "12.5": a decimal as data write it, without the zeros that a column adds."""
    return None if number is None else format(number.normalize(), "f")
