"""bin/bench pages: the public site under load, and the weight of its pages.

An installation of its own with the demo world, two web processes. Four things are measured:

1. Rate: the home page, asked for as fast as eight connections can, beside a bare Django view (no middleware, no database)
   that sends the same bytes from the same server with the same number of processes; the two take turns, five visits each.
2. At 200 requests a second for a minute, over all public addresses of the sitemap in the three languages and a hundred
   searches, while a product is published every twenty seconds: its own page, the library's and the home page are made anew
   at once, all others in their turn. A time runs from the moment at which the request was due.
3. The first making of every page: nothing kept, one after the other.
4. Weight in headless Chromium, cold, 390 px: what comes over the wire for a page without its pictures, and from where.

    bin/bench pages --seconds 10       a small trial
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from tests.bench.bars import Bars
from tests.recovery.installation import HOUSE, Installation, _free_port

A_SECOND, CONNECTIONS, VISITS, VISIT_SECONDS = 200, 8, 5, 3.0
LIGHT = 100 * 1024  # bytes over the wire
CHANGE_EVERY, LONGEST = 20.0, 30.0
WORDS = (
    "quyen",
    "tre em",
    "hoc phi",
    "bị bắt",
    "dien thoai",
    "thai san",
    "khuyết tật",
    "tieng khmer",
    "luat su",
    "bao luc",
)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--seconds", type=float, default=60)
    given = ask.parse_args()
    with tempfile.TemporaryDirectory(prefix="quyen-pages-") as name:
        Path(name).chmod(0o755)
        site = Installation(Path(name) / "data", demo=True)
        site.folder.mkdir()
        print(f"first start with the demo world: {site.start():.0f} s", flush=True)
        bars = Bars()
        try:
            _measure(bars, site, Path(name), given.seconds)
        finally:
            site.stop()
    bars.done()


def _measure(bars: Bars, site: Installation, folder: Path, seconds: float) -> None:
    addresses = _addresses(site.port)
    print(f"{len(addresses)} public addresses in the sitemap", flush=True)
    _first(bars, site.port, addresses)
    _rates(bars, site.port, folder)
    _load(bars, site, addresses, seconds)
    _weights(bars, site.port, addresses)


def _get(port: int, path: str) -> tuple[int, bytes]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
        return answer.status, answer.read()


def _addresses(port: int) -> list[str]:
    found: list[str] = []
    waiting = ["/sitemap.xml"]
    while waiting:
        text = _get(port, waiting.pop())[1].decode()
        places = [urlsplit(place).path for place in re.findall(r"<loc>([^<]+)</loc>", text)]
        waiting += [place for place in places if place.endswith(".xml")]
        found += [place for place in places if not place.endswith(".xml")]
    return sorted(set(found))


def _first(bars: Bars, port: int, addresses: list[str]) -> None:
    times = []
    for path in addresses:
        start = time.perf_counter()
        _get(port, path)
        times.append((time.perf_counter() - start) * 1000)
    slow = max(zip(times, addresses, strict=True))
    print(f"first making of a page: median {statistics.median(times):.0f} ms, p95 {_share(times, 0.95):.0f} ms, "
          f"longest {slow[0]:.0f} ms ({slow[1]})")  # fmt: skip


# --- rate -----------------------------------------------------------------------------------------


def _rates(bars: Bars, port: int, folder: Path) -> None:
    body = _get(port, "/")[1]
    (folder / "body").write_bytes(body)
    other = _free_port()
    bare = _bare(other, folder / "body")
    ours, theirs = [], []
    try:
        for _ in range(VISITS):
            theirs.append(asyncio.run(_flood(other, "/")))
            ours.append(asyncio.run(_flood(port, "/")))
    finally:
        bare.terminate()
        bare.wait()
    own, peer = statistics.median(ours), statistics.median(theirs)
    print(f"home page of {len(body)} bytes: {own:.0f} requests/s, bare view {peer:.0f} requests/s")
    bars.at_least("rate of the home page to that of a bare Django view", own / peer, 0.6, "x")


def _bare(port: int, body: Path) -> subprocess.Popen[bytes]:
    command = ["granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", "2",
               "--blocking-threads", "2", "--no-access-log", "--log-level", "error", "tests.bench.bare:application"]  # fmt: skip
    command[0] = str(Path(sys.executable).parent / "granian")
    kept = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    started = subprocess.Popen(
        command, env=kept | {"QUYEN_BARE_BODY": str(body), "PYTHONPATH": str(HOUSE)}, cwd=HOUSE
    )
    for _ in range(100):
        with suppress(OSError):
            _get(port, "/")
            return started
        time.sleep(0.1)
    raise TimeoutError("the bare view does not answer")


async def _flood(port: int, path: str) -> float:
    """Requests a second that `CONNECTIONS` of them get answered."""
    until = time.perf_counter() + VISIT_SECONDS
    counts = await asyncio.gather(*(_ask_on(port, path, until) for _ in range(CONNECTIONS)))
    return sum(counts) / VISIT_SECONDS


async def _ask_on(port: int, path: str, until: float) -> int:
    line, count = await Line.open(port), 0
    while time.perf_counter() < until:
        assert await line.ask(path) == 200
        count += 1
    line.close()
    return count


@dataclass
class Line:
    """One kept-alive connection."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    host: str  # with the port, as every client says it: a page is kept under its whole address

    @classmethod
    async def open(cls, port: int) -> Line:
        return cls(*await asyncio.open_connection("127.0.0.1", port), f"127.0.0.1:{port}")

    async def ask(self, path: str) -> int:
        self.writer.write(
            f"GET {path} HTTP/1.1\r\nHost: {self.host}\r\nAccept-Encoding: gzip\r\n\r\n".encode()
        )
        head = await self.reader.readuntil(b"\r\n\r\n")
        if found := re.search(rb"content-length: (\d+)", head, re.I):
            await self.reader.readexactly(int(found[1]))
        elif b"chunked" in head.lower():
            while (size := int(await self.reader.readline(), 16)) or True:
                await self.reader.readexactly(size + 2)
                if size == 0:
                    break
        return int(head[9:12])

    def close(self) -> None:
        self.writer.close()


