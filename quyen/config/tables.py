"""The tables of a new database at one go, instead of by some 240 migrations that take half a minute.

`tables.sql` is what the migrations make, written by `python -m tests.snapshot`. Its first line says of which migrations and of
which PostgreSQL; where anything differs it is left alone and the migrations run, so it can be old but never wrong.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import psycopg
from django.apps import apps
from django.db import connection

SNAPSHOT = Path(__file__).parent / "data" / "tables.sql"


def stamp(major: int) -> str:
    """What the first line must say: the server's version, and a hash of every migration of every app."""
    seen = hashlib.sha256()
    for app in sorted(apps.get_app_configs(), key=lambda one: one.label):
        folder = Path(app.path) / "migrations"
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                seen.update(f"{app.label}/{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return f"-- PostgreSQL {major}, migrations {seen.hexdigest()[:32]}"


def lay_tables() -> bool:
    """Makes all tables in one transaction. False, and nothing done, where there are tables or the snapshot does not fit."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select to_regclass('django_migrations') is null, current_setting('server_version_num')::int / 10000"
        )
        new, major = cursor.fetchone()
    if not new or not SNAPSHOT.exists():
        return False
    text = SNAPSHOT.read_text(encoding="utf-8")
    if text.partition("\n")[0] != stamp(major):
        return False
    where = connection.get_connection_params()
    where.pop("cursor_factory", None)
    with psycopg.connect(**where) as own:  # of its own: the text sets what is not to stay set
        own.execute(text.encode())
    return True
