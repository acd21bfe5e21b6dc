"""From the record of a reading to what its items will be: one draft an item, with its value and its place.

A value is plain JSON: {"text"} and, by kind, what `Item.as_value` gives. The same form stands in an item's
`proposed` and `newer`, in the forms of the review screen and in the audit trail.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from quyen.core.text.due import parse_due
from quyen.core.text.saying import plain
from quyen.plans.enums import ItemKind

Json = dict[str, Any]
CONTEXT = 60  # letters kept before and after a quote
LARGEST = Decimal(10) ** 15

HEADER = (
    ItemKind.DOC_TYPE, ItemKind.NUMBER, ItemKind.SYMBOL, ItemKind.DATE, ItemKind.ISSUER, ItemKind.TITLE,
)  # fmt: skip
SINGLE = (*HEADER, ItemKind.SIGNER, ItemKind.REPORT_RULE, ItemKind.BUDGET_SOURCE)  # at most one in a plan
_LISTS = {
    ItemKind.OBJECTIVE: "objectives", ItemKind.AUDIENCE: "audiences", ItemKind.TOPIC: "topics",
    ItemKind.TREATY: "treaties", ItemKind.CHANNEL: "channels", ItemKind.RECIPIENT: "recipients",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of a text: where it is, its words, and the words around it."""

    start: int
    end: int
    quote: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Draft:
    kind: str
    value: Json
    place: Place | None


def place_of(text: str, at: list[int] | tuple[int, int] | None) -> Place | None:
    """None where there is no place, or none within the text."""
    if not at or not 0 <= at[0] <= at[1] <= len(text):
        return None
    start, end = at
    return Place(
        start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    )


def drafts_of(record: Json) -> list[Draft]:
    """Every item of a record, in the order of the review screen."""
    text = record["text"]
    year = single_year(record)
    found = [
        *_singles(record), *_bases(record), *_listed(record),
        *(_target(one) for one in record.get("targets") or []),
        *(_task(one, year) for one in record.get("tasks") or []),
    ]  # fmt: skip
    return [Draft(kind, value, place_of(text, at)) for kind, value, at in found if value["text"]]


def single_year(record: Json) -> int | None:
    """The plan's year where it plans for one only: deadlines that name no year mean that one."""
    first, last = record.get("period") or (None, None)
    return first if first == last else None


def _singles(record: Json) -> Iterator[tuple[str, Json, Any]]:
    places = record.get("places") or {}
    for kind in (*HEADER, ItemKind.REPORT_RULE, ItemKind.BUDGET_SOURCE):
        if record.get(kind):
            yield kind, {"text": str(record[kind])}, places.get(kind)
    if signer := record.get("signer"):
        value = {"text": signer["name"], "title": signer.get("title"), "authority": signer.get("authority")}
        yield ItemKind.SIGNER, value, signer.get("at")


def _bases(record: Json) -> Iterator[tuple[str, Json, Any]]:
    for one in record.get("legal_bases") or []:
        value = {
            "text": one["number"], "date": one.get("date"), "kind": one.get("kind"), "issuer": one.get("issuer"),
        }  # fmt: skip
        yield ItemKind.LEGAL_BASIS, value, one.get("at")


def _listed(record: Json) -> Iterator[tuple[str, Json, Any]]:
    places = record.get("places") or {}
    for kind, name in _LISTS.items():
        texts = record.get(name) or []
        ats = places.get(name) or [None] * len(texts)
        for text, at in zip(texts, ats, strict=False):
            yield kind, {"text": text}, at


def _target(one: Json) -> tuple[str, Json, Any]:
    """A figure beyond what a column holds stays as a goal without a figure, so that its words are not lost."""
    value, value_max = decimal(one.get("value")), decimal(one.get("value_max"))
    if value is None:
        return ItemKind.OBJECTIVE, {"text": one["text"]}, one.get("at")
    figure = {
        "text": one["text"], "value": plain(value), "value_max": plain(value_max),
        "comparator": one.get("comparator") or "=", "measured_in": one.get("unit") or "",
        "subject": one.get("subject") or "", "deadline_year": one.get("deadline_year"),
    }  # fmt: skip
    return ItemKind.TARGET, figure, one.get("at")


def _task(one: Json, year: int | None) -> tuple[str, Json, Any]:
    deadline = one.get("deadline") or ""
    duty = {
        "text": one["text"], "no": (one.get("no") or "")[:20], "deadline": deadline,
        "product": one.get("product") or "", **due_of(deadline, year),
        "lead": _units(one, "lead"), "coordinate": _units(one, "coordinate"),
    }  # fmt: skip
    return ItemKind.TASK, duty, one.get("at")


def due_of(deadline: str, year: int | None) -> Json:
    due = parse_due(deadline, year=year)
    return {"due_on": due.on.isoformat() if due.on else None, "recurs": due.recurs}


def _units(one: Json, part: str) -> list[dict[str, str]]:
    known = one.get(f"{part}_units")
    if known is None:
        return [{"name": name, "canonical": name} for name in one.get(part) or []]
    return [{"name": unit["text"], "canonical": unit["canonical"]} for unit in known]


def decimal(value: object) -> Decimal | None:
    """To four places; None where it is no number or too large to keep."""
    try:
        number = Decimal(str(value)).quantize(Decimal("0.0001"))
    except InvalidOperation:
        return None
    return number if abs(number) < LARGEST else None
