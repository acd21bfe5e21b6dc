"""Items as rows: many at once on a first reading, one by one when a person or a re-reading changes a value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import models

from quyen.organisation.models import Unit
from quyen.plans.actions.drafts import Draft, Place, decimal
from quyen.plans.enums import ItemKind, Part
from quyen.plans.models import Item, Plan, Responsibility, Target, Task

Json = dict[str, Any]
BATCH = 1000
IN_DATA = {  # what a kind keeps in `data`
    ItemKind.LEGAL_BASIS: ("date", "kind", "issuer"),
    ItemKind.SIGNER: ("title", "authority"),
}


def insert_items(plan: Plan, drafts: Sequence[Draft]) -> list[Item]:
    """Items as proposed, with the rows of their own tables: five statements for each thousand of them."""
    items = Item.objects.bulk_create([new_item(plan, draft) for draft in drafts], batch_size=BATCH)
    _insert_details(list(zip(items, (draft.value for draft in drafts), strict=True)))
    return items


def new_item(plan: Plan, draft: Draft) -> Item:
    item = Item(plan=plan, kind=draft.kind, proposed=draft.value)
    item.text, item.data = draft.value["text"], data_of(draft.kind, draft.value)
    put_at(item, draft.place)
    return item


def put_at(item: Item, place: Place | None) -> None:
    """Gives an item its passage in the plan's present reading; None where it has none there."""
    item.reading_id, item.sha256 = item.plan.reading_id, item.plan.source.sha256
    item.start, item.end = (place.start, place.end) if place else (None, None)
    if place:
        item.quote, item.before, item.after = place.quote, place.before, place.after
        item.position = place.start


def data_of(kind: str, value: Json) -> Json:
    return {name: value.get(name) for name in IN_DATA.get(ItemKind(kind), ())}


def set_value(item: Item, value: Json) -> None:
    """Writes a value over an item and its own table; the caller saves the item itself."""
    item.text, item.data = value["text"], data_of(item.kind, value)
    if item.kind == ItemKind.TARGET:
        Target.objects.filter(pk=item.pk).update(**_figure(value))
    elif item.kind == ItemKind.TASK:
        Task.objects.filter(pk=item.pk).update(**_duty(value))
        Responsibility.objects.filter(task_id=item.pk).delete()
        _insert_responsibilities([(item, value)])


def insert_details(item: Item, value: Json) -> None:
    """The row of its own table for one new item."""
    _insert_details([(item, value)])


def _insert_details(pairs: list[tuple[Item, Json]]) -> None:
    targets = [(item, value) for item, value in pairs if item.kind == ItemKind.TARGET]
    tasks = [(item, value) for item, value in pairs if item.kind == ItemKind.TASK]
    _insert_children(Target, [Target(item_ptr=item, **_figure(value)) for item, value in targets])
    _insert_children(Task, [Task(item_ptr=item, **_duty(value)) for item, value in tasks])
    _insert_responsibilities(tasks)


def _insert_children(model: type[Item], rows: Sequence[Item]) -> None:
    """Rows of a child table whose parents are there. `bulk_create` refuses models with a parent table; this is
    the statement it would make for the child's own columns."""
    columns: Iterable[models.Field[Any, Any]] = model._meta.local_concrete_fields
    for start in range(0, len(rows), BATCH):
        model._base_manager._insert(rows[start : start + BATCH], fields=columns, using="default")  # type: ignore[attr-defined]


def _figure(value: Json) -> Json:
    return {
        "value": decimal(value["value"]),
        "value_max": decimal(value["value_max"]) if value.get("value_max") is not None else None,
        "comparator": value["comparator"],
        "measured_in": value["measured_in"][:120],
        "subject": value["subject"],
        "deadline_year": value["deadline_year"],
    }


def _duty(value: Json) -> Json:
    due = value.get("due_on")
    return {
        "no": value["no"][:20],
        "deadline": value["deadline"],
        "product": value["product"],
        "due_on": date.fromisoformat(due) if due else None,
        "recurs": value["recurs"],
    }


def _insert_responsibilities(tasks: list[tuple[Item, Json]]) -> None:
    named = [
        (item, part, position, unit)
        for item, value in tasks
        for part in Part.values
        for position, unit in enumerate(value[part])
    ]
    known = known_units({unit["canonical"] for _, _, _, unit in named})
    Responsibility.objects.bulk_create(
        [
            Responsibility(
                task_id=item.pk, part=part, position=position, name=unit["name"], canonical=unit["canonical"],
                unit_id=known.get(unit["canonical"]),
            )
            for item, part, position, unit in named
        ],
        batch_size=BATCH,
    )  # fmt: skip


def known_units(names: set[str]) -> dict[str, int]:
    """Units that bear one of these names, where exactly one does: no guess between two of the same name."""
    if not names:
        return {}
    found: dict[str, list[int]] = {}
    for pk, name in Unit.objects.filter(name__in=names).values_list("pk", "name"):
        found.setdefault(name, []).append(pk)
    return {name: pks[0] for name, pks in found.items() if len(pks) == 1}
