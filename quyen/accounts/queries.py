"""Reads of the audit trail."""

from __future__ import annotations

from django.db import models
from django.db.models import QuerySet

from quyen.accounts.models import AuditEntry, User


def history(subject: models.Model) -> QuerySet[AuditEntry]:
    """All that was done to one object, newest first."""
    return AuditEntry.objects.filter(subject=subject._meta.label, subject_id=subject.pk)


def deeds(user: User) -> QuerySet[AuditEntry]:
    """What one person did, newest first: their own page, nobody else's."""
    return AuditEntry.objects.filter(actor=user)
