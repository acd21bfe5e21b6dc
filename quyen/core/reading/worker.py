"""One reading in a process of its own: `python -m quyen.core.reading.worker FILE NAME OUT MEGABYTES [MAKER]`.

MAKER "module:function" makes another record of (bytes, name) than that of a plan; rooms above name theirs so.

Reads FILE (known to the sender as NAME), writes one JSON object to OUT and says on standard output, a line
each, what it is at ("stage open", "stage read", "stage write"). OUT holds either
`{"version", "seconds", "record"}` or `{"error", "message", "advice", "package"}`, the error by its class name.
The process dies with the one that started it, and takes its own children (LibreOffice, Tesseract) along.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quyen.core.errors import QuyenError, TookTooLong

_PR_SET_PDEATHSIG = 1
_MIB = 1 << 20


def main(arguments: list[str]) -> int:
    """Exit status 0 where OUT holds an answer of either kind; anything else is a broken reader."""
    file, name, out, megabytes, *maker = arguments
    _die_with_the_parent()
    make = _maker(
        *maker
    )  # the reader is brought in first: memory is limited for the file's sake, not for its own
    _limit_memory(int(megabytes))
    try:
        answer = _read(Path(file), name, make)
    except QuyenError as error:
        answer = _refusal(error)
    except MemoryError:
        answer = _refusal(TookTooLong(f"Đọc tệp này cần nhiều bộ nhớ hơn mức cho phép ({megabytes} MB)."))
    _say("write")
    Path(out).write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")
    return 0


def _read(file: Path, name: str, make: Callable[[bytes, str], dict[str, Any]]) -> dict[str, Any]:
    _say("open")
    from quyen.core.reading.version import READER_VERSION

    data = file.read_bytes()
    began = time.monotonic()
    _say("read")
    record = make(data, name)
    return {"version": READER_VERSION, "seconds": round(time.monotonic() - began, 3), "record": record}


def _maker(named: str = "") -> Callable[[bytes, str], dict[str, Any]]:
    if named:
        module, _, function = named.partition(":")
        made: Callable[[bytes, str], dict[str, Any]] = getattr(importlib.import_module(module), function)
        return made
    from quyen.core.reading import read
    from quyen.core.reading.record import to_record

    return lambda data, name: to_record(read(data, name))


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
