"""Products for the tests: complete enough to go out, with files that stand for real ones."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django.core.files.base import ContentFile

from quyen.accounts.models import User
from quyen.library import actions
from quyen.library.enums import FileKind, FileRole, Language, Licence, Medium, ProductKind, ProductState
from quyen.library.models import Product, ProductFile, StoredFile
from quyen.organisation.models import Unit

BODY = "## Con đi học\n\nTrẻ em có quyền học tập theo Điều 28 CRC.\n\n- Không phải đóng học phí tiểu học.\n- Được học tiếng mẹ đẻ."


def make_facts(**more: Any) -> actions.Facts:
    given: dict[str, Any] = {
        "title": "Quyền đi học của trẻ em", "kind": ProductKind.INFOGRAPHIC, "summary": "Mười tấm thẻ ngắn.",
        "body": BODY, "media": (Medium.PRINT,), "licence": Licence.CC_BY, "credits": (("Biên soạn", "Tổ truyền thông"),),
        "articles": (("CRC", "28"),),
    }  # fmt: skip
    return actions.Facts(**given | more)


def make_product(unit: Unit, writer: User | None = None, **more: Any) -> Product:
    """A draft with all that it needs to go out."""
    facts = make_facts(**more)
    made = actions.start_product(
        actor=writer,
        unit=unit,
        kind=facts.kind,
        language=facts.language or Language.VIETNAMESE,
        title=facts.title,
    )
    return actions.write_product(actor=writer, product=made, revision=None, facts=facts)


def make_ready(product: Product) -> Product:
    """Through the office without its people, so that it could go out."""
    Product.objects.filter(pk=product.pk).update(state=ProductState.READY)
    product.refresh_from_db()
    return product


def make_published(unit: Unit, writer: User | None = None, on: date | None = None, **more: Any) -> Product:
    made = actions.publish_product(actor=None, product=make_ready(make_product(unit, writer, **more)))
    return dated(made, on) if on else made


def dated(product: Product, on: date) -> Product:
    """As if its first edition had come out on that day."""
    Product.objects.filter(pk=product.pk).update(published_on=on, republished_on=on)
    product.refresh_from_db()
    return product


def make_translation(source: Product, language: str, writer: User | None = None, **more: Any) -> Product:
    made = actions.start_translation(actor=writer, source=source, language=language)
    facts = make_facts(kind=source.kind, title=f"{source.title} ({language})", **more)
    return actions.write_product(actor=writer, product=made, revision=None, facts=facts)


def make_file(
    unit: Unit, name: str = "the.png", kind: str = FileKind.PICTURE, data: bytes = b"\x89PNG\r\n"
) -> StoredFile:
    sha = hashlib.sha256(data + name.encode()).hexdigest()
    row = StoredFile(unit=unit, name=name, sha256=sha, size=len(data), kind=kind, media_type="image/png")
    row.content.save(name, ContentFile(data), save=False)
    row.save()
    return row


def place(product: Product, file: StoredFile, role: str = FileRole.MAIN, text: str = "") -> ProductFile:
    return actions.place_file(actor=None, product=product, file=file, role=role, alternative_text=text)
