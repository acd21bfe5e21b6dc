"""The desk of situations in Chromium: the table of languages, a page written without a script, its editions."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.rights.conftest import desk, ministry  # noqa: F401  fixtures

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_editor_writes_a_page_without_a_script_and_publishes_it(desk, page_as, axe, shots) -> None:  # noqa: F811
    from playwright.sync_api import expect

    from quyen.rights.actions.situation_loading import load_situations, shipped_pages
    from quyen.rights.models import SituationText

    load_situations(pages=[one for one in shipped_pages() if one.slug in {"bi-bat-tam-giu", "thai-san"}])
    page = page_as(desk)
    page.goto(reverse("rights:situations"))
    expect(page.get_by_role("heading", name="Quyền của tôi khi …")).to_be_visible()
    axe(page)
    shots(page, "situations")
    page.get_by_role("link", name="Khi bị bắt, bị tạm giữ", exact=True).click()
    expect(page.get_by_role("heading", name="Tình trạng")).to_be_visible()
    axe(page)
    shots(page, "situation")
    plain = page_as(desk, js=False)
    plain.goto(reverse("rights:situation-edit", args=["bi-bat-tam-giu", "vi"]))
    plain.get_by_label("Thêm khối").select_option("note")
    plain.get_by_label("sau khối số").select_option("2")
    plain.get_by_role("button", name="Thêm", exact=True).click()
    plain.locator("#khoi-2-text").fill("Trang này nói về người từ đủ 18 tuổi.")
    plain.get_by_role("button", name="Lên khối 3").click()
    plain.get_by_role("button", name="Xem trước").click()
    expect(plain.locator("#xem-truoc")).to_contain_text("từ đủ 18 tuổi")
    shots(plain, "situation-edit")
    plain.get_by_label("Sửa gì, vì sao").fill("nói rõ cho ai")
    plain.get_by_role("button", name="Lưu bản mới").last.click()
    expect(plain.get_by_text("Đã lưu bản 2.")).to_be_visible()
    plain.get_by_role("button", name="Đăng bản 2").click()
    expect(plain.get_by_text("Trang đã đăng.")).to_be_visible()
    assert (
        SituationText.objects.get(situation__slug="bi-bat-tam-giu", language="vi").body[1]["kind"] == "note"
    )
    page.goto(reverse("rights:situation-edit", args=["bi-bat-tam-giu", "en"]))
    axe(page)
    page.goto(reverse("rights:situation-edition", args=["bi-bat-tam-giu", "vi", 2]))
    axe(page)
    shots(page, "situation-edition")
    assert page.errors == [] and plain.errors == []
