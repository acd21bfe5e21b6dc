"""Tables as plain text: CSV of PostgreSQL's own COPY, rows by primary key, so that equal rows give equal bytes.

A text of nothing is written "" and NULL is written as nothing at all. Days and moments are ISO, moments in UTC.
What the catalogue of the database says is read, not the models: so older states of the tables can be copied, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

Cursor = Any  # psycopg's, or Django's around it

FIXED = "set timezone='UTC'; set datestyle='ISO, YMD'; set intervalstyle='postgres'; set extra_float_digits=1; set bytea_output='hex'"  # fmt: skip

UNFINISHED = "Quyền: chưa phục hồi xong"  # the comment of the schema where the data of before lie until then


@dataclass(frozen=True)
class Table:
    """`columns` as they stand, without those the database computes; `key`: of the primary key, and whether it is text."""

    name: str
    columns: tuple[str, ...]
    key: tuple[tuple[str, bool], ...]


def left_out() -> set[str]:
    """Tables that no copy holds: who is signed in just now, what is only remembered for speed, and Django's own list
    of migrations, which the manifest holds."""
    return {"django_migrations", "django_session", str(settings.CACHES["default"]["LOCATION"])}


@contextmanager
def snapshot() -> Iterator[psycopg.Cursor[Any]]:
    """All tables as they are at one moment, whatever is written meanwhile; nothing can be changed through it."""
    with psycopg.connect(**connection.get_connection_params()) as held:
        held.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        held.read_only = True
        with held.cursor() as cursor:
            cursor.execute(FIXED)
            yield cursor


TABLES = """
select c.relname::text, array_agg(a.attname::text order by a.attnum) as columns,
  (select array_agg(array[k.attname::text, (k.attcollation <> 0)::text] order by place.n)
   from pg_index i, unnest(i.indkey) with ordinality as place(number, n), pg_attribute k
   where i.indrelid = c.oid and i.indisprimary and k.attrelid = c.oid and k.attnum = place.number) as key
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
group by c.oid, c.relname order by c.relname
"""


def present(cursor: Cursor) -> dict[str, Table]:
    """The tables of the database, without those left out."""
    cursor.execute(TABLES)
    return {
        name: Table(name, tuple(columns), tuple((one, text == "true") for one, text in key or ()))
        for name, columns, key in cursor.fetchall()
        if name not in left_out()
    }


def copy_out(cursor: Cursor, table: Table, columns: Iterable[str] | None = None) -> Iterator[bytes]:
    """The table as CSV with a head; `cursor.rowcount` says how many rows, once it is read to its end."""
    names = table.columns if columns is None else tuple(columns)
    order = [
        sql.SQL('{} collate "C"' if text else "{}").format(sql.Identifier(name))
        for name, text in table.key or tuple((name, False) for name in table.columns)
    ]
    statement = sql.SQL("copy (select {} from {} order by {}) to stdout (format csv, header)").format(
        sql.SQL(", ").join(map(sql.Identifier, names)), sql.Identifier(table.name), sql.SQL(", ").join(order)
    )
    with cursor.copy(statement) as stream:
        for chunk in stream:
            yield bytes(chunk)


def copy_in(cursor: Cursor, name: str, columns: Iterable[str], chunks: Iterable[bytes]) -> int:
    """Rows as `copy_out` gave them; returns how many."""
    statement = sql.SQL("copy {} ({}) from stdin (format csv, header)").format(
        sql.Identifier(name), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with cursor.copy(statement) as stream:
        for chunk in chunks:
            stream.write(chunk)
    return int(cursor.rowcount)


def in_order(cursor: Cursor, names: Iterable[str]) -> list[str]:
    """Those that others point to first, where the pointing is looked at row by row (the queue's); Django's is looked at
    when all is there."""
    cursor.execute(
        "select conrelid::regclass::text, confrelid::regclass::text from pg_constraint where contype = 'f'"
        " and not condeferrable and connamespace = current_schema()::regnamespace and conrelid <> confrelid"
    )
    sorter: TopologicalSorter[str] = TopologicalSorter({name: () for name in names})
    for holder, pointed in cursor.fetchall():
        sorter.add(holder, pointed)
    wanted = set(names)
    return [name for name in sorter.static_order() if name in wanted]


def sequences(cursor: Cursor) -> dict[str, int]:
    """The last number that each column gave out, by "table.column": a number that was given is never given again."""
    cursor.execute(
        "select t.relname || '.' || a.attname, s.last_value from pg_sequences s"
        " join pg_class q on q.relname = s.sequencename and q.relnamespace = current_schema()::regnamespace"
        " join pg_depend d on d.objid = q.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')"
        " join pg_class t on t.oid = d.refobjid join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid"
        " where s.schemaname = current_schema() and s.last_value is not null order by 1"
    )
    return {name: last for name, last in cursor.fetchall() if name.partition(".")[0] not in left_out()}


def set_sequences(cursor: Cursor, lasts: dict[str, int]) -> None:
    for name, last in lasts.items():
        table, _, column = name.partition(".")
        cursor.execute(
            "select setval(pg_get_serial_sequence(quote_ident(%s), %s), %s)", [table, column, last]
        )


def unfinished(cursor: Cursor) -> str | None:
    """The schema with the data of before, where a restore is under way or was cut off."""
    cursor.execute(
        "select nspname from pg_namespace where obj_description(oid, 'pg_namespace') = %s", [UNFINISHED]
    )
    found = cursor.fetchone()
    return str(found[0]) if found else None
