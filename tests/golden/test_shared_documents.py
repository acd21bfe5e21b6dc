"""The reader against hand-made records of real documents, by the score that judges it from outside.

Runs only where the folder of real documents stands beside the project.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from quyen.core.reading import read, to_record

BAR = 0.92


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    """The score program of the shared folder, as a module."""
    spec = importlib.util.spec_from_file_location("shared_score", shared / "reading" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def scores(shared: Path, scorer: ModuleType) -> dict[str, dict[str, float]]:
    found = {}
    for gold in sorted((shared / "reading" / "gold").glob("*.json")):
        source = shared / "reading" / "documents" / f"{gold.stem}.txt"
        record = to_record(read(source.read_bytes(), source.name))
        found[gold.stem] = scorer.score(json.loads(gold.read_text()), record)
    return found


def test_the_mean_over_the_documents_reaches_the_bar(scores: dict[str, dict[str, float]]) -> None:
    means = [sum(one.values()) / len(one) for one in scores.values()]
    assert len(means) >= 11
    assert sum(means) / len(means) >= BAR


def test_no_document_falls_far_behind(scores: dict[str, dict[str, float]]) -> None:
    low = {name: one for name, one in scores.items() if sum(one.values()) / len(one) < BAR - 0.1}
    assert low == {}


def test_every_shared_document_is_read_with_places_inside_its_text(shared: Path) -> None:
    for source in sorted((shared / "reading" / "documents").glob("*.txt")):
        record = to_record(read(source.read_bytes(), source.name))
        size = len(record["text"])
        for item in record["tasks"] + record["targets"] + record["citations"] + record["findings"]:
            assert 0 <= item["at"][0] < item["at"][1] <= size, source.name
