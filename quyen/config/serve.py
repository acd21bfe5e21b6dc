"""`bin/run`: one machine, one command. Database, tables, static files, demo world, worker, web server.

This process holds the embedded database and watches two children: Granian and the worker. A child that
dies is started again; Ctrl-C or TERM ends them in order and then the database, and leaves nothing behind.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import FrameType

from quyen.config import database
from quyen.core.errors import QuyenError
from quyen.core.reading.pause import without_collector

GRACE = 8.0  # seconds a child has to end by itself
READY = 60.0  # seconds the web server has to answer


def serve(*, host: str, port: int, demo: bool, workers: int) -> int:
    """Runs until told to stop. Returns the exit code: 0 stopped, 1 could not start."""
    if not _free(host, port):
        print(
            f"Cổng {port} đang có chương trình khác dùng. Chọn cổng khác: bin/run --port {port + 1}",
            file=sys.stderr,
        )
        return 1
    os.environ.setdefault(
        "QUYEN_ADDRESS", f"http://localhost:{port}"
    )  # what links in feeds and maps begin with
    embedded = not os.environ.get("DATABASE_URL")
    if embedded:
        os.environ["DATABASE_URL"] = database.embedded_url()  # children join; only this process holds it
    try:
        logins = _prepare(demo=demo)
    except QuyenError as error:
        print(error.told, file=sys.stderr)
        return 1
    _forget_pages()
    children = Children(
        [
            ["granian", "--interface", "wsgi", "--host", host, "--port", str(port), "--workers", str(workers),
             "--blocking-threads", "2", "--blocking-threads-idle-timeout", "600", "--respawn-failed-workers", "--respawn-interval", "0.5", "--no-access-log", "--log-level", "warning", "quyen.config.wsgi:application"],
            [sys.executable, "-m", "django", "procrastinate", "worker", "--concurrency", "2"],
        ]
    )  # fmt: skip
    children.start()
    if not _answers(f"http://{host}:{port}/suc-khoe/", children):
        children.stop()
        return 1
    _greet(f"http://{host}:{port}/", logins)
    code = children.watch()
    if embedded:
        database.forget_the_dead()
    return code


def _forget_pages() -> None:
    from quyen.config.kept_files import PageFiles

    PageFiles(database.data_dir() / "pages").clear()


def _free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


@without_collector  # a first start makes models and rows by the ten thousand: looking for rubbish took a quarter of it
def _prepare(*, demo: bool) -> list[tuple[str, str, str]]:
    """Tables, cache table, static files, units, lost work back in the queue, demo world. Quick when nothing is new."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from quyen.config.backup.restore import undo_what_was_cut_off
    from quyen.config.tables import lay_tables

    if undo_what_was_cut_off():
        print("Một lần phục hồi đã dừng giữa chừng; dữ liệu trước đó đã trở lại.", file=sys.stderr)
    with connection.cursor() as cursor:
        database.require_fit(cursor)
    lay_tables()
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    _collect_static()
    from quyen.config.units import prepare_units
    from quyen.indicators.actions.maps import wake_preparing
    from quyen.portal.actions.index import wake_rebuilding
    from quyen.portal.actions.sharing import wake_noting_all
    from quyen.portal.actions.tree import index_pages, prepare_pages
    from quyen.rights.actions import load_structure
    from quyen.rights.actions.recommendation_data import load_recommendations
    from quyen.rights.actions.situation_loading import load_situations
    from quyen.sources.actions import requeue_lost

    prepare_units()
    load_structure(actor=None)  # a fifth of a second where nothing is new; what a person corrected stays
    load_situations()
    load_recommendations()
    prepare_pages()
    index_pages()
    requeue_lost()
    wake_preparing()  # an upgrade may have emptied the maps
    wake_rebuilding()
    logins: list[tuple[str, str, str]] = []
    if demo:
        from quyen.config.demo import demo_world

        logins = demo_world()
    wake_noting_all()
    return logins


def _collect_static() -> None:
    """Only where a static file changed since the last start: hashing and compressing takes seconds."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    seen = hashlib.sha256(settings.VERSION.encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = Path(storage.path(path)).stat()
            seen.update(f"{path} {stat.st_size} {stat.st_mtime_ns}".encode())
    stamp = Path(settings.STATIC_ROOT) / ".seen"
    if not stamp.exists() or stamp.read_text() != seen.hexdigest():
        call_command("collectstatic", verbosity=0, interactive=False)
        stamp.write_text(seen.hexdigest())


def _answers(url: str, children: Children) -> bool:
    until = time.monotonic() + READY
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310  our own address
                return bool(answer.status == 200)
        except OSError:
            children.revive()
            time.sleep(0.1)
    print("Máy chủ không trả lời; xem các dòng lỗi ở trên.", file=sys.stderr)
    return False


def _greet(url: str, logins: list[tuple[str, str, str]]) -> None:
    print(f"\nQuyền đang chạy tại {url}\nCán bộ làm việc tại {url}hom-nay/")
    if logins:
        print("Đăng nhập thử:")
        for email, password, what in logins:
            print(f"  {email:34s} {password:20s} {what}")
    print("Dừng: Ctrl-C\n", flush=True)


class Children:
    """The processes that this one watches."""

    def __init__(self, commands: list[list[str]]) -> None:
        self.commands = [[self._path(c[0]), *c[1:]] for c in commands]
        self.running: list[subprocess.Popen[bytes]] = []
        self.stopping = False
        self.born = [0.0] * len(commands)

    @staticmethod
    def _path(name: str) -> str:
        beside = Path(sys.executable).parent / name
        return str(beside) if beside.exists() else name

    def start(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._told)
        self.running = [self._spawn(i) for i in range(len(self.commands))]

    def _spawn(self, i: int) -> subprocess.Popen[bytes]:
        self.born[i] = time.monotonic()
        # a session of its own: Ctrl-C reaches this process only, which then ends them in order
        return subprocess.Popen(self.commands[i], start_new_session=True, preexec_fn=_die_with_parent)  # noqa: S603

    def _told(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def revive(self) -> None:
        """Starts again what died, at most once a second each."""
        for i, child in enumerate(self.running):
            if child.poll() is not None and not self.stopping and time.monotonic() - self.born[i] > 1:
                print(f"Tiến trình {Path(self.commands[i][0]).name} dừng (mã {child.returncode}); khởi động lại.",
                      file=sys.stderr, flush=True)  # fmt: skip
                self.running[i] = self._spawn(i)

    def watch(self) -> int:
        while not self.stopping:
            self.revive()
            time.sleep(0.2)
        self.stop()
        return 0

    def stop(self) -> None:
        self.stopping = True
        for child in self.running:
            _signal_group(child, signal.SIGTERM)
        until = time.monotonic() + GRACE
        for child in self.running:
            try:
                child.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                _signal_group(child, signal.SIGKILL)
                child.wait()


def _signal_group(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    try:
        os.killpg(child.pid, number)
    except ProcessLookupError:
        return


def _die_with_parent() -> None:
    """Linux: where the watcher is killed outright, its children end too, and the next start finds the port free."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG
