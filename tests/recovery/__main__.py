"""python -m tests.recovery [FILES]: the experiment at full size, by hand."""

import sys
import tempfile
from pathlib import Path

from tests.recovery.crash import experiment

count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
with tempfile.TemporaryDirectory(prefix="quyen-recovery-") as name:
    experiment(Path(name), count)
print("kept: every file read once, none lost")
