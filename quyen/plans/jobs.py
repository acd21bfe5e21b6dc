"""Background work of the plans step."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from procrastinate.contrib.django import app

from quyen.accounts.models import User
from quyen.plans.actions.coverage import propose_matches
from quyen.plans.actions.matching import QUEUE
from quyen.plans.actions.work.awaited import work_out
from quyen.plans.models import Plan
from quyen.plans.queries.coverage import MATCH_PLAN


@app.task(name=MATCH_PLAN, queue=QUEUE)
def match_plan(parent_id: int, child_id: int, actor_id: int, with_proposals: bool) -> None:
    """Holds one plan against another, if both are still there and the person may still do it."""
    actor = User.objects.filter(pk=actor_id, is_active=True).first()
    plans = {
        plan.pk: plan for plan in Plan.objects.filter(pk__in=[parent_id, child_id]).select_related("reading")
    }
    if actor is None or len(plans) < 2:
        return
    try:
        propose_matches(
            actor=actor, parent=plans[parent_id], children=[plans[child_id]], with_proposals=with_proposals
        )
    except PermissionDenied:
        return  # the role ended while the job waited


# Every hour, not once a night: an office's machine may sleep at midnight. One query where the day changed nothing; until it
# ran, lists work out for themselves what they need.
@app.periodic(cron="4 * * * *")
@app.task(name="work_out_awaited", queue=QUEUE, queueing_lock="work_out_awaited")
def work_out_awaited(timestamp: int) -> None:
    """The day for which work that comes back is now awaited."""
    work_out()
