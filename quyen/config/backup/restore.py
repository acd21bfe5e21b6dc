"""`bin/quyen restore`: an archive back into an empty installation, all of it or nothing.

The tables are made as they were when the copy was taken (by the migrations of that time), filled in one transaction,
and brought forward to today's. Some migrations must be committed before the next can run, so all this is not one
transaction: until it is finished the schema bears a mark that names where the data of before lie, and whoever starts
next puts them back (`undo_unfinished`). Files come first and only add; what an earlier installation had is moved aside
beside it, never deleted.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, LiteralString

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from psycopg import sql

from quyen.config.backup.archive import Archive
from quyen.config.backup.errors import BackupRefused
from quyen.config.backup.tables import (
    FIXED,
    UNFINISHED,
    copy_in,
    in_order,
    present,
    set_sequences,
    unfinished,
)
from quyen.config.backup.take import hash_of

BEFORE = "quyen_truoc_"  # and the moment: the schema of the data of before
HALF = "quyen_do_dang"  # a schema that lives for a moment, on its way out
LEAVING = 1.0  # seconds
NEWER = "Hãy cài phiên bản Quyền ấy hoặc mới hơn rồi phục hồi lại. Chưa có gì thay đổi."


@dataclass(frozen=True)
class Restored:
    """`schema` and `files`: where the data of before were moved to, None where there were none."""

    schema: str | None
    files: Path | None


def check(archive: Archive) -> None:
    """The archive is whole, and this programme can put it back. Raises Damaged, BackupRefused; changes nothing."""
    archive.check()
    manifest = archive.manifest
    known = {f"{app}.{name}" for app, name in MigrationExecutor(connection).loader.disk_migrations}
    unknown = sorted(set(manifest.migrations) - known)
    if unknown or _numbers(manifest.version) > _numbers(settings.VERSION):
        what = f" (có {unknown[0]})" if unknown else ""
        raise BackupRefused(
            f"Bản sao lưu là của phiên bản {manifest.version}{what}, mới hơn phiên bản {settings.VERSION} đang chạy.",
            advice=NEWER,
        )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(one) for one in version.split("."))


def restore(archive: Archive, *, replace: bool = False) -> Restored:
    """Puts the archive back. Raises what `check` does, and BackupRefused where data are there or somebody is at work."""
    check(archive)
    alone()
    undo_unfinished()
    stamp = f"{timezone.localtime():%Y%m%d_%H%M%S_%f}"
    with connection.cursor() as cursor:
        is_empty = not present(cursor)
    if not is_empty and not replace:
        raise BackupRefused(
            "Nơi này đã có dữ liệu; bản sao lưu chỉ được phục hồi vào một nơi trống.",
            advice="Chưa có gì thay đổi. Thêm --replace để dời dữ liệu đang có sang bên rồi phục hồi.",
        )
    aside = None if is_empty else _files_aside(stamp)
    schema = BEFORE + stamp
    try:
        _place_files(archive)
        _schema_aside(schema)
        _refill(archive)
        _finish(schema, is_empty)
    except BaseException as error:
        undo_unfinished()
        if aside is not None:
            shutil.rmtree(aside)  # further names of files that are still where they were
        if isinstance(error, (DatabaseError, psycopg.Error)):
            what = str(error).strip()
            raise BackupRefused(f"Cơ sở dữ liệu không nhận bản sao lưu ({what}).") from error
        raise
    if not is_empty:
        _forget_foreign(archive, stamp)
    return Restored(None if is_empty else schema, aside)


def alone() -> None:
    """Nobody else is at work on the database; who is just leaving has a second to be gone."""
    until = time.monotonic() + LEAVING
    while _others():
        if time.monotonic() > until:
            raise BackupRefused(
                "Quyền đang chạy, hoặc có chương trình khác đang dùng cơ sở dữ liệu này.",
                advice="Hãy dừng bin/run (Ctrl-C) rồi chạy lại. Chưa có gì thay đổi.",
            )
        time.sleep(0.05)


def _others() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
            " and backend_type = 'client backend'"
        )
        return int(cursor.fetchone()[0])


# --- the database --------------------------------------------------------------------------------------


@transaction.atomic
def _schema_aside(name: str) -> None:
    """The tables of before, whole, under another schema, which is marked as unfinished. Extensions stay where they are:
    they belong to the database's own administrator."""
    with connection.cursor() as cursor:
        _run(cursor, "create schema {}", name)
        cursor.execute(
            sql.SQL("comment on schema {} is {}").format(sql.Identifier(name), sql.Literal(UNFINISHED))
        )
        _move(cursor, _current(cursor), name)


@transaction.atomic
def _finish(before: str, is_empty: bool) -> None:
    with connection.cursor() as cursor:
        _run(cursor, "comment on schema {} is null", before)
        if is_empty:
            _run(cursor, "drop schema {} cascade", before)


@transaction.atomic
def undo_unfinished() -> bool:
    """Puts back what was there before a restore that did not come to its end; whether there was one. One query else."""
    with connection.cursor() as cursor:
        before = unfinished(cursor)
        if before is None:
            return False
        _run(cursor, "create schema {}", HALF)
        _move(cursor, _current(cursor), HALF)
        _run(cursor, "drop schema {} cascade", HALF)
        _move(cursor, before, _current(cursor))
        _run(cursor, "drop schema {} cascade", before)
    return True


