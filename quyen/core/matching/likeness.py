"""How much of a row a claim says, 0..1, and whether it can be said of two rows at once."""

from __future__ import annotations

from quyen.core.matching.portrait import Portrait
from quyen.core.matching.weights import Weigh, mass, share

ABOUT, HAPPENS = 0.6, 0.4  # subject and deed of a target
EASE = 1.35  # deeds are reworded more freely than subjects
OWN_KIND = 0.04
FEW = 0.12  # below this share of a row's weight the words it has for itself do not tell it from another row
HALF = 0.5
LEAST_ABOUT = 0.55  # whatever else agrees, a claim about another subject is another claim

# Kinds of claim that can cover a row of a kind.
COVERS = {
    "target": {"target", "objective", "task", "sentence"},
    "objective": {"objective", "target", "task", "sentence"},
    "task": {"task", "objective", "sentence"},
    "audience": {"audience", "sentence"},
    "topic": {"topic", "sentence", "task"},
}


def likeness(row: Portrait, claim: Portrait, weigh: Weigh) -> float:
    """0 where the claim's kind cannot cover the row's; a claim of the row's own kind goes first among equals."""
    if claim.claim.kind not in COVERS[row.claim.kind]:
        return 0.0
    if row.claim.kind == "target":
        value = _target(row, claim, weigh)
    else:
        value = _passage(row, claim, weigh)
    return min(1.0, value + (OWN_KIND if value and claim.claim.kind == row.claim.kind else 0.0))


def _target(row: Portrait, claim: Portrait, weigh: Weigh) -> float:
    about = _about(row, claim, weigh)
    if about < LEAST_ABOUT:
        return 0.0
    if not row.deed or (claim.claim.kind == "target" and not claim.deed):
        return about
    happens = min(1.0, EASE * share(row.deed, claim.said, weigh))
    return ABOUT * about + HAPPENS * happens


def _about(row: Portrait, claim: Portrait, weigh: Weigh) -> float:
    """How much of the row's subject is the claim's. In a passage without a subject of its own, words that the
    row says again of what is to happen may mean that instead: they count half."""
    about = share(row.subject, claim.subject, weigh)
    if claim.claim.kind == "target":
        return about * (0.85 + 0.15 * max(share(part, row.subject, weigh) for part in claim.parts))
    doubtful = mass(row.again & claim.subject, weigh) / 2
    return about - doubtful / (mass(row.subject, weigh) or 1.0)


def _passage(row: Portrait, claim: Portrait, weigh: Weigh) -> float:
    """Two passages: mostly how much of the row the claim has; a short claim may cover a long row in part."""
    down = share(row.all, claim.all, weigh)
    if claim.claim.kind == "sentence":
        return down
    up = share(claim.all, row.all, weigh)
    if len(claim.all) < HALF * len(row.all) / 2:
        return down
    return 0.75 * max(down, 0.9 * up) + 0.25 * min(down, up)


def told_apart(row: Portrait, owner: Portrait, claim: Portrait, weigh: Weigh) -> bool:
    """True where the claim says what `row` has for itself beside `owner`, the row that it fits best."""
    own = row.all - owner.all
    if mass(own, weigh) < FEW * mass(row.all, weigh):
        return False
    return share(own, claim.all, weigh) >= HALF
