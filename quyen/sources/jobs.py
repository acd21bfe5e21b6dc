"""Background work of the sources step: read one file, and look for files that a crash left behind."""

from __future__ import annotations

import logging
from pathlib import Path

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext as _
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from quyen.core.errors import FileRefused, QuyenError
from quyen.core.reading.apart import Outcome, ReaderBroke, read_apart
from quyen.sources import actions
from quyen.sources.actions.reading import QUEUE, READ_FILE
from quyen.sources.models import SourceFile
from quyen.sources.queries import reading_of

KEPT_HOURS = 72  # of finished jobs, for whoever looks into a fault
log = logging.getLogger(__name__)


@app.task(name=READ_FILE, queue=QUEUE)
def read_file(source_id: int) -> None:
    """Reads one file in a process of its own and keeps what came of it; a second job for it does nothing."""
    with reading_of(source_id) as held:
        source = actions.start_reading(source_id=source_id) if held else None
        if source is not None:
            _read(source)


@app.periodic(cron="* * * * *")
@app.task(name="requeue_lost", queue=QUEUE, queueing_lock="requeue_lost", priority=10)
def requeue_lost(timestamp: int) -> None:
    actions.requeue_lost()


@app.periodic(cron="*/10 * * * *")
@app.task(name="tidy_queue", queue=QUEUE, queueing_lock="tidy_queue", pass_context=True)
async def tidy_queue(context: JobContext, timestamp: int) -> None:
    """Forgets jobs long done, and those that a killed worker left "doing" (their files are queued anew)."""
    assert context.app is not None
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        await manager.finish_job(job, status=Status.FAILED, delete_job=True)
    await manager.delete_old_jobs(nb_hours=KEPT_HOURS, include_failed=True, include_cancelled=True)


def _read(source: SourceFile) -> None:
    try:
        _keep(source, _outcome(source))
    except QuyenError as error:
        if isinstance(error, ReaderBroke):
            log.error("file %s: %s\n%s", source.pk, error, error.detail)
        actions.fail_reading(source=source, message=str(error), advice=error.advice)


def _outcome(source: SourceFile) -> Outcome:
    path = Path(source.content.path)
    if not path.is_file():
        raise FileRefused(
            _("Không còn thấy tệp gốc trong kho."), advice=_("Hãy tải tệp lên lại, hoặc báo người quản trị.")
        )
    return read_apart(
        path, source.name, seconds=settings.READ_SECONDS, megabytes=settings.READ_MEGABYTES,
        on_stage=lambda stage: actions.note_stage(source=source, stage=stage),
    )  # fmt: skip


def _keep(source: SourceFile, outcome: Outcome) -> None:
    """Errors: ReaderBroke where the record does not fit the rows made of it (our fault, and said so);
    a lost database goes up as it is: the file stays "being read" and is queued again."""
    try:
        actions.finish_reading(
            source=source, record_json=outcome.record, version=outcome.version, seconds=outcome.seconds
        )
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        log.exception("file %s: the reading was not kept", source.pk)
        raise ReaderBroke(_("Đọc được tệp nhưng không ghi được kết quả."), detail=repr(error)) from error
