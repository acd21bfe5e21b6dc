"""Several statements that see one and the same state of the data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction

MAPS_IN_USE = (
    7_406_133  # an advisory lock: shared by who reads maps within a change, whole by who replaces them
)
# sums are planned for the days and the indicators asked for: a plan made for any of them reads all values
_PLANNED = "'plan_cache_mode', 'force_custom_plan'"
_inside: ContextVar[bool] = ContextVar("inside_a_snapshot", default=False)


@contextmanager
def one_snapshot() -> Iterator[None]:
    """What is read within sees the data of one moment: a map that is replaced meanwhile cannot make a sum too small.

    A page reads in a transaction of its own that changes nothing, on a replica too. Within a change (its transaction
    is open already and cannot look back) the maps are held until it is done.
    """
    if _inside.get():
        yield
        return
    mark = _inside.set(True)
    try:
        if connection.in_atomic_block:
            _say(f"SELECT pg_advisory_xact_lock_shared(%s), set_config({_PLANNED}, true)", [MAPS_IN_USE])
            yield
        else:
            with transaction.atomic():
                _say("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                _say(f"SELECT set_config({_PLANNED}, true)")
                yield
    finally:
        _inside.reset(mark)


def _say(statement: str, given: list[int] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
