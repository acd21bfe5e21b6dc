"""What one owner can be asked about, by the written contract of a reading (docs/reference/record.md):

1. task tables and labelled blocks, one task a row or block (`tables`, `blocks`);
2. assignment sections, one task for each lowest paragraph that asks something of a named unit (`assignments`);
3. elsewhere, sentences that name their owner (`assignments`).
"""

from __future__ import annotations

from quyen.core.reading.tasks.assignments import assignment_tasks
from quyen.core.reading.tasks.blocks import block_tasks
from quyen.core.reading.tasks.items import read_items
from quyen.core.reading.tasks.tables import table_tasks
from quyen.core.types import Document, Table, Task

__all__ = ["find_tasks"]


def find_tasks(document: Document, *, issuer: str | None = None) -> tuple[Task, ...]:
    """All tasks in the order of the text. `issuer` (as named) is never taken for the owner of a sentence.

    `Task.text` is the folded text at `Task.at`. Never raises; linear in the size of the document.
    """
    tasks: list[Task] = []
    for block in document.blocks:
        if isinstance(block, Table) and block.ruled:
            tasks.extend(table_tasks(document, block))
    items, flat = read_items(document)
    tasks.extend(block_tasks(document, flat))
    tasks.extend(assignment_tasks(items, issuer))
    for item in flat:
        item.parent = None  # no cycles: what is done with is freed at once, without the collector
    return tuple(sorted(tasks, key=lambda task: task.at))
