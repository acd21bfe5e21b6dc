"""A giver shortens a schedule, its unit reports on a missed period; an administrator looks at the letters."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quyen.accounts.actions import post
from quyen.accounts.enums import LetterState
from quyen.accounts.models import Letter
from quyen.core.text.rhythm import shifted
from quyen.organisation.enums import Role
from quyen.plans.models import Assignment
from tests.factories.work import given, make_world, member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def world(db):
    return make_world()


def test_a_schedule_is_shortened_and_a_missed_period_reported(page_as, world, axe, shots) -> None:
    today = timezone.localdate()
    row = given(world, world.communes[0], due_on=shifted(today.replace(day=15), -4), recurs="monthly")
    row.task.plan.last_year = today.year + 1
    row.task.plan.save()
    Assignment.objects.update(given_at=timezone.now() - timedelta(days=200))
    unit = page_as(world.editor)
    unit.goto(reverse("plans:work-one", args=[row.pk]))
    axe(unit)
    shots(unit, "periods")
    unit.get_by_role("link", name="Báo kỳ này").first.click()
    axe(unit)
    shots(unit, "report-of-a-period")
    with unit.expect_response(lambda answer: answer.request.method == "POST"):
        unit.get_by_text("Xong", exact=True).first.click()
    giver = page_as(world.coordinator)
    giver.goto(reverse("plans:work-one", args=[row.pk]))
    giver.get_by_role("link", name="Đổi lịch").click()
    giver.get_by_label("Ngày cuối của lịch").fill(shifted(today.replace(day=15), 2).isoformat())
    giver.get_by_label("Hạn báo cáo").fill("5")
    giver.get_by_role("button", name="Xem trước").click()
    axe(giver)
    shots(giver, "timetable")
    giver.get_by_role("button", name="Lưu lịch này").click()
    assert "Đã lưu lịch: giữ 1 kỳ" in giver.content()
    assert not giver.errors and not unit.errors


def test_an_administrator_looks_at_the_letters(page_as, world, axe, shots) -> None:
    chief = member(world.communes[0], Role.ADMINISTRATOR, "Phan Thị Quản")
    for n, (state, why) in enumerate((
        (LetterState.SENT, ""), (LetterState.FAILED, "550 5.1.1 no such user"), (LetterState.WAITING, "451 busy"),
        (LetterState.UNSURE, "Chương trình dừng đúng lúc máy chủ thư đang nhận; không rõ thư đã đi hay chưa."),
    )):  # fmt: skip
        letter = post(
            to=world.editor.email, person=world.editor, kind="digest", period=str(n),
            subject=f"{n + 1} việc đến hạn (ngày 27/11/2026)", body="…",
        )  # fmt: skip
        Letter.objects.filter(pk=letter.pk).update(state=state, error=why, tries=2, sent_at=timezone.now())
    page = page_as(chief)
    page.goto(reverse("accounts:me"))
    axe(page)
    shots(page, "me")
    page.goto(reverse("organisation:people"))
    page.get_by_role("link", name="Thư đã gửi").click()
    axe(page)
    shots(page, "letters")
    page.get_by_role("button", name="Gửi lại").first.click()
    assert "gửi lại trong một phút" in page.content()
    assert not page.errors
