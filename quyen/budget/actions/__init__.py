"""Changes of the budget step: permission, lock, change, audit."""

from quyen.budget.actions.drafts import (
    add_line,
    remove_line,
    revise_estimate,
    save_line,
    start_estimate,
    state_total,
)
from quyen.budget.actions.guard import EstimateChanged, EstimateRefused, LineConflict
from quyen.budget.actions.intake import carry_out_intake, receive_sheet
from quyen.budget.actions.spending import take_back_spending, tell_spending
from quyen.budget.actions.states import (
    appraise_line,
    approve_estimates,
    assemble_estimate,
    return_estimate,
    submit_estimate,
    take_back_estimate,
)

__all__ = [
    "EstimateChanged", "EstimateRefused", "LineConflict", "add_line", "appraise_line", "approve_estimates",
    "assemble_estimate", "carry_out_intake", "receive_sheet", "remove_line", "return_estimate", "revise_estimate",
    "save_line", "start_estimate", "state_total", "submit_estimate", "take_back_estimate", "take_back_spending", "tell_spending",
]  # fmt: skip
