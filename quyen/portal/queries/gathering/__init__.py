"""What can be found: of each kind a gatherer, `gather(numbers)` for some objects or for all (None)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from quyen.portal.enums import EntryKind
from quyen.portal.queries.gathering.gathered import Gathered

Gatherer = Callable[[Collection[int] | None], Iterable[Gathered]]

GATHERERS: dict[str, Gatherer] = {}

__all__ = ["GATHERERS", "EntryKind", "Gathered", "Gatherer"]
