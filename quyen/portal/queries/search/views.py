"""The index as one process sees it: the sealed blocks, and what was changed since, sealed here.

Blocks never change, so what was read of them is kept in memory up to `MOST_BYTES`. Every search asks which blocks stand and
what lies outside them; so a change is found from its commit on.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from django.db import Error, connection, transaction
from numpy.typing import NDArray
from psycopg.pq import Format

from quyen.core.finding import SIZE, Group, Sealed, memory_of, seal

log = logging.getLogger(__name__)

FACETS = ("kind", "language", "audience", "unit", "year")
MOST_BYTES = 160 * 1024 * 1024  # of one process, at most
_EMPTY = Group((), (), np.zeros(0, dtype=np.uint16), np.zeros(0, dtype=np.uint8))


@dataclass(frozen=True)
class View:
    """One block. `entries`: numbers of `Entry` by place; `codes`: of each facet which of its `names` by place; `gone`: places
    that hold nothing any more."""

    key: tuple[Any, ...]
    size: int
    entries: NDArray[np.int64]
    names: Mapping[str, list[str]]
    codes: Mapping[str, NDArray[np.uint16]]
    gone: tuple[int, ...] = ()
    sealed: Sealed | None = None  # of what lies outside the blocks

    @property
    def block(self) -> int:
        return int(self.key[0])


@contextmanager
def one_moment() -> Iterator[None]:
    """What is read within is of one moment: a block that is sealed anew meanwhile is not missed."""
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("set transaction isolation level repeatable read, read only")
        yield


class _Shelf:
    """What was read of blocks; those not asked for longest go first. Threads share it."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self.most, self.size = most, 0
        self.held: OrderedDict[Any, tuple[Any, int]] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, key: Any) -> Any:
        with self.lock:
            found = self.held.get(key)
            if found is None:
                return None
            self.held.move_to_end(key)
            return found[0]

    def put(self, key: Any, value: Any, size: int) -> None:
        with self.lock:
            if key in self.held:
                return
            self.held[key] = value, size
            self.size += size
            while self.size > self.most:
                _key, (_value, gone) = self.held.popitem(last=False)
                self.size -= gone


_shelf = _Shelf()


def kept(key: Any, make: Callable[[], NDArray[Any]]) -> NDArray[Any]:
    """What is worked out of a block, once for as long as there is room for it. `key` begins with the block's."""
    found: NDArray[Any] | None = _shelf.get(key)
    if found is None:
        found = make()
        _shelf.put(key, found, found.nbytes + 200)
    return found


def keep_warm() -> None:
    """From now on the words that stand in most texts are read ahead whenever this process meets a new block: the first who
    asks for one of them would wait some milliseconds for each."""
    _warmer.is_wanted = True


class _Warmer:
    """One thread at a time, on a connection of its own."""

    def __init__(self) -> None:
        self.is_wanted, self.lock = False, threading.Lock()

    def wake(self) -> None:
        if self.is_wanted and self.lock.acquire(blocking=False):
            threading.Thread(target=self._work, name="search-warm", daemon=True).start()

    def _work(self) -> None:
        try:
            read_ahead()
        except Error:
            log.warning("search: words could not be read ahead", exc_info=True)
        finally:
            connection.close()
            self.lock.release()


_warmer = _Warmer()
_FREQUENT = "select folded from portal_wordgroup group by folded order by sum(length(docs)) desc limit 1000"


def read_ahead() -> None:
    """The most frequent words, until three quarters of the room are taken."""
    views = current_views()
    with connection.cursor() as cursor:
        cursor.execute(_FREQUENT)
        words = [word for (word,) in cursor.fetchall()]
    for first in range(0, len(words), 8):
        if _shelf.size > _shelf.most * 3 // 4:
            return
        groups_of(views, words[first : first + 8])


def current_views() -> list[View]:
    """Two queries; one or two more where something changed since the last search of this process."""
    with connection.cursor() as cursor:
        cursor.execute("select id, sealed_at, size, gone from portal_block order by id")
        rows = cursor.fetchall()
    views = [_view((pk, at), tuple(gone)) for pk, at, _size, gone in rows]
    loose = _loose()
    return [*views, loose] if loose else views


