"""The experiment: people read and write while the replica goes and comes back, the primary goes and comes back, and then goes
for good and the replica takes its place. Every write that was acknowledged is looked for in the end.

Bars: no reading request is answered with a fault while one server is left; what cannot be kept is refused and says so;
nothing acknowledged is missing.
"""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from tests.recovery.installation import HOUSE, _free_port
from tests.replica.pair import Pair

PUBLIC = (
    "/tin/?lan={n}",
    "/cong-uoc/?lan={n}",
    "/quyen-cua-toi/?lan={n}",
)  # never the same: kept pages would hide the servers
DESK = "/tai-khoan/?lan={n}"
CSRF = "a" * 32
WORLD = """
import django; django.setup()
from django.conf import settings
from django.contrib.auth import SESSION_KEY, BACKEND_SESSION_KEY, HASH_SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from quyen.accounts.actions import create_user
from quyen.config.demo_portal import portal_pages
from quyen.organisation.actions import open_unit
portal_pages(open_unit(actor=None, name="Cơ quan thử"))
user = create_user(actor=None, email="nguoi@thu.example", full_name="Tên 0", password="mat-khau-rat-dai-1")
session = SessionStore()
session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(user.pk), settings.AUTHENTICATION_BACKENDS[0]
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.create()
print(session.session_key)
"""


@dataclass
class Answer:
    status: int
    server: str
    words: str


@dataclass
class Site:
    """One web process: on the pair, or (`pair` None) on the database that it is started with."""

    pair: Pair | None
    data: Path
    port: int = field(default_factory=_free_port)
    process: subprocess.Popen[bytes] | None = None
    session: str = ""
    asked: int = 0
    acknowledged: list[int] = field(default_factory=list)
    more: dict[str, str] = field(default_factory=dict)  # settings of its own

    def surroundings(self, primary: str, replica: str = "") -> dict[str, str]:
        named = {"DATABASE_REPLICA_URL": replica} if replica else {}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
        return kept | {
            "QUYEN_DATA": str(self.data), "PYTHONPATH": str(HOUSE), "QUYEN_DEBUG": "1", "DATABASE_URL": primary,  # static files need no gathering
            "DJANGO_SETTINGS_MODULE": "quyen.config.settings", "PYTHONWARNINGS": "ignore", **named, **self.more,
        }  # fmt: skip

    def make_world(self) -> None:
        made = subprocess.run(
            [sys.executable, "-c", WORLD], env=self.surroundings(self.pair.primary.url), cwd=HOUSE, check=True,
            capture_output=True, text=True,
        )  # fmt: skip
        self.session = made.stdout.split()[-1]

    def start(self, primary: str, replica: str = "") -> None:
        command = ["granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port), "--workers", "1",
                   "--blocking-threads", "2", "--no-access-log", "--log-level", "error", "quyen.config.wsgi:application"]  # fmt: skip
        command[0] = str(Path(sys.executable).parent / "granian")
        with (self.data / "web.log").open("ab") as log:
            self.process = subprocess.Popen(
                command, env=self.surroundings(primary, replica), cwd=HOUSE, stdout=log, stderr=log
            )
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if self.get("/suc-khoe/").status == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise TimeoutError((self.data / "web.log").read_text(errors="replace")[-3000:])

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)

    def _ask(self, method: str, path: str, body: str = "", signed_in: bool = False) -> Answer:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {"Host": f"localhost:{self.port}"}
        if signed_in:
            headers["Cookie"] = f"sessionid={self.session}; csrftoken={CSRF}"
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        line.request(method, path, body or None, headers)
        answer = line.getresponse()
        words = answer.read().decode(errors="replace")
        line.close()
        return Answer(answer.status, answer.headers.get("X-Read-From", ""), words)

    def get(self, path: str, signed_in: bool = False) -> Answer:
        self.asked += 1
        return self._ask("GET", path.format(n=self.asked), signed_in=signed_in)

    def write(self) -> Answer:
        """A person changes their name: a row, and a line in the trail."""
        self.asked += 1
        body = urlencode({"full_name": f"Tên {self.asked}", "csrfmiddlewaretoken": CSRF})
        answer = self._ask("POST", "/tai-khoan/", body, signed_in=True)
        if answer.status == 302:
            self.acknowledged.append(self.asked)
        return answer


