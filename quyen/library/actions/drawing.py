"""Renditions: made by a job in a process apart, kept by their hash, replaced as a whole."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.core.media.apart import drawn_apart
from quyen.core.media.record import Made
from quyen.library.actions.files import enqueue
from quyen.library.enums import DrawState
from quyen.library.models import Rendition, StoredFile
from quyen.library.models.files import drawn_path

LOST = timedelta(minutes=3)  # a file that waits longer may have lost its job
LEFT = timedelta(days=1)  # what a broken upload left behind


def draw(*, actor: User | None = None, file_id: int) -> StoredFile | None:
    """Makes the renditions of one file. Made twice they are the same; None where there is no such file."""
    stored = StoredFile.objects.filter(pk=file_id).first()
    if stored is None:
        return None
    try:
        made = _made(stored)
    except (QuyenError, FileNotFoundError) as error:
        return _close(stored, [], DrawState.FAILED, str(error))
    return _close(stored, made, DrawState.DONE, "")


def requeue_undrawn(*, actor: User | None = None) -> int:
    """Queues files that wait longer than they should: a killed worker lost their job. Returns how many."""
    waiting = StoredFile.objects.filter(drawing=DrawState.WAITING, created_at__lt=timezone.now() - LOST)
    found = list(waiting.values_list("pk", flat=True)[:500])
    for pk in found:
        enqueue(pk)
    return len(found)


def sweep_incoming(*, actor: User | None = None) -> int:
    """Removes what uploads that were cut off left on disk a day ago. Returns how many."""
    folder = Path(default_storage.path("library/incoming"))
    before = (timezone.now() - LEFT).timestamp()
    old = [one for one in folder.glob("*") if one.stat().st_mtime < before] if folder.is_dir() else []
    for one in old:
        one.unlink(missing_ok=True)
    return len(old)


def _made(stored: StoredFile) -> list[Rendition]:
    path = Path(stored.content.path)
    if not path.is_file():
        raise FileNotFoundError("Không còn thấy tệp gốc trong kho.")
    limits = {"seconds": settings.LIBRARY_LOOK_SECONDS, "megabytes": settings.LIBRARY_LOOK_MEGABYTES}
    with drawn_apart(path, stored.media_type, stored.name, **limits) as made:
        return [_rendition(stored, one) for one in made]


def _rendition(stored: StoredFile, made: Made) -> Rendition:
    drawn = Rendition(
        file=stored, kind=made.kind, media_type=made.media_type, width=made.width, height=made.height,
        size=len(made.content), sha256=hashlib.sha256(made.content).hexdigest(),
    )  # fmt: skip
    path = drawn_path(drawn, "")
    if not (default_storage.exists(path) and default_storage.size(path) == drawn.size):
        path = default_storage.save(path, ContentFile(made.content))
    drawn.content.name = path
    return drawn


@transaction.atomic
def _close(stored: StoredFile, made: list[Rendition], state: DrawState, error: str) -> StoredFile | None:
    locked = StoredFile.objects.select_for_update().filter(pk=stored.pk).first()
    if locked is None:
        return None
    if made:
        locked.renditions.all().delete()
        Rendition.objects.bulk_create(made)
    locked.drawing, locked.drawing_error = state, error[:300]
    locked.save(update_fields=["drawing", "drawing_error"])
    return locked
