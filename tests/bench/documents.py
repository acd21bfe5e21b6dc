"""bin/bench documents: an official report as Word, PDF and Excel, from its stored form to the last byte.

Material, made here: the 30 November report of an invented province with a table of 2,000 rows in its third annex, and
the same of the whole country: 34 provinces, 40 tables in annexes, one of 2,000 rows. Each is read from JSON, drawn in
its three forms, and its Word file is held against Nghị định 30/2020/NĐ-CP outside the time. The best of three.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from quyen.core.form import check_form
from quyen.core.paper import Figure, figures
from quyen.core.paper.official import Annex, Forms, Grid, Official, all_forms, docx, from_json, pdf, to_json
from tests.bench.bars import Bars
from tests.core.paper.samples import communes, report

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
ROWS, PROVINCES = 2000, 34


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--rows", type=int, default=ROWS)
    ask.add_argument("--times", type=int, default=3)
    given = ask.parse_args()
    bars = Bars()
    for name, made, limit in (
        ("province", report(given.rows), 3),
        ("country", _country(given.rows), 30),
    ):
        stored, rows = json.dumps(to_json(made)), _figures(made)
        seconds, files = min((_all(stored, rows) for _ in range(given.times)), key=lambda pair: pair[0])
        alone = ", ".join(f"{kind} {took:.2f} s" for kind, took in _alone(made, rows))
        sizes = ", ".join(f"{kind} {len(one) // 1024} KiB" for kind, one in files._asdict().items())
        print(
            f"{name}, {given.rows} rows and {len(rows)} figures: {sizes}; alone, of processors: {alone}",
            flush=True,
        )
        bars.at_most(f"{name}: docx, pdf and xlsx", seconds, limit, " s")
        bars.at_most(f"{name}: deviations from the form", len(check_form(files.docx).deviations), 0)
    bars.done()


def _all(stored: str, rows: list[Figure]) -> tuple[float, Forms]:
    return _timed(lambda: all_forms(from_json(json.loads(stored)), rows))


def _alone(made: Official, rows: list[Figure]) -> list[tuple[str, float]]:
    """Processor seconds of each form, those of the press among them."""
    works = (("docx", lambda: docx(made)), ("pdf", lambda: pdf(made)), ("xlsx", lambda: figures(rows)))
    return [(kind, _busy(work)) for kind, work in works]


def _busy(work: Callable[[], Any]) -> float:
    def spent() -> float:
        taken = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(one.ru_utime + one.ru_stime for one in taken)

    before = spent()
    work()
    return spent() - before


def _country(rows: int) -> Official:
    """Nine annexes more: a table of each province in them, and the long one."""
    tables = [communes(60) for _ in range(PROVINCES)]
    annexes = [
        Annex(number, f"Kết quả của các tỉnh, nhóm {number}", landscape=True, blocks=tuple(tables[place::9]))
        for place, number in enumerate(ROMAN[:9])
    ]
    long = Annex("X", "Kết quả chi tiết theo xã, phường", landscape=True, blocks=(communes(rows),))
    return replace(report(2), annexes=(*annexes, long))


def _figures(official: Official) -> list[Figure]:
    """A figure for each row of the annexes' tables."""
    return [
        Figure(
            f"Phụ lục {annex.number}",
            str(row[2]),
            str(row[1]),
            Decimal(place * 37 % 1001) / 10,
            "Năm 2025",
            place,
            place + 7,
            "%",
            date(2025, 11, 30),
            "Báo cáo của đơn vị",
        )
        for annex in official.annexes
        for grid in annex.blocks
        if isinstance(grid, Grid)
        for place, row in enumerate(grid.rows)
    ]


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


if __name__ == "__main__":
    main()
