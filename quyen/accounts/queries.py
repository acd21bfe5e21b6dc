"""Reads of the audit trail."""

from __future__ import annotations

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest

from quyen.accounts.models import AuditEntry, User


def history(subject: models.Model) -> QuerySet[AuditEntry]:
    """All that was done to one object, newest first."""
    return AuditEntry.objects.filter(subject=subject._meta.label, subject_id=subject.pk)


def deeds(user: User) -> QuerySet[AuditEntry]:
    """What one person did, newest first: their own page, nobody else's."""
    return AuditEntry.objects.filter(actor=user)


def person(request: HttpRequest) -> User:
    """Who asks, behind `login_required`: the type checker and a wrong wiring of views both learn it here."""
    assert isinstance(request.user, User)
    return request.user
