"""Files come in: written to disk as they arrive, looked at apart, kept by their hash; then drawn by a job."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import (
    DamagedFile,
    FileRefused,
    ProtectedFile,
    QuyenError,
    TooLarge,
    UnknownKind,
    UnsafeFile,
)
from quyen.core.media import ArchiveLimits, Found, Problem, members
from quyen.core.media.apart import look_apart
from quyen.core.media.kinds import TYPES, binary_type
from quyen.core.text.encodings import nfc
from quyen.library.enums import DrawState, FileKind
from quyen.library.models import StoredFile
from quyen.library.models.files import stored_path
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit

DRAW_FILE, QUEUE = "draw_file", "drawing"  # the job's name, and its queue
CHUNK = 1 << 20
MIB = 1 << 20
NAME_LENGTH = 255
DRAWN = (FileKind.PICTURE, FileKind.DRAWING, FileKind.CAPTIONS, FileKind.VIDEO)  # besides PDF and HTML
REFUSALS: dict[str, type[FileRefused]] = {
    "protected": ProtectedFile, "damaged": DamagedFile, "empty": DamagedFile, "unknown-kind": UnknownKind,
    "archive": UnknownKind, "bomb": TooLarge, "too-large": TooLarge,
}  # fmt: skip


@dataclass(slots=True)
class Kept:
    """What became of many files: new, here before, and refused, [{"name", "reason", "advice"}]."""

    new: list[StoredFile] = field(default_factory=list)
    known: list[StoredFile] = field(default_factory=list)
    refused: list[dict[str, str]] = field(default_factory=list)

    @property
    def files(self) -> list[StoredFile]:
        return [*self.new, *self.known]


def keep_file(*, actor: User | None, unit: Unit, name: str, stream: IO[bytes]) -> StoredFile:
    """One file, known by (unit, hash): the same bytes again return the row that is there.

    `stream` is read a mebibyte at a time and goes straight to disk. Errors: FileRefused and its kinds, each with what to
    do; nothing of a refused file is kept. PermissionDenied.
    """
    require(actor, unit.pk, Role.EDITOR)
    return _keep(actor, unit, name, stream)[0]


def keep_files(*, actor: User | None, unit: Unit, files: Iterable[tuple[str, IO[bytes]]]) -> Kept:
    """Many files, each kept or refused by itself; a zip becomes the files in it."""
    require(actor, unit.pk, Role.EDITOR)
    kept = Kept()
    for name, stream in files:
        with _refusing(kept, name):
            if _is_archive(name, stream):
                _keep_members(actor, unit, name, stream, kept)
            else:
                _note(kept, _keep(actor, unit, name, stream))
    return kept


def _keep_members(actor: User | None, unit: Unit, name: str, stream: IO[bytes], kept: Kept) -> None:
    with _written(stream, settings.LIBRARY_ARCHIVE_BYTES, _("tệp nén")) as (path, _sha256, _size):
        limits = ArchiveLimits(settings.LIBRARY_ARCHIVE_FILES, settings.LIBRARY_ARCHIVE_BYTES)
        for inner, content in members(path, limits):
            with _refusing(kept, inner or name):
                if isinstance(content, Problem):
                    raise _error(content)
                _note(kept, _keep(actor, unit, inner, content))


def _note(kept: Kept, one: tuple[StoredFile, bool]) -> None:
    (kept.new if one[1] else kept.known).append(one[0])


@contextlib.contextmanager
def _refusing(kept: Kept, name: str) -> Iterator[None]:
    try:
        yield
    except QuyenError as error:
        kept.refused.append({"name": plain_name(name), "reason": str(error), "advice": error.advice})


def _keep(actor: User | None, unit: Unit, name: str, stream: IO[bytes]) -> tuple[StoredFile, bool]:
    """The row, and whether it is new."""
    name = plain_name(name)
    head = stream.read(CHUNK)
    kind = _expected(head)
    with _written(stream, settings.LIBRARY_LIMITS[kind], str(FileKind(kind).label), head) as (
        path,
        sha256,
        size,
    ):
        known = StoredFile.objects.filter(unit=unit, sha256=sha256).first()
        if known:
            return known, False
        found = look_apart(
            path, name, seconds=settings.LIBRARY_LOOK_SECONDS, megabytes=settings.LIBRARY_LOOK_MEGABYTES
        )
        if found.refusal:
            raise _error(found.refusal)
        content = _put(path, sha256, size)
    return _row(actor, unit, name, sha256, size, content, found)


def _row(
    actor: User | None, unit: Unit, name: str, sha256: str, size: int, content: str, found: Found
) -> tuple[StoredFile, bool]:
    with transaction.atomic():
        Unit.objects.select_for_update(no_key=True).get(
            pk=unit.pk
        )  # the same bytes twice wait for each other
        known = StoredFile.objects.filter(unit=unit, sha256=sha256).first()
        if known:
            return known, False
        notes = [{k: v for k, v in asdict(note).items() if k != "refuses"} for note in found.notices]
        stored = StoredFile.objects.create(
            unit=unit, name=name, sha256=sha256, size=size, kind=found.kind, media_type=found.media_type,
            content=content, width=found.width, height=found.height, seconds=found.seconds, pages=found.pages,
            likeness=found.likeness, sketch=list(found.sketch), notes=notes, received_by=actor,
            drawing=DrawState.WAITING if _is_drawn(found) else DrawState.NONE,
        )  # fmt: skip
        if stored.drawing == DrawState.WAITING:
            enqueue(stored.pk)
        after = {"name": name, "sha256": sha256, "kind": found.kind, "size": size}
        record([entry(actor=actor, verb=Verb.RECEIVE, subject=stored, unit_id=unit.pk, after=after)])
    return stored, True


def enqueue(file_id: int) -> None:
    """Queues the drawing within the caller's transaction; one waiting job a file, however often it is asked for."""
    job = app.configure_task(DRAW_FILE, queue=QUEUE, queueing_lock=f"draw:{file_id}", allow_unknown=True)
    with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
        job.defer(file_id=file_id)


