"""A quick share of the fuzzing; the whole of it: python -m tests.fuzz.formats"""

import pytest

from tests.core.reading.formats.mutations import case
from tests.core.reading.formats.trials import trial

SECRET = "không ai được đọc dòng này"


@pytest.fixture(autouse=True)
def no_programs(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)


@pytest.mark.slow
def test_a_hundred_and_fifty_damaged_files_give_a_document_or_a_clear_error(tmp_path):
    canary = tmp_path / "canary"
    canary.write_text(SECRET)
    outcomes = [trial(*case(number, str(canary)), SECRET) for number in range(150)]
    assert outcomes.count("read") > 50
    assert len(set(outcomes)) > 4
    assert not [outcome for outcome in outcomes if outcome.startswith("stumble")]
