"""The tables of the suite, made once and copied: by each of its processes, and by the next run too.

A copy takes a third of a second, making them from the migrations five. The name of what is copied holds a hash of all
that makes it; where anything of that changed, it is made anew and the one before it goes.
"""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

import psycopg
from django.apps import apps
from django.conf import settings
from django.db import connection
from psycopg import sql

from quyen.config.tables import lay_tables

PREFIX = "quyen_suite_"
OTHERS = ("django", "django-allauth", "procrastinate", "wagtail", "modelsearch")  # whose migrations run, too


def template() -> str:
    """The name of a database with the tables of today and no row but those of the migrations."""
    name = PREFIX + _hash()
    with _alone(), _server() as server:
        rows = server.execute("select datname from pg_database where starts_with(datname, %s)", [PREFIX])
        there = {row[0] for row in rows}
        if name not in there:
            for other in there:
                server.execute(_said("drop database if exists {} with (force)", other))
            _make(f"{name}_new")
            server.execute(_said("alter database {} rename to {}", f"{name}_new", name))
    return name


def _hash() -> str:
    """Of the code of models and migrations, of the settings, and of the versions of those who bring their own."""
    seen = hashlib.sha256(" ".join(metadata.version(one) for one in OTHERS).encode())
    house = Path(settings.HOUSE)
    ours = [Path(app.path) for app in apps.get_app_configs() if Path(app.path).is_relative_to(house)]
    files = [house / "config" / "settings.py", house / "config" / "database.py", Path(__file__)]
    for folder in ours:
        files += [*folder.glob("migrations/**/*.*"), *folder.glob("models/**/*.py"), *folder.glob("*.py")]
    for path in sorted(path for path in files if path.suffix != ".pyc"):
        seen.update(f"{path.relative_to(house.parent)}\0".encode() + path.read_bytes())
    return seen.hexdigest()[:16]


def _make(name: str) -> None:
    """As Django makes a test database; the connection and the settings are as before afterwards."""
    usual, test = connection.settings_dict["NAME"], dict(connection.settings_dict["TEST"])
    connection.settings_dict["TEST"]["NAME"] = name
    try:
        with _server() as server:
            server.execute(_said("drop database if exists {} with (force)", name))
            server.execute(_said("create database {} template template0", name))
        connection.close()
        connection.settings_dict["NAME"] = name
        lay_tables()  # else the migrations make them
        connection.close()
        connection.settings_dict["NAME"] = usual
        connection.creation.create_test_db(verbosity=0, keepdb=True, serialize=False)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = settings.DATABASES["default"]["NAME"] = usual
        connection.settings_dict["TEST"].update(test)


@contextmanager
def _alone() -> Iterator[None]:
    """One process at a time; the others find it made."""
    with (Path(settings.DATA) / "suite.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _server() -> Iterator[psycopg.Connection[tuple[str]]]:
    where = {**connection.get_connection_params(), "dbname": "postgres"}
    where.pop("cursor_factory", None)
    with psycopg.connect(**where, autocommit=True) as held:
        yield held


def _said(statement: str, *names: str) -> sql.Composed:
    return sql.SQL(statement).format(*map(sql.Identifier, names))
