"""The landing page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership
from quyen.plans.actions.coverage import propose_matches
from quyen.plans.enums import ItemState, PlanState
from tests.factories.plans import make_family, make_finding, make_plan
from tests.factories.work import given, make_world

QUERIES = 30


@pytest.fixture
def day():
    return timezone.localdate()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries(
    client_of, owner, unit, day, rows, django_assert_num_queries
) -> None:
    for n in range(rows):
        tasks = [{"text": f"Việc {n}", "lead": ["Sở A"], "due_on": day + timedelta(days=n)}]
        make_finding(make_plan(unit, tasks=tasks, state=PlanState.IN_REVIEW))
    client = client_of(owner)
    client.get(reverse("today"))  # the map of today is worked out once
    with django_assert_num_queries(QUERIES):
        work = client.get(reverse("today")).context["today"].work
    assert len(work.tasks) == work.waiting_plans == rows


def test_a_new_unit_is_asked_for_its_documents(client_of, owner, colleague) -> None:
    said = client_of(owner).get(reverse("today")).content.decode()
    assert "Thả thư mục văn bản vào đây" in said
    assert reverse("sources:list") in said
    assert "Chưa có văn bản nào" in client_of(colleague).get(reverse("today")).content.decode()


def test_each_of_the_cast_sees_their_own_units_day(client_of, unit, owner, colleague, stranger, day) -> None:
    make_plan(unit, tasks=[{"text": "Phát tờ rơi ở chợ phiên", "due_on": day}])
    for user, sees in ((owner, True), (colleague, True), (stranger, False)):
        assert ("chợ phiên" in client_of(user).get(reverse("today")).content.decode()) is sees
    assert client_of().get(reverse("today")).status_code == 302


@pytest.mark.parametrize(
    ("days", "state", "headline"),
    [
        (3, PlanState.CONFIRMED, "Còn 3 ngày: Việc"),
        (0, PlanState.IN_REVIEW, "Hôm nay đến hạn: Việc"),
        (20, PlanState.IN_REVIEW, "1 văn bản chờ rà soát"),
        (20, PlanState.CONFIRMED, "1 nhiệm vụ đến hạn trong 30 ngày"),
        (60, PlanState.CONFIRMED, "Không có việc gì đến hạn trong 30 ngày tới"),
    ],
)
def test_the_headline_is_what_matters_today(client_of, owner, unit, day, days, state, headline) -> None:
    make_plan(unit, tasks=[{"text": "Việc", "due_on": day + timedelta(days=days)}], state=state)
    assert client_of(owner).get(reverse("today")).context["today"].headline == headline


def test_late_tasks_come_first_and_old_ones_are_only_counted(client_of, owner, unit, day) -> None:
    make_plan(
        unit,
        tasks=[
            {"text": "Sắp đến", "due_on": day + timedelta(days=2)},
            {"text": "Vừa qua", "due_on": day - timedelta(days=5)},
            {"text": "Đã lâu", "due_on": day - timedelta(days=400)},
            {"text": "Còn xa", "due_on": day + timedelta(days=200)},
        ],
    )
    work = client_of(owner).get(reverse("today")).context["today"].work
    assert [task.text for task in work.tasks] == ["Vừa qua", "Sắp đến"]
    assert (work.late, work.soon) == (2, 1)


def test_meters_say_how_far_we_are(client_of, owner, unit) -> None:
    parent, follows, _ = make_family(unit)
    make_plan(unit, audience=["Học sinh"], item_state=ItemState.PROPOSED, state=PlanState.IN_REVIEW)
    make_finding(parent)
    propose_matches(actor=owner, parent=parent, children=[follows])
    work = client_of(owner).get(reverse("today")).context["today"].work
    shares = {meter.name: (meter.done, meter.total) for meter in work.meters}
    assert shares["Văn bản đã xác nhận"] == (3, 4)
    assert shares["Điều cần xem đã xử lý"] == (0, 1)
    assert shares["Ô đối chiếu đã duyệt"] == (0, 6)
    done, total = shares["Mục máy đọc đã có người xem"]
    assert total - done == 1


def test_what_changed_is_told_by_person_and_day(client_of, owner, colleague, stranger, unit) -> None:
    plan = make_plan(unit, audience=["Một", "Hai", "Ba"])
    record(entry(actor=owner, verb=Verb.CONFIRM, subject=item, unit_id=unit.pk) for item in plan.items.all())
    record([entry(actor=owner, verb=Verb.EXPORT, subject=plan, unit_id=unit.pk)])
    said = [one.text for one in client_of(colleague).get(reverse("today")).context["today"].work.news]
    assert said == ["Lê Thị Chủ xác nhận 3 mục"]
    assert client_of(stranger).get(reverse("today")).context["today"].work.news == ()


def test_a_person_without_a_unit_sees_nothing(client_of, owner, unit) -> None:
    make_plan(unit, title="Kế hoạch của đơn vị cũ")
    Membership.objects.filter(user=owner).update(valid_until=timezone.localdate(), role=Role.COORDINATOR)
    work = client_of(owner).get(reverse("today")).context["today"].work
    assert work.is_new
    assert not work.may_upload


def test_a_unit_without_documents_sees_the_work_it_was_given(client_of, db, day) -> None:
    world = make_world()
    row = given(world, world.communes[0], text="Phát trên loa", due_on=day + timedelta(days=3))
    page = client_of(world.editor).get(reverse("today"))
    assert page.context["today"].headline == "Còn 3 ngày: Phát trên loa"
    assert reverse("plans:work-one", args=[row.pk]) in page.content.decode()
    assert client_of(world.beside).get(reverse("today")).context["today"].work.is_new