# --- load -----------------------------------------------------------------------------------------


@dataclass
class Told:
    times: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    free: list[Line] = field(default_factory=list)


def _load(bars: Bars, site: Installation, addresses: list[str], seconds: float) -> None:
    rng = random.Random(20261127)
    searches = [f"/tim/?q={quote(f'{a} {b}')}" for a in WORDS for b in WORDS]
    liked = rng.sample(addresses, len(addresses))
    weights = [1 / (place + 1) for place in range(len(liked))]
    wanted = [
        rng.choice(searches) if rng.random() < 0.1 else rng.choices(liked, weights)[0]
        for _ in range(int(A_SECOND * seconds))
    ]
    told = asyncio.run(_at_rate(site, wanted))
    print(f"{len(told.times)} answers at {A_SECOND} a second: median {statistics.median(told.times):.1f} ms, "
          f"p95 {_share(told.times, 0.95):.1f} ms, p99 {_share(told.times, 0.99):.1f} ms, longest {max(told.times):.0f} ms")  # fmt: skip
    for fault in told.faults[:3]:
        print(fault)
    bars.at_most("p95 of a public page at 200 requests/s", _share(told.times, 0.95), 100, " ms")
    bars.at_most("requests that got no page", len(told.faults), 0)


async def _at_rate(site: Installation, wanted: list[str]) -> Told:
    told, start, tasks = Told(), time.perf_counter(), []
    product = next(path for path in wanted if re.search(r"/thu-vien/\d+-", path))
    changing = asyncio.create_task(_change(site, product))
    for number, path in enumerate(wanted):
        due = start + number / A_SECOND
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        tasks.append(asyncio.create_task(_one(site.port, path, due, told)))
    await asyncio.gather(*tasks)
    changing.cancel()
    for line in told.free:
        line.close()
    return told


async def _one(port: int, path: str, due: float, told: Told) -> None:
    line = None
    try:
        async with asyncio.timeout(LONGEST):
            line = told.free.pop() if told.free else await Line.open(port)
            status = await line.ask(path)
        told.free.append(line)
        if status != 200:
            told.faults.append(f"{status} {path}")
    except (TimeoutError, OSError, asyncio.IncompleteReadError) as error:
        told.faults.append(f"{error!r} {path}")
        if line is not None:
            line.close()
    told.times.append((time.perf_counter() - due) * 1000)


async def _change(site: Installation, product: str) -> None:
    """What a publication says of kept pages (`portal.receivers.kept`)."""
    number = re.search(r"/thu-vien/(\d+)-", product)
    assert number
    pages = json.dumps(["/", "/thu-vien/", f"/thu-vien/{number[1]}-*"])
    statement = ("update portal_generation set number = number + 1, recent = jsonb_build_array(jsonb_build_array("
                 f"number + 1, '{pages}'::jsonb)) || recent where id = 1 returning number")  # fmt: skip
    while True:
        await asyncio.to_thread(site.ask, statement)
        await asyncio.sleep(CHANGE_EVERY)


def _share(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


# --- weight ---------------------------------------------------------------------------------------


def _weights(bars: Bars, port: int, addresses: list[str]) -> None:
    from playwright.sync_api import sync_playwright

    from tests.bench.weight import Heavy, weigh

    heavy: list[Heavy] = []
    with sync_playwright() as play:
        heavy = weigh(play, f"http://127.0.0.1:{port}", [*_one_a_kind(addresses), "/tim/?q=quyen"])
    worst = max(heavy, key=lambda one: one.wire)
    slowest = max(heavy, key=lambda one: one.drawn)
    print(f"{len(heavy)} pages, one a kind and language, cold at 390 px: heaviest {worst.wire / 1024:.0f} KB ({worst.path}), "
          f"slowest drawn after {slowest.drawn:.0f} ms ({slowest.path})")  # fmt: skip
    bars.at_most("weight of the heaviest page without pictures", worst.wire / 1024, LIGHT / 1024, " KB")
    bars.at_most("requests to other hosts", sum(one.foreign for one in heavy), 0)


def _one_a_kind(addresses: list[str]) -> list[str]:
    """The longest address of each kind: as many parts, under the same first one, in the same language."""
    kinds: dict[tuple[object, ...], str] = {}
    for path in sorted(addresses, key=len):
        parts = path.strip("/").split("/")
        language = parts.pop(0) if parts[0] in {"en", "km"} else ""
        kinds[(language, parts[0] if parts else "", len(parts))] = path
    return sorted(kinds.values())


if __name__ == "__main__":
    main()
