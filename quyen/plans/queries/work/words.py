"""Words looked for in assignments. A country has a hundred thousand assignments and few texts: each text is looked at once,
by the same rule as in every list (`lists.has_words`), and the database is asked for the rows of those that fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q

from quyen.core.text.folding import fold_loose
from quyen.plans.models import Plan, Task
from quyen.plans.queries.lists import label_of

Texts = Iterable[tuple[int, str]]  # by number, made comparable


def with_words(rows: Any, words: str, units: Mapping[int, str]) -> Any:
    """Those with every word somewhere in what is asked, in the plan's label or the unit's name. Three queries where there
    are words. `units`: all units of the rows, by number."""
    wanted = fold_loose(words).split()
    if not wanted:
        return rows
    held = rows.order_by()
    tasks = Task.objects.filter(pk__in=held.values("task_id")).order_by()
    named = _folded(units.items())
    plans = _folded(
        (plan.pk, label_of(plan)) for plan in Plan.objects.filter(pk__in=held.values("task__plan_id"))
    )
    said = _folded(tasks.values_list("pk", "text"))
    own = _folded(held.exclude(text="").values_list("pk", "text"))
    for word in set(wanted):
        rows = rows.filter(
            Q(unit__in=_with(named, word))
            | Q(task__plan__in=_with(plans, word))
            | Q(text="", task__in=_with(said, word))
            | Q(pk__in=_with(own, word))
        )
    return rows


def _folded(texts: Texts) -> list[tuple[int, str]]:
    return [(pk, fold_loose(text)) for pk, text in texts]


def _with(texts: Texts, word: str) -> list[int]:
    return [pk for pk, text in texts if word in text]
