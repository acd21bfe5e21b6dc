"""Reads go on without either server, writes are refused or kept: the experiment in small."""

import pytest

from tests.replica.experiment import experiment
from tests.replica.pair import tables_of_tests


@pytest.mark.slow
def test_one_of_two_servers_is_enough_to_read_and_nothing_acknowledged_is_lost(
    tmp_path, django_db_setup, django_db_blocker
) -> None:
    with django_db_blocker.unblock():
        tables = tables_of_tests()
    said: list[str] = []
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)  # where the tests are root's, the servers have a user of their own
    experiment(tmp_path, tables, said.append, times=1)
    assert said[-1].endswith(" 0 missing")
