"""The shared documents' hand-made records: the coverage a careful reader gave, and documents of other matters."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quyen.core.matching import coverage

SHARED = Path(__file__).parents[3].parent / "shared" / "reading"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the shared documents are not here")


def record(name: str) -> dict:
    made = json.loads((SHARED / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return made | {"text": (SHARED / "documents" / f"{name}.txt").read_text(encoding="utf-8")}


@pytest.mark.slow
def test_targets_are_covered_as_a_careful_reader_says():
    gold = json.loads((SHARED / "coverage.json").read_text(encoding="utf-8"))
    names = [name for name in gold["rows"][0]["cells"]]
    found = coverage(gold["parent"], record(gold["parent"]), {name: record(name) for name in names})
    cells = {row["text"]: row["cells"] for row in found["rows"] if row["kind"] == "target"}
    right = total = 0
    for row in gold["rows"]:
        near = max(cells, key=lambda text: len(_words(text) & _words(row["text"])))
        if len(_words(near) & _words(row["text"])) < 0.7 * len(_words(row["text"])):
            continue  # an objective without a figure: these records have none
        for name, want in row["cells"].items():
            total += want != "any"
            right += want == cells[near][name]
    assert total >= 35
    assert right >= 0.9 * total


@pytest.mark.slow
def test_documents_of_other_matters_cover_next_to_nothing():
    names = sorted(path.stem for path in (SHARED / "gold").glob("*.json"))
    others = {name: record(name) for name in names if not name.startswith("seed")}
    rows = coverage("seed_003", record("seed_003"), others)["rows"]
    states = [state for row in rows for state in row["cells"].values()]
    assert states.count("missing") >= 0.97 * len(states)


def _words(text: str) -> set[str]:
    return set(text.lower().replace(",", " ").split())
