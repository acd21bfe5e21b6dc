"""bin/bench rollup: figures of the whole country, by province, on the map of then and of today.

Material, made here in a database of its own: the country's units (34 provinces, 3,321 communes, 40 agencies a
province; before July 2025 the 63 provinces and as many of the old communes), 20 indicators, 60 months, one value a
cell: about 5.6 million. Beside it in the same run: the same sums as bare SQL on the same tables, and as DuckDB over
Parquet. Times are of a warm database; a p95 is over all samples.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tests.bench.bars import Bars

MONTHS, INDICATORS, AGENCIES = 60, 20, 40
FIRST = date(2022, 1, 1)
TODAY = date(2026, 12, 31)
SAMPLES = 60


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--months", type=int, default=MONTHS)
    ask.add_argument("--indicators", type=int, default=INDICATORS)
    given = ask.parse_args()
    import django

    django.setup()
    from django.db import connection

    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    bars = Bars()
    try:
        _fill(given.indicators, given.months)
        _screens(bars)
        _year(bars)
        _growth(bars)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
    bars.done()


# --- material ---------------------------------------------------------------------------------------


def _fill(indicators: int, months: int) -> None:
    from django.db import connection

    from quyen.indicators.actions import prepare_maps
    from quyen.organisation.actions.country import load_country

    start = time.perf_counter()
    load_country()
    _agencies()
    _indicators(indicators)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # no check of keys that are right by making
        dropped = _drop_indexes(cursor)
        cursor.execute("SELECT setseed(0.5)")
        cursor.execute(_VALUES, [months, FIRST, date(2025, 7, 1)])
        for statement in dropped:
            cursor.execute(statement)
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("VACUUM ANALYZE indicators_observation")
        # the bare statements are planned as ours are
        cursor.execute("SET plan_cache_mode = force_custom_plan")
        cursor.execute("ANALYZE")
        cursor.execute("SELECT count(*) FROM indicators_observation")
        (count,) = cursor.fetchone()
    prepare_maps(today=TODAY)
    print(f"{count:,} observations made in {time.perf_counter() - start:.0f} s", flush=True)


def _agencies() -> None:
    from django.db import transaction

    from quyen.organisation.actions import refresh_units
    from quyen.organisation.enums import UnitKind
    from quyen.organisation.models import Unit, UnitVersion

    tops = UnitVersion.objects.on(TODAY).filter(kind=UnitKind.PROVINCE)
    made = [
        Unit(name=f"Sở {number} {top.name}", kind=UnitKind.DEPARTMENT, parent_id=top.unit_id)
        for top in tops
        for number in range(AGENCIES)
    ]
    Unit.objects.bulk_create(made)
    UnitVersion.objects.bulk_create(
        UnitVersion(unit=unit, name=unit.name, kind=unit.kind, parent_id=unit.parent_id) for unit in made
    )
    with transaction.atomic():
        refresh_units()


def _indicators(count: int) -> None:
    from quyen.indicators.enums import Rule
    from quyen.indicators.models import Indicator
    from quyen.organisation.enums import UnitKind

    Indicator.objects.bulk_create(
        Indicator(
            code=f"B{number:02}", name=f"Chỉ số {number}", definition="", measured_in="lượt", since=FIRST,
            rule=Rule.RATIO if number % 2 else Rule.SUM, rhythm=1,
            given_by=[UnitKind.PROVINCE, UnitKind.DEPARTMENT, UnitKind.COMMUNE],
        )
        for number in range(count)
    )  # fmt: skip


def _drop_indexes(cursor: Any) -> list[str]:
    """Made again at the end, which takes a third of the time."""
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'indicators_observation'"
        " AND indexname NOT LIKE '%pkey'"
    )
    found = cursor.fetchall()
    for name, _statement in found:
        cursor.execute(f'ALTER TABLE indicators_observation DROP CONSTRAINT IF EXISTS "{name}"')
        cursor.execute(f'DROP INDEX IF EXISTS "{name}"')
    return [statement for _name, statement in found]


# before July 2025 the provinces of then, the agencies, and as many of the communes of then as there are today
_VALUES = """
    INSERT INTO indicators_observation (created_at, indicator_id, unit_id, period_start, period_end, part, numerator,
        denominator, is_applicable, version, reason, origin, grade, link, note)
    SELECT now(), i.id, u.unit_id, m.start, (m.start + interval '1 month')::date, '', floor(random() * 50),
        50 + floor(random() * 50), true, 1, '', 'hand', 'none', '', ''
    FROM (SELECT (%s::int) AS months, (%s::date) AS first) AS asked
    CROSS JOIN LATERAL (SELECT (first + n * interval '1 month')::date AS start
                        FROM generate_series(0, months - 1) AS n) AS m
    JOIN LATERAL (
        SELECT unit_id FROM (
            SELECT v.unit_id, v.kind, row_number() OVER (PARTITION BY v.kind ORDER BY v.unit_id) AS place
            FROM organisation_unitversion v
            WHERE (v.valid_from IS NULL OR v.valid_from <= m.start) AND (v.valid_until IS NULL OR v.valid_until > m.start)
              AND v.kind IN ('province', 'commune', 'department')
        ) AS living WHERE m.start >= %s OR kind <> 'commune' OR place <= 3321
    ) AS u ON true
    CROSS JOIN indicators_indicator i
    WHERE true
