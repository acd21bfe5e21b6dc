"""The same experiment, small enough for the suite."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest

from tests.recovery.crash import experiment


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_nothing_is_lost_or_doubled_by_kill_9() -> None:
    # not below pytest's own folder, which each run of pytest shuts to the database's user anew
    with tempfile.TemporaryDirectory(prefix="quyen-recovery-") as name:
        experiment(Path(name), 10, web=1)  # the files are read by the worker: one web process answers as well
