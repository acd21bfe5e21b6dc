"""A description as JSON and back, nothing lost: decimals keep their digits, days are ISO."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from quyen.core.paper.official.described import (
    Annex,
    Block,
    Grid,
    GridColumn,
    Heading,
    Listed,
    Official,
    Run,
    Text,
)

Json = Any  # what `json` reads and writes
_BLOCKS: dict[str, type[Heading | Text | Listed | Grid]] = {
    "heading": Heading,
    "text": Text,
    "listed": Listed,
    "grid": Grid,
}
_NAMES = {kind: name for name, kind in _BLOCKS.items()}


def to_json(official: Official) -> dict[str, Json]:
    """The whole document, ready for `json.dumps`."""
    stored: dict[str, Json] = _plain(official)
    return stored


def from_json(stored: dict[str, Json]) -> Official:
    """The document again. Errors: ValueError where it is no stored document."""
    try:
        given = dict(stored)
        given["day"] = date.fromisoformat(given["day"]) if given.get("day") else None
        given["blocks"] = blocks_from_json(given.get("blocks", ()))
        given["annexes"] = tuple(map(_annex, given.get("annexes", ())))
        for name in ("authority", "addressees", "bases", "recipients"):
            given[name] = tuple(given.get(name, ()))
        return Official(**given)
    except (KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise ValueError("Bản lưu của văn bản không đúng dạng.") from error


def blocks_to_json(blocks: tuple[Block, ...]) -> list[Json]:
    """Blocks alone, each with its `kind`: heading, text, listed or grid."""
    return [_plain(block) for block in blocks]


def blocks_from_json(stored: Any) -> tuple[Block, ...]:
    """Blocks again. Errors: KeyError, TypeError, ValueError where they are none."""
    return tuple(_block(dict(one)) for one in stored)


def _plain(value: Any) -> Json:
    if is_dataclass(value) and not isinstance(value, type):
        name = _NAMES.get(type(value))  # type: ignore[arg-type]
        plain: dict[str, Json] = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        return {"kind": name, **plain} if name else plain
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    return value.isoformat() if isinstance(value, date) else value


def _annex(stored: dict[str, Json]) -> Annex:
    return Annex(**{**stored, "blocks": blocks_from_json(stored.get("blocks", ()))})


def _block(given: dict[str, Json]) -> Block:
    kind = _BLOCKS[given.pop("kind")]
    if kind is Text:
        given["runs"] = tuple(Run(**run) for run in given["runs"])
    elif kind is Listed:
        given["items"] = tuple(given["items"])
    elif kind is Grid:
        given["columns"] = tuple(GridColumn(**column) for column in given["columns"])
        given["rows"] = tuple(tuple(map(_cell, row)) for row in given["rows"])
        given["totals"] = tuple(given.get("totals", ()))
    return kind(**given)


def _cell(stored: Json) -> Json:
    return Decimal(stored["decimal"]) if isinstance(stored, dict) else stored