"""


# --- screens ------------------------------------------------------------------------------------------


def _screens(bars: Bars) -> None:
    from quyen.core.arithmetic import period_at, year
    from quyen.indicators.models import Indicator
    from quyen.indicators.queries import Map, by_group

    indicators = list(Indicator.objects.all())
    dice = random.Random(1)
    for name, months in (("one month", 1), ("one year", 12)):
        for map_name, shown in (("then", Map()), ("today", Map(TODAY))):
            ours, bare = [], []
            for at in range(SAMPLES + 5):
                one, day = dice.choice(indicators), date(dice.randrange(2022, 2027), dice.randrange(1, 13), 1)
                period = period_at(day, 1) if months == 1 else year(day.year)
                mine, found = _timed(lambda: by_group(one, period, shown, today=TODAY))  # noqa: B023
                raw, same = _timed(lambda: _bare(one.pk, period, shown.day))  # noqa: B023
                assert {key: row.numerator for key, row in found.items() if row.given} == same
                if at >= 5:  # the first warm both up
                    ours.append(mine)
                    bare.append(raw)
            print(
                f"{name}, map of {map_name}: ours median {_ms(statistics.median(ours))} p95 {_ms(_p95(ours))},"
                f" bare SQL median {_ms(statistics.median(bare))} p95 {_ms(_p95(bare))}"
            )
            bars.at_most(f"{name}, map of {map_name}, p95 of a screen query", _p95(ours) * 1000, 100, " ms")
            ratio = statistics.median(mine / raw for mine, raw in zip(ours, bare, strict=True))
            bars.at_most(f"{name}, map of {map_name}, our time over bare SQL's", ratio, 2, "x")


def _bare(indicator: int, period: Any, day: date | None) -> dict[int, Any]:
    """The same sums as one would write them by hand for these tables: one stretch a statement, the map known."""
    from django.db import connection

    found: dict[int, Any] = {}
    with connection.cursor() as cursor:
        for first, until, pair in _pairs(period, day):
            cursor.execute(
                "SELECT s.above[1], sum(o.numerator * s.share), sum(o.denominator * s.share), count(*)"
                " FROM indicators_observation o JOIN indicators_standing s ON s.unit_id = o.unit_id AND s.pair_id = %s"
                " WHERE o.indicator_id = %s AND o.period_start >= %s AND o.period_start < %s AND o.period_end > %s"
                " AND o.period_end <= %s AND o.part = '' AND o.replaced_at IS NULL GROUP BY 1",
                [pair, indicator, period.start, period.until, first, until],
            )
            for group, numerator, _denominator, _count in cursor.fetchall():
                found[group] = found.get(group, 0) + numerator
    return found


_kept: dict[Any, list[tuple[date, date, int]]] = {}


def _pairs(period: Any, day: date | None) -> list[tuple[date, date, int]]:
    from quyen.indicators.queries import Map, standing

    if (period, day) not in _kept:
        legs = standing(period.start, period.until, Map(day))
        _kept[period, day] = [
            (leg.given.first or date.min, leg.given.until or date(9999, 12, 31), leg.pair) for leg in legs
        ]
    return _kept[period, day]


# --- a year over again --------------------------------------------------------------------------------


def _year(bars: Bars) -> None:
    """All indicators of a year by province on today's map; DuckDB over Parquet, and the mere reading of the rows."""
    import duckdb

    from quyen.core.arithmetic import year
    from quyen.indicators.models import Indicator
    from quyen.indicators.queries import Map
    from quyen.indicators.queries.rollup import of_all

    indicators, period = list(Indicator.objects.all()), year(2025)
    shown = Map(TODAY)
    with tempfile.TemporaryDirectory() as folder:
        reading = min(_timed(lambda: _copy_out(period, Path(folder) / "year.csv"))[0] for _ in range(3))
        duck = duckdb.connect()
        duck.execute("SET threads = 1")
        _parquet(duck, Path(folder), period)
        theirs = min(_timed(lambda: duck.execute(_DUCK).fetchall())[0] for _ in range(5))
        rows = {(one, group): total for one, group, total in duck.execute(_DUCK).fetchall()}
    ours, found = min(
        (_timed(lambda: of_all(indicators, period, shown, today=TODAY)) for _ in range(3)),
        key=lambda pair: pair[0],
    )
    mine = {
        (one, group): total.numerator
        for one, groups in found.items()
        for group, total in groups.items()
        if total.is_known
    }
    assert {key: float(value) for key, value in mine.items()} == {
        key: float(value) for key, value in rows.items()
    }
    print(f"a year of all indicators: ours {_ms(ours)}, DuckDB {_ms(theirs)}, mere reading {_ms(reading)}")
    bars.at_most(
        "a year over again, our time over 3 x DuckDB's plus reading", ours / (3 * theirs + reading), 1, "x"
    )


