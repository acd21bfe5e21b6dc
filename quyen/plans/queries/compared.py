"""A plan's items in the form that `core.matching` compares: a record, and whose item each claim is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from quyen.plans.enums import COUNTED, ItemKind, ItemState
from quyen.plans.models import Item, Plan

LISTS = {  # the record's lists, in the order in which rows are shown
    "targets": ItemKind.TARGET, "objectives": ItemKind.OBJECTIVE, "tasks": ItemKind.TASK,
    "audiences": ItemKind.AUDIENCE, "topics": ItemKind.TOPIC,
}  # fmt: skip
ROW_KINDS = tuple(LISTS.values())
CLOSED = (
    ItemKind.RECIPIENT,
    ItemKind.LEGAL_BASIS,
    ItemKind.TITLE,
)  # they name somebody; no evidence of a deed


@dataclass(frozen=True)
class Compared:
    """`items` says which item stands at (kind, place in the record's list of that kind)."""

    plan: Plan
    record: dict[str, Any]
    items: dict[tuple[str, int], Item]


def states(with_proposals: bool) -> tuple[str, ...]:
    return (*COUNTED, ItemState.PROPOSED) if with_proposals else COUNTED


def compared(plan: Plan, *, with_proposals: bool) -> Compared:
    """Two queries a plan. Only confirmed items, unless proposals are asked for too."""
    kinds = (*ROW_KINDS, *CLOSED)
    rows = plan.items.filter(kind__in=kinds, state__in=states(with_proposals))
    items = list(rows.select_related("target", "task").order_by("position", "id"))
    record: dict[str, Any] = {"text": plan.reading.text}
    owners: dict[tuple[str, int], Item] = {}
    for name, kind in LISTS.items():
        own = [item for item in items if item.kind == kind]
        record[name] = [_fields(item, plan.reading_id) for item in own]
        owners.update({(str(kind), place): item for place, item in enumerate(own)})
    record["recipients"] = _plain(items, ItemKind.RECIPIENT, plan.reading_id)
    record["legal_bases"] = _plain(items, ItemKind.LEGAL_BASIS, plan.reading_id)
    record["title"] = next(iter(_plain(items, ItemKind.TITLE, plan.reading_id)), None)
    return Compared(plan, record, owners)


def _plain(items: Iterable[Item], kind: str, reading: int) -> list[dict[str, Any]]:
    return [_fields(item, reading) for item in items if item.kind == kind]


def _fields(item: Item, reading: int) -> dict[str, Any]:
    """As in the record. A place in an older text is left out: the matcher looks for the words itself."""
    fields: dict[str, Any] = {"text": item.text}
    if item.start is not None and item.reading_id == reading:
        fields["at"] = [item.start, item.end]
    if item.kind == ItemKind.TARGET and hasattr(item, "target"):
        target = item.target
        top = target.value_max
        fields |= {
            "value": float(target.value), "value_max": None if top is None else float(top),
            "comparator": target.comparator, "unit": target.measured_in, "subject": target.subject,
            "deadline_year": target.deadline_year,
        }  # fmt: skip
    elif item.kind == ItemKind.TASK and hasattr(item, "task"):
        fields["deadline"] = item.task.deadline or None
    return fields
