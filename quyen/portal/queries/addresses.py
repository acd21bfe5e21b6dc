"""Public addresses that are needed outside of a request."""

from __future__ import annotations

from django.utils.text import slugify

from quyen.core.text.folding import fold


def product_path(pk: int, title: str) -> str:
    """ "/thu-vien/12-quyen-cua-toi/": the number finds it, the words are for people."""
    words = slugify(fold(title))[:60].strip("-")
    return f"/thu-vien/{pk}-{words}/" if words else f"/thu-vien/{pk}/"
