"""Files come in: kept by their hash, one row for the same bytes, one refusal never stopping the rest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import FileRefused, QuyenError, TooLarge, UnknownKind
from quyen.core.reading.formats import DEFAULT, kind_of, unpack
from quyen.core.text.encodings import nfc
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.sources.actions.reading import enqueue
from quyen.sources.enums import FileState
from quyen.sources.models import Delivery, SourceFile, stored_path

NAME_LENGTH = 255
MIB = 1 << 20
NEVER_READ = {  # endings of what is kept as evidence and that no reader opens
    "aac", "heic", "json", "m4a", "mov", "mp3", "mp4", "ods", "ogg", "pptx", "wav", "webm", "xls", "xlsx",
}  # fmt: skip
KEPT = "Tệp vẫn được giữ nguyên."  # what the reader says of files that are here already


@dataclass(slots=True)
class Received:
    """What became of one delivery: files that are new, files that were here before, and refusals."""

    delivery: Delivery
    new: list[SourceFile] = field(default_factory=list)
    known: list[SourceFile] = field(default_factory=list)
    refused: list[dict[str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {
            "delivery": self.delivery.pk,
            "new": [f.pk for f in self.new],
            "known": [f.pk for f in self.known],
            "refused": self.refused,
        }


@transaction.atomic
def open_delivery(*, actor: User | None, unit: Unit) -> Delivery:
    """What files are received into; `actor` None is the system itself (cli, demo world)."""
    require(actor, unit.pk, Role.EDITOR)
    return Delivery.objects.create(unit=unit, received_by=actor)


def receive_files(
    *, actor: User | None, unit: Unit, files: Iterable[tuple[str, bytes]], delivery: Delivery | None = None
) -> Received:
    """Receives many files, each in a transaction of its own; a zip becomes the files in it.

    `files`: (name, bytes). What cannot be read is kept as a refusal of the delivery, with reason and advice.
    """
    require(actor, unit.pk, Role.EDITOR)
    received = Received(delivery or open_delivery(actor=actor, unit=unit))
    if received.delivery.unit_id != unit.pk:
        raise PermissionDenied
    for name, data in files:
        _take(actor, unit, received, _plain_name(name), data)
    if received.refused or received.known:
        _note(received)
    return received


def receive_file(
    *, actor: User | None, unit: Unit, delivery: Delivery, name: str, data: bytes,
    replaces: SourceFile | None = None, to_read: bool = True,
) -> SourceFile:  # fmt: skip
    """One file, known by (unit, hash): the same bytes again return the row that is there.

    `to_read` False: evidence, kept as it is. It may also be a recording or a table, which no reader opens.

    Errors: FileRefused (unknown kind, too large ...), PermissionDenied. The bytes are written before the row,
    so that a row never points at nothing; the job is enqueued in the same transaction as the row.
    """
    return _receive(actor, unit, delivery, name, data, replaces, to_read)[0]


def _receive(
    actor: User | None,
    unit: Unit,
    delivery: Delivery,
    name: str,
    data: bytes,
    replaces: SourceFile | None = None,
    to_read: bool = True,
) -> tuple[SourceFile, bool]:
    """The row, and whether it is new. What was kept as evidence is read once it comes in as a document."""
    require(actor, unit.pk, Role.EDITOR)
    if not to_read and data and is_never_read(name):
        _within(len(data), settings.UPLOAD_LIMIT_BYTES)
    elif _kind(name, data) == "zip":
        raise UnknownKind(_("Đây là tệp nén gồm nhiều tệp; hãy gửi từng tệp trong đó."))
    sha256 = hashlib.sha256(data).hexdigest()
    kept = _keep(sha256, data)
    with transaction.atomic():
        Unit.objects.select_for_update(no_key=True).get(
            pk=unit.pk
        )  # two uploads of the same bytes wait for each other
        known = SourceFile.objects.filter(unit=unit, sha256=sha256).first()
        if known:
            if to_read and known.state == FileState.KEPT:
                known.state = FileState.QUEUED
                known.save(update_fields=["state"])
                enqueue(known)
            return known, False
        source = SourceFile.objects.create(
            unit=unit, delivery=delivery, name=_plain_name(name), sha256=sha256, size=len(data), content=kept,
            received_by=actor, replaces=replaces, state=FileState.QUEUED if to_read else FileState.KEPT,
        )  # fmt: skip
        if to_read:
            enqueue(source)
        after = {"name": source.name, "sha256": sha256, "replaces": replaces.pk if replaces else None}
        record([entry(actor=actor, verb=Verb.RECEIVE, subject=source, unit_id=unit.pk, after=after)])
    return source, True


def replace_file(*, actor: User | None, source: SourceFile, name: str, data: bytes) -> SourceFile:
    """A newer file of the same document. Its reading is merged into what people decided about the old one.

    Errors: FileRefused where the bytes are those of a file already here, or cannot be read.
    """
    require(actor, source.unit_id, Role.EDITOR)
    if SourceFile.objects.filter(replaces=source).exists():
        raise QuyenError(
            _("Tệp này đã được thay bằng một tệp mới hơn."), advice=_("Hãy thay tệp mới nhất của văn bản.")
        )
    delivery = open_delivery(actor=actor, unit=source.unit)
    taken = receive_file(
        actor=actor, unit=source.unit, delivery=delivery, name=name, data=data, replaces=source
    )
    if taken.replaces_id != source.pk:
        raise QuyenError(
            _("Tệp này đã có ở đây từ trước: %(name)s.") % {"name": taken.name},
            advice=_("Hãy chọn tệp có nội dung khác tệp đang dùng."),
        )
    return taken


def _take(actor: User | None, unit: Unit, received: Received, name: str, data: bytes) -> None:
    try:
        if _kind(name, data) == "zip":
            for path, member in unpack(data, name):
                _take_one(actor, unit, received, path, member)
        else:
            _take_one(actor, unit, received, name, data)
    except QuyenError as error:
        received.refused.append(_refusal(name, error))


def _take_one(
    actor: User | None, unit: Unit, received: Received, name: str, data: bytes | FileRefused
) -> None:
    try:
        if isinstance(data, FileRefused):
            raise data
        source, is_new = _receive(actor, unit, received.delivery, name, data)
    except QuyenError as error:
        received.refused.append(_refusal(name, error))
        return
    (received.new if is_new else received.known).append(source)


def is_never_read(name: str) -> bool:
    return name.rpartition(".")[2].lower() in NEVER_READ


def _kind(name: str, data: bytes) -> str:
    """By the bytes, not by the name. Errors: TooLarge and those of `kind_of`."""
    kind = kind_of(data, name)
    limit = settings.UPLOAD_LIMIT_BYTES if kind == "zip" else min(settings.UPLOAD_LIMIT_BYTES, DEFAULT.bytes)
    _within(len(data), limit)
    return kind


def _within(size: int, limit: int) -> None:
    if size > limit:
        raise TooLarge(_("Tệp lớn hơn mức nhận được (%(limit)s MB).") % {"limit": limit // MIB})


def _keep(sha256: str, data: bytes) -> str:
    """The stored name. Bytes that are there whole are not written twice."""
    path = stored_path(SourceFile(sha256=sha256), "")
    if default_storage.exists(path) and default_storage.size(path) == len(data):
        return path
    return default_storage.save(path, ContentFile(data))


def _plain_name(name: str) -> str:
    """The last part of what the sender called it, composed, without control characters, with its ending."""
    plain = "".join(c for c in nfc(name).replace("\\", "/").rsplit("/", 1)[-1] if c.isprintable()).strip()
    stem, dot, ending = plain.rpartition(".")
    if len(plain) > NAME_LENGTH:
        plain = f"{stem[: NAME_LENGTH - len(ending) - 1]}{dot}{ending}"[:NAME_LENGTH]
    return plain or _("không tên")


def _refusal(name: str, error: QuyenError) -> dict[str, str]:
    """The bytes of a refused file are not kept, and nothing here says that they are."""
    advice = error.advice.removeprefix(KEPT).strip()
    not_kept = _("Tệp này chưa được nhận.")
    return {
        "name": _plain_name(name),
        "reason": str(error),
        "advice": f"{not_kept} {advice}".strip(),
    }


def _note(received: Received) -> None:
    """Adds to what the delivery says of itself; several requests may add to one delivery at once."""
    with transaction.atomic():
        delivery = Delivery.objects.select_for_update().get(pk=received.delivery.pk)
        delivery.refused = [*delivery.refused, *received.refused]
        known = dict.fromkeys([*delivery.known, *(f.pk for f in received.known)])
        delivery.known = list(known)
        delivery.save(update_fields=["refused", "known"])
    received.delivery = delivery
