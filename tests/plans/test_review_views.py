"""The review screen over HTTP: for whom, at what cost, with and without HTMX."""

from __future__ import annotations

import pytest
from django.urls import reverse

from quyen.plans import actions
from quyen.plans.enums import FindingState, ItemKind, ItemState, PlanState
from quyen.plans.models import Item, Plan, Task
from tests.factories.readings import TARGETS, make_read_plan, make_record, read_into

QUERIES = 8
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def plan(unit) -> Plan:
    return make_read_plan(unit, findings=[("hội thi", "cuộc thi")])


def url(name: str, plan: Plan, *more: int) -> str:
    return reverse(f"plans:{name}", args=[plan.pk, *more])


def one(item: Item, verb: str = "confirm") -> dict[str, str]:
    return {"one": f"{verb}:{item.pk}:{item.revision}"}


def test_the_screen_for_each_of_the_cast(client_of, plan, owner, editor, colleague, stranger) -> None:
    for user, buttons, confirms in ((owner, True, True), (editor, True, False), (colleague, False, False)):
        shown = client_of(user).get(url("review", plan))
        body = shown.content.decode()
        assert shown.status_code == 200
        assert ('name="one"' in body) is buttons
        assert (url("review_confirm", plan) in body) is confirms
    assert client_of(stranger).get(url("review", plan)).status_code == 404
    assert client_of().get(url("review", plan)).status_code == 302


def test_every_view_is_closed_to_strangers_and_changes_to_viewers(
    client_of, plan, colleague, stranger
) -> None:
    item = plan.items.first()
    views = [
        ("get", url("review_item", plan, item.pk), {}, 200), ("post", url("review_item", plan, item.pk), {}, 404),
        ("post", url("review_decide", plan), one(item), 404), ("get", url("review_add", plan), {}, 404),
        ("post", url("review_add", plan), {"loai": "topic", "muc-text": "x"}, 404),
        ("post", url("review_settle", plan, item.pk), {"choice": "take"}, 404),
        ("get", url("review_confirm", plan), {}, 404), ("post", url("review_confirm", plan), {"leave": "on"}, 404),
        ("post", url("review_reopen", plan), {}, 404),
        ("post", url("review_period", plan), {"first_year": "2024", "last_year": "2025"}, 404),
        ("get", reverse("plans:review_of_file", args=[plan.source_id]), {}, 302),
    ]  # fmt: skip
    for method, address, data, for_viewer in views:
        assert getattr(client_of(stranger), method)(address, data).status_code == 404, address
        assert getattr(client_of(colleague), method)(address, data).status_code == for_viewer, address
        assert getattr(client_of(), method)(address, data).status_code == 302, address
    assert not plan.items.exclude(state=ItemState.PROPOSED).exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_screen_takes_the_same_queries(client_of, unit, owner, rows, django_assert_num_queries) -> None:
    plan = make_read_plan(
        unit,
        tasks=[(f"Nhiệm vụ {n}", f"Sở {n}", "Năm 2025") for n in range(rows)],
        targets=TARGETS[:1] * rows,
    )
    client = client_of(owner)
    with django_assert_num_queries(QUERIES):
        client.get(url("review", plan))


def test_a_thousand_tasks_take_the_same_queries(
    client_of, unit, owner, as_in_use, django_assert_num_queries
) -> None:
    plan = make_read_plan(
        unit, tasks=[(f"Nhiệm vụ {n} của kế hoạch", f"Sở {n}", "Năm 2025") for n in range(1000)]
    )
    as_in_use()
    client = client_of(owner)
    with django_assert_num_queries(QUERIES):
        shown = client.get(url("review", plan))
    assert 'id="i1.' not in shown.content.decode()  # no separator of thousands where a number is a name
    assert shown.content.decode().count('name="item"') == plan.items.count() > 1000
    with django_assert_num_queries(13):
        client.post(url("review_decide", plan), {"group": "confirm:nhiem-vu", "reading": plan.reading_id})
    assert Task.objects.counted().count() == 1000


def test_without_javascript_a_button_brings_back_to_its_item(client_of, plan, editor) -> None:
    item = plan.items.get(kind=ItemKind.AUDIENCE)
    back = client_of(editor).post(url("review_decide", plan), one(item))
    assert back.url == f"{url('review', plan)}#i{item.pk}"
    item.refresh_from_db()
    assert item.state == ItemState.CONFIRMED


def test_htmx_gets_only_what_changed(client_of, plan, editor) -> None:
    item = plan.items.get(kind=ItemKind.AUDIENCE)
    body = client_of(editor).post(url("review_decide", plan), one(item), **HTMX).content.decode()
    assert body.count('<li class="fact') == 1
    assert f'id="i{item.pk}"' in body
    assert "1 trên 9 mục đã rà" in body


