"""What can go out in a bundle: products, and kinds that apps above register here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from quyen.accounts.models import User


@dataclass(frozen=True)
class Thing:
    """One row of a kind, as a bundle shows it: `lacks` says all that keeps it from going out; `is_out`: it is out
    already. `link`: where it is (empty: nowhere for this reader)."""

    pk: int
    title: str
    note: str = ""
    link: str = ""
    lacks: tuple[str, ...] = ()
    is_out: bool = False


@dataclass(frozen=True)
class Outcome:
    """`lacks`: by number what kept rows from going out; where there is any, nothing may have been changed. `moved`: rows
    that are now found under another number."""

    lacks: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    moved: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class BundleKind:
    """`found` gives those of the numbers that there are, in a fixed number of queries, as they stand when all go out
    together; `offered` those of a unit that a person may put in. `release` runs inside the bundle's transaction: it takes
    its locks in the order of the numbers, asks for the permission of the person in whose name it is done, and lets all of
    them out, or says for each what it lacks; whatever it changed is taken back where anything in the bundle lacks."""

    name: str  # "library.Product"
    word: str
    found: Callable[[Sequence[int]], Sequence[Thing]]
    offered: Callable[[User, int], Sequence[Thing]]
    release: Callable[[User, Sequence[int]], Outcome]


_KINDS: dict[str, BundleKind] = {}


def register_bundle_kind(kind: BundleKind) -> None:
    """Called by an app when it is ready. Raises ValueError for a name that is taken."""
    if kind.name in _KINDS:
        raise ValueError(f"the kind {kind.name} is registered already")
    _KINDS[kind.name] = kind


def forget_bundle_kind(name: str) -> None:
    _KINDS.pop(name, None)


def bundle_kinds() -> tuple[BundleKind, ...]:
    return tuple(_KINDS.values())


def bundle_kind(name: str) -> BundleKind | None:
    return _KINDS.get(name)
