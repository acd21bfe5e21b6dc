"""What is compared: the rows of a document above and the claims of one below, from a record.

The record is the dict of docs/reference/record.md; nothing of it need be there but the lists to compare.
A place that the record does not give is looked for in its `text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from quyen.core.text.due import parse_due
from quyen.core.types import Span

# The record's lists, in the order in which rows are shown; kind of the claim for each.
LISTS = (
    ("targets", "target"),
    ("objectives", "objective"),
    ("tasks", "task"),
    ("audiences", "audience"),
    ("topics", "topic"),
)

LONGEST = 20_000  # code points of one item that are compared


@dataclass(frozen=True, slots=True)
class Figure:
    """A number asked for: comparator one of = >= <= > < range, as in a reading's target."""

    value: float
    unit: str = "%"
    comparator: str = "="
    value_max: float | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One item of a document. `kind` is target, objective, task, audience, topic, or sentence and
    paragraph (no item, a passage of the text); `index` its place in the record's list of that kind, or among the sentences; `due` the
    last day that `deadline` names."""

    kind: str
    index: int
    text: str
    at: Span | None = None
    subject: str = ""
    figure: Figure | None = None
    year: int | None = None
    deadline: str | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A document to compare: its text (NFC), its claims, and places whose sentences are no evidence."""

    text: str
    claims: tuple[Claim, ...]
    closed: tuple[Span, ...] = ()


def plan_from_record(record: Mapping[str, Any]) -> Plan:
    """A document's record as a Plan. Lists that are absent are empty; nothing raises for odd values."""
    text = str(record.get("text") or "")
    places = record.get("places") or {}
    year = _only_year(record.get("period"))
    claims = [
        _claim(kind, index, _fields(item, places.get(name), index), text, year)
        for name, kind in LISTS
        for index, item in enumerate(record.get(name) or ())
    ]
    return Plan(text, tuple(claim for claim in claims if claim.text), tuple(_closed(record, text)))


def _only_year(period: Any) -> int | None:
    """The year of a plan for one year; deadlines without a year mean that one."""
    first, last = period if period and len(period) == 2 else (None, None)
    return first if first == last else None


def _fields(item: Any, places: Any, index: int) -> Mapping[str, Any]:
    """An item as a mapping; a plain text takes its place from the record's `places`."""
    if isinstance(item, Mapping):
        return item
    return {"text": item, "at": places[index] if places and index < len(places) else None}


def _claim(kind: str, index: int, fields: Mapping[str, Any], text: str, year: int | None) -> Claim:
    words = " ".join(str(fields.get("text") or "")[:LONGEST].split())
    deadline = str(fields.get("deadline") or "")
    return Claim(
        kind=kind,
        index=index,
        text=words,
        at=_place(fields, words, text),
        subject=str(fields.get("subject") or ""),
        figure=_figure(fields) if kind == "target" else None,
        year=fields.get("deadline_year"),
        deadline=deadline or None,
        due=parse_due(deadline, year=year).on if deadline else None,
    )


def _figure(fields: Mapping[str, Any]) -> Figure | None:
    value = fields.get("value")
    if value is None:
        return None
    top = fields.get("value_max")
    return Figure(
        value=float(value),
        unit=str(fields.get("unit") or ""),
        comparator=str(fields.get("comparator") or "="),
        value_max=None if top is None else float(top),
    )


def _place(fields: Mapping[str, Any], words: str, text: str) -> Span | None:
    at = fields.get("at")
    if at:
        return Span(int(at[0]), int(at[1]))
    return find(words, text)


def find(words: str, text: str) -> Span | None:
    """Where words stand in a text, white space apart; None where they do not."""
    parts = words.split()
    if not parts or not text:
        return None
    found = re.search(r"\s+".join(re.escape(part) for part in parts), text)
    return Span(*found.span()) if found else None


def _closed(record: Mapping[str, Any], text: str) -> Iterable[Span]:
    """Places that only name somebody or some document: recipients, bases, the title."""
    places = record.get("places") or {}
    for name in ("recipients", "legal_bases"):
        for index, item in enumerate(record.get(name) or ()):
            fields = _fields(item, places.get(name), index)
            place = _place(fields, str(fields.get("text") or ""), text)
            if place:
                yield place
    if places.get("title"):
        yield Span(*places["title"])
