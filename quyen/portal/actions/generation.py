"""Says that what the public sees has changed."""

from __future__ import annotations

from django.db import connection, transaction
from django.db.models import F

from quyen.portal.models import Generation


def changed() -> None:
    """Once the change is committed, however often it is said within one transaction."""
    if connection.in_atomic_block and any(told[1] is _next for told in connection.run_on_commit):
        return
    transaction.on_commit(_next)


def _next() -> None:
    if not Generation.objects.filter(pk=1).update(number=F("number") + 1):
        Generation.objects.bulk_create([Generation(pk=1, number=1)], ignore_conflicts=True)
