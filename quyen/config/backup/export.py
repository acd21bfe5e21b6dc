"""`bin/quyen export`: all records as plain CSV that can be compared byte by byte, before and after."""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from quyen.config.backup.archive import Archive
from quyen.config.backup.errors import BackupRefused
from quyen.config.backup.tables import Table, copy_out, present, snapshot
from quyen.config.backup.take import hash_of, named_files

SUMS = "SHA256SUMS"
TECHNICAL = (
    "procrastinate_",
    "django_content_type",
    "auth_permission",
)  # move by themselves, or with the version


@dataclass(frozen=True)
class Exported:
    """`digest`: of all hashes in one; `differing`: tables that are not as in the archive compared with."""

    folder: Path
    tables: int
    rows: int
    digest: str
    differing: tuple[str, ...] = ()


def export(out: Path, *, like: Archive | None = None) -> Exported:
    """Writes tables/*.csv, the hashes of the received files and SHA256SUMS; all of it or nothing.

    `like`: only the tables and columns of that archive, held against it: what an upgrade must leave as it was.
    Raises BackupRefused.
    """
    if out.exists():
        raise BackupRefused(f"{out}: đã có thư mục hoặc tệp này.", advice="Hãy chọn tên khác.")
    unfinished = out.with_name(f".{out.name}.{os.getpid()}.dang-ghi")
    shutil.rmtree(unfinished, ignore_errors=True)
    (unfinished / "tables").mkdir(parents=True, mode=0o700)
    unfinished.chmod(0o700)
    try:
        with snapshot() as cursor:
            done = _write(unfinished, cursor, like)
        unfinished.replace(out)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return Exported(out, *done)


def _write(folder: Path, cursor: Any, like: Archive | None) -> tuple[int, int, str, tuple[str, ...]]:
    tables = present(cursor)
    wanted = _wanted(tables, like)
    sums, rows = {}, 0
    for name, columns in wanted.items():
        path = folder / "tables" / f"{name}.csv"
        with path.open("wb") as file:
            seen = hashlib.sha256()
            for chunk in copy_out(cursor, tables[name], columns):
                seen.update(chunk)
                file.write(chunk)
        rows += cursor.rowcount
        sums[f"tables/{name}.csv"] = seen.hexdigest()
    names = named_files(cursor, tables)
    (folder / "files.csv").write_text("".join(f"{_hash(name)}  {name}\n" for name in names), encoding="utf-8")
    sums["files.csv"] = hash_of(folder / "files.csv")
    (folder / SUMS).write_text("".join(f"{sums[name]}  {name}\n" for name in sorted(sums)), encoding="utf-8")
    return len(wanted), rows, hash_of(folder / SUMS), _differing(sums, like)


def _wanted(tables: dict[str, Table], like: Archive | None) -> dict[str, tuple[str, ...]]:
    """Which columns of which tables; of an archive's those that are still there."""
    mine = {name: table for name, table in tables.items() if not name.startswith(TECHNICAL)}
    if like is None:
        return {name: table.columns for name, table in mine.items()}
    return {
        name: tuple(one for one in piece.columns if one in mine[name].columns)
        for name, piece in sorted(like.manifest.tables.items())
        if name in mine
    }


def _differing(sums: dict[str, str], like: Archive | None) -> tuple[str, ...]:
    if like is None:
        return ()
    pieces = {f"tables/{name}.csv": piece.sha256 for name, piece in like.manifest.tables.items()}
    return tuple(
        part.removeprefix("tables/").removesuffix(".csv")
        for part, sha256 in pieces.items()
        if not part.removeprefix("tables/").startswith(TECHNICAL) and sums.get(part) != sha256
    )


def _hash(name: str) -> str:
    path = Path(settings.MEDIA_ROOT) / name
    return hash_of(path) if path.is_file() else "-" * 64
