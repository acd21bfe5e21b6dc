"""A round of reports in Chromium: a commune from a phone, the focal office on the page itself, the level above."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from quyen.reports import actions
from tests.factories.reports import Rounds, make_rounds, of, value

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def rounds() -> Rounds:
    """Work is given already (test_work shows how); the round of the province feeds that of the ministry."""
    made = make_rounds()
    value(made, "T1", made.world.province, 112, 138)
    value(made, "T1", made.world.province, 89, 138, made.cycle.measured.start.year - 1)
    return made


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
    expect(page.get_by_role("link", name="Xã Tân Lập")).to_be_visible()
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
    expect(page.get_by_text("Nhiệm vụ chủ trì", exact=True)).to_be_visible()
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.get_by_text("Đã gửi báo cáo lên cấp trên")).to_be_visible()
