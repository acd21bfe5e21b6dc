"""The experiment: many files are being read, processes are killed, everything is started again, and every file
is counted. Bars: every file read or still queued after each blow; in the end each read once, none lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from tests.recovery.installation import Installation

UNIT = "Sở Thử Nghiệm"
# One process, before the server is there: each start of Python and Django costs seconds. One province stands for the
# country, whose 15,000 units a first start would bring: they are not what is counted here.
MAKE_UNIT_AND_LOAD = f"""
import sys, django; django.setup()
from django.core.management import call_command
from quyen.cli import main
from quyen.config.tables import lay_tables
from quyen.organisation.actions import open_unit
if not lay_tables():
    call_command("migrate", verbosity=0)
open_unit(actor=None, name="Tỉnh Thử", kind="province", code="99")
open_unit(actor=None, name="{UNIT}")
sys.exit(main(["load", sys.argv[1], "--unit", "{UNIT}"]))
"""
PLAN = """ỦY BAN NHÂN DÂN TỈNH THỬ NGHIỆM
Số: {n}/KH-UBND
KẾ HOẠCH
Truyền thông về quyền con người năm 2025, phần {n}

I. MỤC TIÊU
- {share}% trường học có góc thông tin về quyền trẻ em.
II. TỔ CHỨC THỰC HIỆN
1. Sở Giáo dục và Đào tạo: tổ chức hội thi tìm hiểu về quyền trẻ em trước ngày 15/{month}/2025.
2. Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ biên soạn {n} tờ gấp.
"""


def write_files(folder: Path, count: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(1, count + 1):
        text = PLAN.format(n=n, share=n % 100 + 1, month=n % 12 + 1)
        (folder / f"ke-hoach-{n:04d}.txt").write_text(text, encoding="utf-8")
    return folder


def experiment(folder: Path, files: int, say: Callable[[str], None] = print, *, web: int = 2) -> None:
    """Raises AssertionError where a bar is missed. `web`: how many web processes stand beside the worker."""
    house = Installation(folder / "data", web=web)
    house.folder.mkdir(parents=True, exist_ok=True)
    texts = write_files(folder / "files", files)
    try:
        house.run("-c", MAKE_UNIT_AND_LOAD, str(texts))
        say(f"start: {house.start():.1f} s")
        _blow(house, files, 0.15, "kill -9 of the worker", house.kill_worker, say, restart=False)
        _blow(
            house,
            files,
            0.4,
            "kill -9 of the database, then of the rest",
            lambda: _database_first(house),
            say,
        )
        _blow(house, files, 0.65, "kill -9 of everything at once", lambda: house.kill_everything(), say)
        _wait(house, files, lambda states: states.get("read", 0) + states.get("failed", 0) == files)
        _count(house, files, say)
    finally:
        house.stop()
    assert house.is_stopped(), "after a crash the database outlives the next orderly stop"


def _database_first(house: Installation) -> None:
    house.kill_database()
    time.sleep(1)
    house.kill_everything()


def _blow(
    house: Installation, files: int, share: float, what: str, strike: Callable[[], object], say: Callable[[str], None],
    *, restart: bool = True,
) -> None:  # fmt: skip
    _wait(house, files, lambda states: states.get("read", 0) >= share * files)
    before = house.states()
    strike()
    took = f", page answers again after {house.start():.1f} s" if restart else ""
    after = house.states()
    say(f"{what} at {before}; then {after}{took}")
    assert sum(after.values()) == files, f"{what}: a file was lost or doubled"
    assert after.get("read", 0) >= before.get("read", 0), f"{what}: a finished reading was lost"
    assert not after.get("failed"), f"{what}: a file was failed"


def _wait(house: Installation, files: int, until: Callable[[dict[str, int]], bool]) -> None:
    deadline = time.monotonic() + 60 + 5 * files
    while not until(house.states()):
        assert time.monotonic() < deadline, f"still {house.states()}"
        time.sleep(0.2)


def _count(house: Installation, files: int, say: Callable[[str], None]) -> None:
    one = house.ask(
        "select count(*), count(distinct sha256), count(*) filter (where state = 'read'), "
        "(select count(*) from sources_storedreading), (select count(distinct source_id) from sources_storedreading), "
        "(select count(*) from plans_plan), (select count(distinct source_id) from plans_plan), "
        "(select count(*) from plans_plan p where not exists (select 1 from plans_item i where i.plan_id = p.id)), "
        "(select count(distinct (plan_id, kind, position, text)) - count(*) from plans_item) "
        "from sources_sourcefile"
    )[0]
    say(f"files {one[0]}, hashes {one[1]}, read {one[2]}, readings {one[3]}/{one[4]}, plans {one[5]}/{one[6]}, "
        f"empty plans {one[7]}, doubled items {-one[8]}")  # fmt: skip
    assert one[:7] == (files,) * 7, "each file is read once and makes one plan"
    assert one[7:] == (0, 0), "a plan is whole or not there"
