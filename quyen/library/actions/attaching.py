"""Files brought straight into a product: kept, checked against what is there already, put in their places."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.core.media import against_film, read_captions
from quyen.library.actions.files import keep_files
from quyen.library.actions.guard import LibraryRefused, to_write
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
    from django.db import transaction

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
        told += _checked_captions(product, stored, present)
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


def _checked_captions(product: Product, stored: StoredFile, present: Sequence[ProductFile]) -> list[str]:
    """What is told of captions beside their film. Errors: LibraryRefused where they cannot be its own."""
    film = next(
        (one.file.seconds for one in present if one.file.kind == FileKind.VIDEO and one.file.seconds), None
    )
    captions = read_captions(Path(stored.content.path).read_bytes(), stored.name)
    problems = against_film(captions, film, product.language)
    wrong = next((problem for problem in problems if problem.refuses), None)
    if wrong:
        kept = _("Tệp được giữ trong kho của đơn vị nhưng chưa đưa vào sản phẩm.")
        raise LibraryRefused(wrong.message, advice=f"{kept} {wrong.advice}")
    return [problem.told for problem in problems]


def check_film(product: Product) -> list[str]:
    """What is told of captions that were there before their film came: nothing is refused any more."""
    rows = list(product.files.select_related("file"))
    film = next(
        (one.file.seconds for one in rows if one.file.kind == FileKind.VIDEO and one.file.seconds), None
    )
    said: list[str] = []
    for one in rows:
        if one.role == FileRole.CAPTIONS and film:
            with contextlib.suppress(FileNotFoundError):
                captions = read_captions(Path(one.file.content.path).read_bytes(), one.file.name)
                said += [
                    f"{one.file.name}: {problem.told}"
                    for problem in against_film(captions, film, one.language)
                ]
    return said
