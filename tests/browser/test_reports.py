"""A round of reports in Chromium: a commune from a phone, the focal office on the page itself, the level above."""

from __future__ import annotations

import pytest
from django.urls import reverse

from quyen.organisation.enums import Role
from quyen.plans.models import Assignment
from quyen.reports import actions
from quyen.reports.enums import State
from quyen.reports.models import Submission
from tests.factories.reports import Rounds, make_rounds, of, value
from tests.factories.work import member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def rounds() -> Rounds:
    """Work is given already (test_work shows how); the round of the province feeds that of the ministry."""
    made = make_rounds()
    value(made, "T1", made.world.province, 112, 138)
    value(made, "T1", made.world.province, 89, 138, made.cycle.measured.start.year - 1)
    return made


def test_from_a_phone_of_a_commune_to_the_accepted_report(page_as, rounds, axe, shots) -> None:
    world = rounds.world
    commune = of(rounds.cycle, world.communes[0])
    phone = page_as(world.editor, **PHONE)
    work = Assignment.objects.given().get(unit=world.communes[0])
    phone.goto(reverse("plans:work-report", args=[work.pk]))
    phone.get_by_text("Đang làm").click()
    phone.get_by_label("Đã làm được gì, vướng gì?").fill("Đã phát 24 lượt trên loa khu phố")
    phone.locator("#saved .good").wait_for()
    phone.goto(reverse("reports:list"))
    axe(phone)
    shots(phone, "reports-commune")
    phone.get_by_role("link", name="Đợt năm").click()
    words = phone.get_by_role("textbox", name="Đề xuất, kiến nghị")
    words.click()
    phone.keyboard.type("Đề nghị cấp thêm loa cho khu phố 4.")
    phone.locator("#muc-kien-nghi .said.good").wait_for()
    assert commune.passages.get(key="kien-nghi").text == "Đề nghị cấp thêm loa cho khu phố 4."
    phone.locator("#muc-nhiem-vu a.f").first.click()
    phone.locator("#panel .n").wait_for()
    axe(phone)
    shots(phone, "report-commune")
    phone.get_by_role("button", name="Gửi báo cáo").click()
    phone.get_by_text("Đã gửi báo cáo lên cấp trên").wait_for()

    report = of(rounds.top, world.province)
    page = page_as(world.above)
    page.goto(reverse("reports:round", args=[rounds.cycle.pk]))
    axe(page)
    shots(page, "round")
    page.get_by_role("link", name="Phường Bến Cát").click()
    page.get_by_role("button", name="Nhận báo cáo").click()
    page.get_by_text("Đã nhận báo cáo.").wait_for()
    page.goto(reverse("reports:report", args=[report.pk]))
    page.get_by_role("link", name="112 trên 138").first.click()
    page.locator("#panel .n").wait_for()
    shots(page, "report-province")
    write_on_the_page(page, report)
    page.get_by_role("link", name="Sửa số, ngày, người ký, nơi nhận").click()
    page.get_by_label("Số", exact=True).fill("215")
    page.get_by_label("Ngày", exact=True).fill("28/11/2026")
    page.get_by_label("Người ký").fill("Hoàng Cấp Trên")
    axe(page)
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_text("Đã lưu phần đầu văn bản").wait_for()
    page.get_by_role("button", name="Gửi báo cáo").click()
    page.get_by_text("Đã gửi báo cáo lên cấp trên").wait_for()

    above = page_as(member(world.ministry, Role.COORDINATOR, "Phạm Bộ"))
    above.goto(reverse("reports:list"))
    shots(above, "reports-ministry")
    above.get_by_role("link", name="1 chờ nhận").click()
    above.get_by_role("link", name="Tỉnh Sông Lam").click()
    assert above.get_by_text("Phường Bến Cát: Đề nghị cấp thêm loa").is_visible()
    above.get_by_role("button", name="Nhận báo cáo").click()
    above.get_by_text("Đã nhận báo cáo.").wait_for()
    axe(above)
    shots(above, "report-accepted")
    assert Submission.objects.get(pk=report.pk).state == State.ACCEPTED
    assert not [error for one in (phone, page, above) for error in one.errors]


