"""python -m tests.replica [TIMES]: the experiment by hand."""

import sys
import tempfile
from pathlib import Path

import django

django.setup()

from tests.replica.experiment import experiment  # noqa: E402
from tests.replica.pair import tables_of_tests  # noqa: E402

with tempfile.TemporaryDirectory(prefix="quyen-replica-") as name:
    experiment(Path(name), tables_of_tests(), times=int(sys.argv[1]) if len(sys.argv) > 1 else 20)
print("kept: reads went on, nothing acknowledged was lost")
