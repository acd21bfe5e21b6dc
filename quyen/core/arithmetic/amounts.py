"""Whole amounts divided: in shares, where nothing is lost and nothing is added to the last đồng; and in pages."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction


def divided(amount: int, shares: Mapping[int, Fraction]) -> dict[int, int]:
    """Parts of a whole amount, each within one of its exact share; what is left over goes to the largest rests, the
    lower number first. `shares` add up to 1. The parts add up to the amount."""
    exact = {key: share * amount for key, share in shares.items()}
    parts = {key: value.numerator // value.denominator for key, value in exact.items()}
    left = amount - sum(parts.values())
    for key in sorted(exact, key=lambda one: (parts[one] - exact[one], one))[:left]:
        parts[key] += 1
    return parts


def paged(found: int, page: int, size: int) -> tuple[int, int, slice]:
    """The page that is shown where `page` is asked for, how many there are (one at least), and its rows."""
    pages = max(1, -(-found // size))
    page = min(max(page, 1), pages)
    return page, pages, slice((page - 1) * size, page * size)
