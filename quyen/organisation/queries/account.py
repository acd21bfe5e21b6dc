"""What a list that was taken in would do, row by row, before it does it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from quyen.organisation.enums import Fate
from quyen.shared.models import TakenSheet

SHOWN = 500  # rows of one fate on the screen


class Fated(Protocol):
    @property
    def fate(self) -> Fate: ...


Line = TypeVar("Line", bound=Fated)


class Conflict(Exception):
    """Why a row cannot be done, in words for the person."""


@dataclass(frozen=True)
class Account(Generic[Line]):
    """`sign` changes with anything that would come out otherwise."""

    intake: TakenSheet
    lines: tuple[Line, ...]
    sign: str

    @property
    def counts(self) -> dict[str, int]:
        return {fate.value: sum(line.fate == fate for line in self.lines) for fate in Fate}

    @property
    def works(self) -> tuple[Line, ...]:
        """Those that do something."""
        return tuple(line for line in self.lines if line.fate in (Fate.NEW, Fate.CHANGE))

    @property
    def may_be_done(self) -> bool:
        """Rows in conflict are left out."""
        return bool(self.works)

    @property
    def groups(self) -> list[tuple[str, list[Line]]]:
        """The rows of each fate, as many as a screen shows."""
        found = [(fate.value, [one for one in self.lines if one.fate == fate][:SHOWN]) for fate in Fate]
        return [(fate, lines) for fate, lines in found if lines]


def sign_of(said: object) -> str:
    """The same for the same values; `said` holds all that would be done."""
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]