def test_many_ticked_items_are_decided_at_once(client_of, plan, editor) -> None:
    chosen = list(plan.items.all()[:3])
    data = {"many": "reject", "item": [f"{i.pk}:{i.revision}" for i in chosen]}
    client_of(editor).post(url("review_decide", plan), data)
    assert plan.items.filter(state=ItemState.REJECTED).count() == 3


def test_a_whole_group_is_not_confirmed_unseen(client_of, plan, editor) -> None:
    seen = plan.reading_id
    read_into(plan.source, make_record(audiences=["Nhóm khác"]), "2")
    shown = client_of(editor).post(
        url("review_decide", plan), {"group": "confirm:doi-tuong", "reading": seen}, follow=True
    )
    assert "vừa được đọc lại" in shown.content.decode()
    assert not plan.items.counted().exists()


@pytest.mark.parametrize(
    "data", [{}, {"one": "confirm"}, {"one": "confirm:x:0"}, {"one": "drop:1:0"}, {"finding": "mend:²"}]
)
def test_a_malformed_decision_is_refused(client_of, plan, editor, data) -> None:
    assert client_of(editor).post(url("review_decide", plan), data).status_code == 400


def test_a_finding_is_mended_and_kept_by_its_buttons(client_of, plan, editor) -> None:
    finding = plan.findings.get()
    client = client_of(editor)
    body = client.post(url("review_decide", plan), {"finding": f"mend:{finding.pk}"}, **HTMX).content.decode()
    assert "cuộc thi tìm hiểu" in body
    finding.refresh_from_db()
    assert finding.state == FindingState.MENDED
    client.post(url("review_decide", plan), {"finding": f"reopen:{finding.pk}"})
    client.post(url("review_decide", plan), {"finding": f"keep:{finding.pk}"})
    finding.refresh_from_db()
    assert finding.state == FindingState.KEPT


TASK = {
    "muc-text": "Biên soạn tờ rơi.", "muc-no": "2", "muc-lead": "Sở Tư pháp\nSở Nội vụ", "muc-coordinate": "",
    "muc-deadline": "Quý III", "muc-due_on": "14/12/2025", "muc-product": "", "revision": "0",
}  # fmt: skip


def test_a_task_is_corrected_by_its_form(client_of, plan, editor) -> None:
    item = plan.items.get(text__contains="tờ gấp")
    address = url("review_item", plan, item.pk)
    assert "Sở Tư pháp" in client_of(editor).get(address).content.decode()
    client_of(editor).post(address, TASK)
    task = Task.objects.get(pk=item.pk)
    assert (task.text, task.state, str(task.due_on)) == (
        "Biên soạn tờ rơi.",
        ItemState.CORRECTED,
        "2025-09-30",
    )
    assert [r.name for r in task.responsibilities.all()] == ["Sở Tư pháp", "Sở Nội vụ"]
    shown = client_of(editor).get(address).content.decode()
    assert "Trần Biên Tập" in shown
    assert "<del>Trước ngày 15/12/2025</del>" in shown


def test_a_day_that_a_person_sets_stands(client_of, plan, editor) -> None:
    item = plan.items.get(text__contains="tờ gấp")
    client_of(editor).post(url("review_item", plan, item.pk), TASK | {"muc-due_on": "20/09/2025"})
    assert str(Task.objects.get(pk=item.pk).due_on) == "2025-09-20"


@pytest.mark.parametrize(
    ("kind", "data", "value"),
    [
        ("target", {"text": "x", "comparator": ">=", "value_": "1.070,5", "measured_in": "cuốn"}, "1070.5"),
        ("target", {"text": "x", "comparator": "range", "value_": "15", "value_max": "20"}, "15"),
    ],
)
def test_numbers_are_typed_as_vietnamese_writes_them(client_of, plan, editor, kind, data, value) -> None:
    item = plan.items.filter(kind=kind).first()
    sent = {f"muc-{name}": text for name, text in data.items()} | {"revision": "0"}
    client_of(editor).post(url("review_item", plan, item.pk), sent)
    item = Item.objects.get(pk=item.pk)
    assert (item.state, item.as_value()["value"]) == (ItemState.CORRECTED, value)


def test_an_impossible_range_is_said_at_its_field(client_of, plan, editor) -> None:
    item = plan.items.filter(kind="target").first()
    data = {
        "muc-text": "x",
        "muc-comparator": "range",
        "muc-value_": "20",
        "muc-value_max": "15",
        "revision": "0",
    }
    shown = client_of(editor).post(url("review_item", plan, item.pk), data)
    assert shown.status_code == 422
    assert "Khoảng cần mức cao" in shown.content.decode()


