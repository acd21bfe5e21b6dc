"""A round of a province that feeds a round of a ministry, ready to be written and sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from quyen.core.arithmetic import year
from quyen.indicators.actions import Given, load_indicators, report_value
from quyen.indicators.models import Indicator
from quyen.organisation.actions import open_unit
from quyen.organisation.enums import UnitKind
from quyen.plans.actions.work.giving import give_assignments
from quyen.reports import actions
from quyen.reports.models import Cycle, Submission
from tests.factories.work import World, make_handout, make_world

TODAY = timezone.localdate()
START, END = date(TODAY.year - 1, 12, 1), date(TODAY.year, 12, 1)


@dataclass
class Rounds:
    """`below` asks the province's units, `above` the provinces; `cycle` feeds `top`."""

    world: World
    cycle: Cycle
    top: Cycle


def make_rounds(*, given: bool = True, approved: bool = False) -> Rounds:
    """`given`: the work of the plan is given already; `approved`: a leader approves what goes to the ministry."""
    world = make_world()
    load_indicators()
    plan = make_handout(world, **({} if given else {"issued_on": date(2024, 2, 1), "years": (2024, 2028)}))
    if given:
        give_assignments(actor=world.coordinator, plan=plan)
    ministry = open_unit(actor=None, name="Bộ Thử", kind=UnitKind.MINISTRY)
    world.ministry = ministry  # type: ignore[attr-defined]
    wish = {"anchor": START, "due_days": -2}
    top = actions.found_regime(
        actor=None, unit=ministry,
        wish=actions.RegimeWish(
            "Kết quả thực hiện Đề án", plan=plan, by_assignment=True, needs_approval=approved, **wish
        ),
    )  # fmt: skip
    below = actions.found_regime(
        actor=None, unit=world.province,
        wish=actions.RegimeWish("Báo cáo của đơn vị", kinds=(UnitKind.COMMUNE, UnitKind.DEPARTMENT), plan=plan, **wish),
    )  # fmt: skip
    above = actions.open_round_of(
        actor=None, regime=top, day=TODAY if TODAY < END else END - timedelta(days=1)
    )
    assert above is not None
    Submission.objects.create(cycle=above, unit=world.province)
    asked = actions.CycleWish("Đợt năm", START, END, END - timedelta(days=2), feeds=above)
    return Rounds(world, actions.open_cycle(actor=None, regime=below, wish=asked), above)


def of(cycle: Cycle, unit) -> Submission:
    rows = Submission.objects.select_related("unit__parent", "cycle__regime__unit")
    return rows.get(cycle=cycle, unit=unit)


def value(rounds: Rounds, code: str, unit, numerator, denominator=None, number=TODAY.year) -> None:
    report_value(
        actor=None, indicator=Indicator.objects.get(code=code), unit=unit, period=year(number),
        given=Given(Decimal(numerator), None if denominator is None else Decimal(denominator), reason="thử"),
    )  # fmt: skip