def experiment(folder: Path, tables: str, say: Callable[[str], None] = print, *, times: int = 5) -> None:
    """Raises AssertionError where a bar is missed. `times`: how often each thing is asked in each state."""
    pair = Pair(folder)
    (folder / "data").mkdir()
    site = Site(pair, folder / "data")
    try:
        pair.start(tables)
        site.make_world()
        pair.caught_up()
        site.start(pair.primary.url, pair.replica.url)
        _both(site, say, times)
        _without_replica(site, say, times)
        pair.keep_all()
        _without_primary(site, say, times)
        _taken_over(site, say, times)
    finally:
        site.stop()
        pair.stop()


def _read(site: Site, times: int) -> Counter[str]:
    """Which server the public pages were read from; all were answered."""
    answers = [site.get(path) for _ in range(times) for path in PUBLIC]
    assert {one.status for one in answers} == {200}, Counter(one.status for one in answers)
    return Counter(one.server for one in answers)


def _both(site: Site, say: Callable[[str], None], times: int) -> None:
    site.pair.wait(lambda: site.get(PUBLIC[0]).server == "replica")
    seen = _read(site, times)
    say(f"both are there: public pages read from {dict(seen)}")
    assert set(seen) == {"replica"}
    assert [site.write().status for _ in range(times)] == [302] * times
    assert site.get(DESK, signed_in=True).server == "primary"


def _without_replica(site: Site, say: Callable[[str], None], times: int) -> None:
    site.pair.replica.kill()
    seen = _read(site, times)
    say(f"the replica is gone: public pages read from {dict(seen)}")
    assert set(seen) == {"primary"}
    assert [site.write().status for _ in range(times)] == [302] * times
    site.pair.replica.start()
    began = time.monotonic()
    site.pair.wait(lambda: site.get(PUBLIC[0]).server == "replica")
    say(f"the replica is back: read from again after {time.monotonic() - began:.1f} s")


def _without_primary(site: Site, say: Callable[[str], None], times: int) -> None:
    site.pair.primary.kill()
    seen = _read(site, times)
    assert set(seen) == {"replica"}
    site.pair.wait(
        lambda: "trang vẫn đọc được" in site.get(PUBLIC[0]).words
    )  # who only reads notices it a little later
    desk, refused = site.get(DESK, signed_in=True), [site.write() for _ in range(times)]
    assert (desk.status, desk.server) == (200, "replica") and "chưa lưu gì được" in desk.words
    assert {one.status for one in refused} == {503} and all("chỉ đọc" in one.words for one in refused)
    assert site.get("/suc-khoe/").words == '{"status": "read-only"}'
    say(
        f"the primary is gone: pages read from {dict(seen)}, the desk too; {times} writes refused, and told so"
    )
    site.pair.primary.start()
    began = time.monotonic()
    site.pair.wait(lambda: site.write().status == 302)
    say(f"the primary is back: it takes writes again after {time.monotonic() - began:.1f} s")
    _all_there(site, site.pair.primary, "the primary", say)
    site.pair.wait(lambda: site.get(PUBLIC[0]).server == "replica")


def _taken_over(site: Site, say: Callable[[str], None], times: int) -> None:
    for _ in range(times):
        assert site.write().status == 302
    site.pair.primary.kill()
    site.stop()
    site.pair.replica.ask("select pg_promote()")
    site.pair.replica.ask("alter system reset all")
    site.pair.replica.ask("select pg_reload_conf()")
    site.start(site.pair.replica.url)
    assert site.write().status == 302
    _all_there(site, site.pair.replica, "the replica that took over", say)


def _all_there(site: Site, server: object, name: str, say: Callable[[str], None]) -> None:
    rows = site.pair.replica if server is site.pair.replica else site.pair.primary
    held = {int(words.rpartition(" ")[2]) for (words,) in rows.ask(_TRAIL)}
    missing = set(site.acknowledged) - held
    say(f"{name}: {len(site.acknowledged)} acknowledged, {len(missing)} missing")
    assert not missing


_TRAIL = "select after->>'full_name' from accounts_auditentry where subject = 'accounts.User' and after ? 'full_name' and before is not null"