def test_a_conflict_shows_both_versions_and_loses_neither(client_of, plan, owner, editor) -> None:
    item = plan.items.get(kind=ItemKind.AUDIENCE)
    actions.correct_item(actor=owner, item=item, revision=0, value={"text": "Giáo viên"})
    address = url("review_item", plan, item.pk)
    shown = client_of(editor).post(address, {"muc-text": "Phụ huynh", "revision": "0"}).content.decode()
    assert "Giáo viên" in shown
    assert "Phụ huynh" in shown
    assert 'name="revision" value="1"' in shown
    client_of(editor).post(address, {"muc-text": "Phụ huynh", "revision": "1"})
    item.refresh_from_db()
    assert item.text == "Phụ huynh"


def test_a_button_of_an_old_screen_changes_nothing(client_of, plan, owner, editor) -> None:
    item = plan.items.get(kind=ItemKind.AUDIENCE)
    actions.correct_item(actor=owner, item=item, revision=0, value={"text": "Giáo viên"})
    shown = client_of(editor).post(url("review_decide", plan), one(item, "reject"), **HTMX).content.decode()
    assert "Lê Thị Chủ vừa thay đổi 1 mục" in shown
    assert "Giáo viên" in shown
    item.refresh_from_db()
    assert item.state == ItemState.CORRECTED


def test_a_chosen_passage_is_added_at_its_place(client_of, plan, editor) -> None:
    start = plan.reading.text.index("góc thông tin")
    at = {"loai": "topic", "tu": start, "den": start + 13, "ban-doc": plan.reading_id}
    client = client_of(editor)
    assert "góc thông tin</textarea>" in client.get(url("review_add", plan), at).content.decode()
    client.post(url("review_add", plan), at | {"muc-text": "Góc thông tin"})
    item = plan.items.get(kind=ItemKind.TOPIC)
    assert (item.quote, item.start, item.state) == ("góc thông tin", start, ItemState.CONFIRMED)
    assert item.proposed is None


def test_a_task_is_added_by_the_plain_form(client_of, plan, editor) -> None:
    data = {"loai": "task"} | {k: v for k, v in TASK.items() if k != "revision"} | {"muc-due_on": ""}
    client_of(editor).post(url("review_add", plan), data)
    task = Task.objects.get(text="Biên soạn tờ rơi.")
    assert (str(task.due_on), task.start) == ("2025-09-30", None)


def test_a_difference_is_shown_and_settled(client_of, plan, editor) -> None:
    item = plan.items.filter(kind="target").first()
    client = client_of(editor)
    client.post(url("review_decide", plan), one(item))
    read_into(plan.source, make_record(targets=[("90% trường học có góc thông tin", 90, "%")]), "2")
    shown = client.get(url("review", plan)).content.decode()
    assert "Bản đọc mới có chỗ khác" in shown
    item.refresh_from_db()
    client.post(url("review_settle", plan, item.pk), {"choice": "take", "revision": item.revision})
    assert "= 90%" in client.get(url("review", plan)).content.decode()


def test_a_coordinator_confirms_and_says_what_stays_out(client_of, plan, owner) -> None:
    client = client_of(owner)
    assert "Chưa rà" in client.get(url("review_confirm", plan)).content.decode()
    assert client.post(url("review_confirm", plan)).status_code == 422
    assert client.post(url("review_confirm", plan), {"leave": "on"}).status_code == 302
    plan.refresh_from_db()
    assert plan.state == PlanState.CONFIRMED
    shown = client.get(url("review", plan)).content.decode()
    assert 'name="one"' not in shown
    client.post(url("review_reopen", plan))
    plan.refresh_from_db()
    assert plan.state == PlanState.IN_REVIEW


def test_a_person_sets_the_years_and_readings_leave_them(client_of, plan, editor) -> None:
    item = plan.items.get(text__contains="hội thi")
    Task.objects.filter(pk=item.pk).update(deadline="Quý II", due_on=None)
    client = client_of(editor)
    shown = client.post(url("review_period", plan), {"first_year": "2027", "last_year": "2026"}, follow=True)
    assert "Năm cuối không được trước năm đầu." in shown.content.decode()
    client.post(url("review_period", plan), {"first_year": "2026", "last_year": "2026"})
    assert str(Task.objects.get(pk=item.pk).due_on) == "2026-06-30"
    read_into(plan.source, make_record(bases=["7/NQ-CP"]), "2")
    plan.refresh_from_db()
    assert (plan.first_year, plan.last_year) == (2026, 2026)
