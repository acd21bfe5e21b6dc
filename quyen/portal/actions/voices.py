"""Readers' reports of mistakes, and counts of visits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.portal.models import Mistake
from quyen.portal.queries.access import may_edit_pages

KEPT = timedelta(days=90)
Seen = tuple[date, str, str, str]  # day, path, language, source


def report_mistake(*, actor: None, path: str, words: str, reach: str) -> Mistake:
    """Anybody may; the same words of the same page while they wait are one report."""
    held = Mistake.objects.filter(path=path, words=words, closed_at=None).first()
    return held or Mistake.objects.create(path=path, words=words, reach=reach)


@transaction.atomic
def close_mistake(*, actor: User, mistake: Mistake, outcome: str) -> None:
    """Whoever looks after pages says what was done. Closed once; a second time changes nothing."""
    if not may_edit_pages(actor):
        raise PermissionDenied
    held = Mistake.objects.select_for_update().get(pk=mistake.pk)
    if held.closed_at:
        return
    held.closed_at, held.closed_by, held.outcome = timezone.now(), actor, outcome
    held.save(update_fields=["closed_at", "closed_by", "outcome"])
    record([entry(actor=actor, verb=Verb.CORRECT, subject=held, after={"outcome": outcome})])


def forget_reach(*, actor: None = None) -> int:
    """How readers can be reached is kept no longer than needed. Returns how many were emptied."""
    over = Mistake.objects.filter(closed_at__lt=timezone.now() - KEPT).exclude(reach="")
    return over.update(reach="")


_ADDED = """
    INSERT INTO portal_visit (day, path, language, source, number)
    SELECT * FROM unnest(%s::date[], %s::text[], %s::text[], %s::text[], %s::int[])
    ON CONFLICT (day, path, language, source) DO UPDATE SET number = portal_visit.number + EXCLUDED.number
"""


def add_visits(*, actor: None = None, seen: Mapping[Seen, int]) -> None:
    """Counts of one process join those of the others. One statement."""
    if not seen:
        return
    rows = sorted(seen.items())  # one order for all processes: two never wait for each other
    columns = [[key[place] for key, _number in rows] for place in range(4)]
    with connection.cursor() as cursor:
        cursor.execute(_ADDED, [*columns, [number for _key, number in rows]])
