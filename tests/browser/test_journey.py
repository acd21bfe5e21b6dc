"""A year's work in Chromium, from hand to hand: a coordinator gives it, a commune reports it from a phone, the focal
office assembles the report, and the level above takes it in."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from quyen.indicators.enums import Rule
from quyen.indicators.models import Indicator
from quyen.organisation.enums import Role, UnitKind
from quyen.plans.enums import Giving
from quyen.plans.models import Assignment, Evidence, Task
from quyen.reports.enums import State
from quyen.reports.models import Submission
from tests.factories.reports import START, TODAY, Rounds, make_rounds, of, value
from tests.factories.work import ended, member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 390, "height": 844}
PHOTO = {
    "name": "loa-khu-pho-4.jpg",
    "mimeType": "image/jpeg",
    "buffer": b"\xff\xd8\xff\xe0" + b"anh" * 9_000,
}


@pytest.fixture
def rounds() -> Rounds:
    """A plan that nobody was given work of yet; the round of the province feeds that of the ministry."""
    made = make_rounds(given=False, approved=True)
    world = made.world
    ended("Sở Thông tin và Truyền thông tỉnh Sông Lam", world.culture, world.province)
    task = Task.objects.get(plan=made.cycle.regime.plan, no="3")
    task.responsibilities.create(
        part="coordinate", name="Sở TT&TT", canonical="Sở Thông tin và Truyền thông", position=1
    )
    Indicator.objects.create(
        code="SL1", name="Lượt phát trên loa về quyền con người", definition="Số lượt phát có ghi trong lịch phát.",
        measured_in="lượt", rule=Rule.SUM, given_by=[UnitKind.COMMUNE], since=START, owner=world.province,
        is_national=False,
    )  # fmt: skip
    value(made, "T1", world.province, 112, 138)
    value(made, "T1", world.province, 89, 138, TODAY.year - 1)
    value(made, "SL1", world.communes[1], 0)
    return made


def test_from_the_plan_to_the_accepted_report(page_as, rounds, axe, shots) -> None:
    world = rounds.world
    desk = page_as(world.coordinator)
    gives(desk, rounds, axe, shots)
    phone = page_as(world.editor, **PHONE)
    reports(phone, axe, shots)
    sends(phone, rounds, axe, shots)

    report = of(rounds.top, world.province)
    office = page_as(member(world.province, Role.EDITOR, "Bùi Thị Đầu Mối"))
    takes_in(page_as(world.above), rounds, axe, shots)
    assembles(office, report, axe, shots)
    leader = page_as(world.above)
    leader.goto(reverse("reports:report", args=[report.pk]))
    leader.get_by_role("button", name="Duyệt").click()
    leader.get_by_role("button", name="Gửi báo cáo").click()
    leader.get_by_text("Đã gửi báo cáo lên cấp trên").wait_for()
    axe(leader)
    shots(leader, "journey-10-sent")

    above = page_as(member(world.ministry, Role.COORDINATOR, "Phạm Bộ"))
    above.goto(reverse("reports:list"))
    axe(above)
    shots(above, "journey-11-ministry")
    above.get_by_role("link", name="1 chờ nhận").click()
    above.get_by_role("link", name="Tỉnh Sông Lam").click()
    expect(above.get_by_text("Phường Bến Cát: Đề nghị cấp thêm loa")).to_be_visible()
    expect(above.locator("#muc-chi-tieu").get_by_text("24", exact=True).first).to_be_visible()
    above.get_by_role("button", name="Nhận báo cáo").click()
    above.get_by_text("Đã nhận báo cáo.").wait_for()
    axe(above)
    shots(above, "journey-12-accepted")
    assert Submission.objects.get(pk=report.pk).state == State.ACCEPTED
    errors = [error for one in (desk, phone, office, leader, above) for error in one.errors]
    assert not [error for error in errors if "422" not in error]


def gives(page, rounds: Rounds, axe, shots) -> None:
    """The coordinator: looks at what the plan says, settles a name, gives."""
    page.goto(reverse("plans:plan", args=[rounds.cycle.regime.plan_id]))
    page.get_by_role("link", name="Giao việc").click()
    expect(page.get_by_text("Còn 2 tên chưa rõ là đơn vị nào")).to_be_visible()
    expect(
        page.get_by_text("nay do “Sở Văn hóa, Thể thao và Du lịch tỉnh Sông Lam” làm tiếp")
    ).to_be_visible()
    page.get_by_text("3 đơn vị", exact=True).click()
    axe(page)
    shots(page, "journey-1-proposal")
    page.get_by_role("link", name="3. Đăng tải tài liệu trên cổng thông tin").click()
    page.get_by_label("Tên đơn vị, mỗi dòng một tên").fill("Sở Tư pháp\nSở Không Có")
    page.get_by_label("Vai").select_option("lead")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("“Sở Không Có”")).to_be_visible()
    axe(page)
    shots(page, "journey-2-task")
    page.get_by_label("Tên đơn vị, mỗi dòng một tên").fill("Sở Tư pháp")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_role("button", name="Giao 8 phần việc").click()
    page.get_by_text("Đã giao 8 phần việc.").wait_for()
    axe(page)
    shots(page, "journey-3-given")
    assert Assignment.objects.filter(state=Giving.GIVEN).count() == 8


def reports(page, axe, shots) -> None:
    """The commune, from a phone: how far the work is, and a photograph."""
    page.goto(reverse("plans:work"))
    axe(page)
    shots(page, "journey-4-work")
    page.get_by_role("link", name="Báo cáo từng việc").click()
    page.get_by_text("Đang làm").click()
    page.get_by_label("Đã làm được gì, vướng gì?").fill("Đã phát 24 lượt trên loa khu phố")
    page.locator("#saved .good").wait_for()
    page.locator("input[type=file]").set_input_files(PHOTO)
    page.locator("#evidence").get_by_role("link", name="loa-khu-pho-4.jpg").wait_for()
    axe(page)
    shots(page, "journey-5-phone")
    assert Evidence.objects.get().file.size == len(PHOTO["buffer"])


def sends(page, rounds: Rounds, axe, shots) -> None:
    """The commune: the figure that is missing in its report, a word of its own, and off."""
    page.goto(reverse("reports:list"))
    page.get_by_role("link", name="Đợt năm").click()
    page.locator('a.f[href*="/so/SL1/"]').first.click()
    page.locator("#panel").get_by_role("link", name="Mở số liệu gốc").click()
    page.get_by_role("link", name=f"Báo cáo năm {TODAY.year}").click()
    page.get_by_label("Số", exact=True).fill("24")
    axe(page)
    shots(page, "journey-6-value")
    page.get_by_role("button", name="Ghi số liệu").click()
    page.goto(reverse("reports:list"))
    page.get_by_role("link", name="Đợt năm").click()
    page.get_by_role("textbox", name="Đề xuất, kiến nghị").click()
    page.keyboard.type("Đề nghị cấp thêm loa cho khu phố 4.")
    page.locator("#muc-kien-nghi .said.good").wait_for()
    page.locator('a.f[href*="/so/SL1/"]').first.click()
    page.locator("#panel .n", has_text="24").wait_for()
    axe(page)
    shots(page, "journey-7-commune")
    page.get_by_role("button", name="Gửi báo cáo").click()
    page.get_by_text("Đã gửi báo cáo lên cấp trên").wait_for()


def takes_in(page, rounds: Rounds, axe, shots) -> None:
    """The focal office: who has sent, and the commune's report is in."""
    page.goto(reverse("reports:round", args=[rounds.cycle.pk]))
    axe(page)
    shots(page, "journey-8-round")
    page.get_by_role("link", name="Phường Bến Cát").click()
    page.get_by_role("button", name="Nhận báo cáo").click()
    page.get_by_text("Đã nhận báo cáo.").wait_for()


