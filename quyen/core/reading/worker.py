"""One reading in a process of its own: `python -m quyen.core.reading.worker FILE NAME OUT MEGABYTES`.

Reads FILE (known to the sender as NAME), writes one JSON object to OUT and says on standard output, a line
each, what it is at ("stage open", "stage read", "stage write"). OUT holds either
`{"version", "seconds", "record"}` or `{"error", "message", "advice", "package"}`, the error by its class name.
The process dies with the one that started it, and takes its own children (LibreOffice, Tesseract) along.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import signal
import sys
import time
from pathlib import Path
from typing import Any

from quyen.core.errors import QuyenError, TookTooLong

_PR_SET_PDEATHSIG = 1
_MIB = 1 << 20


def main(arguments: list[str]) -> int:
    """Exit status 0 where OUT holds an answer of either kind; anything else is a broken reader."""
    file, name, out, megabytes = arguments
    _die_with_the_parent()
    _limit_memory(int(megabytes))
    try:
        answer = _read(Path(file), name)
    except QuyenError as error:
        answer = _refusal(error)
    except MemoryError:
        answer = _refusal(TookTooLong(f"Đọc tệp này cần nhiều bộ nhớ hơn mức cho phép ({megabytes} MB)."))
    _say("write")
    Path(out).write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")
    return 0


def _read(file: Path, name: str) -> dict[str, Any]:
    _say("open")
    from quyen.core.reading import READER_VERSION, read
    from quyen.core.reading.record import to_record

    data = file.read_bytes()
    began = time.monotonic()
    _say("read")
    record = to_record(read(data, name))
    return {"version": READER_VERSION, "seconds": round(time.monotonic() - began, 3), "record": record}


def _refusal(error: QuyenError) -> dict[str, Any]:
    return {
        "error": type(error).__name__,
        "message": str(error),
        "advice": error.advice,
        "package": getattr(error, "package", None),
    }


def _say(stage: str) -> None:
    print(f"stage {stage}", flush=True)


def _die_with_the_parent() -> None:
    """A killed worker leaves nothing behind: the kernel tells this process, which ends its whole group."""
    signal.signal(signal.SIGTERM, _end_the_group)
    with contextlib.suppress(OSError, AttributeError):  # only Linux has it
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _end_the_group(_number: int, _frame: object) -> None:
    os.killpg(os.getpgid(0), signal.SIGKILL)


def _limit_memory(megabytes: int) -> None:
    """Soft only: what is mapped from files does not count, and LibreOffice inherits the same."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (megabytes * _MIB, hard))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
