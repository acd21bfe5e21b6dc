"""What is kept of plans: what a document says, and what is done about it."""

from quyen.plans.models.awaited import Awaited
from quyen.plans.models.followup import FollowUp, RecommendationIndicator, RecommendationTask
from quyen.plans.models.plan import (
    CalendarLink,
    Finding,
    Item,
    ItemQuerySet,
    Match,
    Plan,
    Responsibility,
    Target,
    Task,
)
from quyen.plans.models.timetable import Timetable
from quyen.plans.models.work import (
    Assignment,
    AssignmentQuerySet,
    Evidence,
    EvidenceLink,
    Progress,
    Question,
    Serving,
)

__all__ = [
    "Assignment", "AssignmentQuerySet", "Awaited", "CalendarLink", "Evidence", "EvidenceLink", "Finding", "FollowUp", "Item", "ItemQuerySet", "Match", "Plan",
    "Progress", "Question", "RecommendationIndicator", "RecommendationTask", "Responsibility", "Serving", "Target", "Task", "Timetable",
]  # fmt: skip
