"""What a product says, as it is kept with each edition, and as a translation is made from it."""

from __future__ import annotations

from typing import Any

from quyen.library.enums import FileRole
from quyen.library.models import Product

_SHOWN = (FileRole.MAIN, FileRole.PICTURE)  # files whose content a translation has to follow


def content_of(product: Product) -> dict[str, Any]:
    """All that the public gets, as plain JSON. Six queries; fewer where relations were fetched before."""
    return {
        **product.words(),
        "kind": product.kind, "language": product.language, "media": list(product.media),
        "audiences": list(product.audiences), "seconds": product.seconds, "licence": product.licence,
        "credits": product.credits, "unit": product.unit_id, "unit_name": product.unit.name,
        "other_units": sorted(one.pk for one in product.other_units.all()),
        "topics": sorted(one.slug for one in product.topics.all()),
        "provisions": sorted(f"{one.code} {one.path}" for one in product.provisions.all() if one.counts),
        "translation_of": product.translation_of_id, "source_edition": product.source_edition,
        "files": [
            {**one.as_json(), "sha256": one.file.sha256, "name": one.file.name}
            for one in product.files.select_related("file")
        ],
    }  # fmt: skip


def matter(product: Product) -> dict[str, Any]:
    """What a translation is made from: the words, and which pictures and recordings. One query."""
    shown = product.files.filter(role__in=_SHOWN).values_list("file__sha256", flat=True)
    return {"words": product.words(), "files": sorted(shown)}
