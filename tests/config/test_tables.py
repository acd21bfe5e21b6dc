"""Tables laid at one go, where what is laid is what the migrations make."""

from __future__ import annotations

import psycopg
import pytest
from django.db import connection

from quyen.config import tables


def test_tables_are_laid_in_a_new_database_only(db) -> None:
    assert tables.lay_tables() is False


def test_a_snapshot_of_other_migrations_is_left_alone(db, tmp_path, monkeypatch) -> None:
    old = tmp_path / "tables.sql"
    old.write_text("-- PostgreSQL 18, migrations 0\ncreate table left_over ();\n")
    monkeypatch.setattr(tables, "SNAPSHOT", old)
    with connection.cursor() as cursor:
        cursor.execute("alter table django_migrations rename to migrations_elsewhere")
        assert tables.lay_tables() is False
        cursor.execute("select to_regclass('left_over')")
        assert cursor.fetchone() == (None,)


def test_what_cannot_be_laid_whole_is_not_laid_at_all(db, tmp_path, monkeypatch) -> None:
    broken = tmp_path / "tables.sql"
    monkeypatch.setattr(tables, "SNAPSHOT", broken)
    monkeypatch.setattr(tables, "stamp", lambda major: "-- fits")
    broken.write_text("-- fits\nselect pg_sleep(0); create table half (); create table half ();\n")
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_tables where tablename = 'half'")
        before = cursor.fetchone()
        cursor.execute("alter table django_migrations rename to migrations_elsewhere")
        with pytest.raises(psycopg.errors.DuplicateTable):
            tables.lay_tables()
        cursor.execute("select count(*) from pg_tables where tablename = 'half'")
        assert cursor.fetchone() == before == (0,)
