"""Files of the library, and products that use them, made by a word."""

from __future__ import annotations

import io
from typing import Any

from django.utils import timezone


def keep(actor, unit, data: bytes, name: str = "hình.png", *, drawn: bool = False):
    """A kept file; `drawn`: with its renditions, as the job makes them."""
    from quyen.library.actions.drawing import draw
    from quyen.library.actions.files import keep_file

    stored = keep_file(actor=actor, unit=unit, name=name, stream=io.BytesIO(data))
    if drawn:
        draw(file_id=stored.pk)
        stored.refresh_from_db()
    return stored


def product(unit, *files, state: str = "draft", **more: Any):
    """A product with these files, each (StoredFile, role) or a StoredFile; past all steps where it is to be published."""
    from quyen.library.models import Product, ProductFile

    today = timezone.localdate()
    days = (
        {"published_on": today, "republished_on": today, "edition": 1}
        if state in ("publish", "retire")
        else {}
    )
    days |= {"retired_on": today} if state == "retire" else {}
    made = Product.objects.create(
        unit=unit,
        **(
            {"kind": "infographic", "title": "Quyền được biết", "summary": "Tóm tắt.", "state": state}
            | days
            | more
        ),
    )
    for position, one in enumerate(files):
        file, role = one if isinstance(one, tuple) else (one, "main")
        ProductFile.objects.create(
            product=made, file=file, role=role, position=position, alternative_text="Một hình vẽ."
        )
    return made
