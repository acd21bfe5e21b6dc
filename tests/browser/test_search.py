"""From an everyday question without marks to the answer, in Chromium and without scripts; what was understood, and narrowed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def public_site():
    """Situations as they ship, and a few made finds of other kinds."""
    from quyen.portal.actions.index import build
    from quyen.portal.actions.tree import prepare_pages
    from quyen.portal.queries.gathering import GATHERERS
    from quyen.rights.actions.situation_loading import load_situations, shipped_pages
    from tests.portal.test_search import LIBRARY

    prepare_pages()
    wanted = {"kham-nha-thu-dien-thoai", "mat-viec", "thai-san"}
    load_situations(pages=[one for one in shipped_pages() if one.slug in wanted])
    shipped = list(GATHERERS["situation"](None))
    build([*shipped, *(replace(row, address="/tin/") for row in LIBRARY[1:])])
    return shipped


def test_a_citizen_comes_to_the_answer_from_an_everyday_question(public_site, page_as, axe, shots) -> None:
    from playwright.sync_api import expect

    page = page_as(None)
    page.goto("/")
    page.get_by_role("searchbox").fill("cong an thu dien thoai")
    page.get_by_role("button", name="Tìm").click()  # the first click
    expect(page.get_by_text("Trả lời ngắn")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("^Đã hiểu là công an thu điện thoại"))).to_be_visible()
    axe(page)
    shots(page, "search")
    page.locator(".best h2 a").click()  # the second: the answer
    expect(page.locator("h1")).to_contain_text("điện thoại")
    page.go_back()
    page.get_by_role("link", name=re.compile("Có tìm thêm điện thoại di động")).click()
    expect(page.get_by_role("link", name=re.compile("Có tìm thêm điện thoại di động"))).to_have_count(0)
    page.get_by_role("link", name="thêm lại các từ đã bỏ").click()
    page.get_by_role("link", name=re.compile("^Sản phẩm")).click()
    expect(page.locator(".hit")).to_have_count(1)
    expect(page.locator(".best")).to_have_count(0)
    axe(page)
    page.get_by_role("link", name="chỉ đúng chữ đã gõ").click()
    expect(page.get_by_text("Chưa tìm thấy gì")).to_be_visible()
    axe(page)
    shots(page, "search-none")
    page.get_by_role("searchbox").fill("")
    page.get_by_role("searchbox").press_sequentially("dien th", delay=20)
    expect(page.locator("#goi-y").get_by_role("link", name="điện thoại", exact=True)).to_be_visible()
    axe(page)
    shots(page, "search-suggested")
    assert page.errors == [] and page.context.cookies() == []
    plain = page_as(None, js=False)
    plain.goto("/tim/")
    plain.get_by_role("searchbox").fill("toi bi duoi viec thi phai lam sao")
    plain.get_by_role("button", name="Tìm").click()
    expect(plain.locator(".best")).to_be_visible()
    plain.locator(".best h2 a").click()
    expect(plain.locator("h1")).to_contain_text("việc")
