"""What counts as evidence beside files and links: items of the apps above, which register their kinds here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quyen.accounts.models import User


@dataclass(frozen=True)
class EvidenceItem:
    """A row of another app, as it is shown: what it is called, and where it is (empty: nowhere for this person)."""

    pk: int
    title: str
    link: str = ""


@dataclass(frozen=True)
class EvidenceSort:
    """A kind of item that an app above offers. `found` returns those of the numbers that there are, in one query;
    `offered` those that a person may bring as evidence."""

    name: str  # "press.Briefing"
    word: str
    found: Callable[[Sequence[int]], Sequence[EvidenceItem]]
    offered: Callable[[User], Sequence[EvidenceItem]]


_SORTS: dict[str, EvidenceSort] = {}


def register_evidence(sort: EvidenceSort) -> None:
    """Called by an app above when it is ready; the same name twice is a fault. Raises ValueError."""
    if sort.name in _SORTS:
        raise ValueError(f"evidence of the kind {sort.name} is registered already")
    _SORTS[sort.name] = sort


def forget_evidence(name: str) -> None:
    """Takes a kind back."""
    _SORTS.pop(name, None)


def evidence_sorts() -> tuple[EvidenceSort, ...]:
    return tuple(_SORTS.values())


def evidence_sort(name: str) -> EvidenceSort | None:
    return _SORTS.get(name)
