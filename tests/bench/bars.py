"""Prints bars and ends with the right exit code."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any


class Bars:
    def __init__(self) -> None:
        self.short = False

    def at_least(self, what: str, figure: float, limit: float, unit: str = "") -> None:
        self._line(what, figure, f">= {limit:g}{unit}", figure >= limit, unit)

    def at_most(self, what: str, figure: float, limit: float, unit: str = "") -> None:
        self._line(what, figure, f"<= {limit:g}{unit}", figure <= limit, unit)

    def _line(self, what: str, figure: float, limit: str, ok: bool, unit: str) -> None:
        self.short = self.short or not ok
        print(f"bar: {what} {figure:.2f}{unit} ({limit}) {'ok' if ok else 'short'}", flush=True)

    def done(self) -> None:
        sys.exit(1 if self.short else 0)


def apart(work: Callable[..., Any], *arguments: Any) -> tuple[float, int, Any]:
    """Runs `work` in a fresh process: (seconds of the work itself, peak MiB of that process, its result)."""
    context = get_context("spawn")
    here, there = context.Pipe()
    child = context.Process(target=_run, args=(there, work, arguments))
    child.start()
    there.close()
    try:
        answer = here.recv()
    except EOFError:
        raise RuntimeError(f"{work.__name__}: the process ended without an answer") from None
    child.join()
    return answer


def _run(pipe: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    start = time.perf_counter()
    result = work(*arguments)
    seconds = time.perf_counter() - start
    pipe.send((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, result))
    pipe.close()
