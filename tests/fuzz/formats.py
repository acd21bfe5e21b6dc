"""Fuzzing of the format readers: python -m tests.fuzz.formats --count 2000 [--start N] [--programs] [--folder DIR]

Every file is read in a worker with a limit of time and memory; a worker that dies or hangs is counted and a new
one takes its place. The last line holds the counts; the exit status is 1 where anything but a document or an
error of our own came out. `--programs` lets LibreOffice and Tesseract run too (slow). `--folder` damages the files of a
folder instead of making files.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import resource
import shutil
import sys
import tempfile
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

from tests.core.reading.formats.mutations import case, harmed, harmed_members
from tests.core.reading.formats.trials import trial

SECRET = "không ai được đọc dòng này"
SECONDS = 20  # for one file
MEMORY = 2 << 30  # bytes of address space of one worker


def of_folder(number: int, folder: str) -> tuple[str, bytes]:
    """A file of a folder, damaged in the way of that number; inside its members where it is a zip."""
    chance = random.Random(number)
    files = sorted(path for path in Path(folder).rglob("*") if path.is_file())
    path = chance.choice(files)
    data = path.read_bytes()
    inside = data.startswith(b"PK") and chance.random() < 0.7
    return path.name, harmed_members(data, chance, "/etc/hostname") if inside else harmed(data, chance)


def work(pipe: Connection, canary: str, programs: bool, folder: str) -> None:
    """Reads the files whose numbers come in, answers with how each went."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if not programs:
        shutil.which = lambda *_, **__: None  # type: ignore[assignment]
    while (number := pipe.recv()) is not None:
        try:
            pipe.send(trial(*(of_folder(number, folder) if folder else case(number, canary)), SECRET))
        except BaseException as error:
            pipe.send(f"CRASH: {error!r:.200}")


class Worker:
    """A process that reads one file after the other and is replaced when it fails."""

    def __init__(self, canary: str, programs: bool, folder: str) -> None:
        self._options = (canary, programs, folder)
        self._begin()

    def _begin(self) -> None:
        self._pipe, end = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=work, args=(end, *self._options), daemon=True)
        self._process.start()
        end.close()

    def read(self, number: int) -> str:
        self._pipe.send(number)
        try:
            if self._pipe.poll(SECONDS * 3 if self._options[1] else SECONDS):
                return str(self._pipe.recv())
            said = "HANG"
        except (EOFError, ConnectionError):
            self._process.join(5)
            said = f"DIED: {self._process.exitcode}"
        self.stop()
        self._begin()
        return said

    def stop(self) -> None:
        self._process.kill()
        self._process.join()


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--start", type=int, default=0)
    options.add_argument("--programs", action="store_true")
    options.add_argument("--folder", default="")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        canary = Path(folder) / "canary"
        canary.write_text(SECRET)
        worker = Worker(str(canary), chosen.programs, chosen.folder)
        counts: Counter[str] = Counter()
        for number in range(chosen.start, chosen.start + chosen.count):
            outcome = worker.read(number)
            if ":" in outcome or outcome == "HANG":
                print(f"{number}: {outcome}", flush=True)
            counts[outcome.partition(":")[0]] += 1
        worker.stop()
    bad = sum(counts[name] for name in ("CRASH", "HANG", "DIED", "stumble"))
    print(
        f"{chosen.count} files, {bad} bad: "
        + ", ".join(f"{name} {count}" for name, count in counts.most_common())
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
