"""The one place that writes the audit trail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models

from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry, User

SYSTEM = "Quyền"  # the name in the trail where no person acted


def entry(
    *,
    actor: User | None,
    verb: Verb,
    subject: models.Model,
    unit_id: int | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> AuditEntry:
    """An unsaved entry; `record` saves many in one statement. Values must be plain JSON."""
    return AuditEntry(
        actor=actor,
        actor_name=str(actor) if actor else SYSTEM,
        verb=verb,
        subject=subject._meta.label,
        subject_id=subject.pk,
        unit_id=unit_id,
        before=before,
        after=after,
    )


_waiting: ContextVar[list[AuditEntry] | None] = ContextVar("waiting", default=None)


@contextmanager
def recorded_together() -> Iterator[None]:
    """Within it entries wait, and are added at its end in one statement, in their order. It stands inside the transaction
    of one action that is made of several; where that fails, nothing of it is kept, and no trace either."""
    waiting: list[AuditEntry] = []
    before = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(before)
    record(waiting)


def record(entries: Iterable[AuditEntry]) -> None:
    """Adds entries inside the caller's transaction, so that no change is kept without its trace."""
    waiting = _waiting.get()
    if waiting is not None:
        waiting += entries
    else:
        AuditEntry.objects.bulk_create(entries)
