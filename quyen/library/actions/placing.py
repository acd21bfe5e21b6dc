"""Files in their places in a product: put there, described, moved, taken away. The bytes are `actions.files`' business."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.library.actions.captions import checked_captions
from quyen.library.actions.guard import LibraryRefused, to_write, touch, trace
from quyen.library.enums import FileRole
from quyen.library.models import Product, ProductFile, StoredFile
from quyen.organisation.actions import require
from quyen.organisation.enums import Role


@transaction.atomic
def place_file(
    *,
    actor: User | None,
    product: Product,
    file: StoredFile,
    role: str,
    alternative_text: str = "",
    language: str = "",
) -> ProductFile:
    """Errors: PermissionDenied (also where the file is a unit's that the person does not read), LibraryRefused."""
    held = to_write(actor, product)
    require(actor, file.unit_id, Role.VIEWER)
    if role == FileRole.CAPTIONS:
        checked_captions(held, file)
    last = held.files.aggregate(last=Max("position"))["last"]
    row = ProductFile(
        product=held, file=file, role=FileRole(role), position=0 if last is None else last + 1,
        alternative_text=alternative_text.strip(), language=language,
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise LibraryRefused(_("Tệp này đã có trong sản phẩm.")) from error
    _told(actor, held, Verb.ADD, row)
    return row


@transaction.atomic
def describe_file(
    *, actor: User | None, row: ProductFile, alternative_text: str, role: str = "", language: str = ""
) -> ProductFile:
    """What the picture shows in words, what the file is for. Errors: PermissionDenied, LibraryRefused."""
    held = to_write(actor, row.product)
    row.alternative_text, row.language = alternative_text.strip(), language
    if role == FileRole.CAPTIONS and row.role != FileRole.CAPTIONS:
        checked_captions(held, row.file)
    row.role = FileRole(role or row.role)
    try:
        with transaction.atomic():
            row.save(update_fields=["alternative_text", "language", "role"])
    except IntegrityError as error:
        raise LibraryRefused(_("Tệp này đã có trong sản phẩm với vai trò ấy.")) from error
    _told(actor, held, Verb.CORRECT, row)
    return row


@transaction.atomic
def move_file(*, actor: User | None, row: ProductFile, up: bool) -> None:
    """One place up or down; at the end nothing happens. Errors: PermissionDenied, LibraryRefused."""
    held = to_write(actor, row.product)
    rows = list(held.files.all())
    here = next(place for place, one in enumerate(rows) if one.pk == row.pk)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(rows):
        return
    rows[here], rows[there] = rows[there], rows[here]
    for place, one in enumerate(rows):
        one.position = place
    ProductFile.objects.bulk_update(rows, ["position"])
    _told(actor, held, Verb.CORRECT, row)


@transaction.atomic
def take_file_away(*, actor: User | None, row: ProductFile) -> None:
    """Out of the product; the file stays in the store. Errors: PermissionDenied, LibraryRefused."""
    held = to_write(actor, row.product)
    _told(actor, held, Verb.REMOVE, row)
    row.delete()


def _told(actor: User | None, held: Product, verb: Verb, row: ProductFile) -> None:
    touch(held)
    trace(actor, verb, held, after={"file": row.as_json()})
