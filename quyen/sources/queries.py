"""Guarded reads of the sources step, and who is reading what just now."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from zlib import crc32

from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from quyen.accounts.models import User
from quyen.core.reading.version import READER_VERSION
from quyen.organisation.enums import Role
from quyen.organisation.queries import may, unit_ids
from quyen.shared.queries import held_alone
from quyen.sources.enums import PENDING, FileState
from quyen.sources.models import Delivery, SourceFile, StoredReading

PAGE_SIZE = 50
READING_LOCK = 0x51_55  # first half of the advisory lock that a process holds while it reads a file


def readable_files(user: User) -> QuerySet[SourceFile]:
    """Files of the units where the person holds any role today."""
    return SourceFile.objects.filter(unit__in=unit_ids(user))


def editable_files(user: User) -> QuerySet[SourceFile]:
    """Files that the person may replace or have read again."""
    return SourceFile.objects.filter(unit__in=unit_ids(user, Role.EDITOR))


def readable_deliveries(user: User) -> QuerySet[Delivery]:
    return Delivery.objects.filter(unit__in=unit_ids(user)).select_related("unit", "received_by")


def editable_deliveries(user: User) -> QuerySet[Delivery]:
    return Delivery.objects.filter(unit__in=unit_ids(user, Role.EDITOR))


def rows(files: QuerySet[SourceFile]) -> QuerySet[SourceFile]:
    """With what one row of a list shows: one query."""
    return files.select_related("unit", "received_by", "replaces", "replaced_by").order_by(
        "-created_at", "-id"
    )


def outdated_files(files: QuerySet[SourceFile], version: str) -> QuerySet[SourceFile]:
    """Files in use that were read, but never by this version of the reader."""
    by_it = StoredReading.objects.filter(source=OuterRef("pk"), reader_version=version)
    return files.filter(~Exists(by_it), state=FileState.READ, replaced_by=None)


@dataclass(frozen=True, slots=True)
class DeliveryPage:
    """One delivery as its screen shows it: two queries however many files."""

    delivery: Delivery
    files: list[SourceFile]
    known: list[SourceFile]
    may_edit: bool

    @property
    def pending(self) -> int:
        return sum(f.state in PENDING for f in self.files)

    @property
    def sign(self) -> str:
        return _sign(self.files, self.delivery.refused)

    @property
    def read(self) -> int:
        return sum(f.state == FileState.READ for f in self.files)

    @property
    def done(self) -> int:
        return len(self.files) - self.pending


def delivery_page(user: User, delivery: Delivery) -> DeliveryPage:
    every = rows(
        SourceFile.objects.filter(Q(delivery=delivery) | Q(pk__in=delivery.known, unit_id=delivery.unit_id))
    )
    files = list(every.order_by("id"))
    return DeliveryPage(
        delivery=delivery,
        files=[f for f in files if f.delivery_id == delivery.pk],
        known=[f for f in files if f.pk in set(delivery.known)],
        may_edit=may(user, delivery.unit_id, Role.EDITOR),
    )


@dataclass(frozen=True, slots=True)
class FileListPage:
    """One page of the list of documents: six queries however many files."""

    files: Page[SourceFile]
    state: str
    counts: dict[str, int]  # by state, over all that the person may see
    outdated: int  # read by an older reader, in units where the person may have them read again
    editable: set[int]  # units in which the person may upload and have files read again

    @property
    def pending(self) -> int:
        return sum(self.counts.get(state, 0) for state in PENDING)

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def sign(self) -> str:
        return _sign(self.files, sorted(self.counts.items()))


def file_list_page(user: User, *, state: str = "", number: str = "1") -> FileListPage:
    """`state` one of FileState or "" for all; `number` of the page, the nearest one where it is out of range."""
    mine = readable_files(user).exclude(state=FileState.KEPT)  # evidence stands with what it shows
    counted = mine.order_by().values_list("state").annotate(Count("pk"))
    chosen = mine.filter(state=state) if state in FileState.values else mine
    return FileListPage(
        files=Paginator(rows(chosen), PAGE_SIZE).get_page(number),
        state=state if state in FileState.values else "",
        counts=dict(counted),
        outdated=outdated_files(editable_files(user), READER_VERSION).count(),
        editable=set(unit_ids(user, Role.EDITOR)),
    )


def _sign(files: Iterable[SourceFile], more: object) -> str:
    """Changes when anything that a live screen shows has changed: the same sign, nothing to say."""
    shown = [(f.pk, f.state, f.stage) for f in files]
    return f"{crc32(repr((shown, more)).encode()):x}"


def reading_of(source_id: int) -> AbstractContextManager[bool]:
    """Holds a file for reading; False where another process holds it."""
    return held_alone(READING_LOCK, source_id)


def files_in_hand() -> set[int]:
    """Numbers of the files that some process is reading just now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select objid from pg_locks where locktype = 'advisory' and classid = %s and objsubid = 2 and granted "
            "and database = (select oid from pg_database where datname = current_database())",
            [READING_LOCK],
        )
        return {int(row[0]) for row in cursor.fetchall()}
