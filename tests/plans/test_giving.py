"""The proposal of who does what, edited and given."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from quyen.accounts.models import AuditEntry
from quyen.plans.actions.work.giving import (
    Edit,
    GivingRefused,
    edit_assignments,
    give_assignments,
    propose_assignments,
)
from quyen.plans.actions.work.serving import set_servings
from quyen.plans.enums import Giving, Part, PlanState
from quyen.plans.models import Assignment, Target, Task
from tests.factories.plans import make_plan
from tests.factories.work import given, make_handout

QUERIES = 13


@pytest.fixture
def plan(world):
    return make_handout(world)


def held(plan, **wanted) -> set[tuple[str, str]]:
    rows = Assignment.objects.filter(task__plan=plan, **wanted)
    return {(row.task.no + row.part[0], row.unit.name.split(" tỉnh")[0]) for row in rows}


def test_the_whole_proposal_is_given_at_once_and_once_only(world, plan) -> None:
    assert give_assignments(actor=world.coordinator, plan=plan) == 6
    assert held(plan, state=Giving.GIVEN) == {
        ("1l", "Phường Bến Cát"), ("1l", "Xã An Hòa"), ("1l", "Xã Tân Lập"),
        ("1c", "Sở Văn hóa, Thể thao và Du lịch"), ("2l", "Sở Tư pháp"), ("2c", "Sở Văn hóa, Thể thao và Du lịch"),
    }  # fmt: skip
    assert AuditEntry.objects.filter(verb="give", subject="plans.Assignment").count() == 6
    assert give_assignments(actor=world.coordinator, plan=plan) == 0


def test_who_leads_does_not_coordinate_because_a_group_holds_it(world, plan) -> None:
    propose_assignments(actor=world.coordinator, plan=plan)
    assert ("2c", "Sở Tư pháp") not in held(plan)


def test_an_edit_withdraws_adds_and_sets_the_day(world, plan) -> None:
    give_assignments(actor=world.coordinator, plan=plan)
    task = Task.objects.get(plan=plan, no="1")
    stays = {(world.communes[0].pk, Part.LEAD), (world.justice.pk, Part.COORDINATE)}
    edit_assignments(
        actor=world.coordinator, plan=plan, task=task, edit=Edit(stays, date(2026, 11, 30), "quarterly")
    )
    assert {(a.unit_id, a.state) for a in task.assignments.exclude(state=Giving.WITHDRAWN)} == {
        (world.communes[0].pk, Giving.GIVEN), (world.justice.pk, Giving.PROPOSED),
    }  # fmt: skip
    assert set(task.assignments.exclude(state=Giving.WITHDRAWN).values_list("due_on", "recurs")) == {
        (date(2026, 11, 30), "quarterly")
    }
    assert give_assignments(actor=world.coordinator, plan=plan) == 1  # what was withdrawn is not given again


def test_only_a_confirmed_plan_is_given(world) -> None:
    plan = make_handout(world, state=PlanState.IN_REVIEW)
    with pytest.raises(GivingRefused):
        give_assignments(actor=world.coordinator, plan=plan)
    assert not Assignment.objects.exists()


def test_work_is_not_given_out_of_the_plans_reach(world, plan, unit) -> None:
    task = Task.objects.get(plan=plan, no="3")
    with pytest.raises(GivingRefused):
        edit_assignments(
            actor=world.coordinator, plan=plan, task=task, edit=Edit({(unit.pk, Part.LEAD)}, None)
        )
    assert not Assignment.objects.filter(unit=unit).exists()


def test_who_may_give(world, plan) -> None:
    for user in (world.editor, world.viewer, world.beside, world.stranger):
        with pytest.raises(PermissionDenied):
            give_assignments(actor=user, plan=plan)
    assert give_assignments(actor=world.above, plan=plan) == 6


def test_the_page_puts_open_names_first_and_counts(client_of, world, plan) -> None:
    page = client_of(world.coordinator).get(reverse("plans:plan-giving", args=[plan.pk])).context["page"]
    assert [task.no for task in page.tasks] == ["2", "3", "1"]
    assert (page.open_names, page.waiting, page.given, page.receivers) == (2, 6, 0, 5)
    client_of(world.coordinator).post(reverse("plans:plan-give", args=[plan.pk]))
    page = client_of(world.coordinator).get(reverse("plans:plan-giving", args=[plan.pk])).context["page"]
    assert (page.waiting, page.given) == (0, 6)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries(client_of, world, rows, django_assert_num_queries) -> None:
    tasks = [
        {"text": f"Việc {n}", "lead": ["UBND cấp xã"], "coordinate": ["Sở A", "Sở Tư pháp"]}
        for n in range(rows)
    ]
    plan = make_handout(world, tasks=tasks)
    client = client_of(world.coordinator)
    with django_assert_num_queries(QUERIES):
        assert len(client.get(reverse("plans:plan-giving", args=[plan.pk])).context["page"].tasks) == rows
    give_assignments(actor=world.coordinator, plan=plan)
    with django_assert_num_queries(QUERIES):
        client.get(reverse("plans:plan-giving", args=[plan.pk]))


def test_who_sees_and_changes_the_proposal(client_of, world, plan) -> None:
    task = Task.objects.get(plan=plan, no="1")
    seen = [
        reverse("plans:plan-giving", args=[plan.pk]),
        reverse("plans:plan-giving-task", args=[plan.pk, task.pk]),
    ]
    deeds = [
        reverse("plans:plan-give", args=[plan.pk]), reverse("plans:plan-giving-task", args=[plan.pk, task.pk]),
        reverse("plans:plan-giving-serve", args=[plan.pk, task.pk]),
    ]  # fmt: skip
    for user in (world.coordinator, world.above):
        assert [client_of(user).get(url).status_code for url in seen] == [200, 200]
    for user in (world.editor, world.viewer, world.beside, world.stranger):
        assert {client_of(user).get(url).status_code for url in seen} == {404}
        assert {client_of(user).post(url).status_code for url in deeds} == {404}
    assert {client_of().get(url).status_code for url in seen} == {302}
    assert not Assignment.objects.exists()


def test_a_viewer_of_the_plans_unit_sees_and_does_not_give(client_of, colleague, unit) -> None:
    plan = make_plan(unit, tasks=[{"text": "Việc", "lead": ["Sở Văn hóa"]}])
    assert client_of(colleague).get(reverse("plans:plan-giving", args=[plan.pk])).status_code == 200
    assert client_of(colleague).post(reverse("plans:plan-give", args=[plan.pk])).status_code == 403


def test_the_form_of_a_task_adds_by_name_and_by_kind_and_keeps_what_was_wrong(client_of, world, plan) -> None:
    task = Task.objects.get(plan=plan, no="3")
    url = reverse("plans:plan-giving-task", args=[plan.pk, task.pk])
    client = client_of(world.coordinator)
    answer = client.post(url, {"ten": "Sở Tư pháp\nSở Không Có", "vai": "lead"})
    assert answer.status_code == 422
    assert "Sở Không Có" in answer.content.decode()
    assert not Assignment.objects.exists()
    answer = client.post(url, {"ten": "Sở Tư pháp", "vai": "lead", "due_on": "30/11/2026", "loai": "commune"})
    assert answer.status_code == 302
    assert held(plan, task=task) == {
        ("3l", "Sở Tư pháp"), ("3l", "Phường Bến Cát"), ("3l", "Xã An Hòa"), ("3l", "Xã Tân Lập"),
    }  # fmt: skip
    page = client.get(reverse("plans:plan-giving", args=[plan.pk])).context["page"]
    assert next(line for line in page.tasks if line.no == "3").open_names == 0  # a person chose


def test_a_task_serves_targets_of_its_plan_and_of_those_above(client_of, world, plan) -> None:
    below = make_plan(world.justice, parent=plan, tasks=[{"text": "Việc"}])
    task, target = Task.objects.get(plan=below), Target.objects.get(plan=plan)
    url = reverse("plans:plan-giving-serve", args=[below.pk, task.pk])
    client_of(world.coordinator).post(url, {"phuc-vu": [target.pk]})
    assert [one.item_id for one in task.servings.all()] == [target.pk]
    other = Target.objects.get(plan=make_handout(world))
    with pytest.raises(GivingRefused):
        set_servings(actor=world.coordinator, plan=below, task=task, items=[other.pk])
    set_servings(actor=world.coordinator, plan=below, task=task, items=[])
    assert not task.servings.exists()


def test_a_task_of_one_unit(world) -> None:
    row = given(world, world.communes[0], due_on=date(2026, 5, 1))
    assert (row.state, row.due_on, row.given_by) == (Giving.GIVEN, date(2026, 5, 1), world.coordinator)
