"""What is written in small savings becomes one entry of the audit trail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.library.models import Product, Writing


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Of both only what differs."""
    changed = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in changed}, {name: after[name] for name in changed}


def note_writing(actor: User, held: Product, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """What a person writes goes into the trail once it pauses (`Writing`). The product is locked."""
    now, row = timezone.now(), Writing.objects.select_for_update().filter(product=held).first()
    if row is not None and (row.by_id != actor.pk or row.is_over(now)):
        _into_trail(row)
        row = None
    if row is None:
        row = Writing(product=held, by=actor, by_name=str(actor), before={}, after={}, times=0)
    row.before = {**before, **row.before}
    row.after, row.times, row.last_at = {**row.after, **after}, row.times + 1, now
    row.save()


def settle_writing(held: Product) -> None:
    """What was written of a product since its last entry becomes one. One query where nothing was."""
    for row in Writing.objects.select_for_update().filter(product=held):
        _into_trail(row)


@transaction.atomic
def settle_writings(*, actor: User | None = None, now: datetime | None = None) -> int:
    """The same for every product that nobody has written on for a while; returns how many. What another process holds
    is left to it."""
    paused = Writing.objects.paused(now or timezone.now()).select_related("product")
    rows = list(paused.select_for_update(of=["self"], skip_locked=True))
    for row in rows:
        _into_trail(row)
    return len(rows)


def _into_trail(row: Writing) -> None:
    """One entry with how it was before the first and after the last, in the name of who wrote, at the time of the last."""
    before, after = differing(row.before, row.after)
    told = {"written_from": row.created_at.isoformat(), "written_times": row.times}
    made = entry(
        actor=row.by,
        verb=Verb.CORRECT,
        subject=row.product,
        unit_id=row.product.unit_id,
        before=before,
        after=after | told,
    )
    made.actor_name, made.at = row.by_name, row.last_at
    record([made])
    row.delete()
