"""The life of one reading: queued, begun, finished or failed; and what a crash left behind is queued again."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.reading.version import READER_VERSION
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.sources.enums import PENDING, FileState
from quyen.sources.models import SourceFile, StoredReading
from quyen.sources.queries import files_in_hand, outdated_files
from quyen.sources.signals import reading_stored

READ_FILE = "read_file"  # the job's name in the queue
QUEUE = "reading"
MAX_ATTEMPTS = 3  # begun and never ended: the file, or the machine, is at fault and a person is told


def enqueue(source: SourceFile) -> None:
    """Queues the job within the caller's transaction: it exists from the moment the row does, never before.
    One waiting job a file, however often it is asked for."""
    job = app.configure_task(READ_FILE, queue=QUEUE, queueing_lock=f"file:{source.pk}", allow_unknown=True)
    try:
        with transaction.atomic():
            job.defer(source_id=source.pk)
    except AlreadyEnqueued:
        pass


@transaction.atomic
def start_reading(*, actor: User | None = None, source_id: int) -> SourceFile | None:
    """Marks a file as being read; None where there is nothing to do (read already, or gone)."""
    source = SourceFile.objects.select_for_update().filter(pk=source_id, state__in=PENDING).first()
    if source is None:
        return None
    source.state, source.stage, source.error, source.advice = FileState.READING, "", "", ""
    source.attempts += 1
    source.started_at, source.finished_at = timezone.now(), None
    source.save()
    return source


def note_stage(*, actor: User | None = None, source: SourceFile, stage: str) -> None:
    """What the reader is at, for the person who waits. Nobody's decision, so no trail."""
    SourceFile.objects.filter(pk=source.pk, state=FileState.READING).update(stage=stage[:120])


@transaction.atomic
def finish_reading(
    *,
    actor: User | None = None,
    source: SourceFile,
    record_json: dict[str, Any],
    version: str,
    seconds: float,
) -> StoredReading | None:
    """Keeps a reading and tells the steps above, all or nothing. Said twice it is kept once.

    `record_json` is the record of docs/reference/record.md. None where the file was not being read.
    """
    locked = SourceFile.objects.select_for_update().get(pk=source.pk)
    if locked.state != FileState.READING:
        return None
    kept = {
        "record": record_json,
        "text": record_json["text"],
        "pages": record_json.get("pages"),
        "seconds": seconds,
    }
    reading, is_new = StoredReading.objects.get_or_create(
        source=locked, reader_version=version, defaults=kept
    )
    if not is_new and reading.record != record_json:
        reading.record, reading.text, reading.pages = record_json, kept["text"], kept["pages"]
        reading.read_at, reading.seconds, is_new = timezone.now(), seconds, True
        reading.save()
    _close(locked, FileState.READ)
    locked.title = record_json.get("title") or ""
    locked.reference = "/".join(p for p in (record_json.get("number"), record_json.get("symbol")) if p)[:120]
    locked.save()
    if is_new:
        record([_trace(actor, Verb.READ, locked, {"state": FileState.READ, "reader": version})])
        reading_stored.send(sender=StoredReading, reading=reading)
    return reading


@transaction.atomic
def fail_reading(
    *, actor: User | None = None, source: SourceFile, message: str, advice: str
) -> SourceFile | None:
    """Keeps why a file could not be read and what to do. The file itself stays."""
    locked = SourceFile.objects.select_for_update().get(pk=source.pk)
    if locked.state not in PENDING:
        return None
    _close(locked, FileState.FAILED)
    locked.error, locked.advice = message, advice
    locked.save()
    record([_trace(actor, Verb.READ, locked, {"state": FileState.FAILED, "error": message})])
    return locked


@transaction.atomic
def read_again(*, actor: User | None, source: SourceFile) -> SourceFile:
    """Queues a file that failed, or that an older reader read. One that waits already stays as it is."""
    require(actor, source.unit_id, Role.EDITOR)
    locked = SourceFile.objects.select_for_update().get(pk=source.pk)
    if locked.state in PENDING:
        return locked
    before = {"state": locked.state}
    locked.state, locked.stage, locked.attempts, locked.error, locked.advice = FileState.QUEUED, "", 0, "", ""
    locked.save()
    enqueue(locked)
    after = {"state": FileState.QUEUED}
    record([
        entry(actor=actor, verb=Verb.REOPEN, subject=locked, unit_id=locked.unit_id, before=before, after=after)
    ])  # fmt: skip
    return locked


def read_outdated(*, actor: User | None, unit: Unit) -> int:
    """Queues every file of a unit whose newest reading was made by another version of the reader. Returns how
    many. What people decided stays; what the reader now says differently is shown beside it."""
    require(actor, unit.pk, Role.EDITOR)
    files = list(outdated_files(SourceFile.objects.filter(unit=unit), READER_VERSION))
    for source in files:
        read_again(actor=actor, source=source)
    return len(files)


def requeue_lost(*, actor: User | None = None) -> int:
    """Queues every file that waits or is being read but that no process holds and no job waits for.

    Called when the server starts and every minute; safe at any time, by several at once. Returns how many
    were queued. A file whose reading was begun MAX_ATTEMPTS times without an end is failed instead.
    """
    in_hand = files_in_hand()
    with transaction.atomic():
        waiting = set(
            ProcrastinateJob.objects.filter(task_name=READ_FILE, status="todo").values_list(
                "args__source_id", flat=True
            )
        )
        lost = list(
            SourceFile.objects.select_for_update(skip_locked=True)
            .filter(state__in=PENDING).exclude(pk__in=in_hand | waiting)
        )  # fmt: skip
        for source in lost:
            _recover(source)
    return len(lost)


def _recover(source: SourceFile) -> None:
    if source.attempts >= MAX_ATTEMPTS:
        fail_reading(
            source=source,
            message=_("Đã đọc tệp này %(times)s lần nhưng lần nào cũng dừng giữa chừng.")
            % {"times": source.attempts},
            advice=_("Tệp vẫn được giữ nguyên. Hãy bấm “Đọc lại” hoặc tách tệp thành nhiều phần nhỏ hơn."),
        )
        return
    source.state, source.stage = FileState.QUEUED, ""
    source.save(update_fields=["state", "stage"])
    enqueue(source)


def _close(source: SourceFile, state: FileState) -> None:
    source.state, source.stage, source.attempts, source.finished_at = state, "", 0, timezone.now()


def _trace(actor: User | None, verb: Verb, source: SourceFile, after: dict[str, Any]) -> Any:
    return entry(actor=actor, verb=verb, subject=source, unit_id=source.unit_id, after=after)
