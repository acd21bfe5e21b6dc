"""A small province for the tests of assignments: departments, communes, their people, and a plan that names them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from quyen.accounts.models import User
from quyen.organisation.actions import carry_out, open_unit
from quyen.organisation.actions.arrangements import Wish
from quyen.organisation.enums import Role, SuccessionKind, UnitKind
from quyen.organisation.models import Membership, Unit
from quyen.plans.actions.work.giving import Edit, edit_assignments, give_assignments
from quyen.plans.enums import Part
from quyen.plans.models import Assignment, Plan, Task
from tests.factories.plans import make_plan


@dataclass
class World:
    """`justice` holds the plan; `culture` is beside it; the communes stand under the province."""

    province: Unit
    justice: Unit
    culture: Unit
    communes: list[Unit]
    coordinator: User  # of the department that holds the plan: the giver
    above: User  # coordinator of the province
    editor: User  # of the first commune: who reports
    viewer: User  # of the first commune
    beside: User  # coordinator of the second commune
    stranger: User  # coordinator in another province


def make_world() -> World:
    province = open_unit(actor=None, name="Tỉnh Sông Lam", kind=UnitKind.PROVINCE, province="Sông Lam")
    away = open_unit(actor=None, name="Tỉnh Đông Hải", kind=UnitKind.PROVINCE, province="Đông Hải")
    justice = department("Sở Tư pháp tỉnh Sông Lam", province)
    culture = department("Sở Văn hóa, Thể thao và Du lịch tỉnh Sông Lam", province)
    communes = [
        open_unit(actor=None, name=name, kind=UnitKind.COMMUNE, parent=province, province="Sông Lam")
        for name in ("Phường Bến Cát", "Xã An Hòa", "Xã Tân Lập")
    ]
    return World(
        province, justice, culture, communes,
        coordinator=member(justice, Role.COORDINATOR, "Nguyễn Thị Điều"),
        above=member(province, Role.COORDINATOR, "Hoàng Cấp Trên"),
        editor=member(communes[0], Role.EDITOR, "Trần Văn Phường"),
        viewer=member(communes[0], Role.VIEWER, "Lê Người Xem"),
        beside=member(communes[1], Role.COORDINATOR, "Đỗ Xã Bên"),
        stranger=member(away, Role.COORDINATOR, "Vũ Tỉnh Khác"),
    )  # fmt: skip


def department(name: str, province: Unit) -> Unit:
    return open_unit(actor=None, name=name, kind=UnitKind.DEPARTMENT, parent=province, province="Sông Lam")


def member(unit: Unit, role: Role, name: str) -> User:
    email = f"u{User.objects.count()}@lam.example"
    user = User.objects.create_user(email, "mat-khau-thu-123", full_name=name)
    Membership.objects.create(user=user, unit=unit, role=role)
    return user


def make_handout(world: World, **more: Any) -> Plan:
    """A confirmed plan whose three tasks name units in the ways that plans do."""
    tasks = [
        {"text": "Phát trên loa truyền thanh về quyền con người", "no": "1", "due_on": date(2026, 12, 15),
         "lead": ["Ủy ban nhân dân các xã, phường"], "coordinate": ["Sở Văn hóa, Thể thao và Du lịch"]},
        {"text": "Tổ chức hội nghị tập huấn", "no": "2", "lead": ["Sở Tư pháp"],
         "coordinate": ["các sở, ban, ngành", "các cơ quan, đơn vị liên quan"]},
        {"text": "Đăng tải tài liệu trên cổng thông tin", "no": "3", "lead": ["Văn phòng Ủy ban nhân dân tỉnh"]},
    ]  # fmt: skip
    target = {"text": "Phấn đấu 100% xã, phường phát thanh về quyền con người", "value": 100}
    return make_plan(
        world.justice, **{"tasks": tasks, "targets": [target], "issuer": "UBND tỉnh Sông Lam"} | more
    )


def ended(name: str, heir: Unit, province: Unit) -> Unit:
    """A department that was merged into another on 1 March 2025."""
    old = department(name, province)
    wish = Wish(SuccessionKind.MERGE, date(2025, 3, 1), "Nghị quyết số 190/2025/QH15", (old.pk,), heir.pk)
    carry_out(actor=None, wish=wish)
    return old


def given(world: World, unit: Unit, *, text: str = "Phát trên loa", **more: Any) -> Assignment:
    """One task of a plan of its own, given to one unit."""
    plan = make_plan(world.justice, tasks=[{"text": text, "lead": [], **more}], issuer="UBND tỉnh Sông Lam")
    task = Task.objects.get(plan=plan)
    edit = Edit({(unit.pk, Part.LEAD)}, task.due_on, task.recurs)
    edit_assignments(actor=world.coordinator, plan=plan, task=task, edit=edit)
    give_assignments(actor=world.coordinator, plan=plan)
    return Assignment.objects.get(task=task, unit=unit)
