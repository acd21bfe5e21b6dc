"""Looks at a file, or draws it, in a process of its own under limits of time and memory: no file harms the next one."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quyen.core.errors import DamagedFile
from quyen.core.media.record import Found, Made, Problem, found_of

SECONDS, MEGABYTES = 60.0, 1500
SLOW = Problem(
    "too-slow",
    "Xem tệp này quá lâu, cần quá nhiều bộ nhớ hoặc làm hỏng bộ xem, nên đã dừng.",
    "Hãy lưu tệp ra bản đơn giản, nhỏ hơn rồi gửi lại.",
)


def look_apart(path: Path, name: str, *, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> Found:
    """As `look`; a file that takes too long, or makes the worker fall, is one more problem of the file."""
    with tempfile.TemporaryDirectory(prefix="quyen-") as folder:
        answer = _answer("look", folder, {"path": str(path), "name": name}, seconds, megabytes)
    if "found" in answer:
        return found_of(answer["found"])
    return Found("", "", problems=(Problem(**answer["refused"]),))


@contextlib.contextmanager
def drawn_apart(
    path: Path, media_type: str, name: str, *, seconds: float = SECONDS, megabytes: int = MEGABYTES
) -> Iterator[Iterator[Made]]:
    """As `renditions`, one in memory at a time. Errors: DamagedFile, with what to do."""
    asked = {"path": str(path), "name": name, "media_type": media_type}
    with tempfile.TemporaryDirectory(prefix="quyen-") as folder:
        answer = _answer("draw", folder, asked, seconds, megabytes)
        if "made" not in answer:
            raise DamagedFile(answer["refused"]["message"], advice=answer["refused"]["advice"])
        yield (_made(one, folder) for one in answer["made"])


def _made(one: dict[str, Any], folder: str) -> Made:
    content = Path(folder, one["file"]).read_bytes()
    return Made(one["kind"], one["media_type"], one["width"], one["height"], content)


def _answer(deed: str, folder: str, asked: dict[str, Any], seconds: float, megabytes: int) -> dict[str, Any]:
    house = str(Path(__file__).resolve().parents[3])
    command = [sys.executable, "-m", "quyen.core.media.worker", deed, folder, str(megabytes)]
    process = subprocess.Popen(  # noqa: S603  our own module; the file's name goes in as words, no shell
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        env=os.environ | {"TMPDIR": folder, "PYTHONPATH": house},
    )  # fmt: skip
    try:
        process.communicate(json.dumps(asked).encode(), timeout=seconds)
    except subprocess.TimeoutExpired:
        return {"refused": _json(SLOW)}
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    written = Path(folder, "answer.json")
    if process.returncode or not written.exists():
        return {"refused": _json(SLOW)}
    answer: dict[str, Any] = json.loads(written.read_text(encoding="utf-8"))
    return answer


def _json(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "message": problem.message,
        "advice": problem.advice,
        "refuses": problem.refuses,
    }
