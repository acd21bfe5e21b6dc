"""Units in time, and the people in them."""

from quyen.organisation.models.checks import CheckHit, CheckHitQuerySet, CheckRun
from quyen.organisation.models.people import Dated, Invitation, Membership, Roster
from quyen.organisation.models.units import (
    DayRange,
    Succession,
    SuccessionPart,
    Unit,
    UnitIntake,
    UnitQuerySet,
    UnitVersion,
)

__all__ = [
    "CheckHit", "CheckHitQuerySet", "CheckRun", "Dated", "DayRange", "Invitation", "Membership", "Roster", "Succession", "SuccessionPart", "Unit", "UnitIntake", "UnitQuerySet",
    "UnitVersion",
]  # fmt: skip
