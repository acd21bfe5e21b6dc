"""From a plan to a photograph, in Chromium: a coordinator gives, a commune reports from a phone, with and without a
line, and two people at once lose nothing."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from quyen.plans.actions.work.giving import give_assignments
from quyen.plans.actions.work.progress import report_progress
from quyen.plans.enums import WorkState
from quyen.plans.models import Assignment, Evidence, Progress
from tests.factories.work import given, make_handout, make_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHOTO = {
    "name": "loa-khu-pho-4.jpg",
    "mimeType": "image/jpeg",
    "buffer": b"\xff\xd8\xff\xe0" + b"anh" * 20_000,
}
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def world():
    return make_world()


@pytest.fixture
def plan(world):
    return make_handout(world)


def test_a_commune_reports_from_a_phone_with_a_photograph(page_as, world, plan, axe, shots, dark) -> None:
    give_assignments(actor=world.coordinator, plan=plan)
    given(
        world,
        world.communes[0],
        text="Treo áp phích tại nhà văn hóa",
        due_on=timezone.localdate() + timedelta(days=200),
    )
    page = page_as(world.editor, dark=dark, **PHONE)
    page.goto(reverse("plans:work"))
    page.get_by_role("link", name="Báo cáo từng việc").click()
    expect(page.get_by_role("heading", name="Còn 2 trong 2 việc")).to_be_visible()
    page.get_by_text("Đang làm").click()
    page.get_by_label("Đã làm được gì, vướng gì?").fill("Đã phát 24 lượt trên loa khu phố")
    page.locator("#saved .good").wait_for()
    expect(page.locator("#revision")).to_have_value(re.compile("[1-9]"))
    page.wait_for_timeout(1200)
    latest = Progress.objects.order_by("-id")[0]
    assert (latest.state, latest.note) == ("under_way", "Đã phát 24 lượt trên loa khu phố")

    page.context.set_offline(True)
    page.locator("input[type=file]").set_input_files(PHOTO)
    page.get_by_text("chờ mạng").wait_for()
    page.get_by_label("Đã làm được gì, vướng gì?").fill("Đã phát 30 lượt")
    page.get_by_text("Chưa gửi được: giữ trên máy này").wait_for()
    shots(page, f"report-offline-{'dark' if dark else 'light'}")
    assert not Evidence.objects.exists()
    page.context.set_offline(False)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.locator("#evidence").get_by_role("link", name="loa-khu-pho-4.jpg").wait_for()
    page.locator("#saved .good").wait_for()
    assert Evidence.objects.get().file.size == len(PHOTO["buffer"])
    assert Progress.objects.order_by("-id")[0].note == "Đã phát 30 lượt"
    expect(page.locator("#waiting .ev")).to_have_count(0)

    page.get_by_text("Xong", exact=True).click()
    page.get_by_role("button", name="Việc tiếp theo").click()
    page.get_by_role("heading", name="Còn 1 trong 2 việc").wait_for()
    expect(page.get_by_role("heading", name="Treo áp phích tại nhà văn hóa")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(reverse("plans:work-one", args=[Evidence.objects.get().links.get().assignment_id]))
    axe(page)
    shots(page, f"assignment-{'dark' if dark else 'light'}")


def test_a_photograph_outlives_the_page_and_the_session(page_as, world, client_of) -> None:
    row = given(world, world.communes[0])
    page = page_as(world.editor, **PHONE)
    page.goto(reverse("plans:work-report", args=[row.pk]))
    page.context.set_offline(True)
    page.locator("input[type=file]").set_input_files(PHOTO)
    page.get_by_text("chờ mạng").wait_for()
    page.context.set_offline(False)
    page.goto(reverse("plans:work"))
    page.goto(reverse("plans:work-report", args=[row.pk]))  # comes back another day
    page.locator("#evidence").get_by_role("link", name="loa-khu-pho-4.jpg").wait_for()
    page.context.clear_cookies()  # the session is over
    page.locator("input[type=file]").set_input_files(
        PHOTO | {"name": "sau.jpg", "buffer": PHOTO["buffer"] + b"2"}
    )
    page.get_by_text("hãy đăng nhập lại để gửi").wait_for()
    assert Evidence.objects.count() == 1


def test_what_is_refused_says_why_and_stays_until_it_is_dropped(page_as, world) -> None:
    row = given(world, world.communes[0])
    page = page_as(world.editor, **PHONE)
    page.goto(reverse("plans:work-report", args=[row.pk]))
    page.locator("input[type=file]").set_input_files(
        {"name": "la.exe", "mimeType": "", "buffer": b"MZ\0\1" * 99}
    )
    page.get_by_text("không nhận được").wait_for()
    page.get_by_role("button", name="Bỏ la.exe").click()
    expect(page.locator("#waiting .ev")).to_have_count(0)


def test_two_people_at_once_see_both_versions(page_as, world, axe, shots) -> None:
    row = given(world, world.communes[0])
    page = page_as(world.above, **PHONE)
    page.goto(reverse("plans:work-report", args=[row.pk]))
    report_progress(
        actor=world.editor, assignment=row, revision=0, state=WorkState.UNDER_WAY, note="Mới phát 5 lượt"
    )
    page.get_by_text("Xong", exact=True).first.click()
    page.get_by_text("Người khác vừa báo tiến độ việc này").wait_for()
    expect(page.get_by_text("Mới phát 5 lượt")).to_be_visible()
    axe(page)
    shots(page, "report-conflict")
    assert Progress.objects.count() == 1
    page.get_by_role("button", name="Lưu bản của tôi").click()
    page.locator("#saved .good").wait_for()
    assert [one.state for one in Progress.objects.order_by("id")] == ["under_way", "done"]
    expect(page.locator("#conflict *")).to_have_count(0)


def test_without_scripts_a_phone_reports_all_the_same(page_as, world) -> None:
    row = given(world, world.communes[0])
    page = page_as(world.editor, js=False, **PHONE)
    page.goto(reverse("plans:work-report", args=[row.pk]))
    page.locator("input[type=file]").set_input_files(PHOTO)
    page.get_by_role("button", name="Gửi tệp").click()
    expect(page.get_by_text("Đã thêm minh chứng.")).to_be_visible()
    page.locator("input[name=state][value=done]").check(force=True)
    page.locator(".foot2 button").click()
    expect(page.get_by_text("Đã lưu.")).to_be_visible()
    assert Progress.objects.get().state == "done"


def test_a_province_breaks_work_down_and_answers(page_as, world, axe, shots) -> None:
    row = given(world, world.province, text="Truyền thông tại cơ sở")
    page = page_as(world.above)
    page.goto(reverse("plans:work-one", args=[row.pk]))
    page.get_by_label("Phường Bến Cát").check()
    page.get_by_label("Xã An Hòa").check()
    page.get_by_label("Phần việc (để trống thì là cả việc)").fill("Phát 10 lượt mỗi quý")
    page.get_by_role("button", name="Giao cho đơn vị đã chọn").click()
    page.get_by_text("Đã giao cho 2 đơn vị.").wait_for()
    page.get_by_label("Hỏi Sở Tư pháp tỉnh Sông Lam").fill("Có mẫu áp phích không?")
    page.get_by_role("button", name="Gửi câu hỏi").click()
    axe(page)
    shots(page, "assignment-shares")
    assert Assignment.objects.filter(parent=row, text="Phát 10 lượt mỗi quý").count() == 2
    giver = page_as(world.coordinator)
    giver.goto(reverse("plans:work-one", args=[row.pk]))
    giver.get_by_label("Trả lời: Có mẫu áp phích không?").fill("Có, đã gửi.")
    giver.get_by_role("button", name="Trả lời").click()
    giver.get_by_text("Có, đã gửi.").wait_for()
