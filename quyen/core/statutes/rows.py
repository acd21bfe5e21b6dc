"""Units as plain JSON, and back: as they wait to be looked at before they are stored."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from quyen.core.statutes.shape import Paragraph, Unit


def to_rows(units: Iterable[Unit]) -> list[dict[str, Any]]:
    """One dict a unit; a paragraph is [text, tail, sign, level]."""
    return [
        {
            "kind": one.kind, "number": one.number, "path": one.path, "heading": one.heading,
            "paragraphs": [[p.text, p.tail, p.sign, p.level] for p in one.paragraphs],
        }
        for one in units
    ]  # fmt: skip


def from_rows(rows: Iterable[dict[str, Any]]) -> tuple[Unit, ...]:
    """What `to_rows` wrote."""
    return tuple(
        Unit(
            row["kind"], row["number"], row["path"], row["heading"],
            tuple(Paragraph(*given) for given in row["paragraphs"]),
        )
        for row in rows
    )  # fmt: skip


def sign_of(units: Iterable[Unit]) -> str:
    """A fingerprint of all words and their places: the same text twice has the same, whatever file it came in."""
    said = json.dumps(to_rows(units), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()
