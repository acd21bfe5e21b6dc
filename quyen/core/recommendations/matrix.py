"""OHCHR's matrix of recommendations, a table with a column "Position" -> items with their own position.

Form: the lists that OHCHR publishes beside each review ("Thematic list of recommendations"); a row holds the
recommendation with its States and "Source of Position: A/HRC/43/15/Add.1", the position, themes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from quyen.core.recommendations.report import Status
from quyen.core.types import RawDocument, RawTable, value

_SOURCE = re.compile(r"\s*Source of position\b.*$", re.I | re.S)
_NUMBER = re.compile(r"\s*(\d{1,3})\s?\.\s?(\d{1,3})\.?\s+")
_TO_COME = re.compile(r"consider|examin|pending|defer", re.I)


@value
class Row:
    """One row: the number as printed, its words with the States, the position; `partly`: "Supported/Noted"."""

    paragraph: str
    number: str
    words: str
    status: Status
    partly: bool


def matrix_rows(raw: RawDocument) -> list[Row]:
    """The rows of all such tables in their order; [] where the document holds none."""
    return [row for block in raw.blocks if isinstance(block, RawTable) for row in _rows(block)]


def _rows(table: RawTable) -> Iterator[Row]:
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    lines = [{cell.column: cell.text for cell in row} for _, row in groupby(cells, key=lambda cell: cell.row)]
    at = next((found for line in lines[:4] if (found := _columns(line))), None)
    if at is None:
        return
    for line in lines:
        words = " ".join(_SOURCE.sub("", line.get(at[0], "")).split())
        label = _NUMBER.match(words)
        if label:
            position = line.get(at[1], "")
            number = f"{label[1]}.{label[2]}"
            yield Row(label[1], number, words[label.end() :], _status(position), "/" in position)


def _columns(line: dict[int, str]) -> tuple[int, int] | None:
    """Where the recommendation and its position stand, from the row of headings."""
    named = {column: text.strip().lower() for column, text in line.items()}
    asked = next((column for column, text in named.items() if text.startswith("recommendation")), None)
    position = next((column for column, text in named.items() if text.startswith("position")), None)
    return None if asked is None or position is None else (asked, position)


def _status(position: str) -> Status:
    words = "".join(position.split()).lower()
    if words.startswith("support") or words.startswith("accept"):
        return Status.SUPPORTED
    if words.startswith(("noted", "notsupport", "reject")):
        return Status.NOTED
    return Status.PENDING if _TO_COME.search(words) else Status.UNCLEAR