def write_on_the_page(page, report: Submission) -> None:
    """A word typed beside a figure, a figure put in, a passage copied from below: each saved by itself."""
    tasks = page.locator("#muc-nhiem-vu")
    tasks.locator(".words p").first.click()
    page.keyboard.press("End")
    page.keyboard.type(" Kết quả tốt.")
    tasks.locator(".said.good").wait_for()
    text = report.passages.get(key="nhiem-vu").text
    assert "{{nhiemvu.xong}}" in text and text.splitlines()[0].endswith("Kết quả tốt.")
    page.get_by_role("link", name="Thêm số · Phương hướng, nhiệm vụ kỳ tới").click()
    page.get_by_label("Tìm số").fill("don vi da gui")
    page.get_by_role("button", name="Chèn 01 Đơn vị đã gửi báo cáo").click()
    page.locator("#muc-phuong-huong .said.good").wait_for()
    assert report.passages.get(key="phuong-huong").text == "{{donvi.dagui}}"
    page.get_by_role("link", name="Cấp dưới viết gì · Đề xuất, kiến nghị").click()
    page.get_by_role("button", name="Chép vào · Phường Bến Cát").click()
    page.locator("#muc-kien-nghi .said.good").wait_for()
    assert report.passages.get(key="kien-nghi").text.startswith("Phường Bến Cát: Đề nghị")


def test_a_regime_is_founded_and_its_round_opened(page_as, rounds, axe, shots) -> None:
    page = page_as(rounds.world.above)
    page.goto(reverse("reports:list"))
    shots(page, "reports-province")
    page.get_by_role("link", name="Đặt chế độ báo cáo").click()
    page.get_by_role("link", name="Quý theo Nghị định 09/2019").click()
    page.get_by_label("Tên báo cáo").fill("Báo cáo quý")
    page.get_by_label("Xã, phường, đặc khu").check()
    page.get_by_role("button", name="Thêm dòng").click()
    page.get_by_label("Tiêu đề 9").fill("Gương người tốt")
    axe(page)
    shots(page, "regime")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_text("Đã đặt chế độ báo cáo.").wait_for()
    page.get_by_role("link", name="Mở đợt").click()
    page.get_by_role("button", name="Mở đợt").click()
    page.get_by_text("Đợt đã mở").wait_for()
    assert page.get_by_role("link", name="Xã Tân Lập").is_visible()
    assert not page.errors


def test_nothing_written_is_lost(page_as, rounds, axe, shots) -> None:
    """Without a line, across a reload, and where two people write at once."""
    world, report = rounds.world, of(rounds.cycle, rounds.world.communes[0])
    page = page_as(world.editor)
    page.goto(reverse("reports:report", args=[report.pk]))
    page.context.set_offline(True)
    page.get_by_role("textbox", name="Đề xuất, kiến nghị").click()
    page.keyboard.type("Cấp loa mới")
    page.get_by_text("Chưa gửi được: lời đã giữ trên máy này").wait_for()
    page.context.set_offline(False)
    actions.write_passage(actor=world.above, submission=report, key="kien-nghi", text="Lời bên kia", seen=0)
    page.reload()
    page.get_by_role("alert", name="Người khác vừa sửa mục này").wait_for()
    axe(page)
    shots(page, "report-conflict")
    page.get_by_role("button", name="Giữ cả hai rồi sửa").click()
    page.locator("#muc-kien-nghi .said.good").wait_for()
    assert report.passages.get(key="kien-nghi").text == "Cấp loa mới\nLời bên kia"
    page.get_by_role("button", name="Gửi báo cáo").click()
    page.get_by_text("Đã gửi báo cáo lên cấp trên").wait_for()
    errors = [
        error for error in page.errors if "409" not in error and "ERR_INTERNET_DISCONNECTED" not in error
    ]
    assert not errors


def test_without_scripts_a_report_is_written_and_sent(page_as, rounds) -> None:
    world, report = rounds.world, of(rounds.cycle, rounds.world.communes[0])
    page = page_as(world.editor, js=False)
    page.goto(reverse("reports:report", args=[report.pk]))
    page.locator("#muc-kien-nghi .by-text summary").click()
    page.locator("#muc-kien-nghi textarea").fill("Đạt {{nhiemvu.tong}} việc")
    page.locator("#muc-kien-nghi .by-text button").click()
    page.locator("#muc-kien-nghi a.f").click()
    assert page.get_by_text("Nhiệm vụ chủ trì", exact=True).is_visible()
    page.get_by_role("button", name="Gửi báo cáo").click()
    assert page.get_by_text("Đã gửi báo cáo lên cấp trên").is_visible()
