"""People in Chromium: one is invited and comes in, many come by a list, a role gets its days."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from quyen.organisation.actions import open_unit
from quyen.organisation.enums import Role
from quyen.organisation.models import Invitation, Membership
from quyen.organisation.queries import may
from quyen.plans.enums import PlanState
from quyen.sources.models import SourceFile
from tests.factories.plans import make_plan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_person_is_invited_comes_in_and_gets_other_days(
    page_as, unit, administrator, colleague, owner, axe, shots
) -> None:
    page = page_as(administrator)
    page.goto(reverse("organisation:people"))
    axe(page)
    shots(page, "people")
    page.get_by_role("link", name="Mời người").click()
    page.get_by_label("Thư điện tử").fill("moi@thu.example")
    page.get_by_label("Họ và tên").fill("Vũ Thị Mới")
    page.get_by_label("Đơn vị").fill("so van hoa tinh thu nghiem")
    page.get_by_label("Vai trò").select_option("20")
    axe(page)
    shots(page, "invite")
    page.get_by_role("button", name="Gửi lời mời").click()
    link = page.get_by_label("Đường dẫn nhận lời mời").input_value()
    axe(page)
    guest = page_as()
    guest.goto(link)
    axe(guest)
    shots(guest, "accept")
    guest.get_by_label("Mật khẩu", exact=True).fill("tre-xanh-lang-toi-9")
    guest.get_by_label("Gõ lại mật khẩu").fill("tre-xanh-lang-toi-9")
    page.get_by_role("link", name="Xong").click()
    page.get_by_text("đã mở").wait_for()
    axe(page)
    shots(page, "invitations")
    guest.get_by_role("button", name="Nhận và vào Quyền").click()
    guest.get_by_text("Đã nhận.").wait_for()
    guest.goto(link)
    axe(guest)
    shots(guest, "accept-over")
    page.get_by_role("link", name="Đang giữ vai trò").click()
    page.get_by_role("link", name="Vũ Thị Mới", exact=True).click()
    axe(page)
    page.get_by_role("link", name="Đổi vai trò").click()
    last = timezone.localdate() + timedelta(days=20)
    page.get_by_label("Đến hết ngày").fill(last.isoformat())
    axe(page)
    shots(page, "role")
    page.get_by_role("button", name="Lưu").click()
    page.get_by_text(f"{last:%d/%m/%Y}").wait_for()
    shots(page, "person")
    assert Membership.objects.get(user__email="moi@thu.example").last_day == last
    assert not page.errors and [error for error in guest.errors if "410" not in error] == []


def test_many_come_by_a_list(page_as, unit, administrator, colleague, axe, shots, tmp_path: Path) -> None:
    open_unit(actor=None, name="Phòng Báo chí", parent=unit)
    page = page_as(administrator)
    page.goto(reverse("organisation:people"))
    page.get_by_role("link", name="Nhập danh sách").click()
    axe(page)
    shots(page, "roster-form")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Tải mẫu để điền").click()
    path = tmp_path / "mau.xlsx"
    coming.value.save_as(path)
    book = load_workbook(path)
    for row in (
        ("Vũ Thị Mới", "moi@thu.example", "Phòng Báo chí", "biên tập viên", None, None),
        ("", colleague.email, unit.name, "biên tập viên", None, None),
        ("", administrator.email, unit.name, "quản trị viên", None, None),
        ("Ai Lạ", "la@thu.example", "Sở Không Ai Biết", "người xem", None, None),
    ):
        book.active.append(row)
    book.save(path)
    page.get_by_label("Bảng tính").set_input_files(path)
    page.get_by_role("button", name="Xem trước từng dòng").click()
    page.get_by_text("Xem trước. Chưa có gì thay đổi.").wait_for()
    axe(page)
    shots(page, "roster")
    page.get_by_role("button", name="Thực hiện 2 dòng").click()
    page.get_by_text("Đã lập các lời mời").first.wait_for()
    axe(page)
    shots(page, "roster-links")
    assert Invitation.objects.get().email == "moi@thu.example" and not page.errors


def test_a_person_hands_over(page_as, unit, administrator, owner, colleague, axe, shots) -> None:
    make_plan(unit, title="Kế hoạch truyền thông năm 2027", state=PlanState.IN_REVIEW)
    SourceFile.objects.update(received_by=owner)
    page = page_as(administrator)
    page.goto(reverse("organisation:person", args=[owner.pk]))
    page.get_by_role("link", name="Bàn giao việc").click()
    axe(page)
    page.get_by_label("Thư điện tử của người nhận").fill(colleague.email)
    page.get_by_role("button", name="Xem trước bàn giao").click()
    page.get_by_text("giao cho người nhận từ ngày").wait_for()
    axe(page)
    shots(page, "handover")
    page.get_by_role("button", name="Bàn giao cho Phạm Đồng Nghiệp").click()
    page.get_by_text("Đã bàn giao").wait_for()
    assert not may(owner, unit.pk, Role.VIEWER) and may(colleague, unit.pk, Role.COORDINATOR)
    assert not page.errors
