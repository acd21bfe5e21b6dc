"""A small province whose plan was handed out, with an estimate of the department beside the one that holds the plan."""

from __future__ import annotations

from dataclasses import dataclass

from quyen.accounts.models import User
from quyen.budget.actions import (
    add_line,
    approve_estimates,
    assemble_estimate,
    start_estimate,
    submit_estimate,
)
from quyen.budget.enums import Funding
from quyen.budget.models import Estimate, EstimateLine
from quyen.budget.queries.given import LineGiven
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.plans.actions.work.giving import Edit, edit_assignments, give_assignments
from quyen.plans.enums import Part
from quyen.plans.models import Plan, Task
from tests.factories.plans import make_plan
from tests.factories.work import World, make_world, member

YEAR = 2026
TASKS = (
    "Mở lớp tập huấn về quyền con người",
    "In tờ rơi bằng tiếng dân tộc thiểu số",
    "Phát trên loa truyền thanh",
)


@dataclass
class Money:
    """`writer` writes for `unit` (the culture department); `head` approves where the plan lies, `officer` assembles."""

    world: World
    plan: Plan
    tasks: list[Task]
    unit: Unit
    writer: User
    reader: User
    officer: User
    head: User
    stranger: User


def make_money() -> Money:
    world = make_world()
    plan = make_plan(world.justice, tasks=[{"text": one} for one in TASKS], issuer="UBND tỉnh Sông Lam")
    tasks = list(Task.objects.filter(plan=plan).order_by("position"))
    hand_out(world, plan, tasks[:2], world.culture)
    return Money(
        world, plan, tasks, world.culture,
        writer=member(world.culture, Role.EDITOR, "Bùi Văn Kế"),
        reader=member(world.culture, Role.VIEWER, "Cao Thị Xem"),
        officer=world.coordinator,
        head=member(world.justice, Role.ADMINISTRATOR, "Đinh Giám Đốc"),
        stranger=world.stranger,
    )  # fmt: skip


def hand_out(world: World, plan: Plan, tasks: list[Task], *units: Unit) -> None:
    for task in tasks:
        edit = Edit({(unit.pk, Part.LEAD) for unit in units}, task.due_on, task.recurs)
        edit_assignments(actor=world.coordinator, plan=plan, task=task, edit=edit)
    give_assignments(actor=world.coordinator, plan=plan)


def line(
    money: Money, estimate: Estimate, task: int, amount: int, source: str = Funding.STATE
) -> EstimateLine:
    given = LineGiven(source, amount)
    return add_line(actor=None, estimate=estimate, given=given, task=money.tasks[task])


def written(money: Money, unit: Unit | None = None) -> Estimate:
    """A draft of 30 and 20 million."""
    made = start_estimate(actor=None, unit=unit or money.unit, plan=money.plan, year=YEAR)
    line(money, made, 0, 30_000_000)
    line(money, made, 1, 20_000_000, Funding.SOCIAL)
    return made


def sent(money: Money) -> Estimate:
    made = submit_estimate(actor=money.writer, estimate=written(money))
    return assemble_estimate(actor=money.officer, estimate=made)


def approved(money: Money) -> Estimate:
    made = sent(money)
    seen = {made.pk: made.revision}
    done = approve_estimates(
        actor=money.head, plan=money.plan, year=YEAR, revisions=seen, basis="Quyết định số 15/QĐ-UBND"
    )
    return done[0]
