"""Indicators in Chromium: the country on a map of tiles, one unit's values, a value given and corrected."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from quyen.core.arithmetic import year
from quyen.indicators.actions import Given, load_indicators, report_value
from quyen.indicators.models import Indicator
from quyen.organisation.actions import open_unit
from quyen.organisation.actions.country import rows
from quyen.organisation.enums import UnitKind
from quyen.organisation.models import Unit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def country(unit):
    load_indicators()
    Indicator.objects.update(owner=unit)
    dice = random.Random(3)
    one = Indicator.objects.get(code="T2a")
    for row in rows("provinces_2025"):
        place = open_unit(actor=None, name=row["name"], kind=UnitKind.PROVINCE, code=row["code"])
        for at in (2022, 2023, 2024, 2025):
            share = dice.randrange(20, 101) if dice.random() < 0.85 else None
            if share is not None and at > 2022:
                given = Given(Decimal(share), Decimal(100))
                report_value(actor=None, indicator=one, unit=place, period=year(at), given=given)
    return one


def test_the_country_is_seen_and_a_province_reports(page_as, owner, country, axe, shots, dark) -> None:
    tone = "dark" if dark else "light"
    page = page_as(owner, dark=dark)
    page.goto(reverse("indicators:list") + "?nam=2025")
    axe(page)
    shots(page, f"indicators-{tone}")
    page.get_by_role("link", name="Cán bộ làm công tác nhân quyền").click()
    axe(page)
    shots(page, f"indicator-{tone}")
    page.get_by_label("Bản đồ đơn vị").select_option("khi-do")
    page.get_by_role("button", name="Xem").click()
    assert "tên và địa giới của kỳ báo cáo" in page.content()
    page.locator(".tile").first.click()
    axe(page)
    shots(page, f"values-{tone}")


def test_a_value_is_given_corrected_and_its_versions_are_seen(
    page_as, editor, unit, country, axe, shots
) -> None:
    country.given_by = [UnitKind.DEPARTMENT]
    country.save()
    page = page_as(editor)
    page.goto(reverse("indicators:values", args=[country.code, unit.pk]))
    page.get_by_role("link", name="Báo cáo năm 2025").click()
    page.get_by_label("Số", exact=True).fill("12")
    page.get_by_label("Trên tổng số").fill("16")
    page.get_by_role("button", name="Ghi số liệu").click()
    page.get_by_role("link", name="Sửa năm 2025").click()
    page.get_by_label("Số", exact=True).fill("13")
    page.get_by_role("button", name="Ghi số liệu").click()
    assert "cần nêu lý do" in page.content()
    axe(page)
    shots(page, "value")
    page.get_by_label("Lý do sửa").fill("Đếm sót một người")
    page.get_by_role("button", name="Ghi số liệu").click()
    expect(page.get_by_text("Đếm sót một người")).to_be_visible()
    assert Unit.objects.get(pk=unit.pk).observations.count() == 2
    axe(page)
    shots(page, "values-corrected")


def test_an_indicator_is_defined_given_with_parts_and_a_file_and_frozen(
    page_as, owner, unit, axe, shots
) -> None:
    page = page_as(owner)
    page.goto(reverse("indicators:list"))
    page.get_by_role("link", name="Chỉ số mới").click()
    page.get_by_label("Mã").fill("SV1")
    page.get_by_label("Tên", exact=True).fill("Người dân dự buổi phổ biến quyền con người")
    page.get_by_label("Định nghĩa, cách tính").fill("Số người có mặt, theo danh sách ký tên của từng buổi.")
    page.get_by_label("Đơn vị tính").fill("người")
    page.get_by_label("Cơ quan chủ trì").select_option(str(unit.pk))
    page.get_by_label("Phân tổ").fill("nữ\nnam")
    page.get_by_label("Năm, dòng 1").fill("2028")
    page.get_by_label("Mức phải đạt, dòng 1").fill("1.200")
    page.get_by_role("button", name="Lưu").click()
    alert = page.get_by_role("alert").or_(page.locator(":invalid"))
    expect(alert.first).to_be_attached()  # nobody is to give it yet
    page.get_by_label("Sở, ban, ngành").check()
    axe(page)
    shots(page, "indicator-new")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("heading", name="SV1")).to_be_visible()
    page.get_by_role("link", name="Sửa SV1").click()
    page.get_by_label("Tên", exact=True).fill("Người dân dự các buổi phổ biến quyền con người")
    page.get_by_role("button", name="Lưu").click()
    assert "cần nêu lý do" in page.content()
    axe(page)
    shots(page, "indicator-edit")
    page.get_by_label("Lý do sửa").fill("Cho rõ nghĩa")
    page.get_by_role("button", name="Lưu").click()
    page.goto(reverse("indicators:values", args=["SV1", unit.pk]))
    page.get_by_role("link", name="Báo cáo năm").click()
    page.get_by_label("Số", exact=True).fill("1.200")
    page.get_by_label("nữ").fill("700")
    page.get_by_label("nam").fill("650")
    page.get_by_label("Tệp minh chứng").set_input_files(
        {"name": "danh-sach-ky-ten.xlsx", "mimeType": "application/octet-stream", "buffer": b"danh sach"}
    )
    axe(page)
    shots(page, "value-parts")
    page.get_by_role("button", name="Ghi số liệu").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="danh-sach-ky-ten.xlsx").first.click()
    assert download.value.suggested_filename == "danh-sach-ky-ten.xlsx"
    assert Indicator.objects.get().observations.get(part="").numerator == 1200
    axe(page)
    shots(page, "values-parts")
    page.goto(reverse("indicators:list"))
    page.get_by_role("link", name="Chốt số liệu").click()
    page.get_by_label("Căn cứ").fill("Biên bản họp ngày 12/01/2026")
    page.get_by_role("button", name="Chốt số liệu").click()
    axe(page)
    shots(page, "freezes")
    page.get_by_role("link", name="Bỏ chốt").click()
    axe(page)
    shots(page, "unfreeze")
    page.get_by_role("button", name="Bỏ chốt").click()
    expect(page.get_by_text("Chưa chốt kỳ nào")).to_be_visible()
    assert not [error for error in page.errors if "422" not in error]  # two forms were sent incomplete
