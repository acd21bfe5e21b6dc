"""A wish looked at before anything is changed, and the sign by which it is carried out as it was seen."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from quyen.accounts.models import User
from quyen.organisation.actions.arrangements import Arrangement, Wish, arrange
from quyen.organisation.queries import Facts, facts_of
from quyen.organisation.queries.looks import Changed
from quyen.organisation.queries.successions import Ahead, ahead


@dataclass(frozen=True)
class Preview:
    """`sign` changes with anything that would come out otherwise."""

    ahead: Ahead
    sign: str
    units: int  # whose facts change


def preview(*, actor: User, wish: Wish) -> Preview:
    """Changes nothing. Raises as `arrange` does."""
    arrangement = arrange(wish)
    founded: dict[int, Facts | None] = {-at: facts for at, facts in enumerate(arrangement.founded, 1)}
    before = {pk: facts_of(row) for pk, row in arrangement.before.items()}
    changed = Changed(before, arrangement.changes | founded, arrangement.parts)
    seen = ahead(actor, wish.kind, changed, wish.day)
    return Preview(seen, sign_of(arrangement), len(changed.after))


def sign_of(arrangement: Arrangement) -> str:
    said = (
        arrangement.wish.day,
        [(pk, facts_of(row)) for pk, row in sorted(arrangement.before.items())],
        sorted(arrangement.changes.items(), key=lambda one: one[0]),
        arrangement.parts,
        arrangement.founded,
    )
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]
