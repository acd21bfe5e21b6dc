"""Which claim goes to which row, so that no row takes the match of another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Scores = Mapping[tuple[int, int], float]  # (row, claim) -> likeness
Shares = Callable[[int, int, int], bool]  # may `row` use `claim` beside `owner`?


def assign(scores: Scores, may_share: Shares) -> dict[int, int]:
    """Row -> claim. The best pairs first; a claim serves a second row only where `may_share(row, owner, claim)`.

    A row left without gets its claim after all where the owner has another free one and both together gain."""
    taken: dict[int, int] = {}
    owners: dict[int, list[int]] = {}
    for row, claim in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if row not in taken and all(may_share(row, owner, claim) for owner in owners.get(claim, ())):
            taken[row] = claim
            owners.setdefault(claim, []).append(row)
    for row in sorted({row for row, _ in scores} - set(taken)):
        _move(row, scores, taken, owners)
    return taken


def _move(row: int, scores: Scores, taken: dict[int, int], owners: dict[int, list[int]]) -> None:
    wanted = [claim for other, claim in scores if other == row and len(owners.get(claim, ())) == 1]
    for claim in sorted(wanted, key=lambda claim: -scores[row, claim]):
        owner = owners[claim][0]
        free = [other for held, other in scores if held == owner and not owners.get(other)]
        best = max(free, key=lambda other: scores[owner, other], default=None)
        if best is not None and scores[owner, best] + scores[row, claim] > scores[owner, claim]:
            taken[owner], taken[row] = best, claim
            owners[claim], owners[best] = [row], [owner]
            return
