"""What leaves as a file leaves its trace."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from quyen.accounts.actions import record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.budget.actions.guard import trace
from quyen.budget.models import Estimate
from quyen.budget.queries.access import readable_estimates


@transaction.atomic
def record_export(*, actor: User, estimates: Iterable[Estimate]) -> None:
    """Notes for each estimate, as far as the actor may read it, that its content is in a file the actor took."""
    mine = readable_estimates(actor).filter(pk__in=[one.pk for one in estimates]).order_by("pk")
    record(trace(actor, Verb.EXPORT, one, None, {"file": "xlsx"}) for one in mine)
