"""Estimates: who may do what, what must add up, and what stays once it is approved."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse

from quyen.accounts.models import AuditEntry
from quyen.budget.actions import (
    EstimateChanged,
    EstimateRefused,
    LineConflict,
    add_line,
    appraise_line,
    approve_estimates,
    assemble_estimate,
    remove_line,
    return_estimate,
    revise_estimate,
    save_line,
    start_estimate,
    state_total,
    submit_estimate,
    take_back_estimate,
    take_back_spending,
    tell_spending,
)
from quyen.budget.enums import EstimateState, Funding
from quyen.budget.models import Estimate, EstimateLine, Spending
from quyen.budget.queries import budget_figures
from quyen.budget.queries.given import LineGiven
from quyen.budget.queries.page import content_of
from quyen.budget.receivers import estimates_of_units
from tests.factories.budget import YEAR, approved, hand_out, line, sent, written

DAY = date(2026, 3, 1)


def test_an_estimate_is_for_units_that_hold_tasks(money) -> None:
    made = start_estimate(actor=money.writer, unit=money.unit, plan=money.plan, year=YEAR)
    assert made == start_estimate(actor=money.writer, unit=money.unit, plan=money.plan, year=YEAR)
    with pytest.raises(PermissionDenied):  # the commune was given nothing
        start_estimate(actor=money.world.editor, unit=money.world.communes[0], plan=money.plan, year=YEAR)
    with pytest.raises(EstimateRefused, match="không gồm năm 2031"):
        start_estimate(actor=money.writer, unit=money.unit, plan=money.plan, year=2031)
    with pytest.raises(EstimateRefused, match="không được giao"):
        line(money, made, 2, 1)
    line(money, made, 0, 1)
    with pytest.raises(EstimateRefused, match="đã có một dòng"):
        line(money, made, 0, 2)
    add_line(actor=money.writer, estimate=made, given=LineGiven(Funding.STATE, 5), heading="Văn phòng phẩm")
    with pytest.raises(EstimateRefused, match="đã có một dòng"):
        add_line(
            actor=money.writer, estimate=made, given=LineGiven(Funding.STATE, 5), heading="van phong  pham"
        )


def test_what_does_not_multiply_is_named_and_is_not_sent(money) -> None:
    made = written(money)
    wrong = LineGiven(Funding.STATE, 18_500_000, Decimal(12), "buổi", 1_500_000)
    first = made.lines.first()
    save_line(actor=money.writer, line=first, revision=0, given=wrong)
    words = "Dòng 1: 12 × 1.500.000 = 18.000.000, ghi 18.500.000"
    assert [fault.said for fault in content_of(made).faults] == [words]
    with pytest.raises(EstimateRefused, match=r"18\.000\.000"):
        submit_estimate(actor=money.writer, estimate=made)
    right = LineGiven(Funding.STATE, 18_000_000, Decimal(12), "buổi", 1_500_000)
    save_line(actor=money.writer, line=first, revision=1, given=right)
    state_total(actor=money.writer, estimate=made, stated=38_000_001)
    with pytest.raises(EstimateRefused, match="lệch 1"):
        submit_estimate(actor=money.writer, estimate=made)
    state_total(actor=money.writer, estimate=made, stated=38_000_000)
    assert submit_estimate(actor=money.writer, estimate=made).state == EstimateState.SUBMITTED
    with pytest.raises(EstimateRefused, match="không sửa được"):
        save_line(actor=money.writer, line=first, revision=None, given=wrong)


def test_two_people_at_once_are_told(money) -> None:
    first = written(money).lines.first()
    save_line(actor=money.writer, line=first, revision=0, given=LineGiven(Funding.STATE, 7))
    again = save_line(actor=money.writer, line=first, revision=0, given=LineGiven(Funding.STATE, 7))
    assert again.revision == 1  # the same again is no change
    with pytest.raises(LineConflict) as told:
        save_line(actor=money.writer, line=first, revision=0, given=LineGiven(Funding.STATE, 8))
    assert told.value.line.planned_vnd == 7


def test_the_way_is_walked_by_those_who_may(money) -> None:
    made = written(money)
    for one in (money.reader, money.stranger, money.officer):
        with pytest.raises(PermissionDenied):
            submit_estimate(actor=one, estimate=made)
    with pytest.raises(EstimateChanged):
        submit_estimate(actor=money.writer, estimate=made, revision=0)
    submit_estimate(actor=money.writer, estimate=made)
    with pytest.raises(PermissionDenied):
        return_estimate(actor=money.writer, estimate=made, reason="x")
    with pytest.raises(EstimateRefused, match="lý do"):
        return_estimate(actor=money.officer, estimate=made, reason=" ")
    return_estimate(actor=money.officer, estimate=made, reason="Thiếu đơn giá")
    made = sent_again(money, made)
    seen = {made.pk: made.revision}
    with pytest.raises(PermissionDenied):
        approve(money, money.officer, seen)
    with pytest.raises(EstimateChanged):
        approve(money, money.head, {made.pk: 1})
    with pytest.raises(EstimateRefused, match="lớn hơn dự toán"):
        appraise_line(actor=money.officer, line=made.lines.first(), revision=None, amount=30_000_001)
    appraise_line(actor=money.officer, line=made.lines.first(), revision=None, amount=25_000_000)
    made.refresh_from_db()
    approve(money, money.head, {made.pk: made.revision})
    assert list(made.lines.values_list("approved_vnd", flat=True)) == [25_000_000, 20_000_000]
    said = AuditEntry.objects.filter(subject="budget.Estimate", subject_id=made.pk).order_by("pk")
    states = [one.after["state"] for one in said if "state" in one.after]
    assert states == ["draft", "submitted", "returned", "submitted", "assembled", "approved"]


def test_the_unit_takes_back_what_was_not_assembled_yet(money, client_of) -> None:
    made = written(money)
    submit_estimate(actor=money.writer, estimate=made)
    for one in (money.reader, money.stranger, money.officer):
        with pytest.raises(PermissionDenied):
            take_back_estimate(actor=one, estimate=made)
    made.refresh_from_db()
    address = reverse("budget:estimate", args=[made.pk])
    assert "Rút lại để sửa" in client_of(money.writer).get(address).content.decode()
    for one in (money.reader, money.officer):
        assert "Rút lại để sửa" not in client_of(one).get(address).content.decode()
    back = reverse("budget:take-back-estimate", args=[made.pk])
    answer = client_of(money.writer).post(back, {"revision": made.revision - 1}, follow=True)
    assert "vừa được người khác thay đổi" in answer.content.decode()
    answer = client_of(money.writer).post(back, {"revision": made.revision}, follow=True)
    assert "Đã rút dự toán về" in answer.content.decode()
    made.refresh_from_db()
    assert made.state == EstimateState.DRAFT and made.lines.count() == 2
    last = AuditEntry.objects.filter(subject="budget.Estimate", subject_id=made.pk).order_by("-pk").first()
    assert (last.verb, last.before, last.after) == ("withdraw", {"state": "submitted"}, {"state": "draft"})
    submit_estimate(actor=money.writer, estimate=made)
    assemble_estimate(actor=money.officer, estimate=made)
    with pytest.raises(EstimateRefused, match="đã tổng hợp nên không rút lại được"):
        take_back_estimate(actor=money.writer, estimate=made)


def sent_again(money, made: Estimate) -> Estimate:
    from quyen.budget.actions import assemble_estimate

    submit_estimate(actor=money.writer, estimate=made)
    return assemble_estimate(actor=money.officer, estimate=made)


def approve(money, actor, seen):
    return approve_estimates(
        actor=actor, plan=money.plan, year=YEAR, revisions=seen, basis="Quyết định số 15"
    )


def test_what_was_approved_stays_and_a_new_version_takes_its_place(money) -> None:
    made = approved(money)
    first = made.lines.first()
    for change in (
        lambda: EstimateLine.objects.filter(pk=first.pk).update(planned_vnd=1),
        lambda: EstimateLine.objects.filter(pk=first.pk).delete(),
        lambda: EstimateLine.objects.create(estimate=made, heading="x", source=Funding.OTHER, planned_vnd=1),
        lambda: Estimate.objects.filter(pk=made.pk).update(basis="khác"),
    ):
        with pytest.raises(DatabaseError, match="approved"), transaction.atomic():
            change()
    tell_spending(actor=money.writer, line=first, day=DAY, amount=9_000_000, note="Hóa đơn 12")
    with pytest.raises(EstimateRefused, match="lý do"):
        revise_estimate(actor=money.writer, estimate=made, reason="")
    new = revise_estimate(actor=money.writer, estimate=made, reason="Thêm một lớp")
    copied = new.lines.with_spent().first()
    assert (copied.spent, copied.root_id) == (9_000_000, first.pk)
    with pytest.raises(EstimateRefused, match="khoản chi"):
        remove_line(actor=money.writer, line=copied)
    save_line(actor=money.writer, line=copied, revision=0, given=LineGiven(Funding.STATE, 40_000_000))
    assert budget_figures([money.plan.pk], None, YEAR).sums.planned == 50_000_000  # the old one stands
    new = sent_again(money, new)
    approve(money, money.head, {new.pk: new.revision})
    made.refresh_from_db()
    assert made.replaced_at is not None
    sums = budget_figures([money.plan.pk], [money.unit.pk], YEAR).sums
    assert (sums.planned, sums.approved, sums.spent) == (60_000_000, 60_000_000, 9_000_000)


def test_spending_is_only_added_and_taken_back_by_a_row(money) -> None:
    made = sent(money)
    first = made.lines.first()
    with pytest.raises(EstimateRefused, match="đã duyệt"):
        tell_spending(actor=money.writer, line=first, day=DAY, amount=1, note="")
    approve(money, money.head, {made.pk: made.revision})
    first.refresh_from_db()
    told = tell_spending(actor=money.writer, line=first, day=DAY, amount=31_000_000, note="Thuê hội trường")
    for more, words in (
        ({"amount": 31_000_000}, "đã có"), ({"amount": 0}, "lớn hơn 0"),
        ({"day": date(2999, 1, 1)}, "chưa đến"), ({"day": date(2025, 12, 31)}, "trước năm"),
    ):  # fmt: skip
        given = {"day": DAY, "amount": 5, "note": "Thuê hội trường"} | more
        with pytest.raises(EstimateRefused, match=words):
            tell_spending(actor=money.writer, line=first, **given)
    assert [one.blocks for one in content_of(Estimate.objects.get(pk=made.pk)).faults] == [False]
    with pytest.raises(PermissionDenied):
        tell_spending(actor=money.reader, line=first, day=DAY, amount=1, note="")
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        Spending.objects.filter(pk=told.pk).update(amount_vnd=1)
    take_back_spending(actor=money.writer, line=first, spending=told, reason="Ghi nhầm dòng")
    with pytest.raises(EstimateRefused, match="đã được rút"):
        take_back_spending(actor=money.writer, line=first, spending=told, reason="Ghi nhầm dòng")
    assert EstimateLine.objects.filter(pk=first.pk).with_spent().get().spent == 0


def test_the_database_refuses_what_is_no_amount(money) -> None:
    made = start_estimate(actor=None, unit=money.unit, plan=money.plan, year=YEAR)
    given = {"estimate": made, "heading": "x", "source": Funding.STATE, "planned_vnd": 1}
    for columns in (
        {"planned_vnd": -1}, {"planned_vnd": 10**15}, {"approved_vnd": -1}, {"quantity": 1},
        {"unit_price_vnd": 1}, {"heading": ""},
    ):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            EstimateLine.objects.create(**(given | columns))
    EstimateLine.objects.create(**given, task=money.tasks[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        EstimateLine.objects.create(**given, task=money.tasks[0])


def test_a_task_that_is_no_more_leaves_its_words(money) -> None:
    made = approved(money)
    held = made.lines.first()
    EstimateLine.objects.filter(pk=held.pk).update(task=None)
    assert held.heading == money.tasks[0].text


def test_figures_of_units_and_who_has_none(money) -> None:
    hand_out(money.world, money.plan, money.tasks[1:2], money.unit, money.world.communes[0])
    approved(money)
    units = [money.unit.pk, money.world.communes[0].pk]
    found = budget_figures([money.plan.pk], units, YEAR)
    assert [(one.source, one.sums.planned) for one in found.sources][:3] == [
        ("state", 30_000_000), ("integrated", 0), ("social", 20_000_000),
    ]  # fmt: skip
    told = estimates_of_units(None, units=frozenset(units))
    assert (told.word, told.counts) == ("bản dự toán", {money.unit.pk: 1})  # before units are merged
    assert found.without == (money.world.communes[0].pk,)
    assert {one.task for one in found.items} == {task.pk for task in money.tasks[:2]}
