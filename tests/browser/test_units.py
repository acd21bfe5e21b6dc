"""The units of any day, in Chromium: the list, its search without marks, the life of one unit."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from quyen.organisation.actions import carry_out, grant_role, open_unit
from quyen.organisation.actions.arrangements import Wish
from quyen.organisation.enums import Role, SuccessionKind, UnitKind

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def can_tho(administrator):
    made = {
        name: open_unit(actor=None, name=name, kind=UnitKind.PROVINCE, code=code)
        for name, code in (("Thành phố Cần Thơ", "92"), ("Tỉnh Hậu Giang", "93"), ("Tỉnh Sóc Trăng", "94"))
    }
    for name in ("Sở Tư pháp thành phố Cần Thơ", "Sở Văn hóa, Thể thao và Du lịch thành phố Cần Thơ"):
        open_unit(actor=None, name=name, kind=UnitKind.DEPARTMENT, parent=made["Thành phố Cần Thơ"])
    target = made["Thành phố Cần Thơ"]
    units = tuple(unit.pk for unit in made.values())
    basis = "Nghị quyết số 202/2025/QH15 về việc sắp xếp đơn vị hành chính cấp tỉnh"
    carry_out(actor=None, wish=Wish(SuccessionKind.MERGE, date(2025, 7, 1), basis, units, target.pk))
    grant_role(actor=None, user=administrator, unit=target, role=Role.ADMINISTRATOR)
    return target


def test_units_are_found_at_a_day_and_their_life_is_told(
    page_as, administrator, can_tho, axe, shots, dark
) -> None:
    page = page_as(administrator, dark=dark)
    page.goto(reverse("organisation:units"))
    axe(page)
    shots(page, f"units-{'dark' if dark else 'light'}")
    page.get_by_label("Vào ngày").fill("2024-12-31")
    page.get_by_label("Tên đơn vị").fill("hau giang")
    page.get_by_role("button", name="Tìm").click()
    page.get_by_role("link", name="Tỉnh Hậu Giang").click()
    axe(page)
    assert "không còn hoạt động" in page.content()
    page.get_by_role("link", name="Thành phố Cần Thơ").first.click()
    axe(page)
    shots(page, f"unit-{'dark' if dark else 'light'}")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
