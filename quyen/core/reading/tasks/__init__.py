"""What one owner can be asked about, by the written contract of a reading (docs/reference/record.md):

1. task tables and labelled blocks, one task a row or block (`tables`, `blocks`);
2. assignment sections, one task for each lowest paragraph that asks something of a named unit (`assignments`);
3. elsewhere, sentences that name their owner (`assignments`).
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from quyen.core.reading.steps import Step, list_steps
from quyen.core.reading.tasks.assignments import assignment_tasks
from quyen.core.reading.tasks.blocks import block_tasks
from quyen.core.reading.tasks.items import read_items
from quyen.core.reading.tasks.tables import table_tasks
from quyen.core.text.folding import fold_and_lower
from quyen.core.types import Document, Paragraph, Task

__all__ = ["find_tasks"]


def find_tasks(
    document: Document,
    *,
    issuer: str | None = None,
    steps: Sequence[Step] | None = None,
    small: str | None = None,
) -> tuple[Task, ...]:
    """All tasks in the order of the text. `issuer` (as named) is never taken for the owner of a sentence.

    `Task.text` is the folded text at `Task.at`. Never raises; linear in the size of the document. `steps`, `small`:
    the paragraphs of the outline and the text in small letters, where they are at hand.
    """
    if steps is None or small is None:
        folded, small = fold_and_lower(document.text)
        steps = list_steps(document, folded)
    tasks: list[Task] = []
    special: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            if block.bold or block.footnote:
                special.append(block)
        elif block.ruled:
            tasks.extend(table_tasks(document, block))
    items = read_items(steps, small, special)
    tasks.extend(block_tasks(document, items))
    tasks.extend(assignment_tasks(items, issuer))
    for item in items:
        item.parent = None  # no cycles: what is done with is freed at once, without the collector
    tasks.sort(key=attrgetter("at"))
    return tuple(tasks)
