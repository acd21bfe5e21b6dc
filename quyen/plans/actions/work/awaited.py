"""What is waited for of work that comes back, worked out and kept: the one place that writes it beside the triggers."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from quyen.accounts.models import User
from quyen.plans.enums import Giving
from quyen.plans.models import Assignment, Awaited
from quyen.plans.queries.work.awaited import holds_through, unknown, waited_for

BATCH = 1000


def work_out(*, actor: User | None = None, day: date | None = None) -> int:
    """All that is given and no longer known; returns how many. Nobody's decision, so no trail. Safe at any time, by
    several at once: what another holds is left to the next run."""
    today, number, last = day or timezone.localdate(), 0, 0
    given = Awaited.objects.filter(assignment__state=Giving.GIVEN).order_by("pk")
    while True:
        with transaction.atomic():
            rows = given.filter(through__lt=today, pk__gt=last).select_for_update(
                of=["self"], skip_locked=True
            )
            pks = list(rows.values_list("pk", flat=True)[:BATCH])
            number += _work_out(pks, today)
        if len(pks) < BATCH:
            return number
        last = pks[-1]


@transaction.atomic
def work_out_at_once(*, actor: User | None, assignments: Collection[int]) -> None:
    """Within the action that changed something of these, so that no list has to: one query where all is known."""
    today = timezone.localdate()
    rows = Awaited.objects.filter(
        pk__in=assignments, through__lt=today, assignment__state=Giving.GIVEN
    ).order_by("pk")
    _work_out(list(rows.select_for_update(of=["self"]).values_list("pk", flat=True)), today)


def _work_out(pks: Collection[int], today: date) -> int:
    """The caller holds the rows, so that a report that comes meanwhile is seen by the next."""
    found = unknown(Assignment.objects.filter(pk__in=pks), today) if pks else []
    rounds = [waited_for(row, today) for row in found]
    if found:
        with connection.cursor() as cursor:
            cursor.execute(
                "update plans_awaited w set due_on = v.due_on, state = v.state, through = v.through "
                "from unnest(%s::bigint[], %s::date[], %s::text[], %s::date[]) v (pk, due_on, state, through) "
                "where w.assignment_id = v.pk",
                [
                    [row.pk for row in found], [one.due_on for one in rounds],
                    [str(one.state) for one in rounds], [holds_through(row, today) for row in found],
                ],
            )  # fmt: skip
    return len(found)
