"""Of each unit a product in every state, what is said about them, and a bundle."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from quyen.library.actions.files import keep_file
from quyen.library.enums import ProductState
from quyen.library.models import (
    Bundle,
    BundleItem,
    Comment,
    Product,
    ProductEdition,
    ProductFile,
    ProductStep,
    ReviewLink,
)
from quyen.library.queries.content import content_of
from quyen.library.queries.reviewing import hashed, signed
from quyen.organisation.models import Unit

DAY = date(2026, 3, 1)
WAY = {
    "in_edit": ProductState.EDIT, "in_check": ProductState.CHECK, "in_approval": ProductState.APPROVE,
    "cleared": ProductState.READY, "retired": ProductState.RETIRE,
}  # fmt: skip


def a_clip(unit: Unit, word: str) -> dict[str, Any]:
    """A product in draft with one file; every text of it holds the word, that within the file too."""
    clip = Product.objects.create(
        unit=unit, kind="clip", title=f"Clip {word}", summary=word, body=word, transcript=word
    )
    file = keep_file(actor=None, unit=unit, name=f"{word}.txt", stream=io.BytesIO(f"Lời của {word}".encode()))
    row = ProductFile.objects.create(product=clip, file=file, role="transcript", alternative_text=word)
    return {"clip": clip, "clip_row": row, "clip_file": file, "clip_print": file.print, **_said(clip, word)}


def _said(product: Product, word: str) -> dict[str, Any]:
    """What is said about a product is for those who may read its drafts, also when it is out."""
    ProductStep.objects.create(product=product, deed="begin", reason=f"Vì {word}", by_name=f"Người {word}")
    comment = Comment.objects.create(product=product, text=f"Góp ý {word}", by_name=f"Người {word}")
    secret = f"{product.pk}{word}"
    link = ReviewLink.objects.create(
        product=product, name=f"Khách {word}", asked=word, secret_hash=hashed(secret),
        expires_at=timezone.now() + timedelta(days=9),
    )  # fmt: skip
    return {"comment": comment, "review_link": link, "review_token": signed(secret)}


def products(unit: Unit, word: str) -> dict[str, Any]:
    """One in each later state, whole enough for the next; what is out holds no word in what everybody reads."""
    made: dict[str, Any] = {
        name: _product(unit, word, state=state, retired_on=DAY if state == ProductState.RETIRE else None)
        for name, state in WAY.items()
    }
    out = _product(
        unit, f"{unit.pk}", state=ProductState.PUBLISH, edition=1, published_on=DAY, republished_on=DAY
    )
    ProductEdition.objects.create(
        product=out, number=1, published_on=DAY, content=content_of(out), by_name="Tổ"
    )
    _said(out, word)
    bundle = Bundle.objects.create(unit=unit, title=f"Gói {word}")
    item = BundleItem.objects.create(
        bundle=bundle, sort="library.Product", subject_id=made["cleared"].pk, title=f"Mục {word}"
    )
    translation = _product(
        unit, word, translation_of=out, source_edition=0, language="en", is_machine_drafted=True
    )
    return made | {"out": out, "translation": translation, "bundle": bundle, "bundle_item": item}


def _product(unit: Unit, word: str, **more: Any) -> Product:
    return Product.objects.create(
        unit=unit, kind="leaflet", title=f"Tờ gấp {word}", summary=f"Tóm tắt {word}", body=f"Nội dung {word}",
        media=["print"], licence="CC-BY-4.0", credits=[{"role": "Viết", "name": f"Tổ {word}"}], **more,
    )  # fmt: skip
