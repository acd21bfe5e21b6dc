"""Estimates of the demo world: one approved and partly spent, one sent and waiting, one unit that has sent nothing."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from quyen.accounts.models import User
from quyen.budget.actions import (
    add_line,
    approve_estimates,
    assemble_estimate,
    start_estimate,
    submit_estimate,
    tell_spending,
)
from quyen.budget.enums import Funding
from quyen.budget.models import Estimate
from quyen.budget.queries.given import LineGiven
from quyen.organisation.models import Unit
from quyen.plans.actions.work.giving import Edit, edit_assignments, give_assignments
from quyen.plans.enums import COUNTED, Part
from quyen.plans.models import Plan, Task
from quyen.plans.queries.lists import years_of

OWN = ((Funding.STATE, 24, "buổi", 1_750_000), (Funding.INTEGRATED, 5_000, "tờ", 3_200), (Funding.SOCIAL, 6, "buổi", 2_500_000))  # fmt: skip
BESIDE = ((Funding.STATE, 3, "cuộc", 18_400_000), (Funding.OTHER, 1, "bộ", 26_000_000))
BASIS = "Quyết định số 218/QĐ-STP ngày 12/01 (dữ liệu mẫu)"


def estimates_of(plan: Plan, coordinator: User, beside: list[Unit]) -> None:
    """`beside`: units that are handed tasks; the first sends its estimate, the others have not yet."""
    tasks: list[Any] = list(Task.objects.filter(plan=plan, state__in=COUNTED).order_by("position")[:4])
    years = years_of(plan)
    if len(tasks) < len(OWN) or not years or not beside:
        return
    for task in tasks[:2]:
        units = {(plan.unit_id, Part.LEAD), *((unit.pk, Part.COORDINATE) for unit in beside)}
        edit = Edit(units, task.due_on, task.recurs)
        edit_assignments(actor=coordinator, plan=plan, task=task, edit=edit)
    give_assignments(actor=coordinator, plan=plan, tasks=[task.pk for task in tasks[:2]])
    today = timezone.localdate().year
    year = today if today in years else years[0]
    own = _written(plan, plan.unit, year, tasks, OWN)
    assemble_estimate(actor=None, estimate=submit_estimate(actor=None, estimate=own))
    own.refresh_from_db()
    approve_estimates(actor=None, plan=plan, year=own.year, revisions={own.pk: own.revision}, basis=BASIS)
    _spend(own)
    submit_estimate(actor=None, estimate=_written(plan, beside[0], year, tasks, BESIDE))


def _written(
    plan: Plan, unit: Unit, year: int, tasks: list[Task], lines: tuple[tuple[Funding, int, str, int], ...]
) -> Estimate:
    made = start_estimate(actor=None, unit=unit, plan=plan, year=year)
    for task, (source, quantity, measured_in, price) in zip(tasks, lines, strict=False):
        given = LineGiven(source, quantity * price, Decimal(quantity), measured_in, price)
        add_line(actor=None, estimate=made, given=given, task=task)
    return made


def _spend(own: Estimate) -> None:
    """Two vouchers on the first line, on days that are over and lie in the estimate's year or after."""
    day = timezone.localdate() - timedelta(days=3)
    if day.year < own.year:
        return
    line = own.lines.order_by("position")[0]
    for amount, note in (
        (12_250_000, "Bảy buổi đầu, phiếu chi số 04"),
        (8_750_000, "Năm buổi, phiếu chi số 11"),
    ):
        tell_spending(actor=None, line=line, day=day, amount=amount, note=note)
