"""What is frozen for a unit, by itself and by those above it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from quyen.accounts.models import User
from quyen.core.arithmetic import Period
from quyen.indicators.models import Freeze
from quyen.indicators.queries.pages import Scope
from quyen.organisation.enums import Role
from quyen.organisation.queries import may, unit_ids


@dataclass(frozen=True)
class FreezeLine:
    """`by`: who froze it, empty where the person may not look into that unit."""

    freeze: Freeze
    period: Period
    by: str
    may_undo: bool


@dataclass(frozen=True)
class FreezePage:
    scope: Scope
    lines: tuple[FreezeLine, ...]
    may_freeze: bool


def freeze_page(user: User, scope: Scope) -> FreezePage:
    """Four queries. `scope` has a unit; the latest period first."""
    assert scope.unit is not None
    rows = Freeze.objects.filter(unit_id__in=scope.unit.above).select_related("unit", "frozen_by")
    seen = set(unit_ids(user).filter(pk__in=scope.unit.above))
    undone = set(unit_ids(user, Role.COORDINATOR).filter(pk__in=scope.unit.above))
    lines = tuple(
        FreezeLine(
            one,
            Period(one.start, one.end),
            str(one.frozen_by or "") if one.unit_id in seen else "",
            one.unit_id in undone,
        )
        for one in rows
    )
    return FreezePage(scope, lines, may(user, scope.unit.pk, Role.COORDINATOR))


def removable_freezes(user: User) -> QuerySet[Freeze]:
    """Those that the person may take back."""
    return Freeze.objects.filter(unit__in=unit_ids(user, Role.COORDINATOR)).select_related("unit")
