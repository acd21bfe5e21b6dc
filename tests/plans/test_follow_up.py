"""A recommendation followed up: tasks and evidence, what is said of it, what target T6 counts."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from quyen.core.arithmetic import year
from quyen.core.schedule import today
from quyen.indicators.actions import compute, load_indicators
from quyen.indicators.measures import measure_called
from quyen.indicators.models import Indicator
from quyen.organisation.enums import Role
from quyen.plans.actions import followup as actions
from quyen.plans.actions.work.evidence import About, add_link
from quyen.plans.actions.work.giving import Edit, edit_assignments, give_assignments
from quyen.plans.actions.work.progress import report_progress
from quyen.plans.enums import Part, WorkState
from quyen.plans.models import Assignment, Progress, Task
from quyen.plans.queries.followup import follow_up_panel, shown_recommendations, tasks_to_tie
from quyen.rights.actions.recommendation_data import load_recommendations
from quyen.rights.enums import FollowUpState
from quyen.rights.models import Recommendation
from tests.factories.plans import make_plan
from tests.factories.recommendations import make_keeper
from tests.factories.work import member

pytestmark = pytest.mark.django_db
TEXT = "Phát sóng chuyên mục về quyền con người"


@pytest.fixture(scope="module")
def made(once):
    return once(lambda: _made())


def _made():
    load_recommendations()
    load_indicators()
    unit, keeper = make_keeper()
    plan = make_plan(
        unit, issuer="Bộ Thử Nghiệm", tasks=[{"text": TEXT, "lead": []}, {"text": "In tờ rơi", "lead": []}]
    )
    work = []
    for task in Task.objects.filter(plan=plan).order_by("position"):
        edit_assignments(actor=keeper, plan=plan, task=task, edit=Edit({(unit.pk, Part.LEAD)}, None, ""))
    give_assignments(actor=keeper, plan=plan)
    work = list(Assignment.objects.filter(task__plan=plan).order_by("task__position"))
    three = list(Recommendation.objects.filter(in_programme=True).order_by("ordinal"))
    return unit, keeper, work, three


@pytest.fixture
def world(made):
    return deepcopy(made)


def done(keeper, assignment, *, evidence: bool = True, state: WorkState = WorkState.DONE) -> None:
    if evidence:
        add_link(
            actor=keeper, assignment=assignment, link=f"https://thu.example/{assignment.pk}", about=About()
        )
    assignment.refresh_from_db()
    report_progress(actor=keeper, assignment=assignment, revision=assignment.revision, state=state, note="")


def t6(unit) -> int:
    counting = measure_called("rights.recommendations")
    found = {one.unit_id: one.numerator for one in counting.count(year(today().year), today())}
    return int(found.get(unit.pk, 0))


def test_the_target_moves_as_its_definition_says(world):
    unit, keeper, (first, second), (r63, r67, r86) = world
    assert t6(unit) == 0
    actions.tie_task(actor=keeper, recommendation=r63, task=first.task)
    assert t6(unit) == 0  # a task alone is nothing done
    done(keeper, first, evidence=False)
    assert t6(unit) == 0  # done, but nothing shows it
    done(keeper, first)
    assert t6(unit) == 1
    actions.tie_task(actor=keeper, recommendation=r67, task=first.task)
    assert t6(unit) == 2  # one activity may carry out two of them
    actions.tie_task(actor=keeper, recommendation=r67, task=second.task)
    done(keeper, second)
    assert t6(unit) == 2  # each recommendation is counted once
    tie = actions.tie_task(actor=keeper, recommendation=r86, task=second.task)
    assert t6(unit) == 3
    actions.untie_task(actor=keeper, tie=tie)
    assert t6(unit) == 2  # what was taken back counts no more
    done(keeper, second, evidence=False, state=WorkState.UNDER_WAY)
    assert t6(unit) == 2  # 67 still has the first
    done(keeper, first, evidence=False, state=WorkState.UNDER_WAY)
    assert t6(unit) == 0  # the latest report stands
    indicator = Indicator.objects.get(code="T6")
    done(keeper, first, evidence=False)
    compute(actor=None, indicator=indicator, period=year(today().year))
    value = indicator.observations.current().get(unit=unit)
    assert (value.numerator, value.items.count()) == (2, 2)


def test_only_what_was_done_before_the_day_counts(world):
    _unit, keeper, (first, _second), (r63, *_others) = world
    actions.tie_task(actor=keeper, recommendation=r63, task=first.task)
    done(keeper, first)
    assert [one.recommendation for one in shown_recommendations(today() + timedelta(days=1))] == [r63]
    assert shown_recommendations(Progress.objects.get().day) == []


def test_a_state_is_said_with_its_reason_and_evidence(world, editor):
    unit, keeper, (first, _second), (r63, *_others) = world
    actions.tie_task(actor=keeper, recommendation=r63, task=first.task)
    done(keeper, first)
    evidence = list(follow_up_panel(keeper, r63).evidence)
    said = {"actor": keeper, "recommendation": r63, "day": today()}
    for wrong in (
        {"state": FollowUpState.CARRIED_OUT, "why": "Xong"},
        {"state": FollowUpState.UNDER_WAY, "why": " "},
        {"state": FollowUpState.UNDER_WAY, "why": "Sớm", "day": today() + timedelta(days=1)},
    ):
        with pytest.raises(actions.FollowUpRefused):
            actions.say_follow_up(**said | wrong)
    for nobody in (editor, member(unit, Role.EDITOR, "Biên Tập")):
        with pytest.raises(PermissionDenied):
            actions.say_follow_up(
                **said | {"actor": nobody}, state=FollowUpState.CARRIED_OUT, why="Xong", evidence=evidence
            )
    actions.say_follow_up(**said, state=FollowUpState.UNDER_WAY, why="Đã giao việc")
    actions.say_follow_up(**said, state=FollowUpState.CARRIED_OUT, why="Đã phát sóng", evidence=evidence)
    r63.refresh_from_db()
    history = follow_up_panel(keeper, r63).history
    assert (r63.follow_up, [one.state for one in history]) == ("carried_out", ["carried_out", "under_way"])
    assert (list(history[0].evidence.all()), history[0].by_name) == (evidence, keeper.full_name)


def test_a_task_is_tied_by_those_whose_plan_it_is(world, owner, stranger):
    _unit, keeper, (first, _second), (r63, *_others) = world
    for nobody in (owner, stranger):
        with pytest.raises(PermissionDenied):
            actions.tie_task(actor=nobody, recommendation=r63, task=first.task)
        assert tasks_to_tie(nobody, r63, "") == []
    assert [task.pk for task in tasks_to_tie(keeper, r63, "chuyên mục")] == [first.task_id]
    tie = actions.tie_task(actor=keeper, recommendation=r63, task=first.task)
    assert tasks_to_tie(keeper, r63, "chuyên mục") == []
    with pytest.raises(PermissionDenied):
        actions.untie_task(actor=owner, tie=tie)
    panel = follow_up_panel(owner, r63)
    assert (panel.lines, panel.elsewhere, panel.may_say) == ((), 1, False)


def test_the_screens_and_who_may_use_them(world, client_of, owner, django_assert_max_num_queries):
    _unit, keeper, (first, second), (r63, *_others) = world
    client = client_of(keeper)
    tasks = reverse("plans:followup-tasks", args=[r63.pk])
    say, choose = (reverse(f"plans:followup-{name}", args=[r63.pk]) for name in ("say", "indicators"))
    assert client.post(tasks, {"task": first.task_id}).status_code == 302
    page = reverse("rights:recommendation", args=[r63.pk])
    one = _queries(client, page)
    client.post(tasks, {"task": second.task_id})
    done(keeper, first)
    assert _queries(client, page) <= one + 1  # the bodies of two tasks are read as those of one
    answer = client.post(say, {"state": "carried_out", "day": date(2026, 1, 2).isoformat(), "why": "Xong"})
    assert answer.status_code == 422
    assert "ít nhất một minh chứng" in answer.content.decode()
    client.post(choose, {"indicators": [Indicator.objects.get(code="T1").pk]})
    shown = client.get(page).content.decode()
    assert TEXT in shown
    assert "T1 ·" in shown
    assert "khuyến nghị này đã được tính" in shown
    stranger = client_of(owner)
    assert [stranger.get(address).status_code for address in (tasks, say, choose)] == [200, 403, 403]
    assert TEXT not in stranger.get(page).content.decode()
    assert stranger.post(tasks, {"task": first.task_id}).status_code == 403
    tie = r63.task_ties.first()
    assert stranger.post(reverse("plans:followup-untie", args=[tie.pk])).status_code == 403
    assert client.post(reverse("plans:followup-untie", args=[tie.pk])).status_code == 302


def _queries(client, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)
