"""`bin/quyen backup`: tables and files of one moment in one archive, while the programme runs."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import FileField
from django.utils import timezone
from psycopg import sql

from quyen.config.backup.archive import CHUNK, Archive, Manifest, Piece, Writer
from quyen.config.backup.errors import BackupRefused
from quyen.config.backup.tables import Table, copy_out, present, sequences, snapshot, unfinished

NAMED = "quyen-*.quyen"  # what a backup into a folder is called, and what --keep counts
CUT_OFF = "Chưa sao lưu gì. Hãy chờ lần phục hồi ấy xong, hoặc chạy bin/run để dữ liệu trước đó trở lại, rồi sao lưu lại."
BY_HASH = re.compile(r"[0-9a-f]{64}")


def take(to: Path, *, keep: int | None = None) -> Archive:
    """Writes the archive, reads it back, and only then forgets older ones of the folder. Raises BackupRefused."""
    path = _path(to, keep)
    writer = Writer(path)
    try:
        with snapshot() as cursor:
            manifest = _write(writer, cursor)
        writer.finish(manifest)
    finally:
        writer.give_up()
    archive = Archive(path)
    archive.check()
    if keep is not None:
        forget(path.parent, keep)
    return archive


def _path(to: Path, keep: int | None) -> Path:
    if to.is_dir():
        return to / f"quyen-{timezone.localtime():%Y-%m-%d-%H%M%S}.quyen"
    if keep is not None:
        raise BackupRefused(f"{to}: --keep cần một thư mục có sẵn, không phải tên tệp.")
    if to.exists():
        raise BackupRefused(f"{to}: đã có tệp này.", advice="Hãy chọn tên khác; tệp cũ được giữ nguyên.")
    if not to.parent.is_dir():
        raise BackupRefused(f"{to.parent}: không có thư mục này.", advice="Hãy lập thư mục rồi chạy lại.")
    return to


def _write(writer: Writer, cursor: Any) -> Manifest:
    if unfinished(cursor) is not None:
        raise BackupRefused("Một lần phục hồi đang chạy hoặc đã dừng giữa chừng.", advice=CUT_OFF)
    tables = present(cursor)
    if not tables:
        raise BackupRefused("Chưa có dữ liệu nào để sao lưu.", advice="Hãy chạy bin/run một lần trước.")
    cursor.execute("select app || '.' || name from django_migrations")
    migrations = tuple(sorted(name for (name,) in cursor.fetchall()))
    pieces = {}
    for table in tables.values():
        piece = writer.add(f"tables/{table.name}.csv", copy_out(cursor, table))
        pieces[table.name] = replace(piece, rows=cursor.rowcount, columns=table.columns)
    files, lacking = _write_files(writer, named_files(cursor, tables))
    return Manifest(
        version=settings.VERSION,
        taken_at=timezone.now().isoformat(timespec="seconds"),
        migrations=migrations,
        tables=pieces,
        files=files,
        sequences=sequences(cursor),
        lacking=tuple(lacking),
    )


def named_files(cursor: Any, tables: dict[str, Table]) -> list[str]:
    """The files that rows name, below MEDIA_ROOT; what no row names is nobody's and is left out."""
    names: set[str] = set()
    for model in apps.get_models():
        table = tables.get(model._meta.db_table)
        for field in model._meta.local_fields:
            if isinstance(field, FileField) and table and field.column in table.columns:
                statement = sql.SQL("select distinct {0} from {1} where {0} <> ''")
                cursor.execute(statement.format(sql.Identifier(field.column), sql.Identifier(table.name)))
                names.update(name for (name,) in cursor.fetchall())
    return sorted(names)


def _write_files(writer: Writer, names: list[str]) -> tuple[dict[str, Piece], list[str]]:
    files, lacking = {}, []
    for name in names:
        path = Path(settings.MEDIA_ROOT) / name
        if not path.is_file():
            lacking.append(name)
            continue
        files[name] = writer.add(f"files/{name}", chunks(path))
        if is_other_than_named(name, files[name].sha256):
            lacking.append(name)
    return files, lacking


def is_other_than_named(name: str, sha256: str) -> bool:
    """Received files are called by their hash: one that has another is damaged on the disk."""
    last = name.rpartition("/")[2]
    return bool(BY_HASH.fullmatch(last)) and last != sha256


def chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


def hash_of(path: Path) -> str:
    seen = hashlib.sha256()
    for chunk in chunks(path):
        seen.update(chunk)
    return seen.hexdigest()


def forget(folder: Path, keep: int) -> list[Path]:
    """The oldest archives of a folder go, until `keep` are left (one at least); returns those that went."""
    gone = sorted(folder.glob(NAMED))[: -max(keep, 1)]
    for path in gone:
        path.unlink()
    # what a run that was cut off left behind a day ago or more is nobody's
    for path in folder.glob(".quyen-*.dang-ghi"):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < time.time() - 86_400:
                path.unlink()
    return gone