def _view(key: tuple[int, datetime], gone: tuple[int, ...]) -> View:
    """A block as it was sealed, and what of it is gone by now."""
    found: View | None = _shelf.get(key)
    if found is None:
        with _binary() as cursor:
            cursor.execute("select size, entries, names, facets from portal_block where id = %s", [key[0]])
            size, entries, names, facets = cursor.fetchone()
        told = np.frombuffer(facets, dtype="<u2")
        codes = {name: told[at * size : (at + 1) * size] for at, name in enumerate(FACETS)}
        found = View(key, size, np.frombuffer(entries, dtype="<i8"), names, codes)
        _shelf.put(key, found, 8 * size + 2 * len(told) + 1000)
        _warmer.wake()
    return View(key, found.size, found.entries, found.names, found.codes, gone) if gone else found


_LOOSE_STATE = "select count(*), max(id), max(indexed_at) from portal_entry where block_id is null"
_LOOSE = (
    "select id, title, labels, body, kind, language, audience, coalesce(unit_id::text, ''), coalesce(year::text, '')"
    " from portal_entry where block_id is null order by id limit %s::int"
)


def _loose() -> View | None:
    with connection.cursor() as cursor:
        cursor.execute(_LOOSE_STATE)
        state = cursor.fetchone()
        if not state[0]:
            return None
        key = (-1, connection.settings_dict["NAME"], *state)
        found: View | None = _shelf.get(key)
        if found is None:
            cursor.execute(_LOOSE, [SIZE])
            found = _loose_view(key, cursor.fetchall())
            _shelf.put(key, found, 2000 * found.size + 1000)
    return found


def _loose_view(key: tuple[Any, ...], rows: list[tuple[Any, ...]]) -> View:
    names: dict[str, list[str]] = {}
    codes: dict[str, NDArray[np.uint16]] = {}
    for at, facet in enumerate(FACETS, 4):
        known: dict[str, int] = {}
        codes[facet] = np.array([known.setdefault(row[at], len(known)) for row in rows], dtype=np.uint16)
        names[facet] = list(known)
    entries = np.array([row[0] for row in rows], dtype=np.int64)
    return View(
        key, len(rows), entries, names, codes, sealed=seal([(row[1], row[2], row[3]) for row in rows])
    )


_GROUPS = (
    "select block_id, folded, words, counts, docs, impacts from portal_wordgroup"
    " where folded = any(%s::text[]) and block_id = any(%s::bigint[])"
)


def groups_of(views: Collection[View], bare: Collection[str]) -> dict[Any, dict[str, Group]]:
    """Of each view (by its key) the groups of these words that it has. At most one query."""
    found: dict[Any, dict[str, Group]] = {view.key: {} for view in views}
    missing_blocks: dict[int, View] = {}
    missing: set[str] = set()
    for view in views:
        for word in bare:
            held = view.sealed.groups.get(word) if view.sealed else _shelf.get((view.key, word))
            if held is not None:
                found[view.key][word] = held
            elif view.sealed is None:
                missing_blocks[view.block] = view
                missing.add(word)
    if missing:
        _read_groups(found, missing_blocks, missing)
    return {key: {word: group for word, group in held.items() if group.words} for key, held in found.items()}


def _read_groups(
    found: dict[Any, dict[str, Group]], views: Mapping[int, View], missing: Collection[str]
) -> None:
    with _binary() as cursor:
        cursor.execute(_GROUPS, [sorted(missing), sorted(views)])
        for block, word, said, counts, docs, impacts in cursor.fetchall():
            group = Group(
                tuple(said),
                tuple(counts),
                np.frombuffer(docs, dtype="<u2"),
                np.frombuffer(impacts, dtype=np.uint8),
            )
            _keep(found, views[block], word, group)
    for view in views.values():
        for word in missing:
            if word not in found[view.key]:
                _keep(found, view, word, _EMPTY)


def _keep(found: dict[Any, dict[str, Group]], view: View, word: str, group: Group) -> None:
    found[view.key][word] = group
    _shelf.put((view.key, word), group, memory_of(group))


@contextmanager
def _binary() -> Iterator[Any]:
    """Bytes as bytes: written as text they would be twice as long and read twice."""
    with connection.cursor() as cursor:
        cursor.cursor.format = Format.BINARY
        yield cursor
