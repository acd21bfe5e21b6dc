"""Figures as an official document writes them, whatever the language of the screen."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from quyen.core.text.saying import plain, say_number

_STEP = Decimal("0.1")


def said(number: Decimal | int | None) -> str:
    """ "1.000", "12,5"; at most one digit after the comma, none where it is nought; "–" for nothing."""
    return "–" if number is None else say_number(number, 1)


def share_said(number: Decimal | None) -> str:
    """ "93,0%": shares keep their digit, so that columns can be compared."""
    if number is None:
        return "–"
    rounded = number.quantize(_STEP, rounding=ROUND_HALF_UP)
    return "100%" if rounded == 100 else f"{rounded:.1f}%".replace(".", ",")


def day_said(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def two_digits(number: Decimal | int | None) -> str:
    """Small whole numbers in documents have two digits: "01", "09", "112"; nought is "0"."""
    if number is None:
        return "–"
    whole = Decimal(number)
    return f"{int(whole):02d}" if whole == int(whole) and 0 < whole < 10 else said(whole)


def million(amount_vnd: int) -> str:
    """Whole đồng in triệu đồng, a plain decimal as text: "1250.5"; exact."""
    return plain(Decimal(amount_vnd) / 1_000_000) or "0"


def million_said(amount_vnd: int) -> str:
    """Whole đồng in triệu đồng, to the nearest thousand: "1.250,5"."""
    return say_number(Decimal(amount_vnd) / 1_000_000, 3)
