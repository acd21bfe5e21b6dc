"""What an address asks for, read leniently: odd values count as not given."""

from __future__ import annotations

from collections.abc import Iterable


def whole(value: str | None) -> int | None:
    """A row's number; None for anything else."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 16 else None


def one_of(value: str | None, known: Iterable[str]) -> str:
    return value if value is not None and value in known else ""
