"""One headless Chromium for all browser tests; Debian's own, nothing downloaded. Where Debian's build without windows
is there, that one: the same engine of the same version, and a third less work for the machine.

Its windows are kept between tests, emptied of cookies and of what pages stored: a new window costs a second of
a processor, for a new process with cold code.
"""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

import pytest

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this thread

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--renderer-process-limit=1",
]  # fmt: skip
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 900}
SHOTS = Path(os.environ["QUYEN_SHOTS"]) if os.environ.get("QUYEN_SHOTS") else None


@pytest.fixture(scope="package")
def browser():
    """Closed after the last browser test: its event loop would forbid other tests of this process one of their own."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not path:
        pytest.skip("không có chromium: apt install chromium")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=10_000)
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="package")
def windows(browser, live_server):
    """Idle windows, those with scripts and those without: `page_as` takes one and gives it back empty."""
    idle = {True: [], False: []}
    yield idle
    for page in [*idle[True], *idle[False]]:
        page.context.close()
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(5)  # it holds a connection to the database for as long as its window is open


def _open(browser, url: str, js: bool):
    context = browser.new_context(
        base_url=url, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", java_script_enabled=js,
        accept_downloads=True, viewport=DESK,
    )  # fmt: skip
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda m: page.errors.append(m.text) if m.type == "error" else None)
    page.devtools = context.new_cdp_session(page)
    return page


def _resize(page, size: dict[str, int]) -> None:
    if page.viewport_size != size:  # asked again for the same, Chromium draws again
        page.set_viewport_size(size)


def _empty(page, url: str) -> None:
    """As a new window is: no page, no cookie, nothing stored, a line."""
    for other in page.context.pages:
        if other is not page:
            other.close()
    page.evaluate("() => { try { sessionStorage.clear(); } catch { /* not of our place */ } }")
    page.goto("about:blank")
    page.context.set_offline(False)
    page.context.clear_cookies()
    page.devtools.send("Storage.clearDataForOrigin", {"origin": url, "storageTypes": "all"})
    page.devtools.send(
        "Network.clearBrowserCache"
    )  # public pages may be kept for minutes, by the browser too
    page.errors.clear()


@pytest.fixture
def page_as(browser, windows, live_server, client_of, request):
    """`page_as(user, dark=False, width=1280, js=True)`: an empty page, signed in, with its errors collected."""
    used, failed = [], request.session.testsfailed

    def make(user=None, *, dark: bool = False, width: int = 1280, height: int = 900, js: bool = True):
        page = windows[js].pop() if windows[js] else _open(browser, live_server.url, js)
        used.append((js, page))
        page.context.clear_cookies()  # an answer that came late may have brought one
        _resize(page, {"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.scheme = "dark" if dark else "light"
        if user is not None:
            cookie = client_of(user).cookies["sessionid"]
            page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
        return page

    yield make
    for js, page in used:
        if request.session.testsfailed > failed:
            page.context.close()  # in whatever state it is
        else:
            _empty(page, live_server.url)
            windows[js].append(page)


@pytest.fixture
def dark() -> bool:
    """Journeys are made once, in light; `axe` looks at each page in the dark, too."""
    return False


# axe-core parses each colour it meets anew, some thousands a page and only a few different: nearly half of its time
REMEMBERED = """(() => {
    const known = new Map(), colours = axe.commons.color.Color.prototype, parse = colours.parseString;
    colours.parseString = function (text) {
        if (known.has(text)) [this.r, this.g, this.b, this.alpha] = known.get(text);
        else known.set(text, (parse.call(this, text), [this.r, this.g, this.b, this.alpha]));
        return this;
    };
})()"""
AXE = """axe.run({resultTypes: ['violations']}).then(found => {
    window.lookedAt = document.documentElement.outerHTML;
    return {violations: found.violations, wide: document.documentElement.scrollWidth};
})"""


@pytest.fixture
def axe():
    """`axe(page)` fails with what axe-core found: as the page is, and dark at the width of a phone; and where
    the page scrolls sideways."""
    from axe_playwright_python.base import AxeResults

    def check(page) -> None:
        before = page.viewport_size
        for size, scheme in ((before, page.scheme), (PHONE, "dark")):
            _resize(page, size)
            if scheme != page.scheme:
                page.emulate_media(color_scheme=scheme)
            answer = _looked(page)
            found = AxeResults(answer)
            told = f"{size['width']} px {scheme}: {found.generate_report()}"
            assert found.violations_count == 0, told
            _not_sideways(answer["wide"], size["width"], page.url)
        if page.scheme != "dark":
            page.emulate_media(color_scheme=page.scheme)  # while there is little to draw
        _resize(page, before)

    return check


def _looked(page) -> dict:
    """Once more where a click just before it led away under its eyes."""
    from axe_playwright_python.base import AXE_SCRIPT
    from playwright.sync_api import Error

    for is_last in (False, True):
        try:
            if not page.evaluate("!!window.axe"):
                # not as `page.evaluate` would: of a script the engine knows it keeps what it compiled
                page.devtools.send("Runtime.evaluate", {"expression": f"{AXE_SCRIPT};{REMEMBERED}"})
            return page.evaluate(AXE)
        except Error:
            if is_last:
                raise
            page.wait_for_load_state()
    raise AssertionError


def _not_sideways(wide: int, width: int, name: str) -> None:
    assert wide <= width + 1, f"{name}: {wide} px wide at {width}"


@pytest.fixture
def shots():
    """`shots(page, name)` keeps pictures at 1280 and 390 px where QUYEN_SHOTS names a folder, and in any
    case fails where the page scrolls sideways at either width; `axe` may just have seen that it does not."""

    def take(page, name: str) -> None:
        before = page.viewport_size
        same = "window.lookedAt === document.documentElement.outerHTML"
        if not SHOTS and before == DESK and page.evaluate(same):
            return
        for size in (DESK, PHONE):
            width = size["width"]
            _resize(page, size)
            if SHOTS:
                SHOTS.mkdir(parents=True, exist_ok=True)
                page.wait_for_timeout(50)
                page.screenshot(path=SHOTS / f"{name}-{width}.png", full_page=True)
            _not_sideways(page.evaluate("document.documentElement.scrollWidth"), width, name)
        _resize(page, before)

    return take
