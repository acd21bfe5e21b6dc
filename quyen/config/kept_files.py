"""Kept pages as files, through which the web processes of one machine have them of each other: decision 0032."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from django.core.cache.backends.filebased import FileBasedCache

from quyen.config.kept import OLDEST, Page

MOST = 20_000  # pages; beyond that a third of them goes, whichever


class PageFiles:
    """`quyen.config.kept.Shared` in a folder that only this installation writes. A full or broken disk loses no page: it is
    made again."""

    def __init__(self, folder: Path) -> None:
        self.cache = FileBasedCache(
            str(folder), {"timeout": OLDEST, "max_entries": MOST, "cull_frequency": 3}
        )

    def get(self, key: str) -> Page | None:
        found: tuple[float, Page] | None = None
        with suppress(Exception):  # whatever another version left there
            found = self.cache.get(key)
        if found is None:
            return None
        born, page = found
        return replace(page, made_at=time.monotonic() - max(0.0, time.time() - born))

    def put(self, key: str, page: Page) -> None:
        with suppress(OSError):
            self.cache.set(key, (time.time() - (time.monotonic() - page.made_at), page))

    def clear(self) -> None:
        """At a start: another version may have made them otherwise."""
        with suppress(OSError):
            self.cache.clear()
