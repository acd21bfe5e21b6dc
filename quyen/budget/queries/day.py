"""Estimates on the landing page: those given back to their unit, and those that wait where their plan lies."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quyen.accounts.models import User
from quyen.budget.enums import EstimateState
from quyen.budget.models import Estimate
from quyen.organisation.enums import Role
from quyen.organisation.queries import units_held
from quyen.plans.signals import Block, Line

MOST = 6


def day_block(user: User) -> Block:
    """Of units in which the person holds a role: one query."""
    back = Q(state=EstimateState.RETURNED, unit__in=units_held(user, Role.EDITOR))
    sent = Q(state=EstimateState.SUBMITTED, plan__unit__in=units_held(user, Role.COORDINATOR))
    rows = list(
        Estimate.objects.current().filter(back | sent).select_related("unit", "plan").order_by("state", "unit__name", "pk")
    )  # fmt: skip
    count = ngettext("%d bản", "%d bản", len(rows)) % len(rows)
    lines = tuple(_line(row) for row in rows[:MOST])
    return Block(_("Dự toán cần xem"), count, reverse("budget:list"), lines, is_side=True)


def _line(row: Estimate) -> Line:
    words = _("%(unit)s, năm %(year)s") % {"unit": row.unit.name, "year": row.year}
    url = reverse("budget:estimate", args=[row.pk])
    if row.state == EstimateState.RETURNED:
        return Line(words, url, reason=row.returned_for)
    return Line(words, url, note=_("chờ tổng hợp"))
