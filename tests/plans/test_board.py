"""The board of tasks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quyen.core.text.rhythm import Rhythm
from quyen.plans.actions.work.progress import report_progress
from quyen.plans.enums import ItemState, WorkState
from tests.factories.plans import make_plan, make_tasks
from tests.factories.work import given, make_world

QUERIES = 7


@pytest.fixture
def day():
    return timezone.localdate()


@pytest.fixture
def plan(unit, day):
    return make_plan(
        unit, number="41", years=(2026, 2028),
        tasks=[
            {"text": "Về sau", "lead": ["Sở Ánh"], "due_on": day + timedelta(days=90)},
            {"text": "Qua hạn lâu", "lead": ["Sở Ánh", "Sở Bình"], "due_on": day - timedelta(days=50)},
            {"text": "Không ngày", "deadline": "Thường xuyên", "recurs": "always"},
            {"text": "Qua hạn mới", "lead": ["Sở Đông"], "due_on": day - timedelta(days=2)},
            {"text": "Sắp đến", "lead": ["Sở Bình"], "coordinate": ["Sở Đông"], "due_on": day + timedelta(days=9)},
        ],
    )  # fmt: skip


def shown(client, **ask) -> list[tuple[str, list[str]]]:
    groups = client.get(reverse("plans:board"), ask).context["board"].groups
    return [(group.label, [task.text for task in group.tasks]) for group in groups]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_board_takes_the_same_queries(client_of, owner, unit, rows, django_assert_num_queries) -> None:
    for _ in range(rows):
        make_plan(unit, tasks=[{"text": "Việc", "lead": ["A", "B"], "coordinate": ["C"]}])
    client = client_of(owner)
    with django_assert_num_queries(QUERIES):
        assert client.get(reverse("plans:board")).context["board"].total == rows


def test_a_thousand_tasks_take_the_same_queries_and_come_in_pages(
    client_of, owner, unit, as_in_use, django_assert_num_queries
) -> None:
    make_tasks(make_plan(unit), 1000)
    as_in_use()
    client = client_of(owner)
    with django_assert_num_queries(QUERIES):
        board = client.get(reverse("plans:board")).context["board"]
    assert (board.total, board.pages) == (1000, 10)
    assert sum(len(group.tasks) for group in board.groups) == 100
    last = client.get(reverse("plans:board"), {"trang": "10", "theo": "don-vi"}).context["board"]
    assert sum(len(group.tasks) for group in last.groups) == 100
    assert last.groups[0].is_continued


def test_each_of_the_cast_sees_the_tasks_of_their_own_units(
    client_of, owner, colleague, stranger, plan
) -> None:
    url = reverse("plans:board")
    for user, number in ((owner, 5), (colleague, 5), (stranger, 0)):
        assert client_of(user).get(url).context["board"].total == number
    assert client_of().get(url).status_code == 302


def test_late_first_then_due_soon(client_of, owner, plan) -> None:
    assert shown(client_of(owner)) == [
        ("Đã qua hạn", ["Qua hạn lâu", "Qua hạn mới"]),
        ("Đến hạn trong 30 ngày", ["Sắp đến"]),
        ("Về sau", ["Về sau"]),
        ("Không ghi ngày", ["Không ngày"]),
    ]


def test_by_lead_a_task_stands_under_each_of_its_leads_in_vietnamese_order(client_of, owner, plan) -> None:
    assert shown(client_of(owner), theo="don-vi") == [
        ("Sở Ánh", ["Qua hạn lâu", "Về sau"]),
        ("Sở Bình", ["Qua hạn lâu", "Sắp đến"]),
        ("Sở Đông", ["Qua hạn mới"]),
        ("Chưa rõ cơ quan chủ trì", ["Không ngày"]),
    ]


def test_by_plan(client_of, owner, plan) -> None:
    groups = shown(client_of(owner), theo="ke-hoach")
    assert [label for label, _ in groups] == ["41/KH-UBND · UBND tỉnh Thử Nghiệm · 2026–2028"]


@pytest.mark.parametrize(
    ("ask", "found"),
    [
        ({"tim": "qua han"}, {"Qua hạn lâu", "Qua hạn mới"}),
        ({"co-quan": "so dong"}, {"Qua hạn mới", "Sắp đến"}),
        ({"luc": "qua-han"}, {"Qua hạn lâu", "Qua hạn mới"}),
        ({"luc": "khong-han"}, {"Không ngày"}),
        ({"nam": "2019"}, set()),
        ({"nam": "2028", "tim": "về"}, {"Về sau"}),
        ({"ke-hoach": "0"}, {"Về sau", "Qua hạn lâu", "Không ngày", "Qua hạn mới", "Sắp đến"}),
        ({"luc": "sai", "trang": "x"}, {"Về sau", "Qua hạn lâu", "Không ngày", "Qua hạn mới", "Sắp đến"}),
    ],
)
def test_filters(client_of, owner, plan, ask, found) -> None:
    assert {text for _, texts in shown(client_of(owner), **ask) for text in texts} == found


def test_this_month_is_the_calendars(client_of, owner, unit, day) -> None:
    make_plan(
        unit, tasks=[{"text": "Trong tháng", "due_on": day.replace(day=1)}, {"text": "Không", "due_on": None}]
    )
    assert [texts for _, texts in shown(client_of(owner), luc="thang-nay")] == [["Trong tháng"]]


def test_only_confirmed_tasks_stand_on_the_board(client_of, owner, unit) -> None:
    make_plan(unit, tasks=[{"text": "Đề xuất"}], item_state=ItemState.PROPOSED)
    assert "Chưa có nhiệm vụ nào" in client_of(owner).get(reverse("plans:board")).content.decode()


def test_what_comes_back_is_due_on_its_next_day(client_of, owner, unit, day) -> None:
    first = day.replace(year=day.year - 2, day=1) + timedelta(days=10)
    make_plan(
        unit, years=(day.year - 2, day.year + 3),
        tasks=[
            {"text": "Báo cáo năm", "due_on": first, "recurs": Rhythm.YEARLY},
            {"text": "Hằng năm, không năm", "deadline": "trước ngày 15/12 hằng năm", "recurs": Rhythm.YEARLY},
        ],
    )  # fmt: skip
    lines = client_of(owner).get(reverse("plans:board")).context["board"].groups
    due = {task.text: task.due_on for group in lines for task in group.tasks}
    assert day <= due["Báo cáo năm"] <= day + timedelta(days=366)
    assert (due["Hằng năm, không năm"].day, due["Hằng năm, không năm"].month) == (14, 12)
    assert due["Hằng năm, không năm"] >= day


def test_a_unit_sees_what_was_given_to_it_and_opens_it_there(client_of, db, day) -> None:
    world = make_world()
    row = given(world, world.communes[0], text="Phát trên loa", due_on=day + timedelta(days=3))
    done = given(world, world.communes[0], text="Đã xong")
    report_progress(actor=world.editor, assignment=done, revision=0, state=WorkState.DONE, note="")
    page = client_of(world.editor).get(reverse("plans:board"))
    (line,) = page.context["board"].groups[0].tasks
    assert (line.text, line.lead, line.assignment) == ("Phát trên loa", ("Phường Bến Cát",), row.pk)
    assert reverse("plans:work-one", args=[row.pk]) in page.content.decode()
    # who holds the plan sees its tasks once, not once more for each unit
    assert client_of(world.coordinator).get(reverse("plans:board")).context["board"].total == 2
    assert client_of(world.beside).get(reverse("plans:board")).context["board"].total == 0