def _copy_out(period: Any, path: Path) -> None:
    from django.db import connection

    with connection.cursor() as cursor, path.open("wb") as file:
        statement = (
            "COPY (SELECT indicator_id, unit_id, period_end, numerator, denominator FROM indicators_observation"
            " WHERE period_start >= %s AND period_start < %s AND part = '' AND replaced_at IS NULL) TO STDOUT (FORMAT csv)"
        )
        with cursor.copy(statement, [period.start, period.until]) as copy:
            for piece in copy:
                file.write(piece)


def _parquet(duck: Any, folder: Path, period: Any) -> None:
    from quyen.indicators.models import Standing

    duck.execute(
        f"COPY (SELECT * FROM read_csv('{folder}/year.csv', header = false, columns = {{'indicator': 'INT', 'unit': 'INT',"
        f" 'until': 'DATE', 'numerator': 'DECIMAL(20,4)', 'denominator': 'DECIMAL(20,4)'}})) TO '{folder}/year.parquet'"
    )
    with (folder / "map.csv").open("w", encoding="ascii") as file:
        for first, until, pair in _pairs(period, TODAY):
            rows = Standing.objects.filter(pair=pair).values_list("unit_id", "above", "share")
            for unit, above, share in rows:
                file.write(f"{first},{until},{unit},{above[0]},{share}\n")
    duck.execute(
        f"CREATE TABLE map AS SELECT * FROM read_csv('{folder}/map.csv', header = false, columns = {{'first': 'DATE',"
        " 'until': 'DATE', 'unit': 'INT', 'top': 'INT', 'share': 'DOUBLE'})"
    )
    duck.execute(f"CREATE VIEW year AS SELECT * FROM read_parquet('{folder}/year.parquet')")


_DUCK = """
    SELECT o.indicator, m.top, sum(o.numerator * m.share) FROM year o
    JOIN map m ON m.unit = o.unit AND o.until > m.first AND o.until <= m.until GROUP BY ALL
"""


def _growth(bars: Bars) -> None:
    """Four times the observations must not take more than four times as long, a fifth more at most."""
    from quyen.core.arithmetic import Period
    from quyen.indicators.models import Indicator
    from quyen.indicators.queries import Map
    from quyen.indicators.queries.rollup import of_all

    indicators = list(Indicator.objects.all())
    seconds = {}
    for years in (1, 2, 4):
        period = Period(date(2022, 1, 1), date(2022 + years, 1, 1))
        work = lambda: of_all(indicators, period, Map(TODAY), today=TODAY)  # noqa: E731, B023
        work()
        seconds[years] = min(_timed(work)[0] for _ in range(3))
    print("years over again: " + ", ".join(f"{years}: {_ms(took)}" for years, took in seconds.items()))
    bars.at_most(
        "four years over again, time over four times one year's", seconds[4] / (4 * seconds[1]), 1.2, "x"
    )


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    main()
