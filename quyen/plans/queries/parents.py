"""Which plan stands above another: proposed from the documents it cites, chosen by a coordinator."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quyen.accounts.models import User
from quyen.core.text.folding import fold_loose
from quyen.core.text.sorting import sort_key
from quyen.plans.enums import COUNTED, ItemKind, ItemState
from quyen.plans.models import Plan
from quyen.plans.queries.lists import PlanLine, line_of
from quyen.plans.queries.review import readable_plans


@dataclass(frozen=True)
class ParentChoice:
    """`cited_as` is the legal basis that names it, empty where the plan does not cite it."""

    plan: PlanLine
    cited_as: str = ""


def parent_choices(user: User, plan: Plan) -> tuple[ParentChoice, ...]:
    """All readable plans that may stand above this one, those it cites first: two queries."""
    plans = list(readable_plans(user).select_related("source"))
    below = descendants(plan.pk, [(one.pk, one.parent_id) for one in plans])
    cited = {plain(number): number for number in cited_numbers(plan)}
    choices = [
        ParentChoice(line_of(one), cited.get(plain(one.reference), "") if one.reference else "")
        for one in plans
        if one.pk not in below
    ]
    return tuple(sorted(choices, key=lambda c: (not c.cited_as, sort_key(c.plan.label))))


def cited_numbers(plan: Plan) -> Iterable[str]:
    """The numbers of the documents it stands on, as they stand now; what was rejected is left out."""
    bases = plan.items.filter(kind=ItemKind.LEGAL_BASIS, state__in=(*COUNTED, ItemState.PROPOSED))
    for data, text in bases.order_by("position", "id").values_list("data", "text"):
        yield str((data or {}).get("number") or text)


def plain(reference: str) -> str:
    """A number and symbol made comparable: "1079/QĐ-TTg", "1079/QĐTTg" and "1079 / qđ - ttg" are one."""
    return re.sub(r"[^\w/]", "", fold_loose(reference))


def descendants(top: int, pairs: Iterable[tuple[int, int | None]]) -> set[int]:
    """A plan and all that stand below it, from pairs of plan and parent."""
    below: dict[int | None, list[int]] = {}
    for one, parent in pairs:
        below.setdefault(parent, []).append(one)
    found, waiting = {top}, [top]
    while waiting:
        for one in below.get(waiting.pop(), []):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return found