def undo_what_was_cut_off() -> bool:
    """At a start: the same, but never under the hands of a restore that still runs. Raises BackupRefused."""
    with connection.cursor() as cursor:
        before = unfinished(cursor)
    if before is None:
        return False
    alone()
    shutil.rmtree(_aside(before.removeprefix(BEFORE)), ignore_errors=True)
    return undo_unfinished()


def _current(cursor: Any) -> str:
    cursor.execute("select current_schema()")
    return str(cursor.fetchone()[0])


def _run(cursor: Any, statement: LiteralString, *names: str) -> None:
    cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


# what stands in a schema by itself: tables (their indexes and numbers go along), the queue's types, the functions
OWN = """
with own as (
  select 2 as place, 'table' as what, c.oid::regclass::text as name, c.oid from pg_class c
  where c.relnamespace = to_regnamespace(%(source)s::text) and (c.relkind in ('r', 'p', 'v', 'm') or c.relkind = 'S'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i')))
  union all
  select 3, 'type', t.oid::regtype::text, t.oid from pg_type t left join pg_class c on c.oid = t.typrelid
  where t.typnamespace = to_regnamespace(%(source)s::text) and (t.typtype in ('e', 'd') or c.relkind = 'c')
  union all
  select 1, 'routine', p.oid::regprocedure::text, p.oid from pg_proc p where p.pronamespace = to_regnamespace(%(source)s::text)
)
select format('alter %%s %%s set schema %%I', what, name, %(target)s::text) from own
where not exists (select from pg_depend d where d.objid = own.oid and d.deptype = 'e')
order by place -- a function is named by the types it takes: it goes before them
"""


def _move(cursor: Any, source: str, target: str) -> None:
    """All of one schema to another, but for what extensions brought."""
    cursor.execute(OWN, {"source": source, "target": target})
    for (statement,) in cursor.fetchall():
        cursor.execute(statement)


def _refill(archive: Archive) -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(_last_ones(executor, archive.manifest.migrations))
    _load(archive)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def _last_ones(executor: MigrationExecutor, migrations: Iterable[str]) -> list[tuple[str, str | None]]:
    """Those of the migrations that no other of them stands on: asked for together they bring all, and no more."""
    graph = executor.loader.graph  # which leaves out what a later one of Wagtail's stands for
    named = {(app, name) for app, _, name in (one.partition(".") for one in migrations)}
    wanted = {node for node in named if node in graph.node_map}
    return sorted(
        node for node in wanted if not any(child.key in wanted for child in graph.node_map[node].children)
    )


@transaction.atomic
def _load(archive: Archive) -> None:
    """Fills the tables; rows that migrations made of themselves go first, for the archive holds them, too."""
    tables = archive.manifest.tables
    with connection.cursor() as cursor:
        there = present(cursor)
        for name in sorted(tables.keys() ^ there.keys()):
            raise BackupRefused(f"Bảng {name} có ở một bên mà không có ở bên kia.")
        cursor.execute("set constraints all immediate; set constraints all deferred")
        every = sql.SQL(", ").join(map(sql.Identifier, tables))
        cursor.execute(sql.SQL("truncate {}").format(every))
        _triggers(cursor, tables, "disable")
        cursor.execute(FIXED.replace("set ", "set local "))
        for name in in_order(cursor, tables):
            piece = tables[name]
            rows = copy_in(cursor, name, piece.columns, archive.read(f"tables/{name}.csv"))
            if rows != piece.rows:
                raise BackupRefused(f"Bảng {name}: nạp được {rows} dòng, bản kê ghi {piece.rows} dòng.")
        cursor.execute("set constraints all immediate")  # every reference is looked at here
        _triggers(cursor, tables, "enable")
        set_sequences(cursor, archive.manifest.sequences)


def _triggers(cursor: Any, tables: Any, verb: str) -> None:
    """Our own (trails that are only added to, the queue's notices) must not act on rows that are put back."""
    for name in tables:
        cursor.execute(sql.SQL("alter table {} {} trigger user").format(sql.Identifier(name), sql.SQL(verb)))


# --- the files -----------------------------------------------------------------------------------------


def _files_aside(stamp: str) -> Path | None:
    """All files of before in a folder beside, as further names of the same bytes: it costs no space and is at once."""
    root = Path(settings.MEDIA_ROOT)
    if not root.is_dir():
        return None
    shutil.copytree(root, _aside(stamp), copy_function=os.link)
    return _aside(stamp)


def _aside(stamp: str) -> Path:
    root = Path(settings.MEDIA_ROOT)
    return root.with_name(f"{root.name}-truoc-{stamp}")


def _place_files(archive: Archive) -> None:
    root = Path(settings.MEDIA_ROOT)
    for name, piece in archive.manifest.files.items():
        path = root / name
        if path.is_file() and hash_of(path) == piece.sha256:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.dang-ghi")
        with unfinished.open("wb") as file:
            for chunk in archive.read(f"files/{name}"):
                file.write(chunk)
        unfinished.chmod(settings.FILE_UPLOAD_PERMISSIONS)
        unfinished.replace(path)


def _forget_foreign(archive: Archive, stamp: str) -> None:
    """After all went well: what only the data of before had is left to the folder beside."""
    root = Path(settings.MEDIA_ROOT)
    for path in [one for one in root.rglob("*") if one.is_file()]:
        if path.relative_to(root).as_posix() not in archive.manifest.files:
            path.unlink()
    logins = Path(settings.DATA) / "demo-logins.json"
    if logins.exists():
        logins.rename(logins.with_name(f"demo-logins-truoc-{stamp}.json"))
