"""Says that what the public sees has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.db import connection, transaction

from quyen.portal.models import Generation
from quyen.portal.models.generation import REMEMBERED

_NEXT = f"""
update portal_generation set number = number + 1, recent = jsonb_path_query_array(
  jsonb_build_array(jsonb_build_array(number + 1, %s::jsonb)) || recent, '$[0 to {REMEMBERED - 1}]') where id = 1
"""  # noqa: S608


class _Change:
    """The pages that are about what changed in one transaction."""

    def __init__(self, pages: Iterable[str]) -> None:
        self.pages = set(pages)

    def __call__(self) -> None:
        told = json.dumps(sorted(self.pages))
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_NEXT, [told])
            if not cursor.rowcount:
                Generation.objects.bulk_create([Generation(pk=1)], ignore_conflicts=True)
                cursor.execute(_NEXT, [told])


def changed(*pages: str) -> None:
    """Once the change is committed, however often it is said within one transaction. `pages`: addresses without a language of
    those that are about what changed, "*" at the end for all that begin so; they are made anew before they are sent again.
    All others may show it too, and are made anew in their turn."""
    waiting = (told[1] for told in connection.run_on_commit) if connection.in_atomic_block else ()
    change = next((one for one in waiting if isinstance(one, _Change)), None)
    if change is None:
        transaction.on_commit(_Change(pages))
    else:
        change.pages.update(pages)
