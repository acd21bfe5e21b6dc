"""An estimate in Chromium: typed line by line, a fault named at once, sent, assembled, approved, and spent."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.urls import reverse

from quyen.budget.models import Estimate
from tests.factories.budget import YEAR, make_money

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def filled(content: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    book.active["E5"], book.active["I5"] = "Xã hội hóa", "2,25 triệu"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_an_estimate_is_typed_assembled_approved_and_spent(page_as, axe, shots, tmp_path) -> None:
    money = make_money()
    page = page_as(money.writer)
    page.goto(reverse("budget:list"))
    axe(page)
    page.get_by_label("Đơn vị, kế hoạch và năm").select_option(index=1)
    page.get_by_role("button", name="Lập dự toán").click()
    page.get_by_label("Nhiệm vụ được giao").select_option(index=1)
    new = page.locator(".money-new")
    new.get_by_label("Số lượng").fill("12")
    new.get_by_label("Đơn giá").fill("1,5 triệu")
    new.get_by_role("button", name="Thêm dòng").click()
    line = page.get_by_role("form", name="Dòng 1")
    line.get_by_label("Thành tiền").fill("18,5 triệu")
    line.get_by_label("Ghi chú").fill("hai giảng viên")
    line.get_by_label("Ghi chú").press("Tab")
    line.get_by_text("12 × 1.500.000 = 18.000.000, ghi 18.500.000").wait_for()
    page.locator("#money-faults").get_by_text("1 chỗ không khớp").wait_for()
    assert line.get_by_label("Thành tiền").input_value() == "18,5 triệu"  # what was typed stays
    axe(page)
    shots(page, "budget-draft")
    line.get_by_label("Thành tiền").fill("18.000.000")
    line.get_by_label("Thành tiền").press("Tab")
    page.get_by_text("Mọi phép tính và tổng số đều khớp").wait_for()
    new.get_by_label("Nội dung khác").fill("Văn phòng phẩm")
    new.get_by_label("Thành tiền").fill("1.200.000")
    new.get_by_role("button", name="Thêm dòng").click()
    page.locator("#money-totals").get_by_text("19.200.000").first.wait_for()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Xóa dòng 2").click()
    page.get_by_role("form", name="Dòng 2").wait_for(state="detached")
    with page.expect_download() as got:
        page.get_by_role("link", name="Tải .xlsx").click()
    path = tmp_path / "du-toan.xlsx"
    path.write_bytes(filled(got.value.path().read_bytes()))
    page.get_by_role("link", name="Nhập từ .xlsx").click()
    page.get_by_label("Bảng tính .xlsx").set_input_files(path)
    axe(page)
    page.get_by_role("button", name="Xem trước từng dòng").click()
    page.get_by_text("Xã hội hóa: 2.250.000").wait_for()
    axe(page)
    shots(page, "budget-intake")
    page.get_by_role("button", name="Thực hiện 1 dòng").click()
    page.get_by_role("button", name="Gửi dự toán").click()
    page.get_by_text("Đã gửi dự toán tới").wait_for()
    axe(page)
    shots(page, "budget-sent")
    page.get_by_role("button", name="Rút lại để sửa").click()
    page.get_by_text("Đã rút dự toán về").wait_for()
    page.get_by_role("button", name="Gửi dự toán").click()
    page.get_by_text("Đã gửi dự toán tới").wait_for()
    assert not page.errors
    made = Estimate.objects.get()
    _judge(page_as(money.head), made, money, axe, shots)
    page.goto(reverse("budget:estimate", args=[made.pk]))
    axe(page)
    shots(page, "budget-approved")
    page.get_by_role("link", name="Ghi chi dòng 1").click()
    page.get_by_label("Ngày chi").fill("2026-03-01")
    page.get_by_label("Số tiền đã chi").fill("9,5 triệu")
    page.get_by_role("button", name="Ghi khoản chi").click()
    page.get_by_text("Đã ghi khoản chi.").wait_for()
    axe(page)
    shots(page, "budget-spendings")
    page.goto(reverse("budget:list"))
    axe(page)
    shots(page, "budget-list")
    assert not page.errors


def _judge(page, made, money, axe, shots) -> None:
    """The officer's side: into the sums, one amount lowered, approved."""
    page.goto(reverse("budget:estimate", args=[made.pk]))
    page.get_by_role("button", name="Đưa vào tổng hợp").click()
    amount = page.get_by_label("Đề nghị duyệt, dòng 1")
    amount.fill("16 triệu")
    amount.press("Tab")
    page.locator("#money-proposed").get_by_text("18.250.000").wait_for()
    axe(page)
    shots(page, "budget-appraise")
    page.goto(reverse("budget:assembled", args=[money.plan.pk, YEAR]))
    axe(page)
    shots(page, "budget-assembled")
    page.get_by_label("Quyết định phê duyệt").fill("Quyết định số 15/QĐ-UBND ngày 20/1/2026")
    page.get_by_role("button", name="Duyệt").click()
    page.get_by_text("Đã duyệt dự toán của 1 đơn vị.").wait_for()
    assert not page.errors
