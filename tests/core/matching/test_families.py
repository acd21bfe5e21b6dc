"""Known edits of self-written plans: the right cell for each, over many children."""

from __future__ import annotations

import pytest

from quyen.core.matching import coverage
from tests.core.matching.families import CHILDREN, DIGITAL, POVERTY
from tests.core.matching.families_held_out import WATER, WOMEN
from tests.core.matching.growing import parent, tally

SEEDS = 6
KNOWN = (POVERTY, DIGITAL, CHILDREN)
HELD_OUT = (WATER, WOMEN)


@pytest.mark.slow
@pytest.mark.parametrize("families", [KNOWN, HELD_OUT], ids=["known", "held out"])
def test_cells_are_right_for_each_edit(families):
    counts = tally(families, SEEDS)
    poor = {edit: pair for edit, pair in counts.items() if pair[0] < 0.9 * pair[1]}
    assert not poor
    assert set(counts) == {
        "same", "narrower", "reworded", "changed", "dropped", "similar", "left out", "joint",
    }  # fmt: skip


@pytest.mark.parametrize("family", KNOWN + HELD_OUT, ids=lambda family: family.name)
def test_another_sector_covers_nothing(family):
    others = {other.name: parent(other) for other in KNOWN + HELD_OUT if other is not family}
    cells = [
        state for row in coverage("a", parent(family), others)["rows"] for state in row["cells"].values()
    ]
    assert cells.count("missing") >= 0.95 * len(cells)
