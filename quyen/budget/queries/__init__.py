"""Who may read and write estimates, and what each screen and the steps above read of them."""

from quyen.budget.queries.access import editable_estimates, readable_estimates
from quyen.budget.queries.figures import BudgetFigures, BudgetItem, budget_figures
from quyen.budget.queries.sums import SourceSums, Sums

__all__ = [
    "BudgetFigures", "BudgetItem", "SourceSums", "Sums", "budget_figures", "editable_estimates", "readable_estimates",
]  # fmt: skip
