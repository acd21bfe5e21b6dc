"""One real installation in a folder of its own: started as `bin/run` starts it, killed as a power cut would."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parents[2]
READY = 240.0  # seconds until the page answers, a recovery of the database included


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Installation:
    folder: Path
    port: int = field(default_factory=_free_port)
    web: int = 2  # web processes
    demo: bool = False
    more: dict[str, str] = field(default_factory=dict)  # settings of its own
    server: subprocess.Popen[bytes] | None = None

    @property
    def surroundings(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        return kept | {
            "QUYEN_DATA": str(self.folder), "PYTHONPATH": str(HOUSE), "QUYEN_DEBUG": "0",
            "DJANGO_SETTINGS_MODULE": "quyen.config.settings", "PYTHONWARNINGS": "ignore", **self.more,
        }  # fmt: skip

    def start(self) -> float:
        """Starts everything; the seconds until the page answered."""
        began = time.monotonic()
        with (self.folder / "server.log").open("ab") as log:
            self.server = subprocess.Popen(
                [sys.executable, "-m", "quyen.cli", "serve", *([] if self.demo else ["--no-demo"]),
                 "--port", str(self.port), "--workers", str(self.web)],
                env=self.surroundings, stdout=log, stderr=log, cwd=HOUSE,
            )  # fmt: skip
        while time.monotonic() - began < READY:
            if self.server.poll() is not None:
                raise RuntimeError((self.folder / "server.log").read_text(errors="replace")[-3000:])
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/suc-khoe/", timeout=2).close()
                return time.monotonic() - began
            time.sleep(0.1)
        raise TimeoutError("the page did not answer")

    def stop(self) -> None:
        if self.server and self.server.poll() is None:
            self.server.send_signal(signal.SIGINT)
            self.server.wait(30)

    def is_stopped(self) -> bool:
        """Nothing of it runs: PostgreSQL takes its lock file away when it ends in order."""
        return not (self.folder / "postgres" / "postmaster.pid").exists()

    # --- killing ------------------------------------------------------------------------------------

    def kill_everything(self) -> int:
        """The server, its worker and readers, the database: all at once. How many processes that were."""
        victims = [*self._family(self._server_pid()), *self._family(self._database_pid())]
        self._kill(victims)
        if self.server:
            self.server.wait()
        return len(victims)

    def kill_database(self) -> None:
        self._kill(self._family(self._database_pid()))

    def kill_worker(self) -> None:
        """The process that runs the jobs, and the readers it started; the server starts it again."""
        family = self._family(self._server_pid())
        worker = next(pid for pid in family if b"procrastinate" in _command(pid))
        self._kill(self._family(worker))

    def _kill(self, victims: list[int]) -> None:
        for pid in victims:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def _server_pid(self) -> int:
        assert self.server is not None
        return self.server.pid

    def _database_pid(self) -> int:
        return int((self.folder / "postgres" / "postmaster.pid").read_text().splitlines()[0])

    def _family(self, pid: int) -> list[int]:
        """A process and all that it started, only ever below a process of this installation."""
        children: dict[int, list[int]] = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError, IndexError, ValueError):
                fields = stat.read_text().rpartition(")")[2].split()
                children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
        found, waiting = [], [pid]
        while waiting:
            found.append(waiting.pop())
            waiting += children.get(found[-1], [])
        return found

    # --- asking -------------------------------------------------------------------------------------

    def address(self) -> str:
        lines = (self.folder / "postgres" / "postmaster.pid").read_text().splitlines()
        return f"postgresql://postgres@/quyen?host={lines[4]}&port={lines[3]}"

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        import psycopg

        with psycopg.connect(self.address(), connect_timeout=10) as connection:
            return connection.execute(query).fetchall()

    def states(self) -> dict[str, int]:
        return dict(self.ask("select state, count(*) from sources_sourcefile group by state"))

    def run(self, *command: str) -> None:
        """A command of ours: beside the running server on its database, else with the database to itself."""
        beside = {"DATABASE_URL": self.address()} if self.server else {}
        done = subprocess.run(
            [sys.executable, *command],
            env=self.surroundings | beside,
            cwd=HOUSE,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise RuntimeError(done.stderr[-3000:])


def _command(pid: int) -> bytes:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""
