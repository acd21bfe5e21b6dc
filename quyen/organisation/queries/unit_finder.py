"""The unit that a person means by what they typed: its code, its name, or "name › the one above it"."""

from __future__ import annotations

from dataclasses import dataclass, field

from quyen.accounts.models import User
from quyen.core.text.folding import fold_loose
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.organisation.queries.access import unit_ids

ABOVE = "›"  # no unit's name holds it


@dataclass(frozen=True)
class Found:
    """`units`: those meant, one where it is plain. `foreign`: some exist, but the person looks after none of them."""

    units: tuple[int, ...]
    foreign: bool = False


@dataclass
class UnitFinder:
    """Two queries for any number of look-ups. A name that several bear means the one that the person looks after."""

    user: User
    names: dict[int, str] = field(default_factory=dict)
    governed: set[int] = field(default_factory=set)
    _by_word: dict[str, list[int]] = field(default_factory=dict)
    _parent: dict[int, int | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows = list(
            Unit.objects.active().order_by("pk").values_list("pk", "name", "short_name", "code", "parent")
        )
        self.names = {row[0]: row[1] for row in rows}
        for pk, name, short_name, code, parent in rows:
            for word in {_bare(name), _bare(short_name), code} - {""}:
                self._by_word.setdefault(word, []).append(pk)
            self._parent[pk] = parent
        self.governed = set(unit_ids(self.user, Role.ADMINISTRATOR)) & self.names.keys()

    def find(self, text: str) -> Found:
        name, _sign, above = (part.strip() for part in text.partition(ABOVE))
        found = self._by_word.get(name) or self._by_word.get(_bare(name), [])
        if above:
            found = [unit for unit in found if _bare(self._above(unit)) == _bare(above)]
        own = tuple(unit for unit in found if unit in self.governed)
        return Found(own, foreign=bool(found) and not own)

    def word(self, unit: int) -> str:
        """What finds exactly this unit again."""
        name = self.names.get(unit, "")
        if len(self._by_word.get(_bare(name), [])) < 2:
            return name
        return f"{name} {ABOVE} {self._above(unit)}"

    def _above(self, unit: int) -> str:
        parent = self._parent[unit]
        return self.names.get(parent, "") if parent else ""


def _bare(text: str) -> str:
    return " ".join(fold_loose(text).split())
