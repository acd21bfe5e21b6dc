"""What several steps read by: holds on one thing across processes, and what a process remembers of what was worked out, for queries that `lru_cache` does not fit: those that only look
whether it is known, and those that work several things out at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from django.db import connection

K = TypeVar("K")
V = TypeVar("V")


class Memory(Generic[K, V]):
    """Up to `most` values by their keys; those not used longest are forgotten first. A key must say all that the value
    depends on, so that nothing has to be taken out. Threads may share it: at worst a thing is worked out twice."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        value = self._held.pop(key, None)
        if value is not None:
            self._held[key] = value  # the last one used
        return value

    def put(self, key: K, value: V) -> V:
        self._held.pop(key, None)
        self._held[key] = value
        for old in list(self._held)[: -self._most]:
            self._held.pop(old, None)
        return value


@contextmanager
def held_alone(kind: int, number: int) -> Iterator[bool]:
    """Holds one thing of a kind (a lock's own number) for this process; False where another one holds it. The hold ends with
    the connection, so a killed worker or database frees it at once."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_lock(%s, %s)", [kind, number])
        held = bool(cursor.fetchone()[0])
    try:
        yield held
    finally:
        if held and connection.connection is not None and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("select pg_advisory_unlock(%s, %s)", [kind, number])
