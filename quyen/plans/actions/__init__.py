"""Changes to plans: permission, lock, change, audit, after-commit."""

from quyen.plans.actions.findings import keep_finding, mend_finding, reopen_finding
from quyen.plans.actions.guard import Conflict, PlanIsConfirmed
from quyen.plans.actions.reading import store_reading
from quyen.plans.actions.review import (
    Decided,
    add_item,
    confirm_plan,
    correct_item,
    decide_items,
    reopen_plan,
    set_period,
    settle_newer,
)

__all__ = [
    "Conflict",
    "Decided",
    "PlanIsConfirmed",
    "add_item",
    "confirm_plan",
    "correct_item",
    "decide_items",
    "keep_finding",
    "mend_finding",
    "reopen_finding",
    "reopen_plan",
    "set_period",
    "settle_newer",
    "store_reading",
]
