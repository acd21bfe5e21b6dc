"""`bin/quyen load FOLDER`: the files of a folder into the running programme, as an upload would bring them."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path


def load(folder: Path, *, unit_name: str | None, wait: bool) -> int:
    """Returns 0 where every file was received (and, with `wait`, read); 1 where one was refused or failed."""
    import django

    django.setup()
    from quyen.sources.actions import receive_files

    if not folder.is_dir():
        print(f"{folder}: không phải thư mục.", file=sys.stderr)
        return 1
    unit = _unit(unit_name)
    if unit is None:
        return 1
    received = receive_files(actor=None, unit=unit, files=_files(folder))
    print(f"Đã nhận {len(received.new)} tệp mới; {len(received.known)} tệp đã có từ trước.")
    for refused in received.refused:
        print(f"  {refused['name']}: {refused['reason']} {refused['advice']}", file=sys.stderr)
    failed = _wait([source.pk for source in received.new]) if wait else 0
    if not wait and not _worker_is_there():
        print("Chưa có tiến trình đọc nào đang chạy; các tệp sẽ được đọc khi chạy bin/run.")
    return 1 if received.refused or failed else 0


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            yield path.name, path.read_bytes()


def _unit(name: str | None):  # type: ignore[no-untyped-def]
    """The unit of this name; without a name the one unit in which people hold roles, where there is one."""
    from quyen.organisation.models import Membership, Unit

    at_work = Unit.objects.active().filter(pk__in=Membership.objects.valid().values("unit_id"))
    units = list((Unit.objects.active().filter(name=name) if name else at_work)[:2])
    if len(units) == 1:
        return units[0]
    names = ", ".join(f"“{unit.name}”" for unit in at_work[:10])
    print(f"Hãy nêu đơn vị nhận: --unit TÊN, một trong: {names or '(chưa có đơn vị nào)'}", file=sys.stderr)
    return None


def _wait(ids: list[int]) -> int:
    """Shows how far the reading is until all are read; returns how many failed."""
    from quyen.sources.enums import FileState
    from quyen.sources.models import SourceFile

    files = SourceFile.objects.filter(pk__in=ids)
    if not _worker_is_there():
        _read_here(ids)
    while waiting := files.filter(state__in=[FileState.QUEUED, FileState.READING]).count():
        print(f"\rCòn {waiting} tệp đang chờ đọc …", end="", flush=True)
        time.sleep(0.5)
    print()
    failed = list(files.filter(state=FileState.FAILED))
    for source in failed:
        print(f"  {source.name}: {source.error} {source.advice}", file=sys.stderr)
    return len(failed)


def _worker_is_there() -> bool:
    """Whether a worker showed a sign of life within the last half minute."""
    from datetime import timedelta

    from django.utils import timezone
    from procrastinate.contrib.django.models import ProcrastinateWorker

    since = timezone.now() - timedelta(seconds=30)
    return ProcrastinateWorker.objects.filter(last_heartbeat__gte=since).exists()


def _read_here(ids: list[int]) -> None:
    """No worker runs: read in this process, one file after the other."""
    from quyen.sources.jobs import read_file

    for number, pk in enumerate(ids, 1):
        print(f"\rĐang đọc tệp {number}/{len(ids)} …", end="", flush=True)
        read_file(source_id=pk)
