"""A product in draft with one file, for the doors to files and kits."""

from __future__ import annotations

import io
from typing import Any

from quyen.library.actions.files import keep_file
from quyen.library.models import Product, ProductFile
from quyen.organisation.models import Unit


def a_clip(unit: Unit, word: str) -> dict[str, Any]:
    """Every text of it holds the word, that within the file too."""
    clip = Product.objects.create(
        unit=unit, kind="clip", title=f"Clip {word}", summary=word, body=word, transcript=word
    )
    file = keep_file(actor=None, unit=unit, name=f"{word}.txt", stream=io.BytesIO(f"Lời của {word}".encode()))
    row = ProductFile.objects.create(product=clip, file=file, role="transcript", alternative_text=word)
    return {"clip": clip, "clip_row": row, "clip_file": file, "clip_print": file.print}
