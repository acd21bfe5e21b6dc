"""bin/bench submissions: all communes send their report within ten minutes while fifty people read.

A server of its own (data, database, Granian with four web processes on two cores) on the real country; each commune's system sends
one report through the door for other systems, one in five of them in bursts of ten at the same instant. One in twenty sends
twice, one in fifty writes over a colleague, is told so and chooses. Halfway a web process is killed outright. At the
end one more report is posted a hundred times at the same instant. Then the database is asked what is there.

A reader opens a page, looks at it for two to six seconds (four on average: long enough to find a figure or a row, short
for reading one), then opens another; so fifty of them ask for twelve pages a second, with no regard to how long the last
took. A time runs from the moment at which a report or a page was due, so a client that had to wait for its turn counts.

It ends with its bars whatever happens: what a client could not do, a web process that was not killed and a run that was
cut off are said and make it fail. Exit code 0: all bars held; 1: one is short; 2: nothing could be measured.

    bin/bench submissions --units 200 --minutes 1 --readers 10       a small trial
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from tests.bench.bars import Bars

PAGES = ("/hom-nay/", "/chi-so/", "/nhiem-vu/", "/viec/", "/to-chuc/danh-sach/")
PATIENCE = 60.0  # seconds in which a sender tries again with the same key
AT_ONCE = 100


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--units", type=int, default=3000)
    ask.add_argument("--minutes", type=float, default=10)
    ask.add_argument("--readers", type=int, default=50)
    given = ask.parse_args()
    with tempfile.TemporaryDirectory(prefix="quyen-submissions-") as name:
        os.environ["QUYEN_DATA"] = name
        os.environ.pop("DATABASE_URL", None)
        server = Server(Path(name))
        signal.signal(signal.SIGTERM, _cut_off)
        try:
            code = _run(server, given.units, given.minutes * 60, given.readers)
        except (Exception, KeyboardInterrupt):
            code = 2
            print(f"bin/bench submissions: nothing was measured.\n{traceback.format_exc()}", flush=True)
        finally:
            if server.stop() or code:
                print(server.said(4000), flush=True)
    sys.exit(code)


def _cut_off(number: int, frame: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough: the bars are still to be said
    raise KeyboardInterrupt


def _run(server: Server, units: int, seconds: float, readers: int) -> int:
    import django

    start = time.perf_counter()
    server.start()
    django.setup()
    from tests.bench.asked_round import make

    material = make(units + 1, readers)
    load = Load(server.port, seconds)
    load.get_ready()
    ready = time.perf_counter() - start
    print(f"{units} communes asked, {readers} readers: ready in {ready:.0f} s", flush=True)
    load.try_to(load.run, material.senders[:units], material.cookies, server)
    load.try_to(load.at_once, material.senders[units])
    return int(_bars(load, units, material.senders, server).short)


def _bars(load: Load, units: int, senders: list[Any], server: Server) -> Bars:
    from django.db import connection

    from tests.bench.asked_round import left_behind

    connection.close()  # of the set-up: it may have been idle for long
    bars, held = Bars(), left_behind(senders, load.told)
    print(f"answers: {dict(sorted(load.answers.items()))}; tried again: {load.again}")
    print(f"the clients themselves took {load.cpu:.2f} of one core while they sent and read", flush=True)
    _say(bars, load, units, held)
    bars.at_most("different answers to one report posted a hundred times at once", len(set(load.crowd)), 1)
    bars.at_least("of the hundred answered", len(load.crowd), AT_ONCE)
    bars.at_least("web processes killed meanwhile", server.killed, 1)
    bars.at_most("things a client could not do, or that were cut off", len(load.broken), 0)
    for one in load.broken[:3]:
        print(one, flush=True)
    return bars


def _say(bars: Bars, load: Load, units: int, held: dict[str, int]) -> None:
    for what, times in (("a submission", load.sent), ("a page", load.read)):
        said = ", ".join(f"{name} {_share(times, part):.2f} s" for name, part in _SHARES.items())
        print(f"{what}, from the first try to the answer: {said}")
    bars.at_least("reports received", len(load.told) - bool(load.crowd), units)
    bars.at_most("p95 of a submission", _share(load.sent, 0.95), 1, " s")
    bars.at_most("p95 of a page read meanwhile", _share(load.read, 0.95), 1, " s")
    bars.at_least(
        "of those told “received” that find their report",
        100 * held["found"] / max(len(load.told), 1),
        100,
        " %",
    )
    bars.at_most("reports lost", held["lost"], 0)
    bars.at_most("reports doubled", held["doubled"], 0)
    bars.at_most("answers that differ the second time", load.differ, 0)
    bars.at_most("answers that are the server's fault while it lives", load.answers["5xx"], 0)
    bars.at_least("conflicts told and then chosen", load.chosen, units // 50)


_SHARES = {"median": 0.5, "p95": 0.95, "p99": 0.99, "longest": 1.0}


def _share(seconds: list[float], part: float) -> float:
    ordered = sorted(seconds)
    return ordered[int(part * (len(ordered) - 1))] if ordered else 0.0


class Server:
    """`bin/quyen serve` in a process of its own, with four web processes."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.killed = folder, 0
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with (self.folder / "server.log").open("ab") as log:
            command = [sys.executable, "-m", "quyen.cli", "serve", "--no-demo", "--workers", "4"]
            self.process = subprocess.Popen([*command, "--port", str(self.port)], stdout=log, stderr=log)
        until = time.monotonic() + 180
        while time.monotonic() < until:
            if self.process.poll() is not None:
                break
            with suppress(OSError, http.client.HTTPException):
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
                connection.request("GET", "/suc-khoe/")
                if connection.getresponse().status == 200:
                    return
            time.sleep(0.3)
        raise RuntimeError("the server did not come up within three minutes")

    def kill_one(self) -> None:
        """Outright, one of the processes that answer requests: a child of Granian's that is not its tracker."""
        import psutil

        assert self.process is not None
        for one in psutil.Process(self.process.pid).children(recursive=True):
            with suppress(psutil.Error):  # other children, of the worker, come and go
                parent, words = one.parent(), " ".join(one.cmdline())
                if parent and "granian" in " ".join(parent.cmdline()) and "resource_tracker" not in words:
                    one.send_signal(signal.SIGKILL)
                    self.killed += 1
                    return

    def stop(self) -> bool:
        """Whether it had to be killed."""
        if self.process is None or self.process.poll() is not None:
            return False
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            print("the server did not stop within a minute and was killed", flush=True)
            self.process.kill()
            return True
        return False

    def said(self, most: int) -> str:
        log = self.folder / "server.log"
        return log.read_text(errors="replace")[-most:] if log.exists() else ""


