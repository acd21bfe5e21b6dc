"""The shared cache, kept in a table of the database: written in one statement instead of three.

Django's own counts the rows, looks whether there is one and then writes, at every call; a throttle writes at every request.
"""

from __future__ import annotations

import base64
import pickle
import random
from datetime import UTC, datetime
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.db import connection

ONE_IN = 100  # writes that also look whether there are too many rows, and throw out what is over

_WRITTEN = """
    INSERT INTO {table} (cache_key, value, expires) VALUES (%s, %s, %s)
    ON CONFLICT (cache_key) DO UPDATE SET value = EXCLUDED.value, expires = EXCLUDED.expires
"""


class TableCache(DatabaseCache):
    def set(
        self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        if random.randrange(ONE_IN) == 0:  # noqa: S311  no secret
            super().set(key, value, timeout, version)
            return
        until = self.get_backend_timeout(timeout)
        expires = datetime.max if until is None else datetime.fromtimestamp(until, tz=UTC)
        held = base64.b64encode(pickle.dumps(value, self.pickle_protocol)).decode("latin1")
        place = self.make_and_validate_key(key, version=version)
        with connection.cursor() as cursor:
            table = connection.ops.quote_name(self.cache_model_class._meta.db_table)
            cursor.execute(_WRITTEN.format(table=table), [place, held, expires.replace(microsecond=0)])
