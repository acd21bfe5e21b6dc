"""Which rows of a document above a document below covers, covers differently or leaves out: a proposal.

    record --claims--> Plan --sentences, portrait--> Portrait --likeness--> scores --assign--> Cell per row

A person confirms or rejects each cell; `sure` only orders what they are shown first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quyen.core.matching.assign import assign
from quyen.core.matching.claims import Claim, Plan
from quyen.core.matching.likeness import likeness, preference, told_apart
from quyen.core.matching.portrait import Portrait, portrait, shared_words
from quyen.core.matching.sentences import sentences
from quyen.core.matching.verdict import MISSING, Verdict, missing, verdict
from quyen.core.matching.weights import Index, Weigh, weigher

NEAREST = 12  # claims looked at for one row; the twelfth nearest never won in the families of the tests

# The least likeness at which a claim is proposed, by the row's kind: for an item of the record, for a sentence.
BARS = {
    "target": (0.55, 0.68),
    "objective": (0.5, 0.6),
    "task": (0.47, 0.62),
    "audience": (0.45, 0.78),
    "topic": (0.45, 0.62),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A proposal for one row and one child. `claim` is the child's, None where missing; `reason` is for a
    person to read, in Vietnamese; `above` and `below` are the two values as said where they differ; `lower`
    where the child's figure asks for less than the parent's."""

    row: Claim
    state: str  # "covered", "differs", "missing"
    reason: str
    sure: float
    claim: Claim | None = None
    above: str | None = None
    below: str | None = None
    lower: bool = False


def propose(parent: Plan, child: Plan) -> tuple[Cell, ...]:
    """One cell for each of the parent's claims, in their order."""
    rows = portraits(parent)
    return propose_rows(rows, child)


def portraits(parent: Plan) -> tuple[Portrait, ...]:
    """The parent's rows made ready once for any number of children."""
    return tuple(portrait(claim, shared_words(claim, parent.text)) for claim in parent.claims)


def propose_rows(rows: Sequence[Portrait], child: Plan) -> tuple[Cell, ...]:
    """As `propose`, with rows made ready by `portraits`."""
    below = [portrait(claim, shared_words(claim, child.text)) for claim in child.claims + sentences(child)]
    weigh = weigher([one.all for one in rows] + [one.all for one in below])
    scores, near = _scores(rows, below, weigh)

    def may_share(row: int, owner: int, claim: int) -> bool:
        return told_apart(rows[row], rows[owner], below[claim], weigh)

    taken = assign(scores, may_share)
    uses = Counter(taken.values())
    cells = []
    for number, row in enumerate(rows):
        place = taken.get(number)
        if place is None:
            cells.append(_cell(row, missing(near.get(number, 0.0)), None))
        else:
            found = verdict(row, below[place], likeness(row, below[place], weigh), joint=uses[place] > 1)
            cells.append(_cell(row, found, below[place].claim))
    return tuple(cells)


def _cell(row: Portrait, found: Verdict, claim: Claim | None) -> Cell:
    return Cell(
        row=row.claim,
        state=found.state,
        reason=found.reason,
        sure=found.sure,
        claim=None if found.state == MISSING else claim,
        above=found.above,
        below=found.below,
        lower=found.lower,
    )


def _scores(
    rows: Sequence[Portrait], below: Sequence[Portrait], weigh: Weigh
) -> tuple[dict[tuple[int, int], float], dict[int, float]]:
    """Likeness of the pairs over the bar, and for each row the likeness of its nearest claim whatever the bar."""
    index = Index([one.all for one in below])
    scores: dict[tuple[int, int], float] = {}
    near: dict[int, float] = {}
    for number, row in enumerate(rows):
        for place in index.nearest(row.all, weigh, most=NEAREST):
            alike = likeness(row, below[place], weigh)
            near[number] = max(alike, near.get(number, 0.0))
            if alike >= _bar(row.claim, below[place].claim):
                scores[number, place] = alike + preference(row, below[place], weigh)
    return scores, near


def _bar(row: Claim, claim: Claim) -> float:
    item, sentence = BARS[row.kind]
    own = claim.kind == row.kind
    free = claim.kind in ("sentence", "paragraph")
    return item if own or not (free or row.kind == "target") else sentence
