"""What comes over the wire for a page, cold, in headless Chromium at 390 px."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from tests.browser.conftest import BROWSERS, FLAGS, PHONE


@dataclass(frozen=True)
class Heavy:
    path: str
    wire: int  # bytes of all but pictures, heads included
    pictures: int
    foreign: int  # requests to other hosts
    drawn: float  # ms to the largest paint


_DRAWN = """() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().at(-1).startTime)).observe({type: "largest-contentful-paint", buffered: true});
  setTimeout(() => done(performance.now()), 2000);
})"""


def weigh(play: Any, base: str, paths: list[str]) -> list[Heavy]:
    path = next(filter(None, map(shutil.which, BROWSERS)))
    browser = play.chromium.launch(executable_path=path, args=FLAGS)
    try:
        return [_weigh(browser, base, one) for one in paths]
    finally:
        browser.close()


def _weigh(browser: Any, base: str, path: str) -> Heavy:
    context = browser.new_context(viewport=PHONE, locale="vi-VN")  # cold: nothing kept of the page before
    page = context.new_page()
    wire, kinds, hosts = {}, {}, set()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: e["type"]}))
    devtools.on(
        "Network.loadingFinished", lambda e: wire.update({e["requestId"]: int(e["encodedDataLength"])})
    )
    page.on("request", lambda r: hosts.add(urlsplit(r.url).netloc) if r.url.startswith("http") else None)
    page.goto(base + path, wait_until="networkidle")
    drawn = page.evaluate(_DRAWN)
    context.close()
    pictures = sum(size for key, size in wire.items() if kinds.get(key) in {"Image", "Media"})
    foreign = len(hosts - {urlsplit(base).netloc})
    return Heavy(path, sum(wire.values()) - pictures, pictures, foreign, float(drawn))
