"""The second and third annotated sets against the reader: no step back from what it reached."""

from __future__ import annotations

import importlib.util

import pytest

from quyen.core.reading import read, to_record
from tests.golden.places import records


@pytest.mark.parametrize(("name", "bar"), [("second", 0.94), ("third", 0.88)])
def test_the_mean_over_an_annotated_set_is_kept(name, bar, shared) -> None:
    spec = importlib.util.spec_from_file_location("shared_score", shared / "reading" / "score.py")
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    documents = shared / "reading" / "documents"
    means = []
    for stem, gold in records(name, documents).items():
        found = to_record(read((documents / f"{stem}.txt").read_bytes(), f"{stem}.txt"))
        got = scorer.score(gold, found)
        means.append(sum(got.values()) / len(got))
    assert len(means) >= 7
    assert sum(means) / len(means) >= bar, means
