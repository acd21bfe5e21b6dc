"""Reads go on without either server, writes are refused or kept: the experiment in small."""

import tempfile
from pathlib import Path

import pytest

from tests.replica.experiment import experiment
from tests.replica.pair import tables_of_tests


@pytest.mark.slow
def test_one_of_two_servers_is_enough_to_read_and_nothing_acknowledged_is_lost(
    django_db_setup, django_db_blocker
) -> None:
    with django_db_blocker.unblock():
        tables = tables_of_tests()
    said: list[str] = []
    # not below pytest's own folder, which each run of pytest shuts to the database's user anew
    with tempfile.TemporaryDirectory(prefix="quyen-replica-") as name:
        experiment(Path(name), tables, said.append, times=1)
    assert said[-1].endswith(" 0 missing")
