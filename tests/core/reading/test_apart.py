"""A reading in a process of its own: what it brings back, and what its limits stop."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from quyen.core.errors import DamagedFile, TookTooLong, TooLarge, UnknownKind
from quyen.core.reading import apart
from quyen.core.reading.apart import ReaderBroke, read_apart

PLAN = "KẾ HOẠCH\nTruyền thông năm 2025\n\nI. MỤC TIÊU\n- 80% trường học có góc thông tin.\n"


def read(tmp_path: Path, data: bytes, *, seconds: float = 60, megabytes: int = 1000, **more):
    path = tmp_path / "file"
    path.write_bytes(data)
    return read_apart(path, "ke hoach.txt", seconds=seconds, megabytes=megabytes, **more)


@pytest.mark.slow
def test_a_record_comes_back_with_its_stages(tmp_path: Path) -> None:
    heard: list[str] = []
    outcome = read(tmp_path, PLAN.encode(), on_stage=heard.append)
    assert outcome.record["text"].startswith("KẾ HOẠCH")
    assert outcome.version == outcome.record["reader_version"]
    assert heard == ["open", "read", "write"]


@pytest.mark.slow
def test_what_the_reader_refuses_is_refused_here(tmp_path: Path) -> None:
    with pytest.raises(UnknownKind) as refused:
        read(tmp_path, bytes(range(256)) * 40)
    assert refused.value.advice
    with pytest.raises(DamagedFile, match="rỗng"):
        read(tmp_path, b"")


@pytest.mark.slow
def test_a_reading_over_its_time_is_stopped(tmp_path: Path) -> None:
    began = time.monotonic()
    with pytest.raises(TookTooLong, match=r"0\.05 giây"):
        read(tmp_path, PLAN.encode(), seconds=0.05)
    assert time.monotonic() - began < 5


@pytest.mark.slow
def test_a_reading_over_its_memory_is_stopped(tmp_path: Path) -> None:
    with pytest.raises((TooLarge, TookTooLong), match="bộ nhớ"):
        read(tmp_path, PLAN.encode() * 300_000, megabytes=60)


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A Python that runs a script of ours instead of the reader."""

    def make(script: str) -> None:
        program = tmp_path / "python"
        program.write_text(f"#!/bin/sh\nexec {sys.executable} -c '{script}'\n")
        program.chmod(0o755)
        monkeypatch.setattr(apart.sys, "executable", str(program))

    return make


def test_a_reader_that_breaks_is_no_fault_of_the_file(tmp_path: Path, stand_in) -> None:
    stand_in('raise SystemExit("trace of the fault")')
    with pytest.raises(ReaderBroke) as broke:
        read(tmp_path, b"x")
    assert "trace of the fault" in broke.value.detail
    assert "trace" not in str(broke.value)


@pytest.mark.slow
def test_children_of_a_stopped_reading_end_with_it(tmp_path: Path, stand_in) -> None:
    mark = tmp_path / "alive"
    stand_in(f'import subprocess,time; subprocess.Popen(["sh","-c","sleep 1; touch {mark}"]); time.sleep(30)')
    with pytest.raises(TookTooLong):
        read(tmp_path, b"x", seconds=0.5)
    time.sleep(1.2)
    assert not mark.exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's death")
def test_a_killed_parent_leaves_no_reader_behind(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(PLAN.encode() * 60_000)  # long enough to be caught at work
    script = (
        "from pathlib import Path; from quyen.core.reading.apart import read_apart; import sys\n"
        "read_apart(Path(sys.argv[1]), 'a.txt', seconds=60, megabytes=2000, on_stage=lambda s: print(s, flush=True))"
    )
    house = Path(apart.__file__).parents[3]
    parent = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, cwd=house, text=True
    )
    assert parent.stdout is not None
    assert [parent.stdout.readline().strip() for _ in range(2)] == ["open", "read"]
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 10
    while _readers_of(path) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _readers_of(path)


def _readers_of(path: Path) -> list[str]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = entry.read_bytes().decode("utf-8", "replace")
        except OSError:
            continue
        if "quyen.core.reading.worker" in command and str(path) in command:
            found.append(command)
    return found
