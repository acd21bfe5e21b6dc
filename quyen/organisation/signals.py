"""What the steps above answer when units are about to change."""

from __future__ import annotations

from dataclasses import dataclass

from django.dispatch import Signal


@dataclass(frozen=True)
class OpenWork:
    """So much of one thing lies in each unit. `word`: what it is called after a number ("kế hoạch")."""

    word: str
    counts: dict[int, int]


work_asked = Signal()  # sent with `units`, a frozenset of numbers; a receiver answers with an OpenWork
