"""Open data as tables: columns that say what they hold, rows as CSV that no spreadsheet runs.

CSV as in RFC 4180, UTF-8; decimals with a point, days ISO, empty for "not known". A text that a spreadsheet would take
for a formula gets an apostrophe before it (OWASP, "CSV Injection"); whoever reads it by program takes that off again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from quyen.core.types import value

BOM = "\ufeff"  # by this sign Excel sees that the file is UTF-8
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@value
class Column:
    """`kind` as in Table Schema: string, integer, number, date, datetime, boolean, or list (texts, parted by "; ")."""

    name: str
    title: str
    kind: str = "string"
    about: str = ""


def csv_lines(
    columns: Sequence[Column], rows: Iterable[Sequence[Any]], *, excel: bool = False
) -> Iterator[str]:
    """Line by line; `excel` puts the sign of UTF-8 before the first."""
    yield (BOM if excel else "") + _line([column.name for column in columns])
    for row in rows:
        yield _line([cell(one) for one in row])


def cell(one: Any) -> str:
    """One value as CSV has it."""
    if one is None:
        return ""
    if isinstance(one, bool):
        return "true" if one else "false"
    if isinstance(one, int | Decimal | float):
        return short(one) if isinstance(one, Decimal) else str(one)
    if isinstance(one, datetime | date):
        return one.isoformat()
    return guarded("; ".join(map(str, one)) if isinstance(one, tuple | list) else str(one))


def short(one: Decimal) -> str:
    """Without an exponent and without noughts that say nothing."""
    text = format(one, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def guarded(text: str) -> str:
    return "'" + text if text.startswith(_FORMULA) else text.replace("\0", "")


def plain(one: Any) -> Any:
    """As JSON has it; decimals as text, so that none is rounded on the way."""
    if isinstance(one, Decimal):
        return short(one)
    if isinstance(one, datetime | date):
        return one.isoformat()
    return list(one) if isinstance(one, tuple) else one


def _line(cells: Sequence[str]) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="\r\n").writerow(cells)
    return made.getvalue()
