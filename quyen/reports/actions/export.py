"""The trace of what left the house as a file."""

from __future__ import annotations

from django.db import transaction

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.reports.actions.guard import trace
from quyen.reports.models import Cycle, Submission


@transaction.atomic
def record_round_export(*, actor: User, cycle: Cycle) -> None:
    """Who sent what when was taken as a file. Errors: PermissionDenied."""
    unit_id = cycle.regime.unit_id
    require(actor, unit_id, Role.VIEWER)
    record([entry(actor=actor, verb=Verb.EXPORT, subject=cycle, unit_id=unit_id)])


@transaction.atomic
def record_report_export(*, actor: User, submission: Submission, name: str) -> None:
    """A report was taken as a file; who may read it is the view's to ask."""
    trace(actor, Verb.EXPORT, submission, None, {"file": name})