def assembles(page, report: Submission, axe, shots) -> None:
    """The focal office: the commune's figure leads to its source; words beside figures; up to the leader."""
    page.goto(reverse("reports:report", args=[report.pk]))
    page.locator('a.f[href*="/so/SL1/"]').first.click()
    panel = page.locator("#panel")
    panel.locator(".n").wait_for()
    expect(panel.locator(".part", has_text="Phường Bến Cát").get_by_text("24")).to_be_visible()
    expect(panel.get_by_text("1 đơn vị báo 0")).to_be_visible()
    write_on_the_page(page, report)
    page.locator('a.f[href*="/so/SL1/"]').first.click()
    panel.locator(".n").wait_for()
    axe(page)
    shots(page, "journey-9-province")
    panel.get_by_role("link", name="Mở số liệu gốc").click()
    page.get_by_role("link", name="Phường Bến Cát").first.click()
    expect(page.get_by_text("Trần Văn Phường").first).to_be_visible()
    axe(page)
    shots(page, "journey-9-source")
    page.goto(reverse("reports:report", args=[report.pk]))
    page.get_by_role("link", name="Sửa số, ngày, người ký, nơi nhận").click()
    page.get_by_label("Số", exact=True).fill("215")
    page.get_by_label("Ngày", exact=True).fill("28/11/2026")
    page.get_by_label("Người ký").fill("Hoàng Cấp Trên")
    axe(page)
    shots(page, "journey-9-head")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_text("Đã lưu phần đầu văn bản").wait_for()
    page.get_by_role("button", name="Trình duyệt").click()
    page.get_by_text("Đã trình lãnh đạo đơn vị duyệt").wait_for()


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
    expect(page.locator('.out a[href="#muc-kien-nghi"]').get_by_text("viết tay")).to_be_visible()
