"""The screens of the budget: who sees what, how many queries, an estimate from its first line to what was spent."""

from __future__ import annotations

import pytest
from django.urls import reverse

from quyen.budget.actions import start_estimate, tell_spending
from quyen.budget.enums import EstimateState
from quyen.budget.models import Estimate, EstimateLine, Spending
from quyen.organisation.queries import correspondence
from tests.factories.budget import YEAR, approved, hand_out, sent, written

LIST = reverse("budget:list")


def at(name: str, *args: object) -> str:
    return reverse(f"budget:{name}", args=args)


def text(answer) -> str:
    return answer.content.decode()


def test_who_sees_what(client_of, money) -> None:
    draft = written(money)
    line = draft.lines.first()
    own = [at("estimate", draft.pk), at("spendings", line.pk), at("estimate-out", draft.pk)]
    for user, status in (
        (money.writer, 200),
        (money.reader, 200),
        (money.officer, 404),
        (money.stranger, 404),
    ):
        assert [client_of(user).get(one).status_code for one in own] == [status] * 3, user
    assert client_of(money.reader).get(at("sheet-in", draft.pk)).status_code == 404
    assert client_of(money.writer).get(at("sheet-in", draft.pk)).status_code == 200
    together = at("assembled", money.plan.pk, YEAR)
    for user, status in ((money.officer, 200), (money.head, 200), (money.writer, 404), (money.stranger, 404)):
        assert client_of(user).get(together).status_code == status
        assert client_of(user).get(at("assembled-out", money.plan.pk, YEAR)).status_code == status
    for one in (LIST, together, *own):
        assert client_of(None).get(one).status_code == 302
    assert "30.000.000" not in text(client_of(money.officer).get(together))  # a draft is the unit's own
    assert "50.000.000" not in text(client_of(money.stranger).get(LIST))


def test_who_may_not_write_changes_nothing(client_of, money) -> None:
    held = sent(money)
    line = held.lines.first()
    posts = [
        (at("add", held.pk), {"heading": "x", "source": "state", "planned": "5"}),
        (at("save", held.pk, line.pk), {"source": "state", "planned": "5", "revision": "0"}),
        (at("remove", held.pk, line.pk), {}), (at("stated", held.pk), {"stated": "5"}),
        (at("submit", held.pk), {"revision": held.revision}), (at("revise", held.pk), {"reason": "x"}),
        (at("spendings", line.pk), {"day": "2026-03-01", "amount": "5"}),
    ]  # fmt: skip
    before = list(EstimateLine.objects.values()), list(Estimate.objects.values())
    for user in (money.reader, money.stranger, money.officer):
        for address, data in posts:
            assert client_of(user).post(address, data).status_code in (403, 404), (user, address)
    for user in (money.writer, money.reader, money.stranger):
        for address, data in (
            (at("return", held.pk), {"reason": "x"}), (at("assemble", held.pk), {"revision": held.revision}),
            (at("appraise", held.pk, line.pk), {"amount": "1"}),
            (at("approve", money.plan.pk, YEAR), {"basis": "x", "seen": f"{held.pk}:{held.revision}"}),
        ):  # fmt: skip
            assert client_of(user).post(address, data).status_code in (403, 404), (user, address)
    assert client_of(money.officer).post(posts[0][0], posts[0][1]).status_code == 403
    assert before == (list(EstimateLine.objects.values()), list(Estimate.objects.values()))


def more_units(money, count: int) -> None:
    communes = money.world.communes[: count - 1]
    if communes:
        hand_out(money.world, money.plan, money.tasks[:2], money.unit, *communes)
    for unit in communes:
        written(money, unit)
    Estimate.objects.filter(unit__in=communes).update(state=EstimateState.ASSEMBLED)


@pytest.mark.parametrize("count", [1, 3])
def test_screens_ask_as_many_queries_for_three_as_for_one(
    client_of, money, count, django_assert_num_queries
) -> None:
    held = sent(money)
    more_units(money, count)
    client = client_of(money.head)
    correspondence()  # remembered from the first question on
    for address, queries in (
        (LIST, 12), (at("assembled", money.plan.pk, YEAR), 13), (at("estimate", held.pk), 10),
    ):  # fmt: skip
        with django_assert_num_queries(queries):
            assert client.get(address).status_code == 200


