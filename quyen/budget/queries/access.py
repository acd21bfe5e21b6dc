"""Who may read an estimate, and who may do what with it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from quyen.accounts.models import User
from quyen.budget.enums import WRITTEN, EstimateState
from quyen.budget.models import Estimate, EstimateIntake, EstimateLine, EstimateQuerySet
from quyen.organisation.enums import Role
from quyen.organisation.queries import role_in, unit_ids
from quyen.plans.models import Plan


def readable_estimates(user: User) -> EstimateQuerySet:
    """Those of the person's units and of units below them; and for who holds the plan, all that were sent."""
    units = unit_ids(user)
    sent = Q(plan__unit__in=units) & ~Q(state=EstimateState.DRAFT)
    return Estimate.objects.filter(Q(unit__in=units) | sent)


def editable_estimates(user: User) -> EstimateQuerySet:
    """Those that the person may write on now."""
    return Estimate.objects.filter(unit__in=unit_ids(user, Role.EDITOR), state__in=WRITTEN)


def readable_lines(user: User) -> QuerySet[EstimateLine]:
    return EstimateLine.objects.filter(estimate__in=readable_estimates(user))


def assembled_plans(user: User) -> QuerySet[Plan]:
    """Plans whose estimates come together where the person holds a role."""
    return Plan.objects.filter(unit__in=unit_ids(user))


def own_intakes(user: User) -> QuerySet[EstimateIntake]:
    """Sheets that the person gave for estimates that are still theirs to read: nobody else's to see."""
    return EstimateIntake.objects.filter(entered_by=user, estimate__in=readable_estimates(user))


@dataclass(frozen=True)
class Sides:
    """What the person is to one estimate: `writes` for the unit; `assembles` and `approves` for the plan's unit."""

    writes: bool
    assembles: bool
    approves: bool


def sides_of(user: User, estimate: Estimate) -> Sides:
    """Two queries; `estimate.plan` must be there."""
    own = role_in(user, estimate.unit_id) or 0
    above = role_in(user, estimate.plan.unit_id) or 0
    return Sides(own >= Role.EDITOR, above >= Role.COORDINATOR, above >= Role.ADMINISTRATOR)