def _is_drawn(found: Found) -> bool:
    return found.kind in DRAWN or found.media_type in ("application/pdf", "text/html")


def _expected(head: bytes) -> str:
    """The kind whose limit of size holds, by the first bytes; what is looked at later decides what it is."""
    media_type = binary_type(head)
    if media_type == "zip":
        return FileKind.PAPER
    return TYPES[media_type][0] if media_type else FileKind.TEXT


def _is_archive(name: str, stream: IO[bytes]) -> bool:
    """By its name and its first bytes: an office file is a zip too, and is one file."""
    head = stream.read(4)
    stream.seek(0)
    return head in (b"PK\3\4", b"PK\5\6") and name.lower().endswith(".zip")


@contextlib.contextmanager
def _written(stream: IO[bytes], limit: int, what: str, head: bytes = b"") -> Iterator[tuple[Path, str, int]]:
    """The stream on disk beside the other files, with its hash and size; gone afterwards unless it was moved."""
    folder = Path(default_storage.path("library/incoming"))
    folder.mkdir(parents=True, exist_ok=True)
    handle, place = tempfile.mkstemp(dir=folder)
    path = Path(place)
    try:
        with os.fdopen(handle, "wb") as out:
            sha256, size = _copied(stream, out, limit, what, head)
        yield path, sha256, size
    finally:
        path.unlink(missing_ok=True)


def _copied(stream: IO[bytes], out: IO[bytes], limit: int, what: str, chunk: bytes) -> tuple[str, int]:
    seen, size = hashlib.sha256(), 0
    chunk = chunk or stream.read(CHUNK)
    while chunk:
        size += len(chunk)
        if size > limit:
            raise TooLarge(
                _("Tệp lớn hơn mức nhận của %(kind)s (%(limit)s MB).") % {"kind": what, "limit": limit // MIB},
                advice=_("Tệp này chưa được nhận. Hãy nén nhỏ hơn, cắt thành nhiều phần, hoặc nhờ người quản trị nâng mức."),
            )  # fmt: skip
        seen.update(chunk)
        out.write(chunk)
        chunk = stream.read(CHUNK)
    out.flush()
    os.fsync(out.fileno())
    return seen.hexdigest(), size


def _put(path: Path, sha256: str, size: int) -> str:
    """The stored name. Moved, not copied; bytes that are there whole stay."""
    name = stored_path(StoredFile(sha256=sha256), "")
    place = Path(default_storage.path(name))
    if not (place.exists() and place.stat().st_size == size):
        place.parent.mkdir(parents=True, exist_ok=True)
        path.chmod(settings.FILE_UPLOAD_PERMISSIONS or 0o640)
        path.replace(place)
    return name


def plain_name(name: str) -> str:
    """The last part of what the sender called it, composed, without control and invisible signs, with its ending."""
    plain = "".join(c for c in nfc(name).replace("\\", "/").rsplit("/", 1)[-1] if c.isprintable()).strip()
    stem, dot, ending = plain.rpartition(".")
    if len(plain) > NAME_LENGTH:
        plain = f"{stem[: NAME_LENGTH - len(ending) - 1]}{dot}{ending}"[:NAME_LENGTH]
    return plain or _("không tên")


def _error(problem: Problem) -> FileRefused:
    not_kept = _("Tệp này chưa được nhận.")
    return REFUSALS.get(problem.code, UnsafeFile)(
        problem.message, advice=f"{not_kept} {problem.advice}".strip()
    )


def as_json(stored: StoredFile) -> dict[str, Any]:
    """What the upload's script is told of a file that was kept."""
    return {"file": stored.pk, "name": stored.name, "kind": stored.kind, "notes": stored.notes}
