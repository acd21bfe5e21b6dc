"""The index of the public search is kept in step with what everyone may read.

What changed lies outside the sealed blocks until the next sealing, and is found from the commit on (`queries.search.views`).
Nobody acts here: what is to be found follows from what is published.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from itertools import chain, islice
from operator import attrgetter
from typing import Any

import numpy as np
from django.db import connection, transaction
from django.db.models import F, Func, Value
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from quyen.core.finding import SIZE, Sealed, folded, seal
from quyen.portal.actions.generation import changed
from quyen.portal.models import Block, Entry, Known, WordGroup
from quyen.portal.queries.gathering import GATHERERS, TOGETHER
from quyen.portal.queries.gathering.gathered import Gathered

QUEUE = "search"
REBUILD = "rebuild_search_index"
FACETS = ("kind", "language", "audience", "unit", "year")
LOOSE = 500  # entries of no block from which on they are sealed
MOST_BLOCKS = 12  # beyond what the number of entries needs
_SELDOM, _LONG = {1: 2, 2: 3}, 30  # what is written less often is chance
_LOCK = 7_402_027  # of the index as a whole
_COLUMNS = (
    "id", "kind", "number", "part", "language", "title", "labels", "body", "lede", "note", "cites", "address", "audience",
    "unit_id", "year", "indexed_at", "block_id", "place",
)  # fmt: skip
_FIELDS = ("title", "labels", "body", "lede", "note", "cites", "address", "audience", "unit_id", "year")


@transaction.atomic
def refresh(*, kind: str, numbers: Collection[int]) -> int:
    """What these objects say now is found from the commit on; what is no longer public is found no more. Returns how many
    entries they have."""
    _alone(shared=True)
    wanted = {row.key: row for row in map(_composed, GATHERERS[kind](numbers))}
    rows = (
        Entry.objects.select_for_update()
        .filter(kind__in=TOGETHER.get(kind, (kind,)), number__in=list(numbers))
        .order_by("pk")
    )
    known = {(row.kind, row.number, row.part, row.language): row for row in rows}
    stale = [row for key, row in known.items() if key not in wanted or _differs(row, wanted[key])]
    if not stale and len(known) == len(wanted):
        return len(wanted)
    _leave_blocks(stale)
    Entry.objects.filter(pk__in=[row.pk for row in stale]).delete()
    again = {key for key, row in known.items() if row not in stale}
    Entry.objects.bulk_create([_entry(row) for key, row in wanted.items() if key not in again])
    changed()
    transaction.on_commit(_seal_if_many)
    return len(wanted)


def _seal_if_many() -> None:
    """A job seals what is loose; where many things change at once, it would come late."""
    if Entry.objects.filter(block=None).count() >= 4 * LOOSE:
        seal_loose()


def _entry(row: Gathered) -> Entry:
    return Entry(kind=row.kind, number=row.number, part=row.part, language=row.language, **_values(row))


def _values(row: Gathered) -> dict[str, Any]:
    return {
        "title": row.title, "labels": row.labels, "body": row.body, "lede": row.lede, "note": row.note,
        "cites": [list(one) for one in row.cites], "address": row.address, "audience": row.audience, "unit_id": row.unit,
        "year": row.year,
    }  # fmt: skip


def _differs(entry: Entry, row: Gathered) -> bool:
    return any(getattr(entry, name) != value for name, value in _values(row).items())


def _leave_blocks(entries: Iterable[Entry]) -> None:
    """Their places are empty from now on. Blocks in one order, so that two who do this never wait for each other."""
    places: dict[int, list[int]] = {}
    for entry in entries:
        if entry.block_id:
            places.setdefault(entry.block_id, []).append(entry.place)
    for block in sorted(places):
        gone = Func(F("gone"), Value(places[block]), function="array_cat")
        Block.objects.filter(pk=block).update(gone=gone)


def _composed(row: Gathered) -> Gathered:
    """In NFC, as all places in texts are told by."""
    if all(unicodedata.is_normalized("NFC", text) for text in row.texts):
        return row
    title, labels, body = (unicodedata.normalize("NFC", text) for text in row.texts)
    return replace(row, title=title, labels=labels, body=body)


# --- all of it ----------------------------------------------------------------------------------------


def wake_rebuilding() -> None:
    """Asks the worker for a first index where there is none: after an upgrade, or a copy was put back."""
    if is_built():
        return
    job = app.configure_task(REBUILD, queue=QUEUE, queueing_lock=REBUILD, allow_unknown=True)
    with suppress(AlreadyEnqueued), transaction.atomic():
        job.defer(timestamp=0)


def is_built() -> bool:
    """Whether there ever was an index: an empty one has a block, too. Until then changes need not be followed."""
    return Block.objects.exists()


def rebuild() -> int:
    """The whole index from the objects themselves, in one transaction: until it ends the one before is asked. Returns how
    many things can be found."""
    return build(chain.from_iterable(gather(None) for gather in GATHERERS.values()))


@transaction.atomic
def build(rows: Iterable[Gathered]) -> int:
    """As `rebuild`, from rows that are given."""
    _alone()
    for model in (WordGroup, Entry, Block, Known):
        _emptied(model._meta.db_table)
    return _sealed(map(_composed, rows), _add)


def seal_loose(*, at_least: int = LOOSE) -> int:
    """What has changed since the last sealing goes into a block of its own; where blocks have become many, or much of them
    is gone, all are sealed anew. Returns how many entries were sealed."""
    with transaction.atomic():
        _alone()
        if _is_ragged():
            for model in (WordGroup, Known):
                _emptied(model._meta.db_table)
            Entry.objects.exclude(block=None).update(block=None)
            _emptied(Block._meta.db_table)
            at_least = 1
        loose = Entry.objects.filter(block=None).order_by("pk")
        if loose.count() < max(1, at_least):
            return 0
        return _sealed(loose.iterator(chunk_size=2000), _place)


def _is_ragged() -> bool:
    blocks = list(Block.objects.values_list("size", "gone"))
    entries, gone = sum(size for size, _gone in blocks), sum(len(gone) for _size, gone in blocks)
    return len(blocks) > MOST_BLOCKS + entries // SIZE or gone > 1000 + entries // 5


def _alone(*, shared: bool = False) -> None:
    """Until the transaction ends nobody else seals; with `shared` others may change entries as well."""
    lock = "pg_advisory_xact_lock_shared" if shared else "pg_advisory_xact_lock"
    with connection.cursor() as cursor:
        cursor.execute(f"select {lock}(%s)", [_LOCK])


def _emptied(table: str) -> None:
    """Row by row and not by `truncate`, which would let no one read until the end."""
    with connection.cursor() as cursor:
        cursor.execute(f"delete from {connection.ops.quote_name(table)}")  # noqa: S608  a table of ours


def _sealed(rows: Iterator[Any], keep: Callable[[list[Any], int], list[int]]) -> int:
    """Blocks of these rows (`Gathered` or `Entry`); `keep(rows, block)` stores them and returns their numbers. While the
    database takes the rows of a block, its words are sealed."""
    number, pairs, counts = 0, Counter[str](), Counter[str]()
    with ThreadPoolExecutor(1) as beside:
        while batch := list(islice(rows, SIZE)):
            sealing = beside.submit(seal, [(row.title, row.labels, row.body) for row in batch])
            block = Block.objects.create(size=len(batch), entries=b"", facets=b"")
            ids = keep(batch, block.pk)
            names, facets = _facets(batch)
            Block.objects.filter(pk=block.pk).update(
                entries=np.array(ids, dtype="<i8").tobytes(), names=names, facets=facets
            )
            sealed = sealing.result()
            _store_groups(block.pk, sealed)
            pairs.update(sealed.pairs)
            for group in sealed.groups.values():
                counts.update(dict(zip(group.words, group.counts, strict=True)))
            number += len(batch)
    if not Block.objects.exists():
        nothing: dict[str, list[str]] = {facet: [] for facet in FACETS}
        Block.objects.create(size=0, entries=b"", facets=b"", names=nothing)
    _store_known(counts, pairs)
    with connection.cursor() as cursor:
        cursor.execute("analyze portal_known, portal_wordgroup, portal_entry")
    changed()
    return number


def _facets(rows: list[Any]) -> tuple[dict[str, list[str]], bytes]:
    """As `Block` keeps them."""
    names: dict[str, list[str]] = {}
    codes = []
    for facet in FACETS:
        name = "unit_id" if facet == "unit" and isinstance(rows[0], Entry) else facet
        said = list(map(attrgetter(name), rows))
        known = {one: at for at, one in enumerate(dict.fromkeys(said))}
        codes.append(np.fromiter(map(known.__getitem__, said), dtype="<u2", count=len(said)))
        names[facet] = [str(one or "") for one in known]
    return names, np.concatenate(codes).tobytes()


def _add(rows: list[Gathered], block: int) -> list[int]:
    """The entries in one stream, each line made here: through the driver's own way it took three times as long."""
    table, columns, now = Entry._meta.db_table, ", ".join(_COLUMNS), timezone.now().isoformat()
    with connection.cursor() as cursor:
        cursor.execute(
            "select nextval(pg_get_serial_sequence(%s, 'id')) from generate_series(1, %s)", [table, len(rows)]
        )
        ids = [pk for (pk,) in cursor.fetchall()]
        with cursor.copy(f"copy {table} ({columns}) from stdin") as copy:
            for first in range(0, len(rows), _LINES):
                some = enumerate(rows[first : first + _LINES], first)
                copy.write("".join([_line(row, ids[at], now, block, at) for at, row in some]))
    return ids


