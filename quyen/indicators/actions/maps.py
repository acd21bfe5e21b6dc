"""Maps worked out ahead, so that nobody waits for one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from quyen.accounts.models import User
from quyen.indicators.models import MapPair, Standing
from quyen.indicators.queries.map_rows import MapRows, UnitsInTime
from quyen.indicators.queries.maps import Pair, key, known_maps, maps_ahead, stamp
from quyen.indicators.queries.snapshot import MAPS_IN_USE, one_snapshot

PREPARE_MAPS = "prepare_maps"  # the job's name in the queue
QUEUE = "maps"


def prepare_maps(*, actor: User | None = None, today: date) -> int:
    """Keeps the maps that are not kept yet, those asked for most first; returns how many came.

    Each by itself: the first serves while the next is worked out. Where units change meanwhile it stops, for the
    change has queued another run. A few quick queries where nothing is missing.
    """
    mark, missing = _missing(today)
    units: UnitsInTime | None = None
    for given, shown in missing:
        with one_snapshot():
            if stamp() != mark:
                return missing.index((given, shown))
            units = units or UnitsInTime.read()
            rows = units.map_rows(given.sample, shown.sample)
        _keep(mark, (given, shown), rows)
    return len(missing)


def _missing(today: date) -> tuple[str, list[Pair]]:
    with one_snapshot():
        mark, held = known_maps()
        wanted = maps_ahead(today, mark)
    return mark, [pair for pair in wanted if key(pair) not in held]


@transaction.atomic
def _keep(mark: str, pair: Pair, rows: MapRows) -> None:
    """In place of all maps of another state of the units. Whoever sums within a change is waited for."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [MAPS_IN_USE])
    if stamp() != mark:
        return
    MapPair.objects.exclude(stamp=mark).delete()
    given_from, shown_from = key(pair)
    kept, is_new = MapPair.objects.get_or_create(
        given_from=given_from, shown_from=shown_from, defaults={"stamp": mark}
    )
    if is_new:
        _copy(kept.pk, rows)


def _copy(pair: int, rows: MapRows) -> None:
    """Into the table in one stream: a country's map in a tenth of the time of single rows."""
    table, columns = Standing._meta.db_table, "pair_id, unit_id, at_id, share, is_main, kind, above, top"
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy,
    ):
        for row in zip(*rows.columns, strict=True):
            copy.write_row((pair, *row))
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {table}")  # or the planner takes ten thousand rows for a hundred
        # or every question of what stands under a unit reads the list of what is not in the index yet, until a vacuum
        cursor.execute("SELECT gin_clean_pending_list('standings_by_those_above')")


def wake_preparing(**_more: Any) -> None:
    """Queues the job at once; where that fails the hour's own run does the work."""
    job = app.configure_task(PREPARE_MAPS, queue=QUEUE, queueing_lock=PREPARE_MAPS, allow_unknown=True)
    try:
        with transaction.atomic():
            job.defer(timestamp=0)
    except AlreadyEnqueued:
        pass
