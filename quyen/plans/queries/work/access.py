"""Who may read an assignment, and who may do what with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from quyen.accounts.models import User
from quyen.organisation.enums import Role
from quyen.organisation.queries import role_in, unit_ids
from quyen.plans.models import Assignment, AssignmentQuerySet, Evidence


def readable_assignments(user: User) -> AssignmentQuerySet:
    """Given to the person's units or to units below them; and all of a plan for those who hold the plan."""
    units = unit_ids(user)
    mine = Q(unit__in=units) | Q(task__plan__unit__in=units)
    return Assignment.objects.given().filter(mine)


def given_to(units: Any) -> AssignmentQuerySet:
    """What these units (numbers, or a sub-query of them) were given out of plans that they do not hold."""
    return Assignment.objects.given().filter(unit__in=units).exclude(task__plan__unit__in=units)


def shareable_assignments(user: User) -> AssignmentQuerySet:
    """Those that the person may break down for the units below."""
    return Assignment.objects.given().filter(unit__in=unit_ids(user, Role.COORDINATOR))


@dataclass(frozen=True)
class Sides:
    """`reports` for the unit; `shares` it out below; `gives`: stands behind the giving. Two queries."""

    reports: bool
    shares: bool
    gives: bool

    @property
    def asks(self) -> bool:
        return self.reports or self.gives


def sides_of(user: User, assignment: Assignment) -> Sides:
    own = role_in(user, assignment.unit_id) or 0
    giver = role_in(user, assignment.giver_unit_id) or 0
    return Sides(own >= Role.EDITOR, own >= Role.COORDINATOR, giver >= Role.COORDINATOR)


def readable_evidence(user: User) -> Q:
    """A condition on Evidence: the unit's own, or linked to an assignment that the person may read."""
    return Q(unit__in=unit_ids(user)) | Q(links__assignment__in=readable_assignments(user).values("pk"))


def evidence_for(user: User, pk: int) -> Evidence | None:
    """One piece of evidence that the person may read; one query."""
    return Evidence.objects.filter(readable_evidence(user), pk=pk).select_related("file").distinct().first()
