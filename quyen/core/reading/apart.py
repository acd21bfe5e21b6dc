"""Reads a file in a process of its own, under limits of time and memory, so that no file can harm the reader
of the next one."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quyen.core import errors
from quyen.core.errors import FileRefused, ProgramMissing, QuyenError, TookTooLong

_AGAIN = "Tệp vẫn được giữ nguyên. Hãy bấm “Đọc lại”; nếu vẫn lỗi, báo người quản trị kèm tên tệp."
_NOTE_BYTES = 4_000  # of standard error, kept for the administrator's log


class ReaderBroke(QuyenError):
    """The reader itself failed (its own fault, not the file's). `detail` is for the log, not the screen."""

    advice = _AGAIN

    def __init__(self, message: str, *, detail: str = "") -> None:
        super().__init__(message)
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Outcome:
    """The record of one reading, the reader's version, and how long reading alone took (seconds)."""

    record: dict[str, Any]
    version: str
    seconds: float


def read_apart(
    path: Path,
    name: str,
    *,
    seconds: float,
    megabytes: int,
    maker: str = "",
    on_stage: Callable[[str], None] = lambda _stage: None,
) -> Outcome:
    """The record of a file. `on_stage` hears "open", "read", "write" as they begin. `maker` "module:function": what makes
    the record of (bytes, name), where it is not that of a plan.

    Errors: those of `quyen.core.errors` as the reader raised them; TookTooLong past either limit;
    ReaderBroke where the process ended without an answer.
    """
    with tempfile.TemporaryDirectory(prefix="quyen-") as folder:
        out, noise = Path(folder, "answer.json"), Path(folder, "stderr")
        command = [
            sys.executable,
            "-m",
            "quyen.core.reading.worker",
            str(path),
            name,
            str(out),
            str(megabytes),
            *([maker] if maker else []),
        ]
        with noise.open("wb") as stderr, _started(command, folder, stderr) as process:
            ended = _follow(process, time.monotonic() + seconds, on_stage)
        if not ended:
            raise TookTooLong(f"Đọc tệp này quá {seconds:g} giây nên đã dừng lại.")
        if process.returncode != 0:
            raise _broke(process.returncode, megabytes, noise)
        return _outcome(json.loads(out.read_text(encoding="utf-8")))


@contextlib.contextmanager
def _started(command: list[str], folder: str, stderr: Any) -> Any:
    """In a process group of its own, which never outlives the block; scratch files go to `folder`."""
    house = str(Path(__file__).resolve().parents[3])
    surroundings = os.environ | {"TMPDIR": folder, "PYTHONPATH": house, "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(  # noqa: S603  our own module; the file's name is one argument, no shell
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=stderr, env=surroundings,
        start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdout:
            process.stdout.close()


def _follow(process: subprocess.Popen[bytes], deadline: float, on_stage: Callable[[str], None]) -> bool:
    """Passes the stages on until the process ends; False where the deadline came first."""
    assert process.stdout is not None
    pending = b""
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while (left := deadline - time.monotonic()) > 0:
            if not selector.select(left):
                break
            chunk = os.read(process.stdout.fileno(), 4096)
            if not chunk:
                return _ends(process, deadline)
            *lines, pending = (pending + chunk).split(b"\n")
            for line in lines:
                if line.startswith(b"stage "):
                    on_stage(line[6:].decode("utf-8", "replace"))
    return False


def _ends(process: subprocess.Popen[bytes], deadline: float) -> bool:
    try:
        process.wait(max(0.0, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        return False
    return True


def _broke(status: int, megabytes: int, noise: Path) -> QuyenError:
    if status == -signal.SIGKILL:
        return TookTooLong(f"Đọc tệp này cần nhiều bộ nhớ hơn mức cho phép ({megabytes} MB).")
    detail = noise.read_bytes()[-_NOTE_BYTES:].decode("utf-8", "replace")
    return ReaderBroke("Bộ đọc gặp lỗi ngoài dự kiến ở tệp này.", detail=f"status {status}\n{detail}")


def _outcome(answer: dict[str, Any]) -> Outcome:
    if "error" not in answer:
        return Outcome(answer["record"], answer["version"], answer["seconds"])
    kind = getattr(errors, answer["error"], FileRefused)
    if kind is ProgramMissing:
        raise ProgramMissing(answer["message"], package=answer["package"], advice=answer["advice"])
    raise kind(answer["message"], advice=answer["advice"])
