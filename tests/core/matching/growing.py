"""Children grown from a family by known edits, with the cell that each edit must give."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable

from quyen.core.matching import plan_from_record, propose
from tests.core.matching.families import Family, Row

LISTS = {
    "target": "targets",
    "objective": "objectives",
    "task": "tasks",
    "audience": "audiences",
    "topic": "topics",
}
WANT = {
    "same": "covered", "narrower": "covered", "reworded": "covered",
    "changed": "differs", "dropped": "differs", "similar": "missing", "left out": "missing",
}  # fmt: skip


def record(items: Iterable[tuple[Row, str, float | None, str | None]], loose: Iterable[str] = ()) -> dict:
    """A record from (row, wording, value, subject or None to let it be guessed), and plain sentences."""
    found: dict = {name: [] for name in LISTS.values()}
    lines = []
    for row, text, value, subject in items:
        item: dict = {"text": text}
        if row.kind == "target":
            item |= {"value": value, "unit": row.unit, "comparator": row.comparator, "subject": subject or ""}
        found[LISTS[row.kind]].append(item)
        lines.append(text)
    found["text"] = "\n".join(f"- {line}." for line in [*loose, *lines])
    return found


def parent(family: Family) -> dict:
    return record((row, row.text, row.value, row.subject) for row in family.rows)


def child(family: Family, seed: int) -> tuple[dict, list[str]]:
    """A child's record and the edit made to each row."""
    choose = random.Random(f"{family.name}{seed}")
    edits = ["left out"] * len(family.rows)
    items, loose = [], list(family.filler)
    joint = family.joint[0] if family.joint and choose.random() < 0.4 else None
    for number, row in enumerate(family.rows):
        if joint and number in joint[0]:
            edits[number] = "joint"
            continue
        edit = edits[number] = choose.choice(_possible(row))
        if edit == "dropped":
            loose.append(row.dropped)
        elif edit != "left out":
            items.append(_edited(row, edit))
    if joint:
        rows, text, value, subject = joint
        items.append((family.rows[rows[0]], text, value, subject))
    choose.shuffle(items)
    return record(items, loose), edits


def _possible(row: Row) -> list[str]:
    return ["same", "left out"] + [
        edit for edit in ("narrower", "reworded", "changed", "dropped", "similar") if getattr(row, edit)
    ]


def _edited(row: Row, edit: str) -> tuple[Row, str, float | None, str | None]:
    if edit == "same":
        return row, row.text, row.value, row.subject
    wording = getattr(row, edit)
    text, value = wording if isinstance(wording, tuple) else (wording, row.value)
    return row, text, value, None


def wanted(family: Family, row: int, edit: str) -> str:
    if edit == "joint":
        return "covered" if family.rows[row].value == family.joint[0][2] else "differs"
    return WANT[edit]


def tally(families: Iterable[Family], seeds: int, *, tell: bool = False) -> dict[str, tuple[int, int]]:
    """Edit -> (right cells, all cells) over `seeds` children of each family."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for family in families:
        above = plan_from_record(parent(family))
        for seed in range(seeds):
            made, edits = child(family, seed)
            for number, (cell, edit) in enumerate(
                zip(propose(above, plan_from_record(made)), edits, strict=True)
            ):
                good = cell.state == wanted(family, number, edit)
                right[edit] += good
                total[edit] += 1
                if tell and not good:
                    found = cell.claim.text if cell.claim else None
                    print(
                        f"{family.name} {seed} {edit}: {cell.state} {cell.sure} | {cell.row.text} | {found}"
                    )
    return {edit: (right[edit], total[edit]) for edit in sorted(total)}
