"""Many files read at once: a process for each core, a few files at a time, so that memory stays flat.

One bad file never stops the others: it is named on standard error with what to do, and the exit code says so.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import sys
import zipfile
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from quyen.core.errors import QuyenError, TookTooLong
from quyen.core.reading.formats import unpack
from quyen.core.reading.pipeline import read
from quyen.core.reading.record import to_record

SECONDS = 300  # for one file; a scan of many pages takes its time
_CHUNK = 16
_AHEAD = 3  # chunks waiting for each process
_SKIPPED = (".", "~$", "Thumbs.db")


@dataclass(frozen=True, slots=True)
class Item:
    """One document to read: `name` as the person knows it, the bytes or the file that holds them."""

    name: str
    out: Path
    source: Path | bytes


class Trouble(NamedTuple):
    name: str
    message: str
    advice: str


def read_many(paths: Iterable[Path], out: Path, *, jobs: int | None = None) -> int:
    """Writes `<stem>.json` into `out` for each document of the files, folders and .zip archives given.

    Returns 0 where every one was read, 1 where at least one was not.
    """
    out.mkdir(parents=True, exist_ok=True)
    troubles: list[Trouble] = []
    items = _items(paths, out, troubles)
    count = 0
    for done, found in _run(items, jobs or os.cpu_count() or 1):
        count += done
        troubles += found
        _report(found)
    print(
        f"Đã đọc {count} văn bản vào {out}" + (f", {len(troubles)} tệp không đọc được." if troubles else ".")
    )
    return 1 if troubles or not count else 0


def _report(troubles: Iterable[Trouble]) -> None:
    for one in troubles:
        print(f"{one.name}: {one.message} {one.advice}".strip(), file=sys.stderr, flush=True)


# --- what there is to read -----------------------------------------------------------------------


def _items(paths: Iterable[Path], out: Path, troubles: list[Trouble]) -> Iterator[Item]:
    """Files in order; archives are opened into their members, folders into their files."""
    taken: set[str] = set()
    for path in paths:
        if not path.exists():
            _refuse(troubles, str(path), "Không có tệp hoặc thư mục này.", "Hãy kiểm tra lại đường dẫn.")
            continue
        for file in _files(path):
            if _is_archive(file):
                yield from _members(file, out, taken, troubles)
            else:
                yield Item(str(file), out / _free_name(file.name, taken), file)


def _refuse(troubles: list[Trouble], name: str, message: str, advice: str) -> None:
    troubles.append(Trouble(name, message, advice))
    _report(troubles[-1:])


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.is_file() and not file.name.startswith(_SKIPPED):
                yield file
    else:
        yield path


def _is_archive(file: Path) -> bool:
    """A zip that is no Word or OpenDocument file (those are zips too)."""
    return file.suffix.lower() == ".zip" and zipfile.is_zipfile(file)


def _members(file: Path, out: Path, taken: set[str], troubles: list[Trouble]) -> Iterator[Item]:
    try:
        for name, content in unpack(file.read_bytes(), file.name):
            label = f"{file}/{name}"
            if isinstance(content, QuyenError):
                _refuse(troubles, label, str(content), content.advice)
            else:
                yield Item(label, out / _free_name(Path(name).name, taken), content)
    except (QuyenError, OSError) as error:
        _refuse(troubles, str(file), str(error), getattr(error, "advice", ""))


def _free_name(name: str, taken: set[str]) -> str:
    """ "plan.docx" -> "plan.json"; where that is taken "plan.docx.json", then "plan.docx-2.json"."""
    stem = Path(name).stem or name
    wanted = [f"{stem}.json", f"{name}.json"]
    number = 2
    while wanted[0] in taken:
        wanted.pop(0)
        if not wanted:
            wanted.append(f"{name}-{number}.json")
            number += 1
    taken.add(wanted[0])
    return wanted[0]


# --- reading them --------------------------------------------------------------------------------


def _run(items: Iterator[Item], jobs: int) -> Iterator[tuple[int, list[Trouble]]]:
    """Reads chunks in `jobs` processes; what a broken process left is read again, each file by itself."""
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    while True:
        left: list[Item] = []
        with ProcessPoolExecutor(jobs, mp_context=context) as pool:
            yield from _feed(pool, items, jobs, left)
        if not left:
            return
        for item in left:
            yield _alone(item, context)


def _feed(
    pool: ProcessPoolExecutor, items: Iterator[Item], jobs: int, left: list[Item]
) -> Iterator[tuple[int, list[Trouble]]]:
    waiting: deque[tuple[list[Item], Future[tuple[int, list[Trouble]]]]] = deque()
    size = 1  # small chunks first: a handful of files is spread over all cores
    while True:
        while len(waiting) < jobs * _AHEAD and (chunk := list(islice(items, size))):
            waiting.append((chunk, pool.submit(read_chunk, chunk)))
            size = min(_CHUNK, size + 1)
        if not waiting:
            return
        chunk, future = waiting.popleft()
        try:
            yield future.result()
        except BrokenProcessPool:
            left += chunk
            left += [item for other, _ in waiting for item in other]
            return


def _alone(item: Item, context: multiprocessing.context.BaseContext) -> tuple[int, list[Trouble]]:
    """A process for one file: if it dies, only that file is lost."""
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        try:
            return pool.submit(read_chunk, [item]).result()
        except BrokenProcessPool:
            advice = TookTooLong.advice
            return 0, [Trouble(item.name, "Chương trình đọc dừng đột ngột ở tệp này.", advice)]


def read_chunk(chunk: list[Item]) -> tuple[int, list[Trouble]]:
    """Reads the files of a chunk one after another: how many were written, and what was wrong with the rest."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    troubles = [trouble for item in chunk if (trouble := _read_one(item))]
    return len(chunk) - len(troubles), troubles


def _read_one(item: Item) -> Trouble | None:
    try:
        with _Alarm(SECONDS):
            data = item.source if isinstance(item.source, bytes) else item.source.read_bytes()
            record = to_record(read(data, item.name))
        item.out.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    except QuyenError as error:
        return Trouble(item.name, str(error), error.advice)
    except OSError as error:
        return Trouble(
            item.name, f"Không mở hoặc ghi được tệp ({error.strerror}).", "Hãy kiểm tra quyền và ổ đĩa."
        )
    except MemoryError:
        return Trouble(item.name, "Đọc tệp này cần nhiều bộ nhớ hơn máy có.", TookTooLong.advice)
    return None


class _Alarm:
    """Raises TookTooLong in the main thread after so many seconds."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds

    def __enter__(self) -> None:
        signal.signal(signal.SIGALRM, self._ring)
        signal.setitimer(signal.ITIMER_REAL, self.seconds)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _ring(self, _number: int, _frame: FrameType | None) -> None:
        raise TookTooLong(f"Đọc tệp này lâu hơn {self.seconds} giây.")
