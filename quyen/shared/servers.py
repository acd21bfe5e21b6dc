"""Which database server answers what a request asks: the primary, or a streaming replica for what only reads.

While another server answers, its connection stands in the place of the usual one: models and statements written by hand
are asked there alike, and none of them needs to know.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import Error, connections
from django.db.backends.base.base import BaseDatabaseWrapper

PRIMARY, REPLICA = "default", "replica"
REST = 2.0  # seconds in which a server that was lost is asked only where no other one is left

_usual: ContextVar[BaseDatabaseWrapper | None] = ContextVar("usual connection", default=None)

_FIT = "select pg_is_in_recovery() and exists (select from pg_stat_wal_receiver)"


class Watched:
    """What this process knows of its servers. Times are those of `time.monotonic`."""

    def __init__(self) -> None:
        self.lost_at: dict[str, float] = {}
        self.looked_at = float("-inf")
        self.follows = False

    def lose(self, server: str) -> None:
        self.lost_at[server] = time.monotonic()

    def find(self, server: str) -> None:
        self.lost_at.pop(server, None)

    def is_lost(self, server: str) -> bool:
        at = self.lost_at.get(server)
        return at is not None and time.monotonic() - at < REST

    def replica_follows(self) -> bool:
        """Whether the replica takes in what the primary writes: asked every `REST` seconds at most. One that lost its
        primary still reads, but what it shows grows old, so it comes second."""
        if time.monotonic() - self.looked_at >= REST:
            self.follows = self._ask()
            self.looked_at = time.monotonic()
        return self.follows

    def _ask(self) -> bool:
        try:
            with connections[REPLICA].cursor() as cursor:
                cursor.execute(_FIT)
                return bool(cursor.fetchone()[0])
        except Error:
            connections[REPLICA].close()
            self.lose(REPLICA)
            return False


watched = Watched()


def has_replica() -> bool:
    return REPLICA in settings.DATABASES


@contextmanager
def answered_by(server: str) -> Iterator[None]:
    """Within it everything is asked of that server."""
    if server == PRIMARY:
        yield
        return
    usual = connections[PRIMARY]
    before = _usual.set(usual)
    connections[PRIMARY] = connections[server]
    try:
        yield
    finally:
        connections[PRIMARY] = usual
        _usual.reset(before)


@contextmanager
def by_primary() -> Iterator[None]:
    """Within it the primary is asked, also where another server answers the request: for the little that a request which
    reads must write (a count of visits). Errors: those of a lost server, which the caller must be able to do without."""
    usual, here = _usual.get(), connections[PRIMARY]
    if usual is None:
        yield
        return
    connections[PRIMARY] = usual
    try:
        yield
    finally:
        connections[PRIMARY] = here


def may_write() -> bool:
    """False while a replica answers."""
    return _usual.get() is None
