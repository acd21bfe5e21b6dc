"""Public addresses that are needed outside of a request."""

from __future__ import annotations

from quyen.portal.queries.shelf import slug_of


def product_path(pk: int, title: str) -> str:
    """ "/thu-vien/12-quyen-cua-toi/": the number finds it, the words are for people."""
    return f"/thu-vien/{pk}-{slug_of(title)}/"
