"""How much of a row a claim says, 0..1, and whether it can be said of two rows at once."""

from __future__ import annotations

from quyen.core.matching.figures import equal
from quyen.core.matching.portrait import Portrait
from quyen.core.matching.weights import Weigh, mass, share

ABOUT, HAPPENS = 0.6, 0.4  # subject and deed of a target
EASE = 1.35  # deeds are reworded more freely than subjects
OWN_KIND = 0.12  # a sentence goes before an item of the record only where it says far more of the row
CLOSER, TIE = 0.04, 0.03
FEW = 0.12  # below this share of a row's weight the words it has for itself do not tell it from another row
HALF = 0.5
SWAPPED = 0.8  # half of it for audiences: lists of groups, of which each plan names its own
SLIGHT = 0.15
UNSAID = 0.9  # the subject agrees and nothing is known of what is to happen
LOCAL = 0.4  # an audience is a short list; a sentence that says much besides does not name it as one
LEAST_HAPPENS = 0.12  # nor is one that has quite another thing happen to it
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
    """0..1; 0 where the claim's kind cannot cover the row's."""
    if claim.claim.kind not in COVERS[row.claim.kind]:
        return 0.0
    compare = _target if row.claim.kind == "target" else _passage
    return compare(row, claim, weigh)


def preference(row: Portrait, claim: Portrait, weigh: Weigh) -> float:
    """What settles a draw between two claims alike: an item of the row's own kind, the claim that says less
    besides, an equal figure, an equal year."""
    one, two = row.claim, claim.claim
    gain = CLOSER * share(claim.all, row.all, weigh) + (OWN_KIND if one.kind == two.kind else 0.0)
    if one.figure and two.figure and equal(one.figure, two.figure):
        gain += TIE
    if one.year and two.year:
        gain += TIE if one.year == two.year else -TIE
    return gain


def _target(row: Portrait, claim: Portrait, weigh: Weigh) -> float:
    about = _about(row, claim, weigh)
    if about < LEAST_ABOUT:
        return 0.0
    if _slight(row, weigh):
        return about * (UNSAID if claim.claim.kind == "sentence" else 1.0)
    if claim.claim.kind == "target" and not claim.deed:
        return about * UNSAID
    happens = share(row.deed, claim.said, weigh)
    if happens < LEAST_HAPPENS:
        return 0.0
    return ABOUT * about + HAPPENS * min(1.0, EASE * happens)


def _slight(row: Portrait, weigh: Weigh) -> bool:
    """The row says next to nothing besides its subject."""
    return mass(row.deed, weigh) < SLIGHT * mass(row.subject, weigh)


def _about(row: Portrait, claim: Portrait, weigh: Weigh) -> float:
    """How much of the row's subject is the claim's. In a passage without a subject of its own, words that the
    row says again of what is to happen may mean that instead: they count half."""
    about = share(row.subject, claim.subject, weigh)
    if claim.claim.kind == "target":
        return about * (0.85 + 0.15 * max(share(part, row.subject, weigh) for part in claim.parts))
    doubtful = mass(row.again & claim.subject, weigh) / 2
    return about - doubtful / (mass(row.subject, weigh) or 1.0)


def _passage(row: Portrait, claim: Portrait, weigh: Weigh) -> float:
    """Two passages: how much of the row the claim has, or of the claim the row has, where it covers a long row in
    part. Weighty words left over on both sides are one thing put in the place of another."""
    down = share(row.all, claim.all, weigh)
    if claim.claim.kind == "sentence" and row.claim.kind != "audience":
        return down
    up = share(claim.all, row.all, weigh)
    if claim.claim.kind == "sentence":
        return down if up >= LOCAL else 0.0
    if len(claim.all) < len(row.all) / 4:
        return down
    swapped = SWAPPED / 2 if row.claim.kind == "audience" else SWAPPED
    return max(down, 0.9 * up) - swapped * min(1 - down, 1 - up)


def told_apart(row: Portrait, owner: Portrait, claim: Portrait, weigh: Weigh) -> bool:
    """True where the claim says what `row` has for itself beside `owner`, the row that it fits best."""
    own = row.subject - owner.subject
    if mass(own, weigh) >= FEW * mass(row.subject, weigh):
        return share(own, claim.subject, weigh) >= HALF
    own = row.all - owner.all
    if mass(own, weigh) >= FEW * mass(row.all, weigh):
        return share(own, claim.all, weigh) >= HALF
    few = {term for term in own if " " not in term}
    return bool(few) and few <= claim.all
