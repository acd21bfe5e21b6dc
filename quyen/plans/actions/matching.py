"""A run of the matcher: at once for a few plans, in the background for many."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from quyen.accounts.models import User
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.plans.actions.coverage import propose_matches
from quyen.plans.models import Plan
from quyen.plans.queries.coverage import MATCH_PLAN

AT_ONCE = 5  # plans: about a fifth of a second each
QUEUE = "matching"
PRIORITY = 5  # a person waits for it; readings may be thousands


@transaction.atomic
def run_matches(*, actor: User, parent: Plan, children: Iterable[Plan], with_proposals: bool = False) -> None:
    """As `propose_matches`; where there are many children each becomes a job, and the table shows those still
    waiting. Errors: PermissionDenied, before anything is queued."""
    children = list(children)
    if len(children) <= AT_ONCE:
        propose_matches(actor=actor, parent=parent, children=children, with_proposals=with_proposals)
        return
    require(actor, parent.unit_id, Role.VIEWER)
    for unit_id in {child.unit_id for child in children}:
        require(actor, unit_id, Role.EDITOR)
    for child in children:
        _enqueue(actor, parent, child, with_proposals)


def _enqueue(actor: User, parent: Plan, child: Plan, with_proposals: bool) -> None:
    job = app.configure_task(
        MATCH_PLAN, queue=QUEUE, priority=PRIORITY, queueing_lock=f"match:{parent.pk}:{child.pk}",
        allow_unknown=True,
    )  # fmt: skip
    try:
        with transaction.atomic():
            job.defer(
                parent_id=parent.pk, child_id=child.pk, actor_id=actor.pk, with_proposals=with_proposals
            )
    except AlreadyEnqueued:
        pass
