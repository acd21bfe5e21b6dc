"""The public site in Chromium: a citizen's way, by keyboard, without JavaScript, and what it weighs."""

from __future__ import annotations

import gzip

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories.public import make_site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LIGHT = 100_000  # bytes of any page without pictures


@pytest.fixture
def site(db):
    return make_site()


def _weight(page, path: str) -> tuple[int, set[str]]:
    """Bytes over the wire as the server sends them packed, and the hosts asked."""
    seen = []
    page.on("request", lambda one: seen.append(one.url))
    page.goto(path)
    size = 0
    for url in set(seen):
        answer = page.request.get(url)
        packed = "font" in answer.headers["content-type"] or "image" in answer.headers["content-type"]
        size += len(answer.body()) if packed else len(gzip.compress(answer.body(), 6))
    return size, {url.split("/")[2] for url in seen}


def test_the_public_site_and_its_editors_room(site, page_as, axe, shots, live_server) -> None:
    """One world for all three: making it takes longer than looking at it."""
    _a_citizen_finds_a_right(site, page_as, axe, shots)
    _pages_are_light(site, page_as, live_server)
    _an_editor_sees_the_page_before_it_is_out(site, page_as)


def _a_citizen_finds_a_right(site, page_as, axe, shots) -> None:
    page = page_as(None)
    page.goto("/")
    axe(page)
    shots(page, "portal-home")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Tới nội dung")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.get_by_role("link", name="Đi làm").click()
    page.get_by_role("link", name="Khi bị thử").click()
    expect(page.get_by_role("heading", name="Khi bị thử")).to_be_visible()
    axe(page)
    shots(page, "portal-situation")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="When tested")).to_be_visible()
    assert not page.context.cookies() and not page.errors


def _pages_are_light(site, page_as, live_server) -> None:
    """They ask nobody else, and need no script."""
    page = page_as(None, js=False, width=390)
    host = live_server.url.split("/")[2]
    for path in ("/", "/quyen-cua-toi/bi-thu/", "/km/"):
        size, hosts = _weight(page, path)
        assert size <= LIGHT and hosts == {host}, (path, size, hosts)
    page.goto(reverse("portal:mistake"))
    page.get_by_label("Trang nào").fill("/tin/")
    page.get_by_label("Chỗ nào sai").fill("Ngày ở đầu trang viết sai.")
    page.get_by_role("button", name="Gửi").click()
    expect(page.get_by_role("status")).to_contain_text("Đã nhận")


def _an_editor_sees_the_page_before_it_is_out(site, page_as) -> None:
    page = page_as(site.coordinator)
    page.goto(reverse("wagtailadmin_pages:edit", args=[site.news.pk]))
    expect(page.get_by_role("button", name="Lưu bản nháp")).to_be_visible()
    page.get_by_role("button", name="Ẩn hiện xem trước").click()
    expect(page.frame_locator("iframe").first.get_by_role("heading", name="Tin tin-mot")).to_be_visible()
    assert not [one for one in page.errors if "Content Security Policy" in one]
