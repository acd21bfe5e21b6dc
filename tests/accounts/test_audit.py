"""The trail is only ever added to, by the database's own rule."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry
from quyen.accounts.queries import history


@pytest.fixture
def trace(owner):
    record([entry(actor=owner, verb=Verb.CORRECT, subject=owner, before={"a": 1}, after={"a": 2})])
    return AuditEntry.objects.get(subject="accounts.User")


def test_an_entry_cannot_be_changed_or_deleted(trace) -> None:
    for change in (lambda: AuditEntry.objects.update(verb="reject"), lambda: trace.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert AuditEntry.objects.get(subject="accounts.User").verb == Verb.CORRECT


def test_the_trace_outlives_the_account(trace, owner) -> None:
    owner.memberships.all().delete()
    owner.delete()
    left = AuditEntry.objects.get(subject="accounts.User")
    assert left.actor is None
    assert left.actor_name == "Lê Thị Chủ"


def test_history_is_of_one_subject_newest_first(trace, owner, colleague) -> None:
    record([entry(actor=None, verb=Verb.CREATE, subject=colleague)])
    record([entry(actor=None, verb=Verb.CREATE, subject=owner)])
    assert [e.verb for e in history(owner)] == [Verb.CREATE, Verb.CORRECT]
    assert history(owner)[0].actor_name == "Quyền"
