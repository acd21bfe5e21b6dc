"""One headless Chromium for all browser tests; Debian's own, nothing downloaded."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this thread

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
SHOTS = Path(os.environ["QUYEN_SHOTS"]) if os.environ.get("QUYEN_SHOTS") else None


@pytest.fixture(scope="session")
def browser():
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        pytest.skip("không có chromium: apt install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def page_as(browser, live_server, client_of):
    """`page_as(user, dark=False, width=1280, js=True)`: a fresh page, signed in, with its errors collected."""
    opened = []

    def make(user=None, *, dark: bool = False, width: int = 1280, height: int = 900, js: bool = True):
        context = browser.new_context(
            base_url=live_server.url, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh",
            color_scheme="dark" if dark else "light", viewport={"width": width, "height": height},
            java_script_enabled=js, accept_downloads=True,
        )  # fmt: skip
        if user is not None:
            cookie = client_of(user).cookies["sessionid"]
            context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on("console", lambda m: page.errors.append(m.text) if m.type == "error" else None)
        opened.append(context)
        return page

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def dark() -> bool:
    """Journeys are made once, in light; `axe` looks at each page in the dark, too."""
    return False


@pytest.fixture
def axe():
    """`axe(page)` fails with what axe-core found: as the page is, and dark at the width of a phone."""
    from axe_playwright_python.sync_playwright import Axe

    def check(page) -> None:
        before = page.viewport_size
        for size, scheme in ((before, None), ({"width": 390, "height": 900}, "dark")):
            page.set_viewport_size(size)
            page.emulate_media(color_scheme=scheme or "null")
            found = Axe().run(page)
            told = f"{size['width']} px {scheme or ''}: {found.generate_report()}"
            assert found.violations_count == 0, told
        page.set_viewport_size(before)
        page.emulate_media(color_scheme="null")

    return check


@pytest.fixture
def shots():
    """`shots(page, name)` keeps pictures at 1280 and 390 px where QUYEN_SHOTS names a folder, and in any
    case fails where the page scrolls sideways at 390 px."""

    def take(page, name: str) -> None:
        before = page.viewport_size
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_timeout(50)
            if SHOTS:
                SHOTS.mkdir(parents=True, exist_ok=True)
                page.screenshot(path=SHOTS / f"{name}-{width}.png", full_page=True)
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width + 1, f"{name}: {wide} px wide at {width}"
        page.set_viewport_size(before)

    return take
