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
LOCAL = (
    0.4  # an audience is a short list, a paragraph a long one; what says much besides does not mean the row
)
PART = 0.35  # a claim that says less of a row than this does not cover it in part
LEAST_HAPPENS = 0.12  # nor is one that has quite another thing happen to it
LEAST_ABOUT = 0.55  # whatever else agrees, a claim about another subject is another claim

# Kinds of claim that can cover a row of a kind.
COVERS = {
    "target": {"target", "objective", "task", "sentence"},
    "objective": {"objective", "target", "task", "sentence", "paragraph"},
    "task": {"task", "objective", "sentence", "paragraph"},
    "audience": {"audience", "sentence", "paragraph"},
    "topic": {"topic", "sentence", "paragraph", "task"},
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
    """A target with a target, or with that sentence of a passage that says most of it."""
    if claim.claim.kind != "target":
        return max(_mention(row, part, weigh) for part in claim.parts)
    about = share(row.subject, claim.subject, weigh)
    about *= 0.85 + 0.15 * max(share(part, row.subject, weigh) for part in claim.parts)
    if _slight(row, weigh):
        return about if about >= LEAST_ABOUT else 0.0
    if not claim.deed:
        return about * UNSAID if about >= LEAST_ABOUT else 0.0
    return _both(about, share(row.deed, claim.said, weigh))


def _mention(row: Portrait, said: frozenset[str], weigh: Weigh) -> float:
    """A sentence has no subject of its own: words that the row says again of what is to happen may mean that
    instead and count half."""
    doubtful = mass(row.again & said, weigh) / 2
    about = share(row.subject, said, weigh) - doubtful / (mass(row.subject, weigh) or 1.0)
    if _slight(row, weigh):
        return about * UNSAID if about >= LEAST_ABOUT else 0.0
    return _both(about, share(row.deed, said, weigh))


def _both(about: float, happens: float) -> float:
    if about < LEAST_ABOUT or happens < LEAST_HAPPENS:
        return 0.0
    return ABOUT * about + HAPPENS * min(1.0, EASE * happens)


def _slight(row: Portrait, weigh: Weigh) -> bool:
    """The row says next to nothing besides its subject."""
    return mass(row.deed, weigh) < SLIGHT * mass(row.subject, weigh)


def _passage(row: Portrait, claim: Portrait, weigh: Weigh) -> float:
    """Two passages: how much of the row the claim has, or of the claim the row has, where it covers a good part of
    a long row. Weighty words left over on both sides are one thing put in the place of another."""
    down, up = share(row.all, claim.all, weigh), share(claim.all, row.all, weigh)
    if claim.claim.kind in ("sentence", "paragraph"):
        short = row.claim.kind == "audience" or claim.claim.kind == "paragraph"
        return 0.0 if short and up < LOCAL else down
    if down < PART:
        return down
    swapped = SWAPPED / 2 if row.claim.kind == "audience" else SWAPPED
    return max(down, 0.9 * up) - swapped * min(1 - down, 1 - up)


def told_apart(row: Portrait, owner: Portrait, claim: Portrait, weigh: Weigh) -> bool:
    """True where the claim says what `row` has for itself beside `owner`, the row that it fits best. A task and a
    target may well stand in one passage."""
    if row.claim.kind != owner.claim.kind:
        return True
    own = row.subject - owner.subject
    if mass(own, weigh) >= FEW * mass(row.subject, weigh):
        return share(own, claim.subject, weigh) >= HALF
    own = row.all - owner.all
    if mass(own, weigh) >= FEW * mass(row.all, weigh):
        return share(own, claim.all, weigh) >= HALF
    few = {term for term in own if " " not in term}
    return bool(few) and few <= claim.all
