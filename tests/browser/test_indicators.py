"""Indicators in Chromium: the country on a map of tiles, one unit's values, a value given and corrected."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from django.urls import reverse

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
    axe(page)
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
    assert page.get_by_text("Đếm sót một người").is_visible()
    assert Unit.objects.get(pk=unit.pk).observations.count() == 2
    axe(page)
    shots(page, "values-corrected")