def _line(row: Gathered, pk: int, now: str, block: int, place: int) -> str:
    cites = json.dumps(row.cites, ensure_ascii=False) if row.cites else "[]"
    texts = (
        row.kind, str(row.number), row.part, row.language, row.title, row.labels, row.body, row.lede, row.note, cites,
        row.address, row.audience,
    )  # fmt: skip
    told = "\t".join(texts)
    if told.count("\t") >= len(texts) or "\\" in told or "\n" in told or "\r" in told:
        told = "\t".join(map(_escaped, texts))
    unit, year = ("\\N" if one is None else one for one in (row.unit, row.year))
    return f"{pk}\t{told}\t{unit}\t{year}\t{now}\t{block}\t{place}\n"


_LINES = 500
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": ""})


def _escaped(text: str) -> str:
    """As PostgreSQL's COPY reads it."""
    return text.translate(_ESCAPES)


def _place(rows: list[Entry], block: int) -> list[int]:
    ids = [row.pk for row in rows]
    with connection.cursor() as cursor:
        cursor.execute(
            "update portal_entry as e set block_id = %s, place = told.at - 1"
            " from unnest(%s::bigint[]) with ordinality as told(id, at) where e.id = told.id",
            [block, ids],
        )
    return ids


def _store_groups(block: int, sealed: Sealed) -> None:
    with (
        connection.cursor() as cursor,
        cursor.copy(
            "copy portal_wordgroup (folded, words, counts, docs, impacts, block_id) from stdin (format binary)"
        ) as copy,
    ):
        copy.set_types(["text", "text[]", "int4[]", "bytea", "bytea", "int8"])
        for name, group in sealed.groups.items():
            copy.write_row((
                name, list(group.words), list(group.counts), group.docs.astype("<u2").tobytes(), group.impacts.tobytes(),
                block,
            ))  # fmt: skip


def _store_known(counts: Mapping[str, int], pairs: Mapping[str, int]) -> None:
    """Beside those of other blocks, which the same words may stand in: who reads adds them up."""
    with (
        connection.cursor() as cursor,
        cursor.copy("copy portal_known (folded, written, size, count) from stdin") as copy,
    ):
        for size, told in ((1, counts), (2, pairs)):
            for written, count in told.items():
                if count < _SELDOM[size] or len(written) > _LONG or not written.replace(" ", "").isalpha():
                    continue  # a number, or a slip of whoever wrote the text
                bare = " ".join(map(folded, written.split()))
                copy.write_row((bare, written, size, count))