def test_lines_are_typed_as_people_write_amounts(client_of, money) -> None:
    client = client_of(money.writer)
    begun = client.post(at("start"), {"chon": f"{money.unit.pk}-{money.plan.pk}-{YEAR}"})
    made = Estimate.objects.get()
    assert begun["Location"] == at("estimate", made.pk)
    new = {
        "task": money.tasks[0].pk,
        "source": "state",
        "quantity": "12",
        "measured_in": "buổi",
        "price": "1,5 triệu",
    }
    assert client.post(at("add", made.pk), new).status_code == 302
    line = made.lines.get()
    assert (line.planned_vnd, line.unit_price_vnd) == (18_000_000, 1_500_000)
    htmx = {"HTTP_HX_REQUEST": "true"}
    wrong = {
        "source": "state",
        "quantity": "12",
        "price": "1.500.000",
        "planned": "18,5 triệu",
        "revision": "0",
    }
    answer = text(client.post(at("save", made.pk, line.pk), wrong, **htmx))
    assert "Dòng 1: 12 × 1.500.000 = 18.000.000, ghi 18.500.000" in answer and "Đã lưu" in answer
    late = text(client.post(at("save", made.pk, line.pk), wrong | {"planned": "7"}, **htmx))
    assert "vừa được người khác sửa" in late and "18.500.000" in late
    for planned, words in (
        ("1,500", "hai cách"),
        ("abc", "không phải số tiền"),
        ("-5", "không được âm"),
        ("1" * 17, "triệu tỷ"),
    ):
        data = {"source": "state", "planned": planned, "revision": "1"}
        assert words in text(client.post(at("save", made.pk, line.pk), data, **htmx))
        assert client.post(at("save", made.pk, line.pk), data).status_code == 422  # and stays in the form
    assert made.lines.get().planned_vnd == 18_500_000
    assert "không phải số tiền" in text(client.post(at("stated", made.pk), {"stated": "x"}, **htmx))
    assert "lệch 1.500.000" in text(client.post(at("stated", made.pk), {"stated": "20 triệu"}, **htmx))
    client.post(at("remove", made.pk, line.pk), **htmx)
    assert "người khác vừa xóa" in text(client.post(at("save", made.pk, line.pk), wrong, **htmx))
    assert client.post(at("start"), {"chon": "x"}).status_code == 302


def test_from_sending_to_spending_on_screen(client_of, money) -> None:
    made = written(money)
    writer, officer, head = client_of(money.writer), client_of(money.officer), client_of(money.head)
    writer.post(at("submit", made.pk), {"revision": made.lines.count()})
    made.refresh_from_db()
    assert made.state == EstimateState.SUBMITTED
    assert "chờ tổng hợp" in text(officer.get(at("assembled", money.plan.pk, YEAR)))
    officer.post(at("assemble", made.pk), {"revision": made.revision})
    first = made.lines.first()
    too_much = officer.post(
        at("appraise", made.pk, first.pk), {"amount": "31 triệu", "revision": "0"}, HTTP_HX_REQUEST="true"
    )
    assert "lớn hơn dự toán" in text(too_much)
    officer.post(at("appraise", made.pk, first.pk), {"amount": "25 triệu", "revision": "0"})
    made.refresh_from_db()
    page = text(head.get(at("assembled", money.plan.pk, YEAR)))
    assert "45.000.000" in page and f"{made.pk}:{made.revision}" in page
    head.post(
        at("approve", money.plan.pk, YEAR), {"basis": "Quyết định số 9", "seen": f"{made.pk}:{made.revision}"}
    )
    made.refresh_from_db()
    assert made.state == EstimateState.APPROVED
    assert (
        writer.post(
            at("spendings", first.pk), {"day": "2026-03-01", "amount": "2,5 triệu", "note": "Phiếu 1"}
        ).status_code
        == 302
    )
    assert writer.post(at("spendings", first.pk), {"day": "mai", "amount": "x"}).status_code == 422
    told = Spending.objects.get()
    writer.post(at("take-back", first.pk, told.pk), {"reason": "Ghi nhầm"})
    assert "đã rút lại" in text(writer.get(at("spendings", first.pk)))
    assert "đúng nội dung đã duyệt" in text(writer.get(at("estimate", made.pk)))
    assert "theo đồng" in text(writer.get(LIST + "?so=trieu&nam=x&trang=0"))


def test_the_list_tells_a_newer_version_apart(client_of, money) -> None:
    made = approved(money)
    tell_spending(
        actor=None,
        line=made.lines.first(),
        day=made.approved_at.date().replace(year=2026, month=1, day=5),
        amount=5,
        note="",
    )
    client_of(money.writer).post(at("revise", made.pk), {"reason": "Thêm lớp"})
    page = text(client_of(money.writer).get(LIST))
    assert "bản 2" in page and "chưa cộng vào tổng" in page
    assert start_estimate(actor=None, unit=money.unit, plan=money.plan, year=YEAR).version == 2
