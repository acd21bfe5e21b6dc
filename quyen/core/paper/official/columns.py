"""How wide the columns of a ruled table are: by the shares asked for, but none so narrow that a date or a number breaks."""

from __future__ import annotations

from collections.abc import Sequence

from quyen.core.paper.measure import width
from quyen.core.paper.page import MM, PADDING

CELL = 12  # points in tables
_SLACK = 1.05  # the widths are rounded, and each program rounds in its own way
_MOST = 0.3  # of the table for the sake of one word: a longer word (an address) may break


def column_widths(
    titles: Sequence[str],
    rows: Sequence[Sequence[str]],
    shares: Sequence[float],
    aligns: Sequence[str],
    wide: float,
) -> tuple[float, ...]:
    """Millimetres of each column, `wide` together. A column is at least as wide as its longest word, and as its
    longest cell where it holds figures ("right"); the others keep the ratio of their shares."""
    least = [
        min(_longest([titles[at], *(row[at] for row in rows)], whole=align == "right"), _MOST * wide)
        for at, align in enumerate(aligns)
    ]
    if sum(least) >= wide:  # no room to choose: as asked for
        return tuple(wide * share / sum(shares) for share in shares)
    held: set[int] = set()
    while True:
        free = wide - sum(least[at] for at in held)
        whole = sum(share for at, share in enumerate(shares) if at not in held)
        made = [least[at] if at in held else free * share / whole for at, share in enumerate(shares)]
        short = {at for at, one in enumerate(made) if one < least[at]}
        if not short:
            return tuple(made)
        held |= short


def _longest(cells: Sequence[str], *, whole: bool) -> float:
    """Room for the widest word of a column, its title first, in millimetres with what is left free at the sides;
    `whole`: its cells are not broken at all."""
    said = set(cells[1:]) if whole else {word for cell in set(cells) for word in cell.split()}
    widest = max(width(one, CELL, "serif") for one in (*cells[0].split(), *said, ""))
    return widest * _SLACK / MM + PADDING
