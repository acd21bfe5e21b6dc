"""The shared documents: coverage of the national scheme as proposed, before any person."""

from __future__ import annotations

import json
from difflib import SequenceMatcher

import pytest

from quyen.core.text.folding import fold_loose
from quyen.plans.actions.coverage import propose_matches
from quyen.plans.models import Match
from tests.factories.real import load_confirmed

pytestmark = pytest.mark.slow


def likeness(one: str, two: str) -> float:
    return SequenceMatcher(None, fold_loose(one).split(), fold_loose(two).split(), autojunk=False).ratio()


def test_the_coverage_of_the_national_scheme(owner, unit, shared) -> None:
    gold = json.loads((shared / "reading" / "coverage.json").read_text(encoding="utf-8"))
    names = [gold["parent"], *gold["rows"][0]["cells"]]
    plans = {name: load_confirmed(unit, shared / "reading" / "documents" / f"{name}.txt") for name in names}
    parent = plans.pop(gold["parent"])
    cells = propose_matches(actor=owner, parent=parent, children=plans.values())
    matches = list(Match.objects.select_related("parent_item", "child__source"))
    right, wrong = 0, []
    for row in gold["rows"]:
        nearest = max((m.parent_item for m in matches), key=lambda item: likeness(row["text"], item.text))
        for name, state in row["cells"].items():
            if state == "any":
                continue
            said = next(m for m in matches if m.parent_item_id == nearest.pk and m.child_id == plans[name].pk)
            if said.state == state:
                right += 1
            else:
                wrong.append(f"{row['code']} {name}: {said.state}, not {state} ({said.sure:.2f})")
    share = right / (right + len(wrong))
    print(f"{cells} cells; {share:.3f} right; wrong: {wrong}")
    assert share >= 0.9, wrong
    assert propose_matches(actor=owner, parent=parent, children=plans.values()) == 0
