"""What a page's address asks for, read leniently: odd values count as not given."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest

from quyen.accounts.models import User


def person(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # every view here is behind login_required
    return request.user


def whole(value: str | None) -> int | None:
    """A row's number or a year; None for anything else."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 16 else None


def wholes(values: Iterable[str]) -> list[int]:
    """Each number once, in the order given."""
    return list(dict.fromkeys(number for number in map(whole, values) if number is not None))


def one_of(value: str | None, known: Iterable[str]) -> str:
    return value if value is not None and value in known else ""
