"""Reads of the audit trail and of the outbox."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, models
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from quyen.accounts.enums import LetterState, Verb
from quyen.accounts.models import AuditEntry, Letter, User
from quyen.core.schedule import today

OUTBOX_LOCK = 0x7175_7965_6E01  # a number of our own among the advisory locks of the database


def history(subject: models.Model) -> QuerySet[AuditEntry]:
    """All that was done to one object, newest first."""
    return AuditEntry.objects.filter(subject=subject._meta.label, subject_id=subject.pk)


def times_corrected(model: type[models.Model], pks: Sequence[int]) -> dict[int, int]:
    """How often each of some objects was set otherwise; those never changed are left out."""
    rows = AuditEntry.objects.filter(subject=model._meta.label, subject_id__in=pks, verb=Verb.CORRECT)
    return dict(rows.order_by().values_list("subject_id").annotate(models.Count("pk")))


def deeds(user: User) -> QuerySet[AuditEntry]:
    """What one person did, newest first: their own page, nobody else's."""
    return AuditEntry.objects.filter(actor=user)


def person(request: HttpRequest) -> User:
    """Who asks, behind `login_required`: the type checker and a wrong wiring of views both learn it here."""
    assert isinstance(request.user, User)
    return request.user


def due_letters() -> QuerySet[Letter]:
    """Letters that may go now."""
    return Letter.objects.filter(state=LetterState.WAITING, not_before__lte=timezone.now())


def next_letter(after: int) -> Letter | None:
    """The next letter to go, its number above `after`."""
    return due_letters().filter(pk__gt=after).order_by("pk").first()


def stale_letters() -> QuerySet[Letter]:
    """Letters that wait but must not go any more."""
    over = Q(expires_on__lt=today()) | Q(person__is_active=False)
    return Letter.objects.filter(over, state=LetterState.WAITING)


@contextmanager
def the_outbox() -> Iterator[bool]:
    """Holds the outbox for sending; False where another process holds it. The hold ends with the connection, so that
    a killed sender frees it at once."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_lock(%s)", [OUTBOX_LOCK])
        held = bool(cursor.fetchone()[0])
    try:
        yield held
    finally:
        if held and connection.connection is not None and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("select pg_advisory_unlock(%s)", [OUTBOX_LOCK])
