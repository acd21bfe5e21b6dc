"""The editors' search over pages: PostgreSQL's full text with a configuration of our own, `quyen` (migration portal 0036)."""

from __future__ import annotations

from typing import Any

from modelsearch.backends.database.postgres.postgres import PostgresSearchBackend

CONFIGURATION = "quyen"


class SearchBackend(PostgresSearchBackend):  # type: ignore[misc]
    """Whole words and beginnings alike are found with their marks or without; the library would look for beginnings in
    `simple`, marks and all."""

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__({"SEARCH_CONFIG": CONFIGURATION, **params})
        self.autocomplete_config = CONFIGURATION
