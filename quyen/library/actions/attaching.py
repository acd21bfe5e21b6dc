"""Files brought straight into a product: kept, checked against what is there already, put in their places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import IO

from django.db import transaction

from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.library.actions.captions import checked_captions
from quyen.library.actions.files import keep_files
from quyen.library.actions.guard import to_write
from quyen.library.actions.placing import place_file
from quyen.library.enums import FileKind, FileRole, ProductKind
from quyen.library.models import Product, ProductFile, StoredFile

SEEN = (FileKind.PICTURE, FileKind.DRAWING)
OF_PICTURES = (
    ProductKind.INFOGRAPHIC, ProductKind.POSTER, ProductKind.PHOTO, ProductKind.POSTCARD, ProductKind.EXHIBITION,
    ProductKind.LEAFLET,
)  # fmt: skip


@dataclass(slots=True)
class Attached:
    """What became of the files: rows that are new in the product, with what was told of each; and refusals, [{"name",
    "reason", "advice"}]."""

    rows: list[ProductFile] = field(default_factory=list)
    told: dict[int, list[str]] = field(default_factory=dict)  # by the row's number
    refused: list[dict[str, str]] = field(default_factory=list)


def attach_files(*, actor: User | None, product: Product, files: Iterable[tuple[str, IO[bytes]]]) -> Attached:
    """Each file by itself: one that is refused never stops the rest. A zip becomes the files in it.

    Captions that cannot be those of the product's film are refused here; the file then stays in the unit's keeping. Errors:
    PermissionDenied, LibraryRefused where the product is out of its editors' hands.
    """
    with transaction.atomic():
        to_write(actor, product)  # asked before anything is written to disk
    kept = keep_files(actor=actor, unit=product.unit, files=files)
    attached = Attached(refused=list(kept.refused))
    for stored in kept.files:
        try:
            _attach(actor, product, stored, attached)
        except QuyenError as error:
            attached.refused.append({"name": stored.name, "reason": str(error), "advice": error.advice})
    return attached


def _attach(actor: User | None, product: Product, stored: StoredFile, attached: Attached) -> None:
    present = list(product.files.select_related("file"))
    role = _role(product, stored, present)
    told = [f"{note['message']} {note['advice']}".strip() for note in stored.notes]
    if role == FileRole.CAPTIONS:
        told += [problem.told for problem in checked_captions(product, stored)]
    language = product.language if role in (FileRole.CAPTIONS, FileRole.TRANSCRIPT) else ""
    row = place_file(actor=actor, product=product, file=stored, role=role, language=language)
    attached.rows.append(row)
    attached.told[row.pk] = told


def _role(product: Product, stored: StoredFile, present: Sequence[ProductFile]) -> FileRole:
    """What the file is most likely for; its editor may say otherwise."""
    has_main = any(one.role == FileRole.MAIN for one in present)
    if stored.kind == FileKind.CAPTIONS:
        return FileRole.CAPTIONS
    if stored.kind == FileKind.TEXT:
        return FileRole.TRANSCRIPT
    if stored.kind in SEEN:
        return FileRole.MAIN if product.kind in OF_PICTURES and not has_main else FileRole.PICTURE
    return FileRole.MAIN