@dataclass
class Load:
    """The senders and readers, and what came of it. Times are from the moment at which it was due until there is an
    answer. `cpu`: seconds of processor a second that the clients took; `broken`: what went wrong with themselves."""

    port: int
    seconds: float
    sent: list[float] = field(default_factory=list)
    read: list[float] = field(default_factory=list)
    told: dict[int, dict[str, Any]] = field(default_factory=dict)
    answers: Counter[str] = field(default_factory=Counter)
    again: int = 0
    differ: int = 0
    chosen: int = 0
    cpu: float = 0
    crowd: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)

    def get_ready(self) -> None:
        """What the hourly job does, so that a young server is measured as one that has stood for a day."""
        from django.utils import timezone

        from quyen.indicators.actions import prepare_maps

        prepare_maps(today=timezone.localdate())

    def run(self, senders: list[Any], cookies: list[str], server: Server) -> None:
        dice = random.Random(1)
        whens = sorted((self._when(dice, len(senders)), number) for number in range(len(senders)))
        readers = [
            threading.Thread(target=self.try_to, args=(self._read, cookie), daemon=True) for cookie in cookies
        ]
        for one in readers:
            one.start()
        start, cpu = time.monotonic(), time.process_time()
        pool = ThreadPoolExecutor(64)
        try:
            self._send_all(pool, senders, whens, start, server)
        finally:
            self.done.set()
            pool.shutdown(cancel_futures=True)
            for one in readers:
                one.join(30)
            self.cpu = (time.process_time() - cpu) / (time.monotonic() - start)

    def _send_all(
        self, pool: Executor, senders: list[Any], whens: list[tuple[float, int]], start: float, server: Server
    ) -> None:
        waiting, told = [], start
        for when, number in whens:
            time.sleep(max(0.0, start + when - time.monotonic()))
            if not server.killed and when > self.seconds / 2:
                server.kill_one()
            waiting.append(pool.submit(self.try_to, self._send, senders[number], number, start + when))
            if time.monotonic() - told > 30:
                told = time.monotonic()
                print(f"{told - start:.0f} s: {len(waiting)} due, {len(self.sent)} answered", flush=True)
        for one in waiting:
            one.result()

    def try_to(self, work: Callable[..., None], *given: Any) -> None:
        """What breaks in a client is told at the end and hides nothing of the others."""
        try:
            work(*given)
        except (Exception, KeyboardInterrupt):
            self.broken.append(traceback.format_exc())

    def _when(self, dice: random.Random, senders: int) -> float:
        """Any moment, or (one in five) an instant at which about ten send together."""
        if dice.random() < 0.2:
            instants = max(1, senders // 50)
            return dice.randrange(instants) * self.seconds / instants
        return dice.random() * self.seconds

    def _send(self, sender: Any, number: int, due: float) -> None:
        clashes, start = number % 50 == 7, due
        if clashes:
            from django.db import connection

            from tests.bench.asked_round import clash

            try:
                clash(sender)
            finally:
                connection.close()
            start = time.monotonic()  # the colleague's work is not the sender's
        body, key = _body(sender), f"lan-gui-{sender.report}"
        status, answer = self._post(sender, body, key)
        if clashes and status == 409:
            body["works"][0]["seen"] = answer["clashes"][0]["now"]
            key += "-chon"
            status, answer = self._post(sender, body, key)
            self.chosen += status == 200
        self.sent.append(time.monotonic() - start)
        if status == 200:
            self.told[sender.report] = answer
        if number % 20 == 3:
            self.differ += self._post(sender, body, key) != (status, answer)

    def _post(self, sender: Any, body: dict[str, Any], key: str) -> tuple[int, Any]:
        """As a careful system does: no answer, or an answer of a server in trouble, means the same again."""
        head = {
            "Authorization": f"Bearer {sender.secret}",
            "Idempotency-Key": key,
            "Content-Type": "application/json",
        }
        until = time.monotonic() + PATIENCE
        while True:
            try:
                status, content = self._ask(
                    "POST", f"/api/v1/reports/{sender.report}", json.dumps(body), head
                )
                self.answers["5xx" if status >= 500 else str(status)] += 1
                if status < 500 and status != 429:
                    return status, json.loads(content)
            except (OSError, http.client.HTTPException, ValueError):  # ValueError: half an answer
                self.answers["no answer"] += 1
            if time.monotonic() > until:
                return 0, None
            self.again += 1
            time.sleep(0.2 + random.random() * 0.3)

    def _ask(self, method: str, path: str, body: str | None, head: dict[str, str]) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body.encode() if body else None, head)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def _read(self, cookie: str) -> None:
        """A person: looks at a page for some seconds, then at another."""
        dice = random.Random(cookie)
        while not self.done.wait(2 + 4 * dice.random()):
            start = time.monotonic()
            try:
                status, _content = self._ask(
                    "GET", dice.choice(PAGES), None, {"Cookie": f"sessionid={cookie}"}
                )
            except (OSError, http.client.HTTPException):
                continue  # the process that answered was killed; the person loads the page again
            self.read.append(time.monotonic() - start)
            self.answers[f"page {status}"] += 1

    def at_once(self, sender: Any) -> None:
        """One report a hundred times at the same instant, by as many clients: all their answers."""
        gate = threading.Barrier(AT_ONCE)

        def post() -> None:
            gate.wait(60)
            status, answer = self._post(sender, _body(sender), "mot-luc-tram-lan")
            self.crowd.append(json.dumps([status, answer], sort_keys=True))
            if status == 200:
                self.told[sender.report] = answer

        threads = [threading.Thread(target=self.try_to, args=(post,), daemon=True) for _ in range(AT_ONCE)]
        for one in threads:
            one.start()
        for one in threads:
            one.join(2 * PATIENCE)


def _body(sender: Any) -> dict[str, Any]:
    number = sender.unit % 40
    return {
        "figures": [
            {"code": "LOA", "numerator": number},
            {"code": "TY", "numerator": number, "denominator": 40},
        ],
        "works": [
            {"assignment": one, "state": "done", "note": f"Đã làm {number} buổi"} for one in sender.works
        ],
        "texts": [{"key": "kien-nghi", "text": "Cấp thêm loa cho các thôn xa."}],
    }


if __name__ == "__main__":
    main()
