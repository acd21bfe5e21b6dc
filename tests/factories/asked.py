"""A round of a small province: its communes and departments are asked for a yearly report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from quyen.indicators.actions import load_indicators
from quyen.indicators.enums import Rule
from quyen.indicators.models import Indicator
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.models import Unit
from quyen.plans.actions.work.giving import give_assignments
from quyen.plans.models import Assignment
from quyen.reports import actions
from quyen.reports.models import Cycle, Submission, Token
from tests.factories.work import World, make_handout, make_world, member

TODAY = timezone.localdate()


@dataclass
class Asked:
    """`report` is that of the first commune, which holds one assignment, and gives the indicators LOA and TY."""

    world: World
    cycle: Cycle
    commune: Unit
    report: Submission
    work: Assignment


def make_asked() -> Asked:
    world = make_world()
    load_indicators()
    shape = {"definition": "Đếm.", "given_by": [UnitKind.COMMUNE], "since": date(TODAY.year, 1, 1)}
    Indicator.objects.create(code="LOA", name="Buổi phát thanh", measured_in="buổi", **shape)
    Indicator.objects.create(code="TY", name="Thôn có loa", measured_in="thôn", rule=Rule.RATIO, **shape)
    plan = make_handout(world)
    give_assignments(actor=world.coordinator, plan=plan)
    wish = actions.RegimeWish(
        "Báo cáo của đơn vị",
        kinds=(UnitKind.COMMUNE, UnitKind.DEPARTMENT),
        plan=plan,
        anchor=date(2022, 1, 1),
    )
    regime = actions.found_regime(actor=None, unit=world.province, wish=wish)
    period = actions.CycleWish(
        "Đợt năm", date(TODAY.year, 1, 1), date(TODAY.year + 1, 1, 1), TODAY + timedelta(days=9)
    )
    cycle = actions.open_cycle(actor=None, regime=regime, wish=period)
    commune = world.communes[0]
    report = report_of(cycle, commune)
    work = Assignment.objects.given().get(unit=commune)
    return Asked(world, cycle, commune, report, work)


def report_of(cycle: Cycle, unit: Unit) -> Submission:
    rows = Submission.objects.select_related("unit__parent", "cycle__regime__unit")
    return rows.get(cycle=cycle, unit=unit)


def make_key(unit: Unit, name: str = "LRIS tỉnh Sông Lam") -> tuple[Token, str]:
    admin = member(unit, Role.ADMINISTRATOR, "Ngô Quản Trị")
    return actions.make_token(actor=admin, unit=unit, name=name, expires_on=TODAY + timedelta(days=30))
