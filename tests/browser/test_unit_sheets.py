"""Units out to Excel and in again, and a province's usual departments, in Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from quyen.organisation.actions import grant_role, open_unit
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.models import Unit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def province(administrator):
    made = open_unit(actor=None, name="Thành phố Cần Thơ", kind=UnitKind.PROVINCE, code="92")
    open_unit(actor=None, name="Sở Tư pháp thành phố Cần Thơ", kind=UnitKind.DEPARTMENT, parent=made)
    grant_role(actor=None, user=administrator, unit=made, role=Role.ADMINISTRATOR)
    return made


def test_a_list_goes_out_is_filled_in_and_comes_back(
    page_as, administrator, province, axe, shots, tmp_path: Path, dark
) -> None:
    page = page_as(administrator, dark=dark)
    page.goto(reverse("organisation:units"))
    with page.expect_download() as coming:
        page.get_by_role("link", name="Tải .xlsx").click()
    path = tmp_path / "don-vi.xlsx"
    coming.value.save_as(path)
    book = load_workbook(path)
    sheet = book.active
    (law,) = [row for row in sheet.iter_rows(min_row=4) if str(row[1].value).startswith("Sở Tư pháp")]
    law[1].value = "Sở Pháp luật thành phố Cần Thơ"
    sheet.append(
        (
            None,
            "Sở Du lịch thành phố Cần Thơ",
            None,
            "sở, ban, ngành",
            None,
            "Thành phố Cần Thơ",
            None,
            None,
            None,
            "mới",
        )
    )
    sheet.append((None, "Sở Không Ai Biết"))
    book.save(path)
    page.get_by_role("link", name="Nhập từ .xlsx").click()
    axe(page)
    shots(page, f"intake-form-{'dark' if dark else 'light'}")
    page.get_by_label("Bảng tính").set_input_files(path)
    page.get_by_label("Đổi từ ngày").fill("2026-07-01")
    page.get_by_label("Căn cứ").fill("Nghị quyết số 9/2026/NQ-HĐND")
    page.get_by_role("button", name="Xem trước từng dòng").click()
    page.get_by_text("Xem trước. Chưa có gì thay đổi.").wait_for()
    axe(page)
    shots(page, f"intake-{'dark' if dark else 'light'}")
    assert "không thấy đơn vị tên này" in page.content()
    page.get_by_role("button", name="Thực hiện 2 dòng").click()
    page.get_by_text("Đã thực hiện cả tệp").wait_for()
    axe(page)
    assert {unit.name for unit in province.children.all()} == {
        "Sở Pháp luật thành phố Cần Thơ", "Sở Du lịch thành phố Cần Thơ",
    }  # fmt: skip
    assert not Unit.objects.filter(name="Sở Không Ai Biết").exists() and not page.errors


def test_the_usual_departments_are_founded(page_as, administrator, province, axe, shots, dark) -> None:
    page = page_as(administrator, dark=dark)
    page.goto(reverse("organisation:unit", args=[province.pk]))
    page.get_by_role("link", name="Sở, ban, ngành theo mẫu").click()
    axe(page)
    shots(page, f"template-{'dark' if dark else 'light'}")
    page.get_by_label("Từ ngày").fill("2026-07-01")
    page.get_by_role("button", name="Lập các đơn vị").click()
    page.get_by_text("Đã lập các đơn vị").wait_for()
    axe(page)
    shots(page, f"template-done-{'dark' if dark else 'light'}")
    assert province.children.count() > 20 and not page.errors
