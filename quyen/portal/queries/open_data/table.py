"""One data set: what it is, its columns, and its rows from a place on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quyen.core.sharing import Column, Said

CC_BY = "https://creativecommons.org/licenses/by/4.0/"
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
CHUNK = 500
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Keyed:
    """A row with the place after which the next begins; places grow by (length, letters)."""

    key: str
    row: Row


@dataclass(frozen=True)
class Table:
    """`rows(after, most)`: at most so many rows after a place ("" the beginning). `source` says where the facts come
    from; a row of its own source has a column for it."""

    slug: str
    titles: tuple[Said, Said]
    descriptions: tuple[Said, Said]
    columns: tuple[Column, ...]
    source: str
    licence: str
    rows: Callable[[str, int], Sequence[Keyed]]
    keywords: tuple[str, ...] = ()

    def all_rows(self) -> Iterator[Row]:
        """Every row, some hundred at a time."""
        after = ""
        while found := self.rows(after, CHUNK):
            yield from (one.row for one in found)
            after = found[-1].key
            if len(found) < CHUNK:
                return


def number_of(key: str) -> int:
    """A row's number out of a place; 0 for anything else, which is the beginning."""
    return int(key) if key.isascii() and key.isdigit() and len(key) < 18 else 0
