"""Files looked at, or drawn, in a process of its own: `python -m quyen.core.media.worker DEED OUT MEGABYTES`.

DEED is "look" or "draw". Standard input is one JSON object: {"path", "name", "media_type"}. To the folder OUT goes
`answer.json`, either {"found": ...}, {"made": [{kind, media_type, width, height, file}, ...]} with the files beside it,
or {"refused": {code, message, advice, refuses}}. The process dies with the one that started it.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quyen.core.errors import QuyenError
from quyen.core.media.record import Problem

_PR_SET_PDEATHSIG = 1


def main(arguments: list[str]) -> int:
    """Exit status 0 where OUT holds an answer; anything else is a broken worker."""
    deed, out, megabytes = arguments
    with contextlib.suppress(OSError, AttributeError):  # only Linux has it
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (int(megabytes) << 20, hard))
    asked = json.load(sys.stdin.buffer)
    try:
        answer = DEEDS[deed](Path(asked["path"]), asked, Path(out))
    except QuyenError as error:
        answer = _refused("damaged", str(error), error.advice)
    except MemoryError:
        answer = _refused(
            "too-large", "Xem tệp này cần nhiều bộ nhớ hơn mức cho phép.", "Hãy gửi bản nhỏ hơn."
        )
    Path(out, "answer.json").write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")
    return 0


def _look(path: Path, asked: dict[str, Any], _out: Path) -> dict[str, Any]:
    from quyen.core.media.look import look

    return {"found": look(path, asked["name"]).as_json()}


def _draw(path: Path, asked: dict[str, Any], out: Path) -> dict[str, Any]:
    from quyen.core.media.renditions import renditions

    made = []
    for number, one in enumerate(renditions(path, asked["media_type"], asked["name"])):
        Path(out, str(number)).write_bytes(one.content)
        made.append(
            {
                "kind": one.kind,
                "media_type": one.media_type,
                "width": one.width,
                "height": one.height,
                "file": str(number),
            }
        )
    return {"made": made}


def _refused(code: str, message: str, advice: str) -> dict[str, Any]:
    from dataclasses import asdict

    return {"refused": asdict(Problem(code, message, advice))}


DEEDS: dict[str, Callable[[Path, dict[str, Any], Path], dict[str, Any]]] = {"look": _look, "draw": _draw}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
